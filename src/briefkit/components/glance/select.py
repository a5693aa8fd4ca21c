"""Which bullets an article gets, and how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.components.glance.features import Features
from briefkit.components.glance.shorten import Short

# Tuned by ROUGE on story highlights, checked on both halves; headline and actors set by reading.
WEIGHTS = Features(
    first=0.3,
    position=1.1,
    opens=0.2,
    central=2.0,
    lede=0.4,
    headline=1.5,
    actors=0.2,
    number=0.3,
    quoted=-0.6,
    personal=-1.0,
    pointing=-0.5,
    loose=-0.4,
    long=0.0,
    short=-0.8,
)
REPEAT = 0.4
# Two bullets that share more of their words than this say the same.
SAME = 0.6


@dataclass(frozen=True, slots=True)
class Scored:
    """A bullet that could be."""

    short: Short
    order: int
    features: Features
    stems: frozenset[str]

    def score(self, weights: Features = WEIGHTS) -> float:
        """The weighted sum of the features."""
        return sum(w * f for w, f in zip(weights, self.features, strict=True))


def wanted(words: int, sentences: int) -> int:
    """How many bullets an article of so many words and sentences gets."""
    if words < 90 or sentences < 4:
        return 1
    return 3 if words < 500 else 4 if words < 1100 else 5


def choose(
    scored: Sequence[Scored],
    count: int,
    given: Sequence[frozenset[str]] = (),
    weights: Features = WEIGHTS,
    repeat: float = REPEAT,
) -> list[Scored]:
    """The best `count` that do not repeat each other or the `given` stems, in text order.

    Maximal marginal relevance (Carbonell and Goldstein 1998): what a bullet shares with one that
    was chosen before counts against it.
    """
    chosen: list[Scored] = []
    left = [(item.score(weights), overlap(item.stems, given), item) for item in scored]
    while left and len(chosen) < count:
        new = [(value - repeat * share, item) for value, share, item in left if share <= SAME]
        if not new:
            break
        _, best = max(new, key=lambda pair: (pair[0], -pair[1].order))
        chosen.append(best)
        added = (best.stems,)
        left = [
            (value, max(share, overlap(item.stems, added)), item)
            for value, share, item in left
            if item is not best
        ]
    return sorted(chosen, key=lambda item: item.order)


def overlap(own: frozenset[str], taken: Sequence[frozenset[str]]) -> float:
    """The largest share of the stems of the shorter of two bullets that both have."""
    return max(
        (len(own & other) / max(1, min(len(own), len(other))) for other in taken), default=0.0
    )
