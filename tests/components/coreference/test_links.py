"""The encoder's links: products of vectors, marginals of candidates, nobody, and nearness."""

from __future__ import annotations

from math import exp
from typing import Any

import numpy
import pytest
from spacy.language import Language

from briefkit.components.coreference.features import link
from briefkit.components.coreference.links import DECAY, MOST, Links
from briefkit.components.encoder import LAYER, Encoded
from briefkit.components.records import ActorRecord, records
from briefkit.pipeline import OWN


def links(asks: list[float], offers: list[float], sentences: list[int]) -> Links:
    """Vectors of one number a token; that nobody is meant has the score 0."""
    count = len(asks)
    said: dict[str, Any] = dict.fromkeys(Encoded.__slots__)
    said["asks"] = numpy.array(asks, numpy.float16)[:, None]
    said["offers"] = numpy.array(offers, numpy.float16)[:, None]
    said["nobody"] = numpy.zeros((count, 1), numpy.float32)
    return Links(Encoded(**said), sentences)


def test_a_candidate_has_the_sum_of_its_mentions() -> None:
    found = links([0, 0, 0, 1], [2, 1, 2, 0], [0, 0, 0, 0]).chances(3, [[0, 2], [1]])
    total = 2 * exp(2) + exp(1) + 1
    assert found == pytest.approx([2 * exp(2) / total, exp(1) / total, 1 / total])


def test_what_is_farther_is_less_likely() -> None:
    near, far, _ = links([0, 0, 1], [1, 1, 0], [2, 0, 2]).chances(2, [[0], [1]])
    assert near / far == pytest.approx(exp(2 * DECAY))


def test_of_many_mentions_the_last_are_looked_at() -> None:
    count = MOST + 3
    asks, offers = [0.0] * count + [1.0], [9.0, 9.0, 9.0] + [0.0] * (MOST + 1)
    found = links(asks, offers, [0] * (count + 1)).chances(count, [list(range(count))])
    assert found == pytest.approx([MOST / (MOST + 1), 1 / (MOST + 1)])


def test_nobody_to_be_meant() -> None:
    assert links([1], [0], [0]).chances(0, []) == [1.0]


def test_the_features_of_a_chance_are_steps() -> None:
    sure: list[str] = []
    unsure: list[str] = []
    none: list[str] = []
    link([0.9, 0.04, 0.06], [sure, unsure], none)
    assert "link 0.9" in sure and "link 0.95" not in sure and "link top" in sure
    assert unsure == ["link 0.02"]
    assert none == ["none link 0.02", "none link 0.05"]


TWO = "Ann Reed told Eva Lund about the fire. She then drove home."


@pytest.mark.parametrize("name", ["Ann Reed", "Eva Lund"])
def test_a_pronoun_follows_the_link(nlp: Language, name: str) -> None:
    doc = nlp(TWO, disable=OWN)
    words = [token.text for token in doc]
    said = list(doc.user_data[LAYER])
    said[3:6] = [numpy.zeros_like(part) for part in said[3:6]]
    said[3][words.index("She"), 0] = said[4][words.index(name.split()[1]), 0] = 9.0
    doc.user_data[LAYER] = tuple(said)
    for part in OWN:
        doc = nlp.get_pipe(part)(doc)
    meant = [one.name for one in records(doc, ActorRecord) if "pronoun" in _kinds(one)]
    assert meant == [name]


def _kinds(actor: ActorRecord) -> set[str]:
    return {mention.kind for mention in actor.mentions}
