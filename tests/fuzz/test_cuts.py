"""Teasers and broken-off files: an article may end, and begin, at any word."""

from __future__ import annotations

import random
import re
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
    "Tessel Corp., was named as",
    "“No,” said Vale.\n\nVale, a former ambassador",
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


# Full of what the rules look at two or three words ahead and behind.
DENSE = (
    "And Texas Governor Ana Duarte, 63, the chief executive of Tessel Corp., was named as head of "
    "the Orwin Bank in May. Senators Joan Hale (D., Utah) and Bo Reed MP resigned “early on 3 and "
    "4 June, 2 p.m.”, also. On Friday the company’s founder, Lee, said: “We won’t, e.g. U.S.-led "
    "al-Qaeda talks.” The state-run body (TC), Mr Hale’s rival, had, however, denied that it was "
    "Hale’s, who is the first deputy minister for trade and industry of the 21st century"
)
BORDERS = [at.start() for at in re.finditer(r"[\s’“-]", DENSE)]


def kept(text: str) -> briefkit.Brief:
    brief = briefkit.extract(make_article(text, published="2024-06-05", published_from="option"))
    assert faults(brief, text) == [], text
    return brief


@pytest.mark.parametrize("part", range(4))
def test_a_sentence_may_begin_and_end_anywhere(part: int) -> None:
    for at in BORDERS[part::4]:
        kept(DENSE[:at])
        kept(DENSE[at:])


@pytest.mark.parametrize("part", range(4))
def test_no_item_runs_on_from_one_paragraph_to_the_next(part: int) -> None:
    for at in BORDERS[part::4]:
        brief = kept(f"{DENSE[:at]}\n\n{DENSE[at:]}")
        named = [place for one in (*brief.actors, *brief.places) for place in one.mentions]
        told = [date.span for date in brief.dates]
        assert [place for place in named + told if place[0] < at < place[1] - 1] == []
