"""The inputs of a batch: files, folders, globs and lists of names to single files."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from briefkit import storage
from briefkit.batch.names import NameList
from briefkit.errors import UnreadableError, UsageError
from briefkit.reading import SUFFIXES, Form, ending, is_records

_WILD = re.compile(r"[*?\[]")
_MOST_ENDINGS = 20


@dataclass(frozen=True)
class Input:
    """A file to read, and the folder under OUT that its briefs belong into."""

    path: str
    folder: str = ""
    problem: UnreadableError | None = None  # why there is nothing to read
    form: Form | None = None  # what the user insists on
    named: bool = False  # by the user, who may wait for what comes out of a pipe

    @property
    def many(self) -> bool:
        """Whether it may hold more than one article."""
        return is_records(self.path, self.form)

    @property
    def can_be_read_again(self) -> bool:
        """A named pipe is empty after the first time, and storage is far away."""
        return storage.is_file(self.path)

    def check(self) -> None:
        """Raise UnreadableError where there is nothing to read, or reading might never end."""
        if self.problem:
            raise self.problem
        local = not (self.named or storage.is_url(self.path))
        if local and storage.exists(self.path) and not storage.is_file(self.path):
            raise UnreadableError(
                f"{self.path}: a pipe or a device, not a file", "name it alone to have it read"
            )


@dataclass
class Inputs:
    """The files that the arguments name, in the order given, those of a folder sorted.

    They are found anew each time, so that their number takes no memory. A path that does not
    exist is among them, to be named when it is read.
    """

    given: Sequence[str]
    names: NameList | None = None
    written: Sequence[str] = ()  # by the batch itself
    form: Form | None = None
    skipped: Counter[str] = field(default_factory=Counter)
    """Endings of the files of folders that were passed over when they were last looked through."""

    def __iter__(self) -> Iterator[Input]:
        self.skipped.clear()
        own = {file for path in self.written if (file := storage.identity(path))}
        for named, item in self._found():
            # What an earlier run wrote among the articles is none of them.
            if own and storage.identity(item.path) in own:
                if item.path == named:
                    raise UsageError(f"{named} would be read and written", "write to another file")
                continue
            yield replace(item, form=self.form) if self.form else item

    def _found(self) -> Iterator[tuple[str, Input]]:
        """Every file, with the argument or listed name that led to it."""
        for argument in self.given:
            yield from ((argument, item) for item in self._expand(argument))
        for name in self.names or ():
            folder = _folder_of(name)
            if storage.is_folder(name):
                for item in self._walk_any(name):
                    below = _joined(_folder_of(f"{name}/"), item.folder)
                    yield name, Input(item.path, below, item.problem)
            else:
                yield name, Input(name, folder, named=True)

    def check(self) -> None:
        """Raise UnreadableError where there is nothing to read at all."""
        if next(iter(self), None) is None:
            named = ", ".join(self.given) or "the list of --files-from"
            raise UnreadableError(
                f"no articles in {named}", f"briefkit reads files that end in {' '.join(SUFFIXES)}"
            )

    def _expand(self, argument: str) -> Iterator[Input]:
        if not argument:
            raise UsageError("an empty name", "give the name of a file or folder")
        if storage.is_folder(argument):
            yield from self._walk_any(argument)
        elif _WILD.search(argument) and not storage.exists(argument):
            yield from _glob(argument)
        else:
            yield Input(argument, named=True)

    def _walk_any(self, folder: str) -> Iterator[Input]:
        if not storage.is_url(folder):
            yield from self._walk(Path(folder))
            return
        for url, below in storage.files_below(folder):
            parts = PurePosixPath(below)
            if any(part.startswith(".") for part in parts.parts):
                continue
            if _is_article(parts.name):
                yield Input(url, _relative(parts.parent, PurePosixPath()))
            else:
                self._skip(parts.name)

    def _walk(self, top: Path) -> Iterator[Input]:
        """The articles of a folder and its sub-folders, without hidden ones and OUT.

        Links to folders are followed after everything else, and no folder is read twice: a link
        back to a folder above adds nothing.
        """
        seen = {os.path.realpath(path) for path in self.written} - {os.path.realpath(top)}
        links: list[Path] = []
        waiting = [top]  # the next one last
        while waiting:
            folder = waiting.pop()
            real, below = os.path.realpath(folder), _relative(folder, top)
            failed: list[OSError] = []
            # One step alone: of its own the walk calls itself for every level.
            listed = os.walk(folder, onerror=failed.append) if real not in seen else iter(())
            _, folders, names = next(listed, (folder, [], []))
            seen.add(real)
            for error in failed:
                reason = f"{folder}: cannot be searched: {error.strerror or error}"
                yield Input(str(folder), problem=UnreadableError(reason, "check the permissions"))
            for name in sorted(name for name in names if not name.startswith(".")):
                if _is_article(name):
                    yield Input(str(folder / name), below)
                else:
                    self._skip(name)
            paths = sorted(folder / name for name in folders if not name.startswith("."))
            links += (path for path in paths if path.is_symlink())
            waiting += (path for path in reversed(paths) if not path.is_symlink())
            if not waiting:
                waiting, links = links[::-1], []

    def _skip(self, name: str) -> None:
        """Count a file by its ending; past some, those that each have their own as "others"."""
        end = ending(name)
        known = end in self.skipped or len(self.skipped) < _MOST_ENDINGS
        self.skipped[end if known else "others"] += 1


def _glob(pattern: str) -> Iterator[Input]:
    if storage.is_url(pattern):
        base = pattern[: _WILD.search(pattern).start()].rpartition("/")[0]  # type: ignore[union-attr]
        for url in storage.matching(pattern):
            yield Input(url, url.removeprefix(base).strip("/").rpartition("/")[0])
        return
    parts = Path(pattern).parts
    fixed = next(i for i, part in enumerate(parts) if _WILD.search(part))
    base_folder = Path(*parts[:fixed])
    wild = parts[fixed:]
    # Unlike the glob module's, this "**" goes through no links, which may lead anywhere.
    try:
        found = sorted(base_folder.glob(str(Path(*wild))))
    except ValueError as error:
        raise UsageError(
            f"{pattern}: {error}", "** is a folder of its own: articles/**/*.txt"
        ) from error
    for path in found:
        below = path.relative_to(base_folder)
        hidden = any(part.startswith(".") for part in below.parts)
        if (not hidden or any(part.startswith(".") for part in wild)) and path.is_file():
            yield Input(str(path), _relative(below.parent, PurePosixPath()))


def _is_article(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def _relative(path: PurePosixPath | Path, base: PurePosixPath | Path) -> str:
    below = path.relative_to(base).as_posix()
    return "" if below == "." else below


def _folder_of(name: str) -> str:
    """The sub-folder that a listed name keeps under OUT: its own, without what leads out of OUT."""
    parts = name.partition("://")[2].split("/")[1:] if storage.is_url(name) else Path(name).parts
    kept = [part for part in parts if part not in (os.sep, "..", ".", "")]
    return "/".join(kept if name.endswith("/") else kept[:-1])


def _joined(folder: str, below: str) -> str:
    return f"{folder}/{below}" if folder and below else folder or below
