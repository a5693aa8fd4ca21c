"""Which dates are told in a timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit import extract
from briefkit.components.columns import columns
from briefkit.components.encoder import LAYER
from briefkit.components.glance.candidates import find_candidates
from briefkit.components.glance.cast import Cast
from briefkit.components.glance.dated import article, readable
from briefkit.components.glance.features import survey
from briefkit.components.glance.happened import features, governor
from briefkit.components.glance.sentence import make_table
from briefkit.components.records import ActorRecord, DateRecord, records
from briefkit.pipeline import make_doc
from briefkit.reading import make_article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LEAD = "The town of Velby voted on 3 March 2024 for a bridge and a ban on boats. Anna Berg, its mayor, smiled. "


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("A crane fell into the river in May 2024.", "past"),
        ("A shop in Arle sold 200 bikes in 2023.", None),
        ("Yesterday's storm tore down two cranes.", "past"),
        ("Tom Ode left the council on 3 May 2024.", "past"),
        ("The owner of the Arle mill left in May 2024.", "past"),
        ("The court will hear the case on 3 March.", "future"),
        ("Sales rose to 200 bikes, up 6 % compared to 2023.", None),
        ("The shop sold more bikes than in 2023.", None),
        ("It was the first strike since 2019.", None),
        ("The sale usually opens in January.", None),
        ("There are two fibres used in today's bags.", None),
        ("The opinion from July 2024 was not binding.", None),
        ("It was the third strike in the port since 2019.", None),
        ("Shops in 2023 were few.", None),
        ("The best month to sail is January.", None),
        ("He believes this year's boats are better.", None),
        ("The town began the campaign of 2008.", None),
        ("The council gave $4 million in fiscal year 2018.", None),
    ],
)
def test_what_is_no_day_of_an_event_has_no_tense(sentence: str, tense: str | None) -> None:
    brief = extract(f"Velby votes\n\n{LEAD}{sentence}", published="2025-01-13")
    *_, last = brief.dates
    assert last.tense == tense


def read(nlp: Language, text: str) -> Doc:
    made = make_article(text, id="a", published="2025-01-13", published_from="metadata")
    return nlp(make_doc(nlp, made))


def told(nlp: Language, text: str) -> dict[str, float]:
    """The features of the last date of a text."""
    doc = read(nlp, text)
    *_, last = records(doc, DateRecord)
    assert last.event
    return features(article(doc), last, last.event)


def test_the_word_that_a_date_hangs_on(nlp: Language) -> None:
    doc = read(nlp, "Tom Ode left the council on 3 May 2024.")
    (date,) = records(doc, DateRecord)
    token, above = governor(columns(doc), date)
    assert (doc[token].dep_, doc[above].text) == ("pobj", "left")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tom Ode will leave the council on 3 May 2025.", ["aux will", "published far", "by root"]),
        ("Tom Ode left last week.", ["published week", "from published", "whole sentence"]),
        ("He might have left in 2023.", ["modal", "subject pronoun", "told as year", "stretch"]),
        ("He left in 2023 and died in 2024.", ["several dates", "root has other"]),
        ("“He left in 2023,” said Tom Ode.", ["in direct"]),
        ("Tom Ode said that he had left in 2023.", ["in indirect"]),
        ("Tom Ode said on 3 May 2024 that he had left.", ["by cue", "beside indirect"]),
    ],
)
def test_features(nlp: Language, text: str, names: list[str]) -> None:
    assert [name for name in names if name not in told(nlp, text)] == []


def test_a_day_that_another_paragraph_sets(nlp: Language) -> None:
    text = "The pier fell on 3 May 2024. The next day the crane fell."
    assert "counted from near" in told(nlp, text)
    assert "counted from afar" in told(nlp, text.replace(". The", ".\n\nThe"))


def test_without_an_encoder_the_features_tell_it(nlp: Language) -> None:
    doc = read(nlp, "Tom Ode left the council on 3 May 2024.")
    doc.user_data.pop(LAYER)
    table = make_table(doc)
    cast = Cast(records(doc, ActorRecord), table.text)
    (date,) = readable(doc, table, cast, survey(doc, table, find_candidates(doc, table), []))
    assert date.tense == "past"


@pytest.mark.parametrize(
    ("sentence", "hangs"),
    [
        ("It fell in May 2024.", True),
        ("That fall of a crane shook many people in May 2024.", True),
        ("In May 2024 I bought a boat in Arle.", True),
        ("A crane fell into the river in May 2024.", False),
        ("For her part, Anna Berg left Arle in May 2024.", False),
        ("And then, in May 2024, Tom Ode left Arle.", False),
    ],
)
def test_what_hangs_on_another_sentence_has_no_tense(sentence: str, hangs: bool) -> None:
    *_, last = extract(f"Velby votes\n\n{LEAD}{sentence}", published="2025-01-13").dates
    assert last.event and (last.tense is None) == hangs
