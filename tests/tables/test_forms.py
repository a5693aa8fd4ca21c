"""JSON Lines and CSV of any text, read back by the readers of the standard library."""

from __future__ import annotations

import codecs
import csv
import io
import json
from typing import Any

import msgspec
import pytest
from hypothesis import given

from briefkit.schema import Brief
from briefkit.tables import Form
from briefkit.tables.forms import encode, header
from briefkit.tables.rows import TABLES, Row, rows
from tests.briefs import any_brief
from tests.tables.test_rows import coherent


def bullet(text: str) -> Row:
    values = ("k/b1", "k", 1, text, "author", None, None, ((1, 2),), ())
    return dict(zip(TABLES["bullets"], values, strict=True))


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))


def as_cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("plain", '"plain"'),
        ("", '""'),
        ('she said "no", twice', '"she said ""no"", twice"'),
        ("two\nlines\r\n\rand more", '"two\nlines\r\n\rand more"'),
        ("=1+1", '"=1+1"'),
        (" leading; semicolon\t", '" leading; semicolon\t"'),
        ("\x1b[31mred\x1b]0;title\x07", '"\x1b[31mred\x1b]0;title\x07"'),
        ("a\0b", '"a\ufffdb"'),
        (r"a\u0000b", r'"a\u0000b"'),
        ("caf\u00e9 😀 \u2028", '"caf\u00e9 😀 \u2028"'),
    ],
)  # fmt: skip
def test_a_cell_of_csv(text: str, cell: str) -> None:
    assert (
        encode(Form.CSV, [bullet(text)]).decode()
        == f'"k/b1","k",1,{cell},"author",,,"[[1,2]]","[]"\n'
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =cmd|'/c calc'!A0", "\n@x", "＝1", "＠x"]
)
def test_a_spreadsheet_runs_no_text(text: str) -> None:
    ((_, _, _, cell, *_),) = read_csv(encode(Form.SPREADSHEET, [bullet(text)]))
    assert cell == "'" + text


@pytest.mark.parametrize("text", ["plain", "a = b", "5-3", "'=1"])
def test_a_spreadsheet_keeps_other_text(text: str) -> None:
    ((_, _, number, cell, *_),) = read_csv(encode(Form.SPREADSHEET, [bullet(text)]))
    assert (number, cell) == ("1", text)


@pytest.mark.parametrize("columns", TABLES.values())
def test_headers(columns: list[str]) -> None:
    assert header(Form.JSONL, columns) == b""
    assert read_csv(header(Form.CSV, columns)) == [columns]
    assert header(Form.SPREADSHEET, columns) == codecs.BOM_UTF8 + header(Form.CSV, columns)


@given(any_brief)
def test_what_is_written_is_read_back(any_at_all: Brief) -> None:
    for found in rows(coherent(any_at_all), "k").values():
        # By way of JSON without NUL, which no form writes.
        trees = json.loads(json.dumps(msgspec.to_builtins(found)).replace("\\u0000", "\ufffd"))
        lines = encode(Form.JSONL, found).split(b"\n")
        assert [json.loads(line) for line in lines[:-1]] == trees and lines[-1] == b""
        cells = [[as_cell(value) for value in tree.values()] for tree in trees]
        assert read_csv(encode(Form.CSV, found)) == cells
