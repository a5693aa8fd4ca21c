"""What the words of an article are worth to a bullet: how likely a summary is to hold them.

Two logistic models, one of stems and one of pairs of neighbouring words, learned from the
summaries of GUM (`models/train_glance.py`), in the way of the weighted concepts of Li, Qian and Liu
(2013). They see where a word stands first, how often it comes and who is named, never which word
it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    first: int  # number of the candidate that has it first
    headline: bool
    actor: float = 0.0  # the salience of who is named with it
    kind: str = ""  # the beginning of its tag


def weigh(candidates: Sequence[Candidate], cast: Cast, headline: Sequence[str], look: int) -> Worth:
    """The worth of the words of the first `look` candidates; `headline` in lower case."""
    stems, pairs = describe(candidates, cast, headline)
    weights = _weights()
    # Most words are like many others to the model: each likeness is reckoned once.
    known: dict[Seen, float] = {}

    def chances(seen: Mapping[Any, Seen], kind: str) -> dict[Any, float]:
        known.clear()
        found = {}
        for key, one in seen.items():
            if one.first < look:
                if one not in known:
                    known[one] = _chance(weights[kind], FEATURES[kind](one))
                found[key] = known[one]
        return found

    return Worth(chances(stems, "stems"), chances(pairs, "pairs"))


def describe(
    candidates: Sequence[Candidate], cast: Cast, headline: Sequence[str]
) -> tuple[dict[str, Seen], dict[Pair, Seen]]:
    """What is seen of each stem and of each pair of neighbouring words."""
    counts: dict[str, int] = {}
    first: dict[str, tuple[int, str]] = {}
    pair_counts: dict[Pair, int] = {}
    pair_first: dict[Pair, int] = {}
    for number, candidate in enumerate(candidates):
        tags = candidate.sentence.tags
        for i, key in enumerate(candidate.stems):
            if key:
                counts[key] = counts.get(key, 0) + 1
                if key not in first:
                    first[key] = (number, tags[i])
        for pair in candidate.pairs:
            pair_counts[pair] = pair_counts.get(pair, 0) + 1
            pair_first.setdefault(pair, number)
    actors = _named(cast)
    heard = frozenset(map(stem, headline))
    heard_pairs = frozenset(pairwise(headline))
    stems = {}
    for key, count in counts.items():
        number, tag = first[key]
        kind = "NNP" if tag.startswith("NNP") else tag[:2]
        stems[key] = Seen(count, number, key in heard, actors.get(key, 0.0), kind)
    return stems, {
        pair: Seen(count, pair_first[pair], pair in heard_pairs)
        for pair, count in pair_counts.items()
    }


def stem_features(seen: Seen) -> tuple[float, ...]:
    """The numbers of a stem, in the order of STEM_FEATURES."""
    often, near = log(seen.times), exp(-seen.first / 3)
    kinds = [float(seen.kind == kind) for kind in _KINDS]
    return (
        often, near, exp(-seen.first / 10), float(seen.first == 0), often * near,
        seen.actor, float(seen.headline), *kinds, 1.0,
    )  # fmt: skip


def pair_features(seen: Seen) -> tuple[float, ...]:
    """The numbers of a pair, in the order of PAIR_FEATURES."""
    near, early = exp(-seen.first / 3), exp(-seen.first / 10)
    return log(seen.times), near, early, float(seen.first == 0), float(seen.headline), 1.0


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
