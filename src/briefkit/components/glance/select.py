"""Which bullets an article gets, and how many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefkit.components.glance.features import Features
from briefkit.components.glance.shorten import Short

# Tuned by ROUGE on story highlights, checked on both halves; headline and what a bullet needs to be
# read alone (personal, pointing, loose) set by reading.
WEIGHTS = Features(
    first=0.3,
    position=1.1,
    opens=0.2,
    central=2.0,
    lede=0.4,
    headline=1.5,
    actors=0.1,
    number=0.3,
    quoted=-1.0,
    personal=-2.0,
    pointing=-2.0,
    loose=-1.2,
    words=-0.12,
    lost=-0.05,
    short=-0.8,
)
REPEAT = 0.4
# What the stems that no other bullet has are worth.
COVER = 0.05
# Two bullets that share more of their words than this say the same.
SAME = 0.6


@dataclass(frozen=True, slots=True)
class Scored:
    """A bullet that could be; several may be lengths of the same sentence, `order`."""

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
    return 3 if words < 500 else 4 if words < 1500 else 5


def choose(
    scored: Sequence[Scored],
    count: int,
    given: Sequence[frozenset[str]] = (),
    cover: Mapping[str, float] | None = None,
) -> list[Scored]:
    """The best `count` sentences, each in its best length, in text order.

    Greedy: what a bullet shares with one that was chosen before, or with the `given` stems, counts
    against it (Carbonell and Goldstein 1998), and each stem counts once by its worth in `cover`
    (Gillick and Favre 2009).
    """
    worth = cover or {}
    told = frozenset[str]().union(*given)
    chosen: list[Scored] = []
    left = [(item.score(), overlap(item.stems, given), item) for item in scored]
    while left and len(chosen) < count:
        new = [
            (value - REPEAT * share + COVER * sum(worth.get(w, 0) for w in item.stems - told), item)
            for value, share, item in left
            if share <= SAME
        ]
        if not new:
            break
        _, best = max(new, key=lambda pair: (pair[0], -pair[1].order))
        chosen.append(best)
        told |= best.stems
        added = (best.stems,)
        left = [
            (value, max(share, overlap(item.stems, added)), item)
            for value, share, item in left
            if item.order != best.order
        ]
    return sorted(chosen, key=lambda item: item.order)


def overlap(own: frozenset[str], taken: Sequence[frozenset[str]]) -> float:
    """The largest share of the stems of the shorter of two bullets that both have."""
    return max(
        (len(own & other) / max(1, min(len(own), len(other))) for other in taken), default=0.0
    )
