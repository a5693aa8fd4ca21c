"""The briefs that earlier runs have left, found by their article. Nothing is written here."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO

from briefkit import storage
from briefkit.atomic import is_pipe
from briefkit.batch.files import readable
from briefkit.batch.inputs import Input
from briefkit.batch.names import brief_name
from briefkit.batch.resume import fits, key, read_head
from briefkit.batch.table import Table
from briefkit.reading import Article
from briefkit.schema import Pipeline

_PLACE = struct.Struct("!BQQ")  # file, offset, length
_LARGEST = 1 << 30  # bytes of a brief


class Earlier:
    """Gives the earlier brief of an article where it still fits: its text, "" where it stays.

    This one is for no earlier run, or none that counts.
    """

    def find(self, item: Input, article: Article) -> bytes | None:
        return None

    def close(self) -> None:
        """Let go of what is open."""


class EarlierFiles(Earlier):
    """One file a brief, each in the place where the new one would be."""

    def __init__(self, out: str, suffix: str, pipeline: Pipeline) -> None:
        self._out, self._suffix, self._pipeline = out, suffix, pipeline

    def find(self, item: Input, article: Article) -> bytes | None:
        path = storage.join(self._out, brief_name(item.folder, article.id, self._suffix))
        if is_pipe(Path(path)):
            return None
        try:
            data = storage.read_bytes(path, _LARGEST)
        except OSError:
            return None
        head = read_head(data, self._suffix)
        return b"" if head and fits(head, article, self._pipeline) else None


class EarlierStreams(Earlier):
    """The whole briefs of one or more streams, the first of them that holds an article's."""

    def __init__(self, paths: Sequence[Path], suffix: str, pipeline: Pipeline) -> None:
        self._suffix, self._pipeline = suffix, pipeline
        self._files: list[IO[bytes]] = []
        self._places = Table()
        with ExitStack() as stack:
            stack.callback(self.close)
            for path in paths:
                with suppress(FileNotFoundError), readable(path):
                    self._files.append(path.open("rb"))
                    self._enter(path, len(self._files) - 1)
            stack.pop_all()

    def _enter(self, path: Path, number: int) -> None:
        at = 0
        for document in documents(path, self._suffix):
            head = read_head(document, self._suffix)
            if head and head.pipeline == self._pipeline:
                self._places.put(key(head.source), _PLACE.pack(number, at, len(document)))
            at += len(document)

    def find(self, item: Input, article: Article) -> bytes | None:
        place = self._places.get(key(article))
        if place is None:
            return None
        number, at, length = _PLACE.unpack(place)
        self._files[number].seek(at)
        text = self._files[number].read(length)
        head = read_head(text, self._suffix)
        return text if head and fits(head, article, self._pipeline) else None

    def close(self) -> None:
        self._places.close()
        for file in self._files:
            file.close()


def documents(path: Path, suffix: str) -> Iterator[bytes]:
    """The briefs of a stream, each with its line ends; one that may be cut off is left out.

    Their lengths add up to their offsets: of a line that is no brief, it is not judged here.
    """
    with path.open("rb") as lines:
        if suffix == ".jsonl":
            yield from (line for line in lines if line.endswith(b"\n"))
            return
        document: list[bytes] = []
        for line in lines:
            if line == b"---\n" and document:
                yield b"".join(document)
                document = []
            document.append(line)
        # The last key of a brief, and its line is ended: nothing of it is missing.
        if document and document[-1].startswith(b"  bullets:") and document[-1].endswith(b"\n"):
            yield b"".join(document)
