"""The story at a glance: lines of the articles, each thing once, the newest state first."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from briefkit.schema import Brief
from briefkit.stories.cast import Cast
from briefkit.stories.claims import lede_place
from briefkit.stories.evidence import Meant
from briefkit.stories.schema import Told
from briefkit.stories.store import Store, places, written
from briefkit.stories.words import Rarity, content

_MOST, _POOL = 6, 200
# Two lines say the same where the shorter shares so many of its words.
_SAME = 0.5
# A shorter line says too little to stand for many.
_FULL_LINE = 8
# A newer line that says the same replaces one that is at most this much better.
_AS_GOOD = 0.75


class Line(NamedTuple):
    """A line that may be chosen, and how much of what all articles tell is in it."""

    worth: float
    order: int  # minus its number, so that of equal ones the first wins
    article: int
    text: str
    spans: str
    stems: frozenset[str]


class Glance:
    """Takes the bullets and ledes of briefs and chooses those that tell the story."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rarity = Rarity()
        store.run(
            "CREATE TABLE lines (number INTEGER PRIMARY KEY, article INT, text TEXT, spans TEXT,"
            " meant TEXT)"
        )

    def add(self, number: int, brief: Brief) -> None:
        """The lines of one article."""
        lines = [(bullet.text, bullet.spans) for bullet in brief.at_a_glance]
        if brief.lede and (place := lede_place(brief)):
            lines.append((brief.lede, place))
        meant = Meant(brief)
        for text, spans in lines:
            row = (number, text, written(spans), meant.within(*spans))
            self._store.run("INSERT INTO lines VALUES (NULL, ?, ?, ?, ?)", row)
        # Each article counts once: what many tell is the story, not what one repeats.
        self._rarity.add(word for text, _ in lines for word in content(text))

    def items(self, cast: Cast) -> Iterator[Told]:
        """The chosen lines, the one that the newest article begins with among them."""
        chosen = [*islice(self._lines("WHERE article = ?", self._store.newest()), 1)]
        pool = heapq.nlargest(_POOL, self._lines())
        for line in pool:
            if len(chosen) == min(_MOST, 2 + self._store.count):
                break
            if not any(_same(line, other) for other in chosen):
                chosen.append(self._newest(line, pool, chosen))
        chosen.sort(key=lambda line: (-line.article, -line.order))
        for line in chosen:
            id, meant = self._store.run(
                "SELECT id, meant FROM lines JOIN articles a ON a.number = article"
                " WHERE lines.number = ?",
                (-line.order,),
            ).fetchone()
            actors = cast.ids(line.article, meant)
            yield Told(line.text, id, places(line.spans), actors)

    def _lines(self, which: str = "", *values: int | None) -> Iterator[Line]:
        columns = "SELECT number, article, text, spans FROM lines"
        found = self._store.run(f"{columns} {which} ORDER BY number", values)
        for number, article, text, spans in found:
            stems = frozenset(content(text))
            shares = [self._rarity.share(word) for word in sorted(stems)]
            worth = sum(shares) / max(_FULL_LINE, len(shares)) if shares else 0.0
            yield Line(round(worth, 9), -number, article, text, spans, stems)

    def _newest(self, line: Line, pool: list[Line], chosen: list[Line]) -> Line:
        """The line, or the newest that says the same about as well."""
        same = [
            other
            for other in pool
            if _same(other, line)
            and other.worth >= _AS_GOOD * line.worth
            and not any(_same(other, taken) for taken in chosen)
        ]
        return max(same, key=lambda other: (other.article, other.worth, other.order), default=line)


def _same(one: Line, other: Line) -> bool:
    """Whether two lines say the same: what all articles tell is told in words that all have."""
    shorter = min(len(one.stems), len(other.stems))
    return len(one.stems & other.stems) >= max(1, _SAME * shorter)
