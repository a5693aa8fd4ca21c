"""What the words of an article are worth to a bullet: how likely a summary is to hold them.

Two logistic models, one of stems and one of pairs of neighbouring words, learned from the
summaries of GUM (`models/train_glance.py`), in the way of the weighted concepts of Li, Qian and Liu
(2013). They see where a word stands first, how often it comes and who is named, never which word
it is.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise, repeat
from math import exp, log
from typing import TYPE_CHECKING

from briefkit.components.glance.lexicon import stem

if TYPE_CHECKING:
    from briefkit.components.glance.candidates import Candidate
    from briefkit.components.glance.resolve import Cast

WEIGHTS = "glance_worth.json"
# The share of the headline's words that tells it; sentences that open a story; and how many
# sentences one before the point counts as.
NEAR = 0.4
OPENING = 2
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
        return sum([known[pair] for pair in pairs])


# What the models see of a stem or a pair of words: how often it comes, how far from the point the
# sentence stands that has it first, whether the headline has it, the salience of who is named with
# it, and the beginning of its tag.
Seen = tuple[int, int, bool, float, str]


def weigh(candidates: Sequence[Candidate], cast: Cast, headline: Sequence[str]) -> Worth:
    """The worth of the words of all candidates; `headline` are its words in lower case."""
    survey = Survey(candidates, cast, headline)
    survey.come_to(comes_to_the_point(candidates, survey.heard))
    return Worth(
        stems={key: _stem_chance(survey.stem(key)) for key in survey.counts},
        pairs=_Pairs(survey),
        headline=survey.heard,
        first=survey.first,
        point=survey.point,
    )


class _Pairs(dict[Pair, float]):
    """The chance of each pair, found when it is first asked for: of most it never is."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey

    def __missing__(self, pair: Pair) -> float:
        survey = self.survey
        chance = _pair_chance(survey.pair(pair)) if pair in survey.pair_first else 0.0
        self[pair] = chance
        return chance


def comes_to_the_point(candidates: Sequence[Candidate], heard: frozenset[str]) -> int:
    """The order of the first candidate that tells what the headline tells.

    A story with a delayed lede opens with a scene or a person that the headline knows nothing of;
    an editor's first bullet is of a paragraph behind. 0 where the story opens with its news, where
    there is no headline, or none of the sentences comes near it. `heard` are the headline's stems.
    """
    if len(heard) < 3 or any(heard.intersection(c.stems) for c in candidates[:OPENING]):
        return 0
    least = NEAR * len(heard)
    told = (c.order for c in candidates if len(heard.intersection(c.stems)) >= least)
    return next(told, 0)


def away(order: int, point: int) -> int:
    """How many sentences a sentence is from the point; those before it count thrice."""
    return order - point if order >= point else BEFORE * (point - order)


class Survey:
    """What an article shows of its stems and of its pairs of neighbouring words."""

    def __init__(
        self, candidates: Sequence[Candidate], cast: Cast, headline: Sequence[str]
    ) -> None:
        self.counts: Counter[str] = Counter()
        self.first: dict[str, int] = {}  # the order of the sentence that has it first
        self.pair_counts: Counter[Pair] = Counter()
        self.pair_first: dict[Pair, int] = {}
        tags: dict[str, str] = {}
        # Backwards, so that what comes first is written last.
        for candidate in reversed(candidates):
            stems, pairs, order = candidate.stems, candidate.pairs, candidate.order
            self.counts.update(stems)
            self.pair_counts.update(pairs)
            self.first.update(zip(stems, repeat(order), strict=False))
            self.pair_first.update(zip(pairs, repeat(order), strict=False))
            tags.update(zip(reversed(stems), reversed(candidate.sentence.tags), strict=True))
        self.counts.pop("", None)
        self.heard = frozenset(self.counts).intersection(map(stem, headline))
        self._heard_pairs = frozenset(pairwise(headline))
        self._kinds = {key: "NNP" if tag[:3] == "NNP" else tag[:2] for key, tag in tags.items()}
        self._actors = _named(cast)
        self.come_to(0)

    def come_to(self, point: int) -> None:
        """Measure from the sentence at which the story comes to its point."""
        self.point = point
        orders = set(self.first.values()) | set(self.pair_first.values())
        self._far = {order: away(order, point) for order in orders}

    def stem(self, key: str) -> Seen:
        """What is seen of a stem of the article."""
        far = self._far[self.first[key]]
        salience = self._actors.get(key, 0.0)
        return self.counts[key], far, key in self.heard, salience, self._kinds[key]

    def pair(self, key: Pair) -> Seen:
        """What is seen of a pair of words of the article."""
        far = self._far[self.pair_first[key]]
        return self.pair_counts[key], far, key in self._heard_pairs, 0.0, ""


def stem_features(seen: Seen) -> tuple[float, ...]:
    """The numbers of a stem, in the order of STEM_FEATURES."""
    times, far, headline, actor, kind = seen
    often, near = log(times), exp(-far / 3)
    kinds = [float(kind == other) for other in _KINDS]
    return (
        often, near, exp(-far / 10), float(far == 0), often * near,
        actor, float(headline), *kinds, 1.0,
    )  # fmt: skip


def pair_features(seen: Seen) -> tuple[float, ...]:
    """The numbers of a pair, in the order of PAIR_FEATURES."""
    times, far, headline, *_ = seen
    return log(times), exp(-far / 3), exp(-far / 10), float(far == 0), float(headline), 1.0


# Most words are like many others to the models, of this article and of those before.
@lru_cache(maxsize=50_000)
def _stem_chance(seen: Seen) -> float:
    return _chance(_weights()["stems"], stem_features(seen))


@lru_cache(maxsize=50_000)
def _pair_chance(seen: Seen) -> float:
    return _chance(_weights()["pairs"], pair_features(seen))


def _chance(weights: Sequence[float], seen: Sequence[float]) -> float:
    return 1 / (1 + exp(-sum([w * f for w, f in zip(weights, seen, strict=True)])))


def _named(cast: Cast) -> dict[str, float]:
    """The salience of who is named with a stem."""
    found: dict[str, float] = {}
    for actor in cast.actors:
        for word in actor.name.lower().split():
            key = stem(word)
            found[key] = max(found.get(key, 0.0), actor.salience)
    return found


@cache
def _weights() -> dict[str, list[float]]:
    text = (files("briefkit.components") / "data" / WEIGHTS).read_text("utf-8")
    raw = json.loads(text)["weights"]
    return {
        "stems": [raw["stems"][name] for name in STEM_FEATURES],
        "pairs": [raw["pairs"][name] for name in PAIR_FEATURES],
    }
