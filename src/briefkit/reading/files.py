"""Paths to articles: the format by the file's ending, and everything that can be wrong with it."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from briefkit.errors import BriefkitError, UnreadableError, UsageError
from briefkit.reading import records
from briefkit.reading.article import Article
from briefkit.reading.dates import parse_published
from briefkit.reading.decoding import check_text, decode
from briefkit.reading.front_matter import as_names, as_text, split_front_matter
from briefkit.reading.html import parse_html
from briefkit.reading.markdown import parse_markdown
from briefkit.reading.metadata import finish_article
from briefkit.storage import is_url, open_binary, read_bytes
from briefkit.text import printable

_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm")
_RECORDS = (".jsonl", ".jsonl.gz")
SUFFIXES = (".txt", *_MARKDOWN, *_HTML, *_RECORDS)
"""Endings of the files that `batch` picks up in folders."""

_NO_ARTICLES = (".json", ".yaml", ".yml")
# What a file of one article may have: a page of a million characters has a lot of markup.
MAX_BYTES = 64_000_000
_DAMAGED = (OSError, ValueError, EOFError, zlib.error)


def read_article(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    encoding: str | None = None,
    published: str | None = None,
) -> Article:
    """The one article of a file, or of standard input for "-".

    `published` is a day as a user writes it. Raises UnreadableError, and UsageError for options
    that make no sense and for a file of several articles.
    """
    day = parse_published(published) if published is not None else None
    if source == "-":
        data = (stdin or sys.stdin.buffer).read()
        return _plain(data, "standard input", "-", "stdin", encoding, day)
    if not is_records(source):
        return _read_file(source, encoding, day)
    found = _records(source, encoding, day)
    first = next(found, None)
    if first is None:
        raise UnreadableError(f"{source}: empty", "an article needs some text")
    if next(found, None) is not None:
        raise UsageError(
            f"{source}: more than one article", f"use `briefkit batch {source} -o FOLDER`"
        )
    if isinstance(first, BriefkitError):
        raise first
    return first


def read_articles(
    path: str, *, encoding: str | None = None, published: str | None = None
) -> Iterator[Article | BriefkitError]:
    """The articles of a file, one by one; in the place of one that cannot be read, its error."""
    day = parse_published(published) if published is not None else None
    if is_records(path):
        yield from _records(path, encoding, day)
        return
    try:
        yield _read_file(path, encoding, day)
    except BriefkitError as error:
        yield error


def read_lines(path: str) -> Iterator[tuple[int, bytes | None] | UnreadableError]:
    """The numbered lines of a file of records, for `read_line`; at its end, what broke it off."""
    try:
        with open_records(path) as lines:
            yield from records.read_lines(lines)
    except _DAMAGED as error:
        yield _reason(path, error)


def read_line(
    path: str, number: int, line: bytes | None, encoding: str | None, published: str | None
) -> Article:
    """The article of a line, as it would be read with its file. Raises UnreadableError."""
    day = parse_published(published) if published is not None else None
    return records.read_record(line, number, printable(path), stem(path), encoding, day)


def read_text(text: str, *, title: str | None = None, published: str | None = None) -> Article:
    """The article of a text that a program holds; places count its characters as they are.

    Raises UnreadableError for an empty text and for what is no text, and UsageError for a
    `published` that is no day.
    """
    day = parse_published(published) if published is not None else None
    check_text(text, "the text")
    return finish_article(text, id="article", path=None, published=day, title=title)


def read_ids(path: str) -> Iterator[str | None]:
    """The id that each record of a file would have as an article; None where it is none."""
    try:
        with open_records(path) as lines:
            yield from records.record_ids(lines, stem(path))
    except _DAMAGED:
        return  # it is named when it is read


def is_records(path: str) -> bool:
    """Whether a file holds one article a line, by its ending."""
    return path.lower().endswith(_RECORDS)


def stem(path: str) -> str:
    """The name of a file without its ending."""
    name = printable(path.rpartition("/")[2] if is_url(path) else Path(path).name)
    return name[: -len(".jsonl.gz")] if name.lower().endswith(".jsonl.gz") else Path(name).stem


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


def _records(path: str, encoding: str | None, day: str | None) -> Iterator[Article | BriefkitError]:
    try:
        with open_records(path) as lines:
            yield from records.read_records(lines, printable(path), stem(path), encoding, day)
    except _DAMAGED as error:
        yield _reason(path, error)


def _read_file(path: str, encoding: str | None, day: str | None) -> Article:
    suffix, id = Path(path).suffix.lower(), stem(path)
    if suffix in _NO_ARTICLES:
        raise UnreadableError(
            f"{path}: not an article, by its ending {suffix}",
            f"articles end in {' '.join(SUFFIXES)}; for a brief use `briefkit show`",
        )
    try:
        data = read_bytes(path, MAX_BYTES)
    except (OSError, ValueError) as error:
        raise _reason(path, error) from error
    if len(data) > MAX_BYTES:
        raise UnreadableError(
            f"{path}: more than {MAX_BYTES:,} bytes", "give a file that holds one article"
        )
    name = printable(path)
    if suffix in _MARKDOWN:
        return _markdown(data, name, id, encoding, day)
    if suffix in _HTML:
        return _html(data, name, id, encoding, day)
    return _plain(data, name, name, id, encoding, day)


def _reason(path: str, error: Exception) -> UnreadableError:
    match error:
        case IsADirectoryError():
            return UnreadableError(
                f"{path}: a folder, not an article", f"use `briefkit batch {path} -o FOLDER`"
            )
        case FileNotFoundError():
            return UnreadableError(
                f"{path}: no such file", "check the name; - reads standard input"
            )
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


def _plain(
    data: bytes, where: str, path: str, id: str, encoding: str | None, day: str | None
) -> Article:
    text, warnings = decode(data, where, encoding)
    return finish_article(text, id=id, path=path, published=day, warnings=warnings)


def _markdown(data: bytes, path: str, id: str, encoding: str | None, day: str | None) -> Article:
    source, warnings = decode(data, path, encoding)
    front, body = split_front_matter(source, path)
    title = as_text(front.get("title"))
    text, blocks = parse_markdown(body, title)
    check_text(text, path)
    return finish_article(
        text,
        id=id,
        path=path,
        published=day,
        blocks=blocks,
        title=title,
        day=as_text(front.get("date")),
        authors=as_names(front.get("authors")) or as_names(front.get("author")),
        url=as_text(front.get("url")),
        language=as_text(front.get("lang")) or as_text(front.get("language")),
        warnings=warnings,
    )


def _html(data: bytes, path: str, id: str, encoding: str | None, day: str | None) -> Article:
    source, warnings = decode(data, path, encoding, html=True)
    page = parse_html(source, path)
    check_text(page.text, path)
    return finish_article(
        page.text,
        id=id,
        path=path,
        published=day,
        blocks=page.blocks,
        title=page.title,
        day=page.day,
        authors=page.authors,
        url=page.url,
        language=page.language,
        warnings=warnings,
    )
