"""What the encoder hears of a token, for models that look at features beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    raw = lexicon.weights(weights)["weights"]
    vectors = numpy.concatenate([read.asks, read.offers], axis=1).astype(numpy.float64)
    found: list[float] = ((vectors - raw["mean"]) @ numpy.array(raw["vector"])).tolist()
    return found
