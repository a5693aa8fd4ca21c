"""Names: of the articles to read, from a list, and of the briefs to write."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO, cast

from briefkit.batch.table import Table
from briefkit.errors import UnreadableError, UsageError
from briefkit.storage import standard_input
from briefkit.text import printable

_UNFIT = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]")
# File systems allow 255 bytes; the endings and the temporary file's need some of them.
_LONGEST = 200
_CHUNK = 1 << 16
_MOST_ALIKE = 20
INDEX = "index.html"
"""The list of the pages in a folder."""


class NameList:
    """The names that a file, or standard input for "-", lists: one a line, or ended by NUL bytes.

    It can be read more than once, until it is closed. Raises UnreadableError where there is none.
    """

    def __init__(self, source: str, stdin: BinaryIO | None = None) -> None:
        try:
            if source == "-":
                self._stream = _kept(stdin or standard_input())
            else:
                with Path(source).open("rb") as file:
                    self._stream = _kept(file)
        except OSError as error:
            raise UnreadableError(
                f"--files-from {source}: {error.strerror or error}", "- reads standard input"
            ) from error

    def __iter__(self) -> Iterator[str]:
        self._stream.seek(0)
        rest = self._stream.read(_CHUNK)
        # `find -print0` ends names by NUL, so that they may hold line ends.
        end = b"\0" if b"\0" in rest else b"\n"
        while rest:
            *whole, rest = rest.split(end)
            for name in whole:
                yield from _decoded(name, end)
            chunk = self._stream.read(_CHUNK)
            if not chunk:
                yield from _decoded(rest, end)
                return
            rest += chunk

    def close(self) -> None:
        self._stream.close()


def _kept(pipe: IO[bytes]) -> IO[bytes]:
    """What can be read only once, in a temporary file; a short one in memory."""
    copy = tempfile.SpooledTemporaryFile(max_size=_CHUNK)  # noqa: SIM115
    shutil.copyfileobj(pipe, copy)
    return cast("IO[bytes]", copy)


def _decoded(name: bytes, end: bytes) -> Iterator[str]:
    if end == b"\n":
        name = name.removesuffix(b"\r")
    if name:
        yield os.fsdecode(name)


def brief_name(folder: str, article_id: str, suffix: str) -> str:
    """The path under OUT of an article's brief; an id that is no file name is made one."""
    name = _UNFIT.sub("_", printable(article_id))
    if name.startswith("."):
        name = "_" + name[1:]
    name = name.encode()[:_LONGEST].decode(errors="ignore")
    return f"{folder}/{name}{suffix}" if folder else f"{name}{suffix}"


class Taken(UsageError):
    """There is no place for an article's brief, as where two would be written to one file."""


class Claims:
    """Which article each brief's name belongs to."""

    def __init__(self) -> None:
        self._owners = Table()
        self._folded = Table()
        self.alike: list[tuple[str, str]] = []  # names that some file systems take for one

    def close(self) -> None:
        self._owners.close()
        self._folded.close()

    def claim_index(self) -> None:
        """Keep the name of the list of pages for it."""
        self.claim(INDEX, "the list of pages")

    def claim(self, name: str, owner: str) -> None:
        """Raise Taken where another article has this name already; note one that is like it."""
        if earlier := self._owners.put(os.fsencode(name), os.fsencode(owner)):
            raise Taken(
                f"{os.fsdecode(earlier)} and {owner} would both be written to {name}",
                "rename one of them, batch them into two folders, or write one .jsonl file",
            )
        folded = unicodedata.normalize("NFC", name).casefold()
        other = self._folded.put(os.fsencode(folded), os.fsencode(name))
        if other and len(self.alike) < _MOST_ALIKE:
            self.alike.append((os.fsdecode(other), name))
