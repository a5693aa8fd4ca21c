"""What the words of an article are worth, and what a bullet loses that cannot be read alone."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from briefkit.components.glance.candidates import find_candidates
from briefkit.components.glance.features import measure
from briefkit.components.glance.resolve import Cast
from briefkit.components.glance.sentence import make_table
from briefkit.components.glance.shorten import variants
from briefkit.components.glance.worth import (
    PAIR_FEATURES,
    STEM_FEATURES,
    WEIGHTS,
    Survey,
    Worth,
    pair_features,
    stem_features,
    weigh,
)
from briefkit.components.records import ActorRecord, MentionRecord

if TYPE_CHECKING:
    from spacy.language import Language

    from briefkit.components.glance.candidates import Candidate

TEXT = (
    "The flood reached Velby at noon. The mayor closed the bridge. Nobody lived near the mill.\n\n"
    "The flood took the bridge. A clerk ate an apple."
)


def candidates(nlp: Language, text: str) -> list[Candidate]:
    doc = nlp(text)
    return find_candidates(doc, make_table(doc))


def actor(name: str, kind: str, *mentions: MentionRecord, gender: str | None = None) -> ActorRecord:
    return ActorRecord("a1", name, kind, True, None, None, None, (), 1.0, mentions, gender)


def worth_of(nlp: Language, headline: list[str] | None = None, cast: Cast | None = None) -> Worth:
    return weigh(candidates(nlp, TEXT), cast or Cast([], TEXT), headline or [])


@pytest.mark.parametrize(
    ("more", "less"),
    [("flood", "noon"), ("velby", "mayor"), ("bridge", "mill"), ("mayor", "clerk")],
    ids=["often", "lede", "twice", "early"],
)
def test_what_comes_often_and_early_is_worth_more(nlp: Language, more: str, less: str) -> None:
    stems = worth_of(nlp).stems
    assert 1 > stems[more] > stems[less] > 0


def test_the_headline_and_the_main_actor_are_worth_more(nlp: Language) -> None:
    plain = worth_of(nlp)
    assert worth_of(nlp, ["clerk", "eats", "an", "apple"]).stems["clerk"] > plain.stems["clerk"]
    assert worth_of(nlp, ["an", "apple"]).pairs["an", "apple"] > plain.pairs["an", "apple"]
    at = TEXT.index("mayor")
    cast = Cast([actor("mayor", "person", MentionRecord(at, at + 5, "name"))], TEXT)
    assert worth_of(nlp, cast=cast).stems["mayor"] > plain.stems["mayor"]


def test_words_of_no_content_are_worth_nothing(nlp: Language) -> None:
    assert not worth_of(nlp).stems.keys() & {"", "the", "near", "at", "an"}


def test_the_story_counts_from_where_it_tells_the_headline(nlp: Language) -> None:
    headline = ["flood", "took", "velby", "bridge"]
    assert worth_of(nlp).point == worth_of(nlp, ["noon", "velby"]).point == 0
    delayed = "A clerk ate an apple in May. The cook ate a pear. " + TEXT
    plain = weigh(candidates(nlp, delayed), Cast([], delayed), [])
    drawn = weigh(candidates(nlp, delayed), Cast([], delayed), headline)
    assert (plain.point, drawn.point) == (0, 2)
    assert drawn.stems["noon"] > plain.stems["noon"]
    assert drawn.stems["pear"] < plain.stems["pear"]


def test_each_feature_has_a_weight(nlp: Language) -> None:
    raw = json.loads((files("briefkit.components") / "data" / WEIGHTS).read_text("utf-8"))
    assert tuple(raw["weights"]["stems"]) == STEM_FEATURES
    assert tuple(raw["weights"]["pairs"]) == PAIR_FEATURES
    survey = Survey(candidates(nlp, TEXT), Cast([], TEXT), [])
    assert {len(stem_features(survey.stem(key))) for key in survey.counts} == {len(STEM_FEATURES)}
    assert {len(pair_features(survey.pair(key))) for key in survey.pair_counts} == {
        len(PAIR_FEATURES)
    }


@pytest.mark.parametrize(
    ("feature", "sentence", "value"),
    [
        ("leaning", "The ban angered the builders of Velby.", 1.0),
        ("leaning", "The new ban angered the builders of Velby.", 0.0),
        ("leaning", "The ban on bridges has angered Velby.", 0.0),
        ("leaning", "The government angered the builders of Velby.", 0.0),
        ("leaning", "A ban angered the builders of Velby.", 0.0),
        ("leaning", "The flood angered the builders of Velby.", 0.0),
        ("leaning", "Builders in Velby were angered by this ban.", 1.0),
        ("there", "There was a ban on bridges near Velby.", 1.0),
        ("pointing", "Such bans angered the builders of Velby.", 1.0),
        ("pointing", "In spring, it angered the builders of Velby.", 1.0),
        ("pointing", "In spring, bans angered the builders of Velby.", 0.0),
        ("number", "The flood took nine bridges from Velby.", 1.0),
        ("personal", "I saw you near the bridge in Velby.", 1.0),
    ],
)
def test_feature(nlp: Language, feature: str, sentence: str, value: float) -> None:
    text = f"The flood reached Velby at noon. {sentence}"
    _, found = candidates(nlp, text)
    short = next(variants(found.sentence, found.first, [0.0] * len(found.sentence)))
    worth = Worth({}, {}, first={"ban": 0})
    features = measure(found, short, frozenset(found.stems), worth, Cast([], text))
    assert getattr(features, feature) == value


def test_his_without_him_is_loose(nlp: Language) -> None:
    text = "Karl Holm closed the bridge. The flood was the answer to his plan."
    at = text.index("his")
    cast = Cast(
        [actor("Karl Holm", "person", MentionRecord(0, 9, "name"),
               MentionRecord(at, at + 3, "pronoun"), gender="m")],
        text,
    )  # fmt: skip
    _, found = candidates(nlp, text)
    short = next(variants(found.sentence, found.first, [0.0] * len(found.sentence)))
    assert measure(found, short, frozenset(found.stems), Worth({}, {}), cast).loose == 1.0
    assert measure(found, short, frozenset(found.stems), Worth({}, {}), Cast([], text)).loose == 0.0


def test_he_may_be_taken_for_somebody_else(nlp: Language) -> None:
    text = "Karl Holm met Leo Berg. In May, he closed the bridge."
    at = text.index("he closed")
    mentions = (MentionRecord(0, 9, "name"), MentionRecord(at, at + 2, "pronoun"))
    cast = Cast([actor("Karl Holm", "person", *mentions, gender="m")], text)
    _, found = candidates(nlp, text)
    short = next(variants(found.sentence, found.first, [0.0] * len(found.sentence)))
    assert measure(found, short, frozenset(found.stems), Worth({}, {}), cast).loose == 2.0
