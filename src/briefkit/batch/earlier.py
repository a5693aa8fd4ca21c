"""The briefs that earlier runs have left, found by their article. Nothing is written here.

A brief is kept where it says that it was made from this very article (text, metadata, path) by
this version of briefkit, this model and these options. File times are not looked at.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path
from typing import IO

import msgspec

from briefkit import storage
from briefkit.atomic import is_pipe
from briefkit.batch.files import refused
from briefkit.batch.inputs import Input
from briefkit.batch.names import brief_name
from briefkit.batch.table import Table
from briefkit.errors import BriefkitError
from briefkit.reading import Article
from briefkit.schema import Pipeline, PublishedFrom, Source

_PLACE = struct.Struct("!BQQ")  # file, offset, length
_LARGEST = 1 << 30  # bytes of a brief


Find = Callable[[Input, Article], bytes | None]
"""Gives the earlier brief of an article where it still fits: its text, "" where it stays."""


def find_file(
    out: str, suffix: str, pipeline: Pipeline, item: Input, article: Article
) -> bytes | None:
    """`Find` for one file a brief, each in the place where the new one would be."""
    path = storage.join(out, brief_name(item.folder, article.id, suffix))
    if is_pipe(Path(path)):
        return None
    try:
        head = read_head(storage.read_bytes(path, _LARGEST), suffix)
    except OSError:
        return None
    return b"" if head and fits(head, article, pipeline) else None


class EarlierStreams:
    """The whole briefs of one or more streams, the first of them that holds an article's."""

    def __init__(self, paths: Sequence[Path], suffix: str, pipeline: Pipeline) -> None:
        self._suffix, self._pipeline = suffix, pipeline
        # Open to the end: to close OUT.part would end the lock that this process has on it.
        self._files: list[IO[bytes]] = []
        self._places = Table()
        with ExitStack() as stack:
            stack.callback(self.close)
            for path in paths:
                with suppress(FileNotFoundError), _readable(path):
                    self._files.append(path.open("rb"))
                    self._enter(len(self._files) - 1)
            stack.pop_all()

    def _enter(self, number: int) -> None:
        at = 0
        for document in documents(self._files[number], self._suffix):
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


def documents(lines: Iterable[bytes], suffix: str) -> Iterator[bytes]:
    """The briefs of a stream, each with its line ends; one that may be cut off is left out.

    Their lengths add up to their offsets: of a line that is no brief, it is not judged here.
    """
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


def _readable(path: Path) -> AbstractContextManager[None]:
    cure = "set permissions there, or leave out --resume"
    return refused(f"read {path} of an earlier run", cure, FileNotFoundError)


class Head(msgspec.Struct):
    """The parts of a brief that tell what it was made from, and by what."""

    source: Source
    headline: str | None
    authors: tuple[str, ...]
    published: str | None
    published_from: PublishedFrom | None
    pipeline: Pipeline


def fits(head: Head, article: Article, pipeline: Pipeline) -> bool:
    """Whether briefing the article now would give the brief that `head` is of."""
    source = head.source
    if head.pipeline != pipeline or source.sha256 != article.sha256:
        return False
    if (source.id, source.path, source.url) != (article.id, article.path, article.url):
        return False
    if source.language != article.language:
        return False
    if head.authors != article.authors or (article.title and head.headline != article.title):
        return False
    if article.published:
        return (head.published, head.published_from) == (article.published, article.published_from)
    return head.published_from in ("dateline", None)


def read_head(data: bytes, suffix: str) -> Head | None:
    """The head of a written brief, or None where that is no whole brief."""
    try:
        if suffix == ".yaml":
            from briefkit.reading.briefs import load_yaml

            return msgspec.convert(load_yaml(_ends(data)), Head)
        if suffix == ".html":
            from briefkit.rendering.html.index import head_of

            data = head_of(data) or b""
        return msgspec.json.decode(data, type=Head)
    except (ValueError, RecursionError, BriefkitError):
        return None


def _ends(document: bytes) -> bytes:
    """The parts of a YAML brief that its head is in: most of its length lies between them."""
    start, end = document.find(b"\nlede:"), document.rfind(b"\npipeline:")
    if start < 0 or end < start or not document.endswith(b"\n"):
        return document
    return document[:start] + document[end:]


def key(of: Article | Source) -> bytes:
    """What finds an article's brief among many: 16 bytes."""
    return hashlib.blake2b(repr((of.id, of.path, of.sha256)).encode(), digest_size=16).digest()
