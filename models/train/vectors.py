"""Logistic models of named features and of the encoder's numbers for one token of each example."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence
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


def held_out(
    ids: Sequence[str], count: int, told_by: Callable[[list[int], list[int]], Iterable[float]]
) -> list[float]:
    """What `count` folds over articles say of examples that they have not learned from.

    `ids` are the articles of the examples; `told_by` learns from the first of its two lists of
    examples, and says how likely the second ones are.
    """
    folds = [zlib.crc32(id.encode()) % count for id in ids]
    told = [0.0] * len(ids)
    for fold in set(folds):
        own = [n for n, part in enumerate(folds) if part == fold]
        rest = [n for n, part in enumerate(folds) if part != fold]
        for n, likelihood in zip(own, told_by(rest or own, own), strict=True):
            told[n] = likelihood
    return told


def scores(right: Sequence[bool], told: Sequence[float], line: float) -> dict[str, float]:
    """The share that is right, of all and of what lies above the line, how many of those lie there,
    and how often one that is right is held likelier than one that is not (`area`)."""
    is_right, likelihood = numpy.array(right), numpy.array(told)
    above = likelihood >= line
    pairs = likelihood[is_right][:, None] - likelihood[~is_right][None, :]
    area = (pairs > 0).mean() + (pairs == 0).mean() / 2 if pairs.size else 1.0
    shares = {
        "right": is_right.mean(),
        "precision": is_right[above].mean() if above.any() else 0.0,
        "recall": above[is_right].mean() if is_right.any() else 0.0,
        "area": area,
    }
    return {"examples": len(right)} | {name: round(float(x), 3) for name, x in shares.items()}
