"""Where the briefs of a batch go: a folder with a file each, or one stream in input order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

from briefkit.batch.files import explained, make_folder, write_whole
from briefkit.batch.inputs import Input, brief_name
from briefkit.batch.resume import Head, head_of_file, key, read_head
from briefkit.errors import UsageError
from briefkit.reading import Article

Fits = Callable[[Head, Article], bool]
_STREAMS = {".jsonl": ".jsonl", ".yaml": ".yaml", ".yml": ".yaml"}


class Output(Protocol):
    """A place for briefs. `kept` gives a brief of an earlier run that still fits, for `write`."""

    def kept(self, item: Input, article: Article, fits: Fits) -> str | None: ...

    def write(self, item: Input, article: Article, text: str, *, is_new: bool) -> None: ...

    def finish(self) -> None: ...

    def close(self) -> None: ...


def stream_suffix(out: Path) -> str | None:
    """ ".jsonl" or ".yaml" where OUT is to be one file, None where it is a folder."""
    return _STREAMS.get(out.suffix.lower())


class FolderOutput:
    """One file a brief. What is there is whole, so that a stop at any moment loses nothing."""

    def __init__(self, out: Path, suffix: str) -> None:
        if out.exists() and not out.is_dir():
            raise UsageError(
                f"{out} is a file, not a folder", "give a folder, or a name in .jsonl or .yaml"
            )
        make_folder(out)
        self.out, self.suffix = out, suffix
        self._folders = {out}

    def kept(self, item: Input, article: Article, fits: Fits) -> str | None:
        head = head_of_file(self._path(item, article))
        return "" if head and fits(head, article) else None

    def write(self, item: Input, article: Article, text: str, *, is_new: bool) -> None:
        if not is_new:
            return
        path = self._path(item, article)
        if path.parent not in self._folders:
            make_folder(path.parent)
            self._folders.add(path.parent)
        write_whole(path, text)

    def finish(self) -> None:
        """Nothing to do: each file is in its place."""

    def close(self) -> None:
        """Nothing is open."""

    def _path(self, item: Input, article: Article) -> Path:
        return self.out / brief_name(item, article.id, self.suffix)


class StreamOutput:
    """All briefs in one file, written to OUT.part and moved to OUT at the end.

    With `resume`, the whole briefs of an earlier OUT and OUT.part are gathered in OUT.done first,
    from which those that still fit are copied; only the end of a run removes it, so that no number
    of interruptions loses anything. The last brief of an OUT.part may be half written: it counts
    only if its line is ended, or another document follows it.
    """

    def __init__(self, out: Path, suffix: str, *, resume: bool) -> None:
        if out.is_dir():
            raise UsageError(f"{out} is a folder", "give -o a file name, or another folder")
        make_folder(out.parent)
        self.out, self.suffix = out, suffix
        self.part = out.with_name(out.name + ".part")
        self.done = out.with_name(out.name + ".done")
        self._earlier: IO[bytes] | None = None
        self._places: dict[object, tuple[int, int]] = {}
        with explained(out):
            if resume:
                self._gather()
            self._stream: IO[bytes] = self.part.open("wb")

    def _gather(self) -> None:
        with self.done.open("ab") as done:
            for path in (self.out, self.part):
                if path.is_file():
                    for document in _documents(path, self.suffix):
                        done.write(document)
                    done.flush()
                    os.fsync(done.fileno())
        self._earlier = self.done.open("rb")
        at = 0
        for document in _documents(self.done, self.suffix):
            head = read_head(document, self.suffix)
            if head:
                self._places[key(head)] = at, len(document)
            at += len(document)

    def kept(self, item: Input, article: Article, fits: Fits) -> str | None:
        place = self._places.get(key(article))
        if place is None or self._earlier is None:
            return None
        self._earlier.seek(place[0])
        text = self._earlier.read(place[1]).decode()
        head = read_head(text, self.suffix)
        return text if head and fits(head, article) else None

    def write(self, item: Input, article: Article, text: str, *, is_new: bool) -> None:
        with explained(self.part):
            self._stream.write(text.encode())

    def finish(self) -> None:
        self.close()
        with explained(self.out):
            self.part.replace(self.out)
        with suppress(FileNotFoundError):
            self.done.unlink()

    def close(self) -> None:
        with explained(self.part):
            self._stream.close()
        if self._earlier:
            self._earlier.close()


def _documents(path: Path, suffix: str) -> Iterator[bytes]:
    """The whole briefs of a stream, each with its line ends; what may be cut off is left out."""
    if suffix == ".jsonl":
        with path.open("rb") as lines:
            for line in lines:
                if line.endswith(b"\n") and line.strip():
                    yield line
        return
    document: list[bytes] = []
    with path.open("rb") as lines:
        for line in lines:
            if line == b"---\n" and document:
                yield b"".join(document)
                document = []
            document.append(line)
    # A finished stream ends as a cut-off one may; a document that lacks nothing is kept.
    if path.suffix != ".part" and document:
        yield b"".join(document)
