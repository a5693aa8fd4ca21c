"""The story at a glance: lines of the articles, each thing once, the newest state first."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from briefkit.stories.cast import Cast, Line
from briefkit.stories.evidence import Evidence
from briefkit.stories.schema import Told
from briefkit.stories.store import Store, Table
from briefkit.stories.words import Rarity, content

_MOST, _POOL = 6, 200
# Two lines say the same where the shorter shares so many of its words.
_SAME = 0.5
# A shorter line says too little to stand for many.
_FULL_LINE = 8
# A newer line that says the same replaces one that is at most this much better.
_AS_GOOD = 0.75


class Ranked(NamedTuple):
    """A line, and how much of what all articles tell is in it."""

    worth: float
    order: int  # minus its number, so that of equal ones the first wins
    line: Line
    stems: frozenset[str]


class Glance:
    """Takes the bullets and ledes of briefs and chooses those that tell the story."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rarity = Rarity()
        self._rows = Table(store, "lines", Line)

    def add(self, article: int, evidence: Evidence) -> None:
        """The lines of one article."""
        lines = [(bullet.text, bullet.spans) for bullet in evidence.brief.at_a_glance]
        if evidence.brief.lede and evidence.lede_place:
            lines.append((evidence.brief.lede, evidence.lede_place))
        for text, spans in lines:
            self._rows.add(Line(article, text, spans, evidence.meant(*spans)))
        # Each article counts once: what many tell is the story, not what one repeats.
        self._rarity.add(word for text, _ in lines for word in content(text))

    def items(self, cast: Cast) -> Iterator[Told]:
        """The chosen lines, the one that the newest article begins with among them."""
        newest = self._ranked("WHERE article = ? ORDER BY number", self._store.newest())
        chosen = [*islice(newest, 1)]
        pool = heapq.nlargest(_POOL, self._ranked())
        for one in pool:
            if len(chosen) == min(_MOST, 2 + self._store.count):
                break
            if not any(_same(one, other) for other in chosen):
                chosen.append(self._newest(one, pool, chosen))
        chosen.sort(key=lambda one: (-one.line.article, -one.order))
        return (cast.told(one.line) for one in chosen)

    def _ranked(self, *which: Any) -> Iterator[Ranked]:
        for line in self._rows.rows(*which):
            stems = frozenset(content(line.text))
            shares = [self._rarity.share(word) for word in sorted(stems)]
            worth = round(sum(shares) / max(_FULL_LINE, len(shares)), 9)
            yield Ranked(worth, -line.number, line, stems)

    def _newest(self, one: Ranked, pool: list[Ranked], chosen: list[Ranked]) -> Ranked:
        """The line, or the newest that says the same about as well."""
        same = [
            other
            for other in pool
            if _same(other, one)
            and other.worth >= _AS_GOOD * one.worth
            and not any(_same(other, taken) for taken in chosen)
        ]
        return max(same, key=lambda x: (x.line.article, x.worth, x.order), default=one)


def _same(one: Ranked, other: Ranked) -> bool:
    """Whether two lines say the same: what all articles tell is told in words that all have."""
    shorter = min(len(one.stems), len(other.stems))
    return len(one.stems & other.stems) >= max(1, _SAME * shorter)
