"""Rows as bytes: JSON Lines, and CSV for programs and for spreadsheets."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from briefkit.tables import Form
from briefkit.tables.rows import Row

# What makes a spreadsheet take a cell for a formula, also behind white space, and as full-width
# characters: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def header(form: Form, columns: Sequence[str]) -> bytes:
    """What stands before the first row."""
    if form is Form.JSONL:
        return b""
    names = ",".join(f'"{name}"' for name in columns).encode() + b"\n"
    # Without the mark Excel reads UTF-8 as the encoding of old Windows.
    return codecs.BOM_UTF8 + names if form is Form.SPREADSHEET else names


def encode(form: Form, rows: Iterable[Row]) -> bytes:
    """Rows of one table, a line each; a line of CSV may go on behind a line end in a cell."""
    return b"".join([_line(form, row) for row in rows])


def _line(form: Form, row: Row) -> bytes:
    encoded = msgspec.json.encode(row)
    # NUL is no text, and ends a string in SQLite, DuckDB and much that reads CSV. The six
    # characters may also be text behind an escaped backslash; that costs only time.
    has_nul = b"\\u0000" in encoded
    if form is Form.JSONL and not has_nul:
        return encoded + b"\n"
    tree = msgspec.json.decode(encoded)
    if has_nul:
        tree = _without_nul(tree)
    if form is Form.JSONL:
        return msgspec.json.encode(tree) + b"\n"
    guarded = form is Form.SPREADSHEET
    return ",".join([_cell(value, guarded) for value in tree.values()]).encode() + b"\n"


def _cell(value: str | float | list[Any] | None, guarded: bool) -> str:
    """A cell of CSV: nothing for null, quotation marks around every text, even an empty one."""
    if value is None:
        return ""
    if isinstance(value, list):
        value = msgspec.json.encode(value).decode()
    elif not isinstance(value, str):
        return str(value)
    if guarded and value.lstrip().startswith(_FORMULA):
        value = "'" + value
    return '"' + value.replace('"', '""') + '"'


def _without_nul(value: Any) -> Any:
    """`value` with U+FFFD in place of each NUL."""
    match value:
        case str():
            return str(value).replace("\0", "\ufffd")
        case list():
            return [_without_nul(item) for item in value]
        case dict():
            return {key: _without_nul(item) for key, item in value.items()}
    return value
