"""What the tables hold, how they join, and that the documentation says so."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given

from briefkit import lexicon
from briefkit.schema import Brief
from briefkit.tables.rows import TABLES, rows
from tests.briefs import any_brief, brief

DOCUMENT = (Path(__file__).parents[2] / "docs/tables.md").read_text(encoding="utf-8")


def coherent(any_at_all: Brief) -> Brief:
    """The brief with actors of different ids, and quotes that name one of them or none."""
    actors = tuple(replace(a, id=f"a{n}") for n, a in enumerate(any_at_all.actors, 1))
    first = actors[0].id if actors else None
    quotes = tuple(replace(quote, actor=first) for quote in any_at_all.quotes)
    return replace(any_at_all, actors=actors, quotes=quotes)


def tree(of: Brief, key: str = "k") -> dict[str, list[dict[str, Any]]]:
    return msgspec.json.decode(msgspec.json.encode(rows(of, key)))  # type: ignore[no-any-return]


def described(table: str) -> list[tuple[str, str]]:
    """Column and type of each line in the table's section of the documentation."""
    section = DOCUMENT.split(f"\n### {table}\n")[1].split("\n### ")[0]
    return re.findall(r"^\| `(\w+)` \| (\S+) \|", section, re.M)


def kind(value: Any) -> str:
    """The documentation's word for what a column holds."""
    return {str: "text", int: "integer", float: "number", list: "list", type(None): "null"}[
        type(value)
    ]


@pytest.mark.parametrize("table", TABLES)
def test_the_documentation_has_every_column_in_order(table: str) -> None:
    own = [
        (column, kind) for of, column, kind in lexicon.rows("tables", "columns.tsv") if of == table
    ]
    assert described(table) == own


@given(any_brief)
def test_every_column_holds_what_it_is_said_to(any_at_all: Brief) -> None:
    for table, found in tree(coherent(any_at_all)).items():
        kinds = dict(described(table))
        for row in found:
            assert list(row) == TABLES[table] == list(kinds)
            for column, value in row.items():
                told = kinds[column]
                assert kind(value) == told.rstrip("?") or (value is None and told.endswith("?"))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("articles", [{"id": "k", "source_id": "ferry", "path": "ferry.txt", "headline": "Ferry line returns", "authors": ["B. Writer"], "published": "2024-05-04", "model": "en_briefkit 1.0.0", "bullets_asked": None}]),
        ("actors", [{"id": "k/a1", "article_id": "k", "number": 1, "kind": "actor", "name": "Ada Quill", "aliases": ["Quill"]}, {"id": "k/a2", "number": 1, "kind": "place", "name": "Lorn"}]),
        ("mentions", [{"id": "k/a1/m1", "actor_id": "k/a1", "number": 1, "span_start": 20, "span_end": 35}, {"id": "k/a1/m2"}, {"id": "k/a1/m3"}, {"id": "k/a2/m1", "actor_id": "k/a2", "number": 1}]),
        ("dates", [{"id": "k/d1", "value": "2024-SP", "start_date": None, "event": None, "event_start": None}, {"id": "k/d2", "start_date": "2024-05-03", "end_date": "2024-05-03", "span_start": 61, "span_end": 71, "event_start": 20, "event_end": 57}]),
        ("quotes", [{"id": "k/q1", "actor_id": "k/a1", "speaker": "Ada Quill", "speaker_start": 92, "speaker_end": 97, "cue": "said", "cue_start": 87, "span_start": 73, "span_end": 86, "spans": [[73, 86]]}]),
        ("bullets", [{"id": "k/b1", "text": "Mayor opened the ferry", "span_start": 20, "span_end": 57, "spans": [[20, 57]], "resolved": []}]),
        ("warnings", [{"id": "k/w1", "code": "test", "span_start": 117, "spans": [[117, 121]]}]),
    ],
)  # fmt: skip
def test_a_brief_as_rows(table: str, expected: list[dict[str, Any]]) -> None:
    found = tree(brief())[table]
    assert len(found) == len(expected)
    for row, part in zip(found, expected, strict=True):
        assert {name: row[name] for name in part} == part


def test_several_spans_are_one_range_and_a_list() -> None:
    quote = replace(brief().quotes[0], spans=((40, 50), (5, 9), (60, 61)))
    (row,) = tree(replace(brief(), quotes=(quote,)))["quotes"]
    assert (row["span_start"], row["span_end"], row["spans"]) == (
        5,
        61,
        [[40, 50], [5, 9], [60, 61]],
    )


def test_what_has_no_place_has_no_range() -> None:
    quote = replace(
        brief().quotes[0], actor=None, speaker_span=None, cue_span=None, whom_span=None, spans=()
    )
    (row,) = tree(replace(brief(), quotes=(quote,)))["quotes"]
    empty = [name for name in row if name.endswith(("_start", "_end")) and row[name] is None]
    assert len(empty) == 8 and row["actor_id"] is None and row["spans"] == []


@given(any_brief)
def test_every_item_is_a_row_and_every_key_joins(any_at_all: Brief) -> None:
    made = coherent(any_at_all)
    found = tree(made)
    counts = {name: len(of_table) for name, of_table in found.items()}
    people = (*made.actors, *made.places)
    assert counts == {
        "articles": 1, "actors": len(people), "mentions": sum(len(a.mentions) for a in people),
        "dates": len(made.dates), "quotes": len(made.quotes), "bullets": len(made.at_a_glance),
        "warnings": len(made.warnings),
    }  # fmt: skip
    ids = {name: [row["id"] for row in of_table] for name, of_table in found.items()}
    assert all(len(set(of_table)) == len(of_table) for of_table in ids.values())
    for of_table in found.values():
        for row in of_table:
            assert row.get("article_id", "k") == "k"
            assert row.get("actor_id") in (None, *ids["actors"])
    assert [quote["text"] for quote in found["quotes"]] == [quote.text for quote in made.quotes]
    assert [row["name"] for row in found["actors"]] == [actor.name for actor in people]
