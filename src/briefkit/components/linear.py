"""A linear model by named features: a sum of weighted features as a probability."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

Features = dict[str, float]
STEEP = 30.0  # beyond, a probability is 0 or 1 as far as anybody can tell


def chance(weights: Mapping[str, float], features: Features) -> float:
    """The probability of the logistic model; `weights[""]` is its bias."""
    total = weights.get("", 0.0)
    total += sum([weights.get(name, 0.0) * value for name, value in features.items()])
    return 1 / (1 + exp(-max(-STEEP, min(STEEP, total))))
