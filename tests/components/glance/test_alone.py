"""What a bullet hangs on that neither it nor the headline names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy
import pytest

from briefkit.components.encoder import LAYER
from briefkit.components.glance.alone import standing
from briefkit.components.glance.cast import Cast
from briefkit.components.glance.leaning import Leaning, leaning
from briefkit.components.glance.limits import ALONE, MOST
from briefkit.components.glance.shorten import fitted
from briefkit.components.records import ActorRecord, MentionRecord, records
from briefkit.pipeline import make_doc
from briefkit.reading import make_article
from tests.components.glance.test_rank import parsed, surveyed

if TYPE_CHECKING:
    from spacy.language import Language

BEFORE = "The town of Velby voted for a ban and a bridge at noon."


def stands(nlp: Language, sentence: str, title: str = "Flood in Velby") -> float:
    """How likely the sentence can be read alone, in an article that was read as any other is."""
    doc = nlp(make_doc(nlp, make_article(f"{BEFORE} {sentence}", id="a", title=title)))
    seen = surveyed(doc, title.lower())
    found = seen.candidates[1]
    short = fitted(found.sentence, found.first, MOST)
    assert short is not None
    return standing(found, short, Cast(records(doc, ActorRecord), doc.text), seen)


def leans(nlp: Language, sentence: str, *actors: ActorRecord) -> list[Leaning]:
    """The words of the sentence that may lean; the actors are as if nobody stood for them."""
    text = f"{BEFORE} {sentence}"
    seen = surveyed(parsed(nlp, text), "flood in velby")
    found = seen.candidates[1]
    kept = range(len(found.sentence))
    return list(leaning(found, kept, Cast(actors, text), frozenset(), seen))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Officials fear this will anger the builders of Velby.", False),
        ("Shops in Velby are angered by such bans.", False),
        ("Instead, builders of Velby sold the mill.", False),
        ("Two weeks later, builders left Velby.", False),
        ("It said that builders had left Velby.", False),
        ("In Velby, they won the race by two minutes.", False),
        ("The ban angered the builders of Velby.", False),
        ("The two bans angered the builders of Velby.", False),
        ("Earlier this week, builders left Velby.", True),
        ("Since the storm, builders have left Velby.", True),
        ("There were builders in Velby.", True),
        ("The government has angered shops in Velby.", True),
        ("The flood angered the builders of Velby.", True),
        ("A ban angered the builders of Velby.", True),
        ("Shops in Velby sell drugs such as Velar.", True),
        ("Some of the builders have left Velby by train.", True),
        ("The US sent builders to Velby.", True),
    ],
)
def test_what_hangs(nlp: Language, sentence: str, expected: bool) -> None:
    assert (stands(nlp, sentence) >= ALONE) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She praised the clerks of Velby.", True),
        ("Then they praised Velby.", True),
        ("In her report, Anna Berg praised the clerks of Velby.", False),
        ("Builders of Velby sold the mill and refused to repair it.", False),
        ("It seems that builders have left Velby.", False),
        ('"She praised us," said a clerk in Velby.', False),
    ],
)
def test_a_pronoun_that_nothing_in_the_bullet_answers(
    nlp: Language, sentence: str, expected: bool
) -> None:
    places = [(at + len(BEFORE) + 1, length) for at, length in _women(sentence)]
    mentions = tuple(
        MentionRecord(at, at + length, "pronoun" if length == 3 else "name")
        for at, length in places
    )
    berg = ActorRecord("a1", "Anna Berg", "person", True, None, None, None, (), 1.0, mentions)
    assert any(word.lost for word in leans(nlp, sentence, berg)) is expected


def _women(sentence: str) -> list[tuple[int, int]]:
    """Where the words for Anna Berg begin, and how long they are."""
    return [(m.start(), len(m[0])) for m in re.finditer(r"\b(?:[Ss]he|her|Anna Berg)\b", sentence)]


def test_the_headline_tells_which_one(nlp: Language) -> None:
    sentence = "The ban has angered shops in Velby."
    assert stands(nlp, sentence, "Ban angers shops") > ALONE > stands(nlp, sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("I saw you near the bridge in Velby.", 0),
        ("The mayor went to see us in Velby.", 0),
        ('"We have left our town," said a builder in Velby.', 1),
    ],
)
def test_the_writer_speaks_in_no_bullet(nlp: Language, sentence: str, expected: int) -> None:
    assert (stands(nlp, sentence) > 0) is bool(expected)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The ban has angered them.", ["The ban", "them"]),
        ("This angered many in the town.", ["This", "many", "the town"]),
        ("Later, builders of the old mill left, too.", ["Later", "the mill", "too"]),
        ("Builders left a town that they knew.", ["they"]),
        ("There were shops in Velby.", []),
    ],
)
def test_words_that_may_lean(nlp: Language, sentence: str, words: list[str]) -> None:
    doc = parsed(nlp, f"{BEFORE} {sentence}")
    at = surveyed(doc).candidates[1].sentence.start
    found = [
        doc[at + one.token].text + ("" if one.noun == one.token else f" {doc[at + one.noun].text}")
        for one in leans(nlp, sentence)
    ]
    assert found == words


def test_features_of_a_noun(nlp: Language) -> None:
    (ban, *_) = leans(nlp, "The first ban on boats angered shops.")
    told = ban.features
    assert told["noun the"] == told["noun main"] == told["noun ordered"] == told["noun before"] == 1
    assert "noun headline" not in told and "noun of" not in told and "noun lede" not in told


def test_a_pronoun_of_somebody_whom_the_headline_names(nlp: Language) -> None:
    sentence = "She left Velby."
    at = len(BEFORE) + 1
    mention = MentionRecord(at, at + 3, "pronoun", 0.9)
    actor = ActorRecord("a1", "Ada Flood", "person", True, None, None, None, (), 1.0, (mention,))
    (she,) = leans(nlp, sentence, actor)
    assert she.features["pronoun headed actor"] == she.features["pronoun no noun she"] == 1


def test_without_an_encoder_the_features_tell_it(nlp: Language) -> None:
    text = f"{BEFORE} The ban angered Velby."
    doc = parsed(nlp, text)
    doc.user_data.pop(LAYER, None)
    seen = surveyed(doc, "flood in velby")
    assert not numpy.any(seen.heard)
    found = seen.candidates[1]
    short = fitted(found.sentence, found.first, MOST)
    assert short is not None and 0 < standing(found, short, Cast([], text), seen) < 1
