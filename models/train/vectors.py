"""Logistic models of named features and of the encoder's numbers for one token of each example."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
from models.train import logistic

from briefkit.components.encoder import Encoded
from briefkit.components.glance.hearing import HEARD
from briefkit.components.linear import Features, chance

SCALE = 0.3  # of the encoder's numbers, which are larger than the other features
Weights = dict[str, Any]
Vector = Any  # of what the token asks for and offers (`Encoded`)


def vector(read: Encoded, token: int) -> Vector:
    """The encoder's numbers for a token."""
    return numpy.concatenate([read.asks[token], read.offers[token]]).astype(numpy.float64)


def fit(
    seen: Sequence[Features],
    vectors: Sequence[Vector],
    right: Sequence[bool],
    *,
    penalty: float,
    least: int,
) -> Weights:
    """The weights of the features that `least` examples have, and of the numbers, whose means are
    taken from them first."""
    mean = numpy.array(vectors).mean(axis=0)
    every = [
        one | {f"@{k}": float(x) for k, x in enumerate((numbers - mean) * SCALE)}
        for one, numbers in zip(seen, vectors, strict=True)
    ]
    found = logistic.fit(every, right, penalty=penalty, least=least)
    return {
        "features": {k: w for k, w in found.items() if not k.startswith("@")} | {HEARD: 1.0},
        "mean": [round(float(x), 3) for x in mean],
        "vector": [round(found.get(f"@{k}", 0.0) * SCALE, 4) for k in range(len(mean))],
    }


def likely(weights: Weights, seen: Features, numbers: Vector) -> float:
    """The probability that the model gives to an example."""
    heard = float((numbers - numpy.array(weights["mean"])) @ numpy.array(weights["vector"]))
    return chance(weights["features"], seen | {HEARD: heard})


def area(right: Sequence[bool], told: Sequence[float]) -> float:
    """How often one that is right is held likelier than one that is not."""
    is_right, likelihood = numpy.array(right), numpy.array(told)
    pairs = likelihood[is_right][:, None] - likelihood[~is_right][None, :]
    return round(float((pairs > 0).mean() + (pairs == 0).mean() / 2), 3) if pairs.size else 1.0
