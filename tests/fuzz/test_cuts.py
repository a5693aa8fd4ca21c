"""Teasers and broken-off files: an article may end, and begin, at any word."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

import briefkit
from briefkit.api import brief_articles
from briefkit.reading import make_article
from briefkit.scoring.markup import read
from tests.invariants import faults
from tests.quality import gate

# Each ended a run of the rules behind the last word.
TEASERS = [
    "“It rained,” he said. “It snowed,”",
    "“It rained,” he said. “It snowed,” said",
    "'It rained,' Ana Vale told the court. 'It snowed,'",
    "Ana Vale is accused of",
    "The mayor was described as",
    "“No,” said",
    "Ana Vale called it “",
    "“It rained,” according",
    "Vale, who",
]


@pytest.mark.parametrize("text", TEASERS)
def test_a_teaser_has_a_brief(text: str) -> None:
    assert faults(briefkit.extract(text), text) == []


def windows(count: int, seed: int) -> Iterator[str]:
    """Stretches of our own articles, as they stand there, between any two words."""
    texts = [read(path).text for path in gate.articles()]
    chosen = random.Random(seed)
    while count:
        text = chosen.choice(texts)
        end = chosen.randrange(1, len(text) + 1)
        cut = text[max(0, end - chosen.choice((40, 100, 250, 600))) : end]
        if cut.strip():
            yield cut
            count -= 1


def test_our_own_articles_cut_anywhere() -> None:
    cuts = list(windows(300, seed=22))
    for text, brief in zip(cuts, brief_articles([make_article(c) for c in cuts]), strict=True):
        assert isinstance(brief, briefkit.Brief), (text, brief)
        assert faults(brief, text) == [], text
