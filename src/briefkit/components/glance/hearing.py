"""What the encoder hears of a token, for models that look at features beside it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy

from briefkit import lexicon

if TYPE_CHECKING:
    from briefkit.components.encoder import Encoded

ALONE, TIMELINE = "glance_alone.json", "glance_timeline.json"
HEARD = "heard"  # the feature that this is to the models


def added(read: Encoded | None, count: int, weights: str) -> list[float]:
    """Of each of the `count` tokens what its vectors add to the sum of its features, by a file of
    weights."""
    if read is None:
        return [0.0] * count
    asked, offered, mean = _weights(weights)
    total = read.asks.astype(numpy.float64) @ asked + read.offers.astype(numpy.float64) @ offered
    found: list[float] = (total - mean).tolist()
    return found


@cache
def _weights(name: str) -> tuple[Any, Any, float]:
    """The weight of each number of the two vectors, and what the sum is in the mean."""
    raw = lexicon.weights(name)["weights"]
    weight = numpy.array(raw["vector"])
    asked, offered = numpy.split(weight, 2)
    return asked, offered, float(numpy.array(raw["mean"]) @ weight)
