"""Pronouns and the like that surely stand for what a bullet does not name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.glance.alone import standing
from briefkit.components.glance.cast import Cast
from briefkit.components.glance.limits import MOST
from briefkit.components.glance.shorten import fitted
from briefkit.components.records import ActorRecord, DateRecord, MentionRecord, store
from tests.components.glance.test_rank import parsed, surveyed

if TYPE_CHECKING:
    from spacy.language import Language

BEFORE = "The town of Velby voted for a ban and a bridge at noon."


def alone(nlp: Language, sentence: str, name: str = "", time: str = "") -> bool:
    """Whether the sentence may stand alone; it has the `name` of somebody, tells a `time`."""
    text = f"{BEFORE} {sentence}"
    doc, cast = parsed(nlp, text), Cast([], text)
    if name:
        at = text.index(name, len(BEFORE))
        mentions = (MentionRecord(at, at + len(name), "name"),)
        kind = "place" if name == "Velby" else "person"
        actor = ActorRecord("a1", name, kind, True, None, None, None, (), 1.0, mentions)
        store(doc, ActorRecord, [actor])
        cast = Cast([actor], text)
    if time:
        at = text.index(time)
        place = (at, at + len(time))
        store(doc, DateRecord, [DateRecord(*place, "date", "P1W", None, None, None)])
    seen = surveyed(doc, "flood in velby")
    found = seen.candidates[1]
    short = fitted(found.sentence, found.first, MOST)
    assert short is not None
    return standing(found, short, cast, seen) > 0


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Velby closed the bridge, saying this was for safety.", True),
        ("Shops in Velby reopened, but that was because builders had left.", True),
        ("Builders of Velby have begun to rebut that criticism.", False),
    ],
)
def test_what_this_and_that_stand_for(nlp: Language, sentence: str, expected: bool) -> None:
    assert alone(nlp, sentence) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In the weeks since, builders have left Velby.", False),
        ("Instead, builders of Velby sold the mill.", False),
        ("Later in the day, builders left Velby.", True),
        ("In 1989, then-mayor Karl Holm left Velby.", True),
        ("Builders left Velby and later sold the mill.", True),
        ("Since the storm, builders have left Velby.", True),
        ("There were builders in Velby.", True),
        ("Three builders here have left Velby.", False),
        ('"Builders here have left," said a clerk in Velby.', True),
    ],
)
def test_places_and_times_that_hang_on_others(nlp: Language, sentence: str, expected: bool) -> None:
    assert alone(nlp, sentence) is expected


@pytest.mark.parametrize(
    ("sentence", "time", "expected"),
    [
        ("Two weeks later, builders left Velby.", "Two weeks later", False),
        ("Earlier this week, builders left Velby.", "Earlier this week", True),
        ("Earlier Friday, builders left Velby.", "Friday", True),
    ],
)
def test_a_time_that_counts_from_another(
    nlp: Language, sentence: str, time: str, expected: bool
) -> None:
    assert alone(nlp, sentence, time=time) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It said that builders had left Velby.", False),
        ("It was said that builders had left Velby.", True),
        ("It seems that builders have left Velby.", True),
        ("Builders, it said, have left Velby.", False),
        ('"It is true that builders have left," a clerk in Velby said.', True),
    ],
)
def test_an_it_that_speaks_is_somebody(nlp: Language, sentence: str, expected: bool) -> None:
    assert alone(nlp, sentence) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Anna Berg has sold several of them.", False),
        ("Anna Berg has sold the mill and refused to repair it.", True),
        ("When Anna Berg refers to it as safe, Velby laughs.", False),
        ("In Velby, they won the race by two minutes.", False),
        ("Anna Berg fears that efforts to stop it will fail.", False),
        ("Anna Berg says the mill will pay for efforts to stop it.", True),
        ("Builders said they were treating it as a crime in Velby.", False),
    ],
)
def test_what_one_person_or_a_place_cannot_be(nlp: Language, sentence: str, expected: bool) -> None:
    name = "Anna Berg" if "Anna" in sentence else "Velby"
    assert alone(nlp, sentence, name=name) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Even so, builders have left Velby.", False),
        ("So far, builders have left Velby.", True),
        ("The price of his mill has angered Velby.", False),
        ("As the storm nears Velby, it grows in force.", True),
        ("In Velby, it grows in force.", False),
        ("Some have left Velby by train.", False),
        ("Some of the builders have left Velby by train.", True),
        ("Of the builders in Velby, some have left by train.", True),
        ("No one has left Velby by train.", True),
    ],
)
def test_pronouns_and_turns(nlp: Language, sentence: str, expected: bool) -> None:
    assert alone(nlp, sentence) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In her report, Anna Berg praised the clerks of Velby.", True),
        ("Her son has left Velby, Anna Berg said.", False),
    ],
)
def test_who_says_it_may_speak_of_another(nlp: Language, sentence: str, expected: bool) -> None:
    text = f"{BEFORE} {sentence}"
    her, name = text.lower().index("her "), text.index("Anna Berg")
    mentions = (MentionRecord(her, her + 3, "pronoun", 0.5), MentionRecord(name, name + 9, "name"))
    berg = ActorRecord("a1", "Anna Berg", "person", True, None, None, None, (), 1.0, mentions)
    seen = surveyed(parsed(nlp, text), "flood in velby")
    found = seen.candidates[1]
    short = fitted(found.sentence, found.first, MOST)
    assert short is not None
    assert (standing(found, short, Cast([berg], text), seen) > 0) is expected
