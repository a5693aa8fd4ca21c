"""Expressions in their sentences with the values that they should have; see cases.txt."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from briefkit.components.records import AnchorRecord, DateRecord, records, store

if TYPE_CHECKING:
    from spacy.language import Language


class Case(NamedTuple):
    anchor: str
    sentence: str
    value: str
    start: str | None
    end: str | None


def read_cases() -> list[Case]:
    anchor, cases = "-", []
    for line in (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            anchor = line[1:].strip()
        elif line and not line.startswith("#"):
            sentence, value, *days = (part.strip() for part in line.split(" | "))
            start, end = ({"=": value, "-": None}.get(day, day) for day in days)
            cases.append(Case(anchor, sentence, value, start, end))
    return cases


CASES = read_cases()


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 250
    assert len(set(CASES)) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.anchor} {case.sentence}")
def test_value(nlp: Language, case: Case) -> None:
    text = re.sub(r"\[(.*)\]", r"\1", case.sentence)
    start = case.sentence.index("[")
    end = case.sentence.index("]") - 1
    doc = nlp.make_doc(text)
    if case.anchor != "-":
        store(doc, AnchorRecord, [AnchorRecord(case.anchor, "option")])
    for name in ("briefkit_layout", "tok2vec", "tagger", "parser", "briefkit_dates"):
        doc = nlp.get_pipe(name)(doc)
    found = {(date.start, date.end): date for date in records(doc, DateRecord)}
    assert (start, end) in found, [text[slice(*place)] for place in found]
    date = found[start, end]
    assert (date.value, date.start_day, date.end_day) == (case.value, case.start, case.end)
