"""What is seen of a sentence, how likely it is a bullet, and what cannot be read alone."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy
import pytest

from briefkit.components.encoder import LAYER
from briefkit.components.glance.candidates import find_candidates
from briefkit.components.glance.features import Features, Survey, survey
from briefkit.components.glance.limits import LEDE, MOST
from briefkit.components.glance.rank import WEIGHTS, chance
from briefkit.components.glance.sentence import make_table
from briefkit.components.glance.shorten import fitted
from briefkit.components.records import (
    ActorRecord,
    AnchorRecord,
    DateRecord,
    MentionRecord,
    QuoteRecord,
    store,
)

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TEXT = "The flood reached Velby at noon. The mayor closed the bridge. There was a ban on ships."
NONE = Features(*[0.0] * len(Features._fields))


def parsed(nlp: Language, text: str) -> Doc:
    doc = nlp.make_doc(text)
    with nlp.select_pipes(disable=[n for n in nlp.pipe_names if n.startswith("briefkit_")]):
        return nlp(doc)


def surveyed(doc: Doc, headline: str = "") -> Survey:
    table = make_table(doc)
    return survey(doc, table, find_candidates(doc, table), headline.split())


def actor(name: str, kind: str, *mentions: MentionRecord, gender: str | None = None) -> ActorRecord:
    return ActorRecord("a1", name, kind, True, None, None, None, (), 0.9, mentions, gender)


def test_each_feature_has_a_weight() -> None:
    raw = json.loads((files("briefkit.components") / "data" / WEIGHTS).read_text("utf-8"))
    assert tuple(raw["weights"]) == (*Features._fields, "bias")


@pytest.mark.parametrize(
    ("for_it", "feature"),
    [(True, name) for name in ("lede", "near", "early", "core", "headline", "actors", "fresh")]
    + [(False, name) for name in ("told", "had", "there")],
)
def test_what_speaks_for_a_bullet_and_against(for_it: bool, feature: str) -> None:
    assert (chance(NONE._replace(**{feature: 1.0})) > chance(NONE)) is for_it


def test_where_it_stands_and_what_kind_it_is(nlp: Language) -> None:
    seen = surveyed(parsed(nlp, TEXT), "mayor closes harbour")
    first, second, third = (seen.features(i, 6) for i in range(3))
    assert (first.lede, second.lede, first.opens, second.opens) == (1, 0, 1, 0)
    assert first.near == first.early == 1 > second.early > second.near > third.near > 0
    assert (first.headline, second.headline, third.headline) == (0, 1, 0)
    assert (second.there, third.there) == (0, 1)


def test_the_story_counts_from_where_it_tells_the_headline(nlp: Language) -> None:
    headline = "flood took velby bridge"
    text = "A clerk ate an apple in May. The cook ate a pear. The flood took a bridge in Velby."
    doc = parsed(nlp, text)
    plain, drawn = surveyed(doc), surveyed(doc, headline)
    assert (plain.point, drawn.point) == (0, 2)
    assert (plain.features(2, 6).lede, drawn.features(2, 6).lede) == (0, 1)
    assert plain.features(0, 6).near > plain.features(2, 6).near
    assert drawn.features(0, 6).near < drawn.features(2, 6).near


def test_who_and_what_is_in_it(nlp: Language) -> None:
    doc = parsed(nlp, TEXT)
    at = TEXT.index("mayor")
    store(doc, ActorRecord, [actor("mayor", "person", MentionRecord(at, at + 5, "name"))])
    day = DateRecord(
        at + 6, at + 12, "date", "2020-03-02", "2020-03-02", "2020-03-02", (at, at + 9)
    )
    store(doc, DateRecord, [day])
    store(doc, AnchorRecord, [AnchorRecord("2020-03-04", "metadata")])
    quote = QuoteRecord(((at, at + 9),), "indirect", None, None, None, "none", "asserted")
    store(doc, QuoteRecord, [quote])
    seen = surveyed(doc)
    first, second, _ = (seen.features(i, 6) for i in range(3))
    assert (first.actors, first.fresh, first.reports) == (0, 0, 0)
    assert (second.actors, second.fresh, second.reports) == (0.3, 1, 1)


@pytest.mark.parametrize("day", ["2020-04-02", "2019-03-02"])
def test_what_was_long_ago_is_not_fresh(nlp: Language, day: str) -> None:
    doc = parsed(nlp, TEXT)
    store(doc, DateRecord, [DateRecord(0, 9, "date", day, day, day, (0, 9))])
    store(doc, AnchorRecord, [AnchorRecord("2020-03-04", "metadata")])
    assert surveyed(doc).features(0, 6).fresh == 0


def meant(doc: Doc, *directions: int) -> Doc:
    """The doc with meanings that point each in one of a few directions."""
    meanings: Any = numpy.zeros((len(directions), 384), numpy.float32)
    for row, direction in enumerate(directions):
        meanings[row, direction] = 1.0
    points = numpy.arange(len(directions), dtype=numpy.float32)
    links: Any = numpy.zeros((len(doc), 96), numpy.float32)
    doc.user_data[LAYER] = (None, None, None, links, links, None, meanings, points)
    return doc


def test_meanings(nlp: Language) -> None:
    seen = surveyed(meant(parsed(nlp, TEXT), 0, 1, 0))
    assert seen.likeness.tolist() == [[1, 0, 1], [0, 1, 0], [1, 0, 1]]
    assert seen.core[0] == seen.core[2] > 0 > seen.core[1]
    assert seen.told[2] > 0 > seen.told[1]
    assert sum(seen.core) == pytest.approx(0)
    assert seen.points == [0, 1, 2] and seen.features(1, 6).point == 1


def test_without_an_encoder_meanings_tell_nothing(nlp: Language) -> None:
    doc = parsed(nlp, TEXT)
    doc.user_data.pop(LAYER, None)
    seen = surveyed(doc)
    assert seen.core == seen.told == seen.points == [0, 0, 0] and not seen.likeness.any()


def test_what_the_parser_broke_off_is_one_sentence(nlp: Language) -> None:
    doc = parsed(nlp, "The mayor of Velby sold all but the oldest of the bridges.")
    table = replace(make_table(doc), sentence_starts=[0, 6])
    (candidate,) = find_candidates(doc, table)
    assert candidate.sentence.words[-2:] == ["bridges", "."]


def test_a_closing_mark_that_is_the_last_sentence_is_none(nlp: Language) -> None:
    doc = parsed(nlp, 'The mayor of Velby said: "We sold the bridge."')
    table = replace(make_table(doc), sentence_starts=[0, len(doc) - 1])
    (candidate,) = find_candidates(doc, table)
    assert candidate.sentence.words[-1] == '"'


LONG = (
    "The council of Velby sold the old bridge over the river to a builder from the north of the "
    "valley for nine million crowns in a vote that took the whole night"
)


@pytest.mark.parametrize(
    ("more", "most", "words"),
    [
        ("", MOST, 32),
        (" and", MOST, None),
        (" and then the day", LEDE, 36),
        (", leaving forty families without a road to the town", MOST, 32),
        (", leaving forty families there", LEDE, 36),
    ],
    ids=["fits", "no cut", "lede", "cut", "uncut lede"],
)
def test_only_what_does_not_fit_is_cut(
    nlp: Language, more: str, most: int, words: int | None
) -> None:
    doc = parsed(nlp, f"{LONG}{more}.")
    (candidate,) = find_candidates(doc, make_table(doc))
    short = fitted(candidate.sentence, candidate.first, most)
    assert (short.size if short else None) == words
