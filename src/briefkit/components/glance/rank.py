"""How likely a sentence is to tell what an editor would put at the top of the article.

A logistic model of a few features, learned from articles whose key points are marked
(`models/train_glance.py`). It sees where a sentence stands, how like the whole story it is, who is
in it and what kind of sentence it is, never which words it has.
"""

from __future__ import annotations

from functools import cache
from math import exp

from briefkit import lexicon
from briefkit.components.glance.features import Features

WEIGHTS = "glance_rank.json"


def chance(features: Features) -> float:
    """The chance of a sentence to tell a key point."""
    bias, weights = _weights()
    return 1 / (1 + exp(-bias - sum([w * f for w, f in zip(weights, features, strict=True)])))


@cache
def _weights() -> tuple[float, list[float]]:
    raw = lexicon.weights(WEIGHTS)["weights"]
    return raw["bias"], [raw[name] for name in Features._fields]
