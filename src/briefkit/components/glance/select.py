"""Which bullets an article gets, and how many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from briefkit.components.glance.limits import (
    ALIKE,
    ALONE,
    BRIEF,
    BRIEF_SENTENCES,
    BRIEF_WORDS,
    BULLETS,
    PROMISE,
    REPEATS,
    SHARED,
)
from briefkit.components.glance.shorten import Short
from briefkit.components.lazy import lazy


@dataclass(frozen=True)
class Scored:
    """A bullet that could be, of the candidate `number`: its chance to tell a key point."""

    short: Short
    number: int
    stems: frozenset[str]
    chance: float
    alone: Callable[[], float]

    @lazy
    def stands(self) -> float:
        """How likely it can be read alone; asked of few, since it takes long to say."""
        return self.alone()


def wanted(words: int, sentences: int) -> int:
    """How many bullets an article of so many words and sentences gets at most."""
    return BRIEF if words < BRIEF_WORDS or sentences < BRIEF_SENTENCES else BULLETS


def choose(
    scored: Sequence[Scored],
    count: int,
    likeness: Any,
    given: Sequence[Set[str]] = (),
    promise: float = PROMISE,
) -> list[Scored]:
    """The best `count` of those that promise enough, in text order; at least the best one.

    Each can be read alone, and none says what another, or the stems of one of the `given`, says as
    well.
    """
    left = [item for item in scored if overlap(item.stems, given) <= SHARED]
    near = {item.number: 0.0 for item in left}
    chosen: list[Scored] = []
    while len(chosen) < count:
        best = _best(left, near, promise if chosen or given else -1)
        if best is None:
            break
        chosen.append(best)
        left = [item for item in left if not _same(item, best, likeness)]
        for item in left:
            near[item.number] = max(near[item.number], float(likeness[item.number, best.number]))
    return sorted(chosen, key=lambda item: item.number)


def _best(left: Sequence[Scored], near: Mapping[int, float], least: float) -> Scored | None:
    """The one that is worth most, `least` or more; its likeness to what is chosen costs.

    What it could be worth at most, if it can surely be read alone, is known of each.
    """
    best, worth = None, least
    at_most = {item.number: item.chance - REPEATS * near[item.number] for item in left}
    for item in sorted(left, key=lambda item: (-at_most[item.number], item.number)):
        if at_most[item.number] < worth:
            break
        value = item.stands * item.chance - REPEATS * near[item.number]
        first = best is None or value > worth or item.number < best.number
        if item.stands >= ALONE and value >= worth and first:
            best, worth = item, value
    return best


def _same(item: Scored, other: Scored, likeness: Any) -> bool:
    alike = likeness[item.number, other.number] > ALIKE
    return item.number == other.number or alike or overlap(item.stems, [other.stems]) > SHARED


def overlap(own: frozenset[str], taken: Sequence[Set[str]]) -> float:
    """The largest share of the stems of the shorter of two bullets that both have."""
    return max(
        (len(own & other) / max(1, min(len(own), len(other))) for other in taken), default=0.0
    )
