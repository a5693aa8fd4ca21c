"""JSON Lines: one article a line."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

import msgspec

from briefkit.errors import BriefkitError, UnreadableError
from briefkit.reading.article import Article, Content, finish_article
from briefkit.reading.decoding import decode
from briefkit.reading.fields import TYPES, Fields
from briefkit.reading.page.fragment import read_markup, without_entities
from briefkit.reading.source import Source

# What the record of an article may have, in bytes, so that memory is bounded.
MAX_LINE = 64_000_000
# A longer line is passed over up to here: that of a device, or of a small compressed file, may
# have no end.
MAX_SKIPPED = 1_100_000_000
# So do empty lines: more one after the other are no accident.
MAX_EMPTY = 1_000_000


def read_records(lines: BinaryIO, source: Source) -> Iterator[Article | BriefkitError]:
    """The articles of a JSON Lines file, one line in memory at a time.

    A line that is no article is yielded as an UnreadableError that names it.
    """
    for number, line in read_lines(lines):
        try:
            yield read_record(line, line_source(source, number))
        except BriefkitError as error:
            yield error


def line_source(source: Source, number: int) -> Source:
    """What a line of a file is called."""
    return replace(source, where=f"{source.path}, line {number}", id=f"{source.id}-{number}")


def read_record(data: bytes | None, source: Source) -> Article:
    """The article of one JSON object; None stands for a line that is too long to read."""
    record = _record(data, source.where, source.how.encoding)
    fields = Fields(record, source.where)
    parts = fields.body()
    text = fields.text("text") if parts is None else parts[0]
    if text is None or not text.strip():
        raise UnreadableError(
            f'{source.where}: {"empty" if "text" in record else "no"} "text"',
            'an article is {"id": "...", "text": "..."}, one a line',
        )
    title = fields.text("title")
    title = title and without_entities(title)
    try:
        text, blocks = parts or read_markup(text, title)
    except ValueError as error:
        raise UnreadableError(
            f'{source.where}: the HTML in "text" cannot be read: {error}'
        ) from error
    if not text.strip():
        raise UnreadableError(f'{source.where}: no words in "text"', "it holds nothing but markup")
    content = Content(
        text,
        blocks,
        title=title,
        day=fields.text("published"),
        authors=fields.names("authors"),
        url=fields.text("url"),
        language=fields.text("language"),
        warnings=fields.warnings,
    )
    return finish_article(content, replace(source, id=fields.id() or source.id))


def record_places(lines: BinaryIO, source: Source) -> Iterator[tuple[str | None, int, int]]:
    """Id (None for what is no article), number and offset of each line, which is not read."""
    at = 0
    for number, line in read_lines(lines):
        here, at = at, lines.tell()
        if line and source.how.encoding:
            try:
                line = decode(line, f"line {number}", source.how.encoding)[0].encode()
            except UnreadableError:
                line = b""
        yield _id(line or b"", f"{source.id}-{number}"), number, here


def record_at(lines: BinaryIO, number: int, offset: int, source: Source) -> Article:
    """The article of the line at an offset. Raises UnreadableError where it is none."""
    lines.seek(offset)
    line = next(read_lines(lines), (0, None))[1]
    return read_record(line, line_source(source, number))


class _Id(msgspec.Struct):
    id: str | int | None = None


def _id(line: bytes, fallback: str) -> str | None:
    """The id of a line's article; None where the line is none."""
    try:
        try:
            id = msgspec.json.decode(line, type=_Id).id
        except ValueError:
            # Slower, and takes NaN, as reading does.
            id = msgspec.convert(json.loads(line), _Id).id
        str(id).encode()  # reading refuses half of a surrogate pair
    except (ValueError, RecursionError):
        return None
    return fallback if id in (None, "") else str(id)


def read_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not empty, with their numbers; None for one that is too long to read.

    Raises OSError for one that does not end, and for empty lines without end.
    """
    number = last = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
            if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                raise OSError("UTF-16, and JSON Lines are read as UTF-8: write it again as that")
        if len(line) > MAX_LINE:
            skipped = len(line)
            while line and not line.endswith(b"\n"):
                if skipped > MAX_SKIPPED:
                    raise OSError(f"line {number} has no end, and nothing is read from there on")
                line = stream.readline(MAX_LINE)
                skipped += len(line)
            last = number
            yield number, None
        elif line.strip():
            last = number
            yield number, line
        elif number - last > MAX_EMPTY:
            raise OSError(f"nothing but empty lines from line {last + 1} on, and they are not read")


def _record(line: bytes | None, where: str, encoding: str | None) -> dict[str, Any]:
    if line is None:
        raise UnreadableError(
            f"{where}: more than {MAX_LINE:,} bytes", "each line is one JSON object, of one article"
        )
    # Beside its text a record may have what is longer, such as the page.
    text, _ = decode(line, where, encoding or "utf-8")
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            f"{where}: not JSON: {error}", "each line is one JSON object"
        ) from error
    if not isinstance(record, dict):
        raise UnreadableError(f"{where}: {TYPES[type(record)]}, not an object")
    return record
