"""Which referent a pronoun or a nominal means: a linear model over a few plain features.

Each candidate, and the chance that none of them is meant, gets the sum of the weights of its
features; the softmax of the sums is a probability. The weights are learned by
`models/train_coreference.py`.
"""

from __future__ import annotations

from math import exp

from briefkit.components.coreference import words

Features = list[str]


def probabilities(family: str, candidates: list[Features], none: Features) -> list[float]:
    """The probability of each candidate; what is missing to 1 is that of none."""
    known = words.weights().get(family, {})
    sums = [sum(known.get(name, 0.0) for name in names) for names in (*candidates, none)]
    top = max(sums)
    powers = [exp(value - top) for value in sums]
    total = sum(powers)
    return [power / total for power in powers[:-1]]
