"""What a bullet hangs on that neither it nor the headline names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.glance.alone import standing
from briefkit.components.glance.cast import Cast
from briefkit.components.glance.limits import LOOSE, MOST, UNTOLD
from briefkit.components.glance.shorten import fitted
from briefkit.components.records import ActorRecord, DateRecord, MentionRecord, store
from tests.components.glance.test_rank import parsed, surveyed

if TYPE_CHECKING:
    from spacy.language import Language

BEFORE = "The town of Velby voted for a ban and a bridge at noon."


def stands(
    nlp: Language, sentence: str, title: str = "flood in velby", name: str = "", time: str = ""
) -> float:
    """How well the sentence can be read alone; it has the `name` of somebody, tells a `time`."""
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
    seen = surveyed(doc, title)
    found = seen.candidates[1]
    short = fitted(found.sentence, found.first, MOST)
    assert short is not None
    return standing(found, short, cast, seen)


def alone(nlp: Language, sentence: str, title: str = "flood in velby", **told: str) -> bool:
    return stands(nlp, sentence, title, **told) > 0


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The builders of Velby criticised this in a letter.", False),
        ("Officials fear this will anger the builders of Velby.", False),
        ('"I will never pay for that," a builder in Velby said.', False),
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
    ("title", "expected"),
    [("bans anger builders", False), ("ban angers builders", True), ("ban after bans", True)],
)
def test_several_in_the_headline_do_not_say_which_one(
    nlp: Language, title: str, expected: bool
) -> None:
    assert alone(nlp, "The ban has angered shops in Velby.", title) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ban has angered shops in Velby.", 0),
        ("The move has angered shops in Velby.", UNTOLD),
        ("The latest has angered shops in Velby.", UNTOLD),
        ("Shops in Velby are angered by such bans.", UNTOLD),
        ("Shops in Velby have paid for the move.", LOOSE),
        ("Shops in Velby have called the same clerk.", LOOSE),
        ("Shops in Velby have paid for the move's costs.", LOOSE),
        ("Shops in Velby have paid for the new mill.", 1),
        ("Shops in Velby have paid for a mill and closed the mill.", 1),
        ("Shops in Velby sell drugs such as Velar.", 1),
        ("The government has angered shops in Velby.", 1),
        ("Shops in Velby closed that night.", 0),
        ("Shops in Velby closed in that year.", 0),
        ("Shops in Velby thanked the people.", 1),
        ("The Longhorn mill has angered shops in Velby.", 1),
    ],
)
def test_what_is_not_told_which_it_is(nlp: Language, sentence: str, expected: float) -> None:
    assert stands(nlp, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bright young singer left Velby by train.", UNTOLD),
        ("Shops in Velby thanked the bright young singer.", LOOSE),
    ],
)
def test_who_is_only_called_something(nlp: Language, sentence: str, expected: float) -> None:
    text = f"{BEFORE} {sentence}"
    at = text.lower().index("the bright")
    singer = MentionRecord(at, at + len("the bright young singer"), "nominal")
    actor = ActorRecord("a1", "Eva Dahl", "person", True, None, None, None, (), 1.0, (singer,))
    seen = surveyed(parsed(nlp, text), "flood in velby")
    found = seen.candidates[1]
    short = fitted(found.sentence, found.first, MOST)
    assert short is not None
    assert standing(found, short, Cast([actor], text), seen) == expected


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
