"""What the words of an article are worth to a bullet: how likely a summary is to hold them.

Two logistic models, one of stems and one of pairs of neighbouring words, learned from the
summaries of GUM (`models/train_glance.py`), in the way of the weighted concepts of Li, Qian and Liu
(2013). They see where a word stands first, how often it comes and who is named, never which word
it is.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, Any, TypeVar

import numpy

from briefkit.components.glance.lexicon import stem

if TYPE_CHECKING:
    from briefkit.components.glance.candidates import Candidate
    from briefkit.components.glance.resolve import Cast

WEIGHTS = "glance_worth.json"
# The share of the headline's words that tells it, and how far away sentences before that are.
NEAR = 0.4
BEFORE = 3
Pair = tuple[str, str]
Key = TypeVar("Key", str, Pair)
Matrix = numpy.ndarray[Any, Any]

_KINDS = ("NNP", "NN", "VB", "JJ", "CD")
_CODES = {kind: number for number, kind in enumerate(_KINDS)}
_ONE_OF = numpy.eye(len(_KINDS) + 1)[:, : len(_KINDS)]  # a row for each code, and one for others
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


# What the models see of a stem or a pair of words: how often it comes, how far from the point the
# sentence stands that has it first, the order of that sentence, whether the headline has it, the
# salience of who is named with it, and the number of its tag in _KINDS. Plain, since there are
# thousands of them.
Seen = tuple[int, int, int, bool, float, int]


def weigh(candidates: Sequence[Candidate], cast: Cast, headline: Sequence[str], look: int) -> Worth:
    """The worth of the words of the first `look` candidates; `headline` in lower case."""
    point = comes_to_the_point(candidates[:look], headline)
    stems, pairs = describe(candidates, cast, headline, point)
    last = candidates[:look][-1].order if candidates else 0
    near = {key: seen for key, seen in stems.items() if seen[2] <= last}
    near_pairs = {key: seen for key, seen in pairs.items() if seen[2] <= last}
    weights = _weights()
    return Worth(
        stems=_chances(near, stem_features, weights["stems"]),
        pairs=_chances(near_pairs, pair_features, weights["pairs"]),
        headline=frozenset([key for key, seen in stems.items() if seen[3]]),
        first={key: seen[2] for key, seen in stems.items()},
        point=point,
    )


def comes_to_the_point(candidates: Sequence[Candidate], headline: Sequence[str]) -> int:
    """The order of the first candidate that tells what the headline tells.

    A story with a delayed lede opens with a scene or a person; an editor's first bullet is of the
    paragraph behind. 0 where there is no headline, or none of the sentences comes near it.
    """
    if not headline:
        return 0
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
    counts: Counter[str] = Counter()
    first: dict[str, tuple[int, str]] = {}
    pair_counts: Counter[Pair] = Counter()
    pair_first: dict[Pair, int] = {}
    # Backwards, so that what comes first is written last.
    for candidate in reversed(candidates):
        stems, pairs, order = candidate.stems, candidate.pairs, candidate.order
        counts.update(stems)
        pair_counts.update(pairs)
        tags = reversed(candidate.sentence.tags)
        first.update(zip(reversed(stems), zip(repeat(order), tags, strict=False), strict=True))
        pair_first.update(zip(pairs, repeat(order), strict=False))
    counts.pop("", None)
    actors = _named(cast)
    far = {c.order: away(c.order, point) for c in candidates}
    heard = frozenset(map(stem, headline))
    heard_pairs = frozenset(pairwise(headline))
    found = {}
    for key, count in counts.items():
        order, tag = first[key]
        kind = _CODES.get("NNP" if tag.startswith("NNP") else tag[:2], len(_KINDS))
        actor = actors.get(key, 0.0)
        found[key] = (count, far[order], order, key in heard, actor, kind)
    joined: dict[Pair, Seen] = {}
    for pair, count in pair_counts.items():
        order = pair_first[pair]
        joined[pair] = (count, far[order], order, pair in heard_pairs, 0.0, 0)
    return found, joined


def stem_features(seen: Sequence[Seen]) -> Matrix:
    """The numbers of stems, in the order of STEM_FEATURES; `[n, features]`."""
    times, far, _, headline, actor, kinds = zip(*seen, strict=True)
    often, near, early, lede = _places(times, far)
    kind = _ONE_OF[list(kinds)]
    ones = numpy.ones(len(seen))
    return numpy.column_stack((often, near, early, lede, often * near, actor, headline, kind, ones))


def pair_features(seen: Sequence[Seen]) -> Matrix:
    """The numbers of pairs, in the order of PAIR_FEATURES; `[n, features]`."""
    times, far, _, headline, *_ = zip(*seen, strict=True)
    return numpy.column_stack((*_places(times, far), headline, numpy.ones(len(seen))))


def _places(times: Sequence[int], far: Sequence[int]) -> tuple[Matrix, Matrix, Matrix, Matrix]:
    away = numpy.array(far)
    often = numpy.log(numpy.array(times))
    return often, numpy.exp(-away / 3), numpy.exp(-away / 10), away == 0


def _chances(
    seen: Mapping[Key, Seen], features: Callable[[Sequence[Seen]], Matrix], weights: Matrix
) -> dict[Key, float]:
    """The logistic model's answer for each key."""
    if not seen:
        return {}
    logits = features(list(seen.values())) @ weights
    # Rounded, so that no other order of summing changes which of two bullets is better.
    chances = (1 / (1 + numpy.exp(-logits))).round(6).tolist()
    return dict(zip(seen, chances, strict=True))


def _named(cast: Cast) -> dict[str, float]:
    """The salience of who is named with a stem."""
    found: dict[str, float] = {}
    for actor in cast.actors:
        for word in actor.name.lower().split():
            key = stem(word)
            found[key] = max(found.get(key, 0.0), actor.salience)
    return found


@cache
def _weights() -> dict[str, Matrix]:
    text = (files("briefkit.components") / "data" / WEIGHTS).read_text("utf-8")
    raw = json.loads(text)["weights"]
    return {
        "stems": numpy.array([raw["stems"][name] for name in STEM_FEATURES]),
        "pairs": numpy.array([raw["pairs"][name] for name in PAIR_FEATURES]),
    }
