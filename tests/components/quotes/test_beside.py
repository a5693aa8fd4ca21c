"""Speakers whose name stands beside the words that speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.records import ActorRecord, QuoteRecord, records

if TYPE_CHECKING:
    from spacy.language import Language


def test_who_opens_the_next_clause_does_not_speak(nlp: Language) -> None:
    doc = nlp("According to official statements, Hugh Hill, now in Leeds, is to go on as mayor.")
    assert [quote.actor for quote in records(doc, QuoteRecord)] == [None]


def test_who_is_named_before_according_to_does_not_speak(nlp: Language) -> None:
    doc = nlp(
        "Thieves also read the letters of the mayor's deputy, Clara Voss, according to the report."
    )
    (quote,) = records(doc, QuoteRecord)
    assert doc.text[slice(*quote.speaker or (0, 0))] == "the report"


def test_who_is_spoken_for_does_not_speak(nlp: Language) -> None:
    (quote,) = records(nlp("A spokesman for the Duke of Lorn said it rained."), QuoteRecord)
    assert quote.actor is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Outside court, Mrs Petrov's son, Hugh Hill, said the family was glad.", "Hugh Hill"),
        ("The bag is that of Hugh Hill, a young baker who says that it rained.", "Hugh Hill"),
        (
            "It was shared by Hugh Hill, a member of Congress for the Labour party, who wrote that it rained.",
            "Hugh Hill",
        ),
    ],
)
def test_the_name_beside_speaks(nlp: Language, text: str, speaker: str) -> None:
    doc = nlp(text)
    names = {actor.id: actor.name for actor in records(doc, ActorRecord)}
    assert [names.get(quote.actor or "") for quote in records(doc, QuoteRecord)] == [speaker]
