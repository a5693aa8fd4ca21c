"""Words that are set apart without marks: turns under initials."""

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
