"""What the words of an article are worth to a bullet: how likely a summary is to hold them.

Two logistic models, one of stems and one of pairs of neighbouring words, learned from the
summaries of GUM (`models/train_glance.py`), in the way of the weighted concepts of Li, Qian and Liu
(2013). They see where a word stands first, how often it comes and who is named, never which word
it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp, log
from typing import TYPE_CHECKING, Any, NamedTuple

from briefkit.components.glance.lexicon import stem

if TYPE_CHECKING:
    from briefkit.components.glance.candidates import Candidate
    from briefkit.components.glance.resolve import Cast

WEIGHTS = "glance_worth.json"
# The share of the headline's words that tells it, and how far away sentences before that are.
NEAR = 0.4
BEFORE = 3
Pair = tuple[str, str]

_KINDS = ("NNP", "NN", "VB", "JJ", "CD")
STEM_FEATURES = (
    "often", "near", "early", "lede", "often and near", "actor", "headline",
    *_KINDS, "bias",
)  # fmt: skip
PAIR_FEATURES = ("often", "near", "early", "lede", "headline", "bias")


@dataclass(frozen=True, slots=True)
class Worth:
    """The chance of each stem, and of each pair of neighbouring words, to be in a summary."""

    stems: Mapping[str, float]
    pairs: Mapping[Pair, float]
    headline: frozenset[str] = frozenset()  # the stems of it that the article has as well
    first: Mapping[str, int] = field(default_factory=dict)  # the sentence that has a stem first
    point: int = 0  # the order of the sentence at which the story comes to its point

    def of(self, stems: Iterable[str]) -> float:
        """The stems that a summary of just these words can hope to share."""
        known = self.stems
        return sum([known.get(stem, 0.0) for stem in stems])

    def of_pairs(self, pairs: Iterable[Pair]) -> float:
        """The same of pairs of words."""
        known = self.pairs
        return sum([known.get(pair, 0.0) for pair in pairs])


class Seen(NamedTuple):
    """What the models see of a stem or a pair of words."""

    times: int
    away: int  # how far from the point the sentence stands that has it first
    first: int  # the order of that sentence
    headline: bool
    actor: float = 0.0  # the salience of who is named with it
    kind: str = ""  # the beginning of its tag


def weigh(candidates: Sequence[Candidate], cast: Cast, headline: Sequence[str], look: int) -> Worth:
    """The worth of the words of the first `look` candidates; `headline` in lower case."""
    point = comes_to_the_point(candidates[:look], headline)
    stems, pairs = describe(candidates, cast, headline, point)
    last = candidates[:look][-1].order if candidates else 0
    weights = _weights()
    # Most words are like many others to the model: each likeness is reckoned once.
    known: dict[Seen, float] = {}

    def chances(seen: Mapping[Any, Seen], kind: str) -> dict[Any, float]:
        known.clear()
        found = {}
        for key, one in seen.items():
            if one.first <= last:
                if one not in known:
                    known[one] = _chance(weights[kind], FEATURES[kind](one))
                found[key] = known[one]
        return found

    return Worth(
        stems=chances(stems, "stems"),
        pairs=chances(pairs, "pairs"),
        headline=frozenset(key for key, seen in stems.items() if seen.headline),
        first={key: seen.first for key, seen in stems.items()},
        point=point,
    )


def comes_to_the_point(candidates: Sequence[Candidate], headline: Sequence[str]) -> int:
    """The order of the first candidate that tells what the headline tells.

    A story with a delayed lede opens with a scene or a person; an editor's first bullet is of the
    paragraph behind. 0 where there is no headline, or none of the sentences comes near it.
    """
    article = frozenset[str]().union(*(c.stems for c in candidates))
    heard = article.intersection(map(stem, headline)) - {""}
    if len(heard) < 3:
        return 0
    least = NEAR * len(heard)
    told = (c.order for c in candidates if len(heard.intersection(c.stems)) >= least)
    return next(told, 0)


def away(order: int, point: int) -> int:
    """How many sentences a sentence is from the point; those before it count thrice."""
    return order - point if order >= point else BEFORE * (point - order)


def describe(
    candidates: Sequence[Candidate], cast: Cast, headline: Sequence[str], point: int = 0
) -> tuple[dict[str, Seen], dict[Pair, Seen]]:
    """What is seen of each stem and of each pair of neighbouring words."""
    counts: dict[str, int] = {}
    first: dict[str, tuple[int, str]] = {}
    pair_counts: dict[Pair, int] = {}
    pair_first: dict[Pair, int] = {}
    for candidate in candidates:
        order = candidate.order
        tags = candidate.sentence.tags
        for i, key in enumerate(candidate.stems):
            if key:
                counts[key] = counts.get(key, 0) + 1
                if key not in first:
                    first[key] = (order, tags[i])
        for pair in candidate.pairs:
            pair_counts[pair] = pair_counts.get(pair, 0) + 1
            pair_first.setdefault(pair, order)
    actors = _named(cast)
    heard = frozenset(map(stem, headline))
    heard_pairs = frozenset(pairwise(headline))
    stems = {}
    for key, count in counts.items():
        order, tag = first[key]
        kind = "NNP" if tag.startswith("NNP") else tag[:2]
        actor = actors.get(key, 0.0)
        stems[key] = Seen(count, away(order, point), order, key in heard, actor, kind)
    return stems, {
        pair: Seen(count, away(pair_first[pair], point), pair_first[pair], pair in heard_pairs)
        for pair, count in pair_counts.items()
    }


def stem_features(seen: Seen) -> tuple[float, ...]:
    """The numbers of a stem, in the order of STEM_FEATURES."""
    often, near = log(seen.times), exp(-seen.away / 3)
    kinds = [float(seen.kind == kind) for kind in _KINDS]
    return (
        often, near, exp(-seen.away / 10), float(seen.away == 0), often * near,
        seen.actor, float(seen.headline), *kinds, 1.0,
    )  # fmt: skip


def pair_features(seen: Seen) -> tuple[float, ...]:
    """The numbers of a pair, in the order of PAIR_FEATURES."""
    near, early = exp(-seen.away / 3), exp(-seen.away / 10)
    return log(seen.times), near, early, float(seen.away == 0), float(seen.headline), 1.0


FEATURES: dict[str, Callable[[Seen], tuple[float, ...]]] = {
    "stems": stem_features,
    "pairs": pair_features,
}


def _named(cast: Cast) -> dict[str, float]:
    """The salience of who is named with a stem."""
    found: dict[str, float] = {}
    for actor in cast.actors:
        for word in actor.name.lower().split():
            key = stem(word)
            found[key] = max(found.get(key, 0.0), actor.salience)
    return found


def _chance(weights: Sequence[float], seen: Sequence[float]) -> float:
    return 1 / (1 + exp(-sum([w * f for w, f in zip(weights, seen, strict=True)])))


@cache
def _weights() -> dict[str, list[float]]:
    text = (files("briefkit.components") / "data" / WEIGHTS).read_text("utf-8")
    raw = json.loads(text)["weights"]
    return {
        "stems": [raw["stems"][name] for name in STEM_FEATURES],
        "pairs": [raw["pairs"][name] for name in PAIR_FEATURES],
    }
