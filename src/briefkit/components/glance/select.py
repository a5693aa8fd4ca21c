"""Which bullets an article gets, and how many."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from briefkit.components.glance.features import Features
from briefkit.components.glance.shorten import Short
from briefkit.components.glance.worth import Pair, Worth

# Tuned by ROUGE on story highlights, checked on both halves; the headline's by ROUGE on summaries;
# what a bullet needs to be read alone (personal, pointing, loose, leaning) set by reading.
WEIGHTS = Features(
    position=3.0,
    opens=0.5,
    dense=4.0,
    headline=1.0,
    number=0.2,
    quoted=-1.5,
    personal=-2.5,
    pointing=-2.0,
    loose=-2.0,
    leaning=-1.0,
    foil=-0.4,
    there=-0.5,
    words=-1.3,
    lost=-0.3,
    short=-0.8,
)
# What a pair of words that a summary may share is worth beside a stem.
PAIRED = 2.0
# Two bullets that share more of their words than this say the same.
SAME = 0.5


@dataclass(frozen=True, slots=True)
class Scored:
    """A bullet that could be; several may be lengths of the same sentence, `order`."""

    short: Short
    order: int
    stems: frozenset[str]
    pairs: frozenset[Pair]
    score: float


def score(features: Features, stems: Set[str], pairs: Set[Pair], worth: Worth) -> float:
    """The weighted sum of the features, and the worth of all words of a bullet."""
    own = sum([w * f for w, f in zip(WEIGHTS, features, strict=True)])
    return own + _worth(stems, pairs, worth)


def _worth(stems: Set[str], pairs: Set[Pair], worth: Worth) -> float:
    return worth.of(stems) + PAIRED * worth.of_pairs(pairs)


def wanted(words: int, sentences: int) -> int:
    """How many bullets an article of so many words and sentences gets."""
    if words < 90 or sentences < 4:
        return 1
    return 3 if words < 650 else 4 if words < 1500 else 5


def choose(
    scored: Sequence[Scored], count: int, worth: Worth, given: Sequence[Set[str]] = ()
) -> list[Scored]:
    """The best `count` sentences, each in its best length, in text order.

    Greedy by what each tells that no bullet before it, and none of the `given` stems, has told:
    a stem or pair of words counts once (Gillick and Favre 2009).
    """
    told = frozenset[str]().union(*given)
    paired = frozenset[Pair]()
    chosen: list[Scored] = []
    left = [item for item in scored if overlap(item.stems, given) <= SAME]

    def adds(item: Scored) -> tuple[float, int]:
        repeated = _worth(item.stems & told, item.pairs & paired, worth)
        return item.score - repeated, -item.order

    while left and len(chosen) < count:
        best = max(left, key=adds)
        chosen.append(best)
        told |= best.stems
        paired |= best.pairs
        added = (best.stems,)
        left = [
            item for item in left if item.order != best.order and overlap(item.stems, added) <= SAME
        ]
    return sorted(chosen, key=lambda item: item.order)


def overlap(own: frozenset[str], taken: Sequence[Set[str]]) -> float:
    """The largest share of the stems of the shorter of two bullets that both have."""
    return max(
        (len(own & other) / max(1, min(len(own), len(other))) for other in taken), default=0.0
    )
