"""Which bullets an article gets, and how many."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Any

from briefkit.components.glance.limits import (
    ALIKE,
    BRIEF,
    BRIEF_SENTENCES,
    BRIEF_WORDS,
    BULLETS,
    PROMISE,
    REPEATS,
    SHARED,
)
from briefkit.components.glance.shorten import Short


@dataclass(frozen=True, slots=True)
class Scored:
    """A bullet that could be, of the candidate `number`: its chance to tell a key point.

    `stands` is how likely it can be read alone.
    """

    short: Short
    number: int
    stems: frozenset[str]
    chance: float
    stands: float = 1.0


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

    None says what another, or the stems of one of the `given`, says as well.
    """
    left = [item for item in scored if overlap(item.stems, given) <= SHARED]
    chosen: list[Scored] = []

    def value(item: Scored) -> tuple[float, int]:
        near = max((likeness[item.number, other.number] for other in chosen), default=0.0)
        return item.stands * item.chance - REPEATS * max(0.0, float(near)), -item.number

    while left and len(chosen) < count:
        best = max(left, key=value)
        if (chosen or given) and value(best)[0] < promise:
            break
        chosen.append(best)
        left = [item for item in left if not _same(item, best, likeness)]
    return sorted(chosen, key=lambda item: item.number)


def _same(item: Scored, other: Scored, likeness: Any) -> bool:
    alike = likeness[item.number, other.number] > ALIKE
    return item.number == other.number or alike or overlap(item.stems, [other.stems]) > SHARED


def overlap(own: frozenset[str], taken: Sequence[Set[str]]) -> float:
    """The largest share of the stems of the shorter of two bullets that both have."""
    return max(
        (len(own & other) / max(1, min(len(own), len(other))) for other in taken), default=0.0
    )
