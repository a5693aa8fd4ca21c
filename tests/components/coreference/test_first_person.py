"""First persons in quotations, with the speaker given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.coreference import link_first_person
from briefkit.components.records import ActorRecord, MentionRecord, QuoteRecord, records, store
from tests.components.coreference.marked import parse, read

if TYPE_CHECKING:
    from spacy.language import Language

ROLE, AFFILIATION = "spokeswoman for Nordwind", "Nordwind"

# The first actor, 1, speaks all that stands in curly marks; 2 is the organization Nordwind.
PERSON = [
    "“{I:1} am tired,” {Ann Reed:p1} said. {Nordwind:o2} did not answer.",
    "“It cost {me:1} {my:1} job,” {Ann Reed:p1} said of {Nordwind:o2}.",
    "{Ann Reed:p1} of {Nordwind:o2} said: “{I:1} did it {myself:1}.”",
    "“We met there,” {Ann Reed:p1} said of {Nordwind:o2}.",
]
IN_OFFICE = [
    "“{We:2} will pay,” {Ann Reed:p1} of {Nordwind:o2} said.",
    "“It is {our:2} fault,” {Ann Reed:p1} of {Nordwind:o2} said. “{I:1} am sorry.”",
    "“They asked {us:2}, and we all agreed,” {Ann Reed:p1} of {Nordwind:o2} said.",
    "“The US left,” {Ann Reed:p1} of {Nordwind:o2} said.",
]
ORGANIZATION = [
    "“{We:1} will pay,” {Nordwind:o1} said.",
    "“It is {our:1} fault,” {Nordwind:o1} said.",
    "“I like {us:1},” {Nordwind:o1} said.",
]
CASES = [
    *((text, None, None) for text in PERSON),
    *((text, ROLE, AFFILIATION) for text in IN_OFFICE),
    *((text, None, None) for text in ORGANIZATION),
]


@pytest.mark.parametrize(("marked", "role", "affiliation"), CASES)
def test_link(nlp: Language, marked: str, role: str | None, affiliation: str | None) -> None:
    text, marks = read(marked)
    doc = parse(nlp, text)
    _store(doc, text, marks, role, affiliation)
    link_first_person(doc)
    found = {
        (m.start, m.end, int(actor.id))
        for actor in records(doc, ActorRecord)
        for m in actor.mentions
        if m.kind == "pronoun"
    }
    assert found == {(start, end, number) for start, end, kind, number in marks if not kind}


def _store(doc, text, marks, role, affiliation) -> None:  # type: ignore[no-untyped-def]
    kinds = {"p": "person", "o": "organization"}
    store(
        doc,
        ActorRecord,
        [
            ActorRecord(
                id=str(number),
                name=text[start:end],
                type=kinds[kind],
                acts=True,
                role=role if kind == "p" else None,
                role_span=None,
                affiliation=affiliation if kind == "p" else None,
                aliases=(),
                salience=1.0,
                mentions=(MentionRecord(start, end, "name"),),
            )
            for start, end, kind, number in marks
            if kind
        ],
    )
    quotes, at = [], text.find("“")
    while at >= 0:
        end = text.index("”", at) + 1
        quotes.append(QuoteRecord(((at, end),), "direct", None, "1", None, "named"))
        at = text.find("“", end)
    store(doc, QuoteRecord, quotes)


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "«»"])
def test_only_the_marked_words_of_a_mixed_quote(nlp: Language, marks: str) -> None:
    text = f"Ann Reed said that when I asked she was {marks[0]}on my way{marks[1]}."
    doc = parse(nlp, text)
    _store(doc, text, [(0, 8, "p", 1)], None, None)
    start = text.index("when")
    quote = QuoteRecord(((start, len(text)),), "mixed", (0, 8), "1", None, "named")
    store(doc, QuoteRecord, [quote])
    link_first_person(doc)
    (actor,) = records(doc, ActorRecord)
    assert [text[m.start : m.end] for m in actor.mentions] == ["Ann Reed", "my"]


def test_of_quotes_in_quotes_the_innermost_tells_who_speaks(nlp: Language) -> None:
    text = "Ann Reed said Bo Park had called it “my worst mistake”."
    doc = parse(nlp, text)
    _store(doc, text, [(0, 8, "p", 1), (14, 21, "p", 2)], None, None)
    outer, inner = ((14, len(text) - 1),), ((text.index("it “"), len(text) - 1),)
    quotes = [
        QuoteRecord(outer, "mixed", (0, 8), "1", None, "named"),
        QuoteRecord(inner, "mixed", (14, 21), "2", None, "named"),
    ]
    store(doc, QuoteRecord, quotes)
    link_first_person(doc)
    said = [[text[m.start : m.end] for m in a.mentions] for a in records(doc, ActorRecord)]
    assert said == [["Ann Reed"], ["Bo Park", "my"]]


def test_without_quotes_nothing_changes(nlp: Language) -> None:
    doc = parse(nlp, "I left.")
    link_first_person(doc)
    assert records(doc, ActorRecord) == ()
