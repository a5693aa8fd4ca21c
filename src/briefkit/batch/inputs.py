"""The inputs of a batch: files, folders and globs to single files, and where each brief goes."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefkit.errors import BriefkitError, UnreadableError, UsageError
from briefkit.reading import SUFFIXES, Article, read_articles

RECORDS = ".jsonl"
_WILD = re.compile(r"[*?\[]")
_UNFIT = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]")
# File systems allow 255 bytes; the endings and the temporary file's need some of them.
_LONGEST = 200


@dataclass(frozen=True)
class Input:
    """A file to read, and the folder under OUT that its briefs belong into."""

    path: str
    folder: str = ""

    @property
    def many(self) -> bool:
        return self.path.lower().endswith(RECORDS)

    def articles(
        self, encoding: str | None, published: str | None
    ) -> Iterator[Article | BriefkitError]:
        return read_articles(self.path, encoding=encoding, published=published)


def find_inputs(given: Sequence[str]) -> list[Input]:
    """The files that the arguments name, in the order given, those of a folder sorted.

    A path that does not exist stays in the list, to be named when it is read. Raises
    UnreadableError where there is nothing to read at all.
    """
    found = [item for argument in given for item in _expand(argument)]
    if not found:
        raise UnreadableError(
            f"no articles in {', '.join(given)}",
            f"briefkit reads files that end in {' '.join(SUFFIXES)}",
        )
    return found


def _expand(argument: str) -> Iterator[Input]:
    path = Path(argument)
    if path.is_dir():
        yield from _walk(path)
    elif not path.exists() and _WILD.search(argument):
        parts = Path(argument).parts
        fixed = next(i for i, part in enumerate(parts) if _WILD.search(part))
        base = Path(*parts[:fixed])
        for name in sorted(glob.glob(argument, recursive=True)):  # noqa: PTH207 (an absolute glob too)
            if Path(name).is_file():
                yield Input(name, _relative(Path(name).parent, base))
    else:
        yield Input(argument)


def _walk(folder: Path) -> Iterator[Input]:
    """The articles of a folder and its sub-folders; hidden ones are left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                yield Input(str(Path(root, name)), _relative(Path(root), folder))


def _relative(path: Path, base: Path) -> str:
    below = path.relative_to(base).as_posix()
    return "" if below == "." else below


def count_articles(inputs: Sequence[Input]) -> int:
    """How many articles the inputs hold, by their lines where one holds many."""
    return sum(_lines(Path(item.path)) if item.many else 1 for item in inputs)


def _lines(path: Path) -> int:
    if not path.is_file():  # a named pipe can be read only once
        return 0
    try:
        with path.open("rb") as lines:
            return sum(1 for line in lines if not line.isspace())
    except OSError:
        return 1  # its failure is one, too


def brief_name(item: Input, article_id: str, suffix: str) -> str:
    """The path under OUT of an article's brief; an id that is no file name is made one."""
    name = _UNFIT.sub("_", article_id)
    if name.startswith("."):
        name = "_" + name[1:]
    name = name.encode()[:_LONGEST].decode(errors="ignore")
    return f"{item.folder}/{name}{suffix}" if item.folder else f"{name}{suffix}"


def check_names(
    inputs: Sequence[Input], suffix: str, encoding: str | None, published: str | None
) -> None:
    """Raise UsageError where two articles would be written to the same file."""
    owners: dict[str, str] = {}
    for item in inputs:
        for owner, article_id in _ids(item, encoding, published):
            name = brief_name(item, article_id, suffix)
            if name in owners:
                raise UsageError(
                    f"{owners[name]} and {owner} would both be written to {name}",
                    "rename one of them, batch them into two folders, or write one .jsonl file",
                )
            owners[name] = owner


def _ids(item: Input, encoding: str | None, published: str | None) -> Iterator[tuple[str, str]]:
    if not item.many:
        yield item.path, Path(item.path).stem
        return
    for article in item.articles(encoding, published):
        if isinstance(article, Article):
            yield f"{item.path} ({article.id})", article.id
