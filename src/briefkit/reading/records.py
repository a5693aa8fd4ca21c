"""JSON Lines: one article a line."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from briefkit.errors import BriefkitError, UnreadableError
from briefkit.reading.article import Article
from briefkit.reading.decoding import check_text, decode
from briefkit.reading.metadata import finish_article

# What the record of an article may have, in bytes, so that memory is bounded.
MAX_LINE = 64_000_000
# A longer line is passed over up to here: that of a device, or of a small compressed file, may
# have no end.
MAX_SKIPPED = 1_100_000_000
# So do empty lines: more one after the other are no accident.
MAX_EMPTY = 1_000_000
_TYPES = {str: "a string", int: "a number", float: "a number", bool: "true or false",
          list: "a list", dict: "an object", type(None): "null"}  # fmt: skip


def read_records(
    lines: BinaryIO, path: str, stem: str, encoding: str | None, published: str | None
) -> Iterator[Article | BriefkitError]:
    """The articles of a JSON Lines file, one line in memory at a time.

    A line that is no article is yielded as an UnreadableError that names it.
    """
    for number, line in read_lines(lines):
        try:
            yield read_record(line, number, path, stem, encoding, published)
        except BriefkitError as error:
            yield error


def read_record(
    line: bytes | None, number: int, path: str, stem: str, encoding: str | None, day: str | None
) -> Article:
    """The article of one line. Raises UnreadableError where it is none."""
    where = f"{path}, line {number}"
    return _article(_record(line, where, encoding), where, path, f"{stem}-{number}", day)


def record_ids(lines: BinaryIO, stem: str) -> Iterator[str | None]:
    """The id of each line's article, found without reading the article; None for what is none."""
    for number, line in read_lines(lines):
        yield _id(line or b"", f"{stem}-{number}")


def record_places(
    lines: BinaryIO, stem: str, encoding: str | None
) -> Iterator[tuple[str, int, int]]:
    """Id, number and offset of each line that may be an article, found without reading it."""
    at = 0
    for number, line in read_lines(lines):
        here, at = at, lines.tell()
        if line and encoding:
            line = decode(line, f"line {number}", encoding, limit=MAX_LINE)[0].encode()
        id = _id(line or b"", f"{stem}-{number}")
        if id is not None:
            yield id, number, here


def record_at(
    lines: BinaryIO, number: int, offset: int, path: str, stem: str, encoding: str | None
) -> Article:
    """The article of the line at an offset. Raises UnreadableError where it is none."""
    lines.seek(offset)
    line = next(read_lines(lines), (0, None))[1]
    return read_record(line, number, path, stem, encoding, None)


class _Id(msgspec.Struct):
    id: str | int | None = None


def _id(line: bytes, fallback: str) -> str | None:
    """The id of a line's article; None where the line is none."""
    try:
        id = msgspec.json.decode(line, type=_Id).id
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
    text, _ = decode(line, where, encoding or "utf-8", limit=MAX_LINE)
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            f"{where}: not JSON: {error}", "each line is one JSON object"
        ) from error
    if not isinstance(record, dict):
        raise UnreadableError(f"{where}: {_TYPES[type(record)]}, not an object")
    return record


def _article(
    record: dict[str, Any], where: str, path: str, fallback: str, published: str | None
) -> Article:
    text = _string(record, "text", where)
    if text is None or not text.strip():
        raise UnreadableError(
            f'{where}: {"no" if text is None else "empty"} "text"',
            'each line holds an article as {"id": "...", "text": "..."}',
        )
    check_text(text, where)
    id = record.get("id")
    if isinstance(id, int) and not isinstance(id, bool):
        id = str(id)
    elif id is not None:
        id = _string(record, "id", where)
    return finish_article(
        text,
        id=id or fallback,
        path=path,
        published=published,
        title=_string(record, "title", where),
        day=_string(record, "published", where),
        authors=_strings(record, "authors", where),
        url=_string(record, "url", where),
        language=_string(record, "language", where),
    )


def _string(record: dict[str, Any], key: str, where: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnreadableError(f'{where}: "{key}" must be a string, not {_TYPES[type(value)]}')
    return _whole(value, key, where)


def _strings(record: dict[str, Any], key: str, where: str) -> list[str]:
    value = record.get(key)
    if not isinstance(value, list):
        one = _string(record, key, where)
        return [one] if one else []
    for entry in value:
        if not isinstance(entry, str):
            raise UnreadableError(
                f'{where}: "{key}" must be a list of strings, and holds {_TYPES[type(entry)]}'
            )
    return [_whole(entry, key, where) for entry in value]


def _whole(value: str, key: str, where: str) -> str:
    """`value`, if it can be written as UTF-8: JSON may hold halves of surrogate pairs."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableError(
            f'{where}: "{key}" holds half of a surrogate pair (character {error.start})',
            "write characters beyond U+FFFF whole, or as two \\u escapes that belong together",
        ) from error
    return value
