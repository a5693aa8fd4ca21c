"""Logistic regression over named features, by Newton's method with a ridge; no randomness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy

from briefkit.components.linear import STEEP, Features

_STEPS, _CLOSE = 30, 1e-6


def fit(
    seen: Sequence[Features],
    right: Sequence[bool],
    *,
    penalty: float,
    least: int,
    offsets: Sequence[float] | None = None,
) -> dict[str, float]:
    """The weight of each feature that at least `least` examples have.

    `offsets` are added to each example's sum; without them the model has a bias, the weight of "".
    """
    counts = Counter(name for one in seen for name in one)
    names = sorted(name for name, count in counts.items() if count >= least)
    names += [""] if offsets is None else []
    column = {name: i for i, name in enumerate(names)}
    x = numpy.zeros((len(seen), len(names)))
    for row, one in enumerate(seen):
        known = {"": 1.0, **one} if offsets is None else one
        for name in known.keys() & column.keys():
            x[row, column[name]] = known[name]
    start = numpy.zeros(len(seen)) if offsets is None else numpy.array(offsets)
    y, w = numpy.array(right, dtype=float), numpy.zeros(len(names))
    for _ in range(_STEPS):
        p = 1 / (1 + numpy.exp(-numpy.clip(start + x @ w, -STEEP, STEEP)))
        slope = x.T @ (p - y) + penalty * w
        bend = (x * (p * (1 - p))[:, None]).T @ x + penalty * numpy.eye(len(names))
        step = numpy.linalg.solve(bend, slope)
        w -= step
        if numpy.abs(step).max() < _CLOSE:
            break
    return {name: round(float(w[i]), 3) for name, i in column.items()}
