"""Words that are set apart without marks: cited paragraphs, turns under initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.records import ActorRecord, QuoteRecord, records
from briefkit.pipeline import make_doc
from briefkit.reading import make_article

if TYPE_CHECKING:
    from spacy.language import Language


def said(nlp: Language, text: str) -> list[tuple[str, str | None]]:
    """The words of each direct quote, and who says them."""
    doc = nlp(make_doc(nlp, make_article(text, id="x")))
    names = {actor.id: actor.name for actor in records(doc, ActorRecord)}
    quotes = [quote for quote in records(doc, QuoteRecord) if quote.kind == "direct"]
    return [
        (" ".join(text[start:end] for start, end in q.spans), names.get(q.actor or ""))
        for q in quotes
    ]


FIRST, SECOND = "The bridge is old and will fall.", "Nobody in the town has been told."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Mara Ilves wrote on Monday:\n\n> {FIRST}\n\nShe left.", [(FIRST, "Mara Ilves")]),
        (
            f"Mara Ilves wrote on Monday:\n\n> {FIRST}\n>\n> {SECOND}\n\nThe rain fell.",
            [(f"{FIRST} {SECOND}", "Mara Ilves")],
        ),
        (
            f"In a statement Mara Ilves said:\n\n> {FIRST}\n>\n> — Mara Ilves, mayor\n\nShe left.",
            [(FIRST, "Mara Ilves")],
        ),
        (f"Mara Ilves left on Monday.\n\n> {FIRST}\n\nThe rain fell.", []),
    ],
)
def test_cited_paragraphs_below_a_colon_are_a_quote(
    nlp: Language, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert said(nlp, text) == expected


@pytest.mark.parametrize(
    ("label", "who"), [("MI", "Mara Ilves"), ("TR", "Tom Reyes"), ("XX", None), ("M", None)]
)
def test_initials_are_the_one_person_whose_names_begin_so(
    nlp: Language, label: str, who: str | None
) -> None:
    text = (
        "Mara Ilves spoke with Tom Reyes in May.\n\n"
        f"{label}: The bridge is old.\n\nQ: Will it fall?\n\n{label}: It will fall soon."
    )
    assert [speaker for words, speaker in said(nlp, text) if "fall soon" in words] == [who]
