"""Paths to articles, and everything that can be wrong with a file."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from briefkit.errors import BriefkitError, UnreadableError, UsageError
from briefkit.reading import records
from briefkit.reading.article import Article, Content, finish_article
from briefkit.reading.forms import RECORDS, SUFFIXES, Form, ending
from briefkit.reading.parse import parse
from briefkit.reading.source import PLAIN, How, Source
from briefkit.storage import is_url, open_binary, read_bytes, standard_input
from briefkit.text import printable

_NO_ARTICLES = (".yaml", ".yml")
_BATCH = "`briefkit batch {} -o FOLDER` briefs several"
# What a file of one article may have: a page has a hundred times more markup than text.
MAX_BYTES = 64_000_000
_GZIP = b"\x1f\x8b"
_DAMAGED = (OSError, ValueError, EOFError, zlib.error)


def read_article(source: str, how: How = PLAIN, *, stdin: BinaryIO | None = None) -> Article:
    """The one article of a file, or of standard input for "-".

    Raises UnreadableError, and UsageError for several articles.
    """
    if not source:
        raise UsageError("an empty name", "give the name of a file")
    if source == "-":
        data = (stdin or standard_input()).read(MAX_BYTES + 1)
        found = _read_data(data, "", Source("standard input", "-", "stdin", how))
        several = f"save it as a .jsonl file; {_BATCH.format('FILE')}"
        return _only(found, "standard input", several)
    if is_records(source, how.form):
        return _only(_records(source, how), source, _BATCH.format(source))
    return _read_file(source, how)


def read_articles(path: str, how: How = PLAIN) -> Iterator[Article | BriefkitError]:
    """The articles of a file, one by one; in the place of one that cannot be read, its error."""
    if is_records(path, how.form):
        yield from _records(path, how)
        return
    try:
        yield _read_file(path, how)
    except BriefkitError as error:
        yield error


def read_lines(path: str) -> Iterator[tuple[int, bytes | None] | UnreadableError]:
    """The numbered lines of a file of records, for `read_line`; at its end, what broke it off."""
    try:
        with open_records(path) as lines:
            yield from records.read_lines(lines)
    except _DAMAGED as error:
        yield _reason(path, error)


def read_line(path: str, number: int, line: bytes | None, how: How = PLAIN) -> Article:
    """The article of a line, as it would be read with its file. Raises UnreadableError."""
    return records.read_record(line, records.line_source(file_source(path, how), number))


def read_text(text: str, how: How = PLAIN, *, title: str | None = None) -> Article:
    """The article of a text that a program holds; places count its characters as they are.

    Raises UnreadableError for an empty or too long text and for what is no text.
    """
    return finish_article(Content(text, title=title), Source("the text", None, "article", how))


def read_ids(path: str) -> Iterator[str | None]:
    """The id that each record of a file would have as an article; None where it is none."""
    try:
        with open_records(path) as lines:
            for id, *_ in records.record_places(lines, file_source(path)):
                yield id
    except _DAMAGED:
        return  # it is named when it is read


def is_records(path: str, form: Form | None = None) -> bool:
    """Whether a file holds one article a line, by its ending or as the user insists."""
    return form is Form.JSONL or (form is None and path.lower().endswith(RECORDS))


def article_id(path: str) -> str:
    """The id of a file's article: its name without its ending, and without that of a packer."""
    name = printable(path.rpartition("/")[2] if is_url(path) else Path(path).name)
    return Path(name[: -len(".gz")] if name.lower().endswith(".gz") else name).stem


def file_source(path: str, how: How = PLAIN) -> Source:
    """What a file is called."""
    return Source(printable(path), printable(path), article_id(path), how)


@contextmanager
def open_records(path: str) -> Iterator[BinaryIO]:
    """The lines of a file of records, unpacked."""
    with open_binary(path) as stream:
        if path.lower().endswith(".gz"):
            with gzip.open(stream) as lines:
                yield cast("BinaryIO", lines)
        else:
            yield stream


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Turn what can be wrong with a file that is read into an UnreadableError."""
    try:
        yield
    except _DAMAGED as error:
        raise _reason(path, error) from error


def _records(path: str, how: How) -> Iterator[Article | BriefkitError]:
    try:
        with open_records(path) as lines:
            yield from records.read_records(lines, file_source(path, how))
    except _DAMAGED as error:
        yield _reason(path, error)


def _read_file(path: str, how: How) -> Article:
    if how.form is None and ending(path) in _NO_ARTICLES:
        raise UnreadableError(
            f"{path}: a {ending(path)} file is not read as an article",
            f"articles end in {' '.join(SUFFIXES)}; for a brief use `briefkit show`",
        )
    with explained(path):
        data = read_bytes(path, MAX_BYTES)
    found = _read_data(data, path, file_source(path, how))
    return _only(found, path, "name it .jsonl, or give --input-format jsonl")


def _only(found: Iterator[Article | BriefkitError], where: str, several: str) -> Article:
    """The one article. Raises its error, and where there is none or more, `several` as the cure."""
    first = next(found, None)
    if first is None:
        raise UnreadableError(f"{where}: empty", "an article needs some text")
    if next(found, None) is not None:
        raise UsageError(f"{where}: more than one article", several)
    if isinstance(first, BriefkitError):
        raise first
    return first


def _read_data(data: bytes, name: str, source: Source) -> Iterator[Article | BriefkitError]:
    """The articles of some data: one, but for JSON Lines without their ending."""
    if data.startswith(_GZIP):
        data = _unpacked(data, source.where)
    if len(data) > MAX_BYTES:
        raise UnreadableError(
            f"{source.where}: more than {MAX_BYTES:,} bytes", "give a file that holds one article"
        )
    found = parse(data, name, source)
    if found is not None:
        yield found
    else:
        yield from records.read_records(BytesIO(data), source)


def _unpacked(data: bytes, where: str) -> bytes:
    """What a gzip file holds, or the first bytes of it where that is too much."""
    try:
        with gzip.open(BytesIO(data)) as stream:
            return stream.read(MAX_BYTES + 1)
    except _DAMAGED as error:
        raise UnreadableError(
            f"{where}: compressed, and cut off or damaged: {error}", "get the file anew"
        ) from error


def _reason(path: str, error: Exception) -> UnreadableError:
    match error:
        case IsADirectoryError():
            cure = f"give one article; {_BATCH.format(path)}"
            return UnreadableError(f"{path}: a folder, not an article", cure)
        case FileNotFoundError() if path == "-":
            cure = "save standard input as a .jsonl file, or name files with --files-from -"
            return UnreadableError("-: a batch reads files", cure)
        case FileNotFoundError():
            return UnreadableError(f"{path}: no such file", "check the name")
        case PermissionError():
            return UnreadableError(f"{path}: no permission to read it")
        case gzip.BadGzipFile() | EOFError() | zlib.error():
            return UnreadableError(
                f"{path}: compressed, and cut off or damaged here: {error}",
                "the articles before that are read; get the file anew",
            )
        case OSError():
            return UnreadableError(f"{path}: {error.strerror or error}")
    return UnreadableError(f"{path!r}: no path: {error}")
