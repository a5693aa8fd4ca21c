"""How likely a pronoun or a noun means what an earlier mention means, as the encoder has it.

Mention ranking by the products of two vectors, what a token asks and what another offers, the
marginal over all mentions of a candidate taken (Lee et al., End-to-end Neural Coreference
Resolution, 2017). The encoder reads windows: nearness counts here, farther sentences less.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy

from briefkit.components.encoder import Encoded

# What a sentence between two mentions takes from the product; the encoder was trained with it.
DECAY = 0.15
# Mentions of one candidate that are looked at, the last ones.
MOST = 8


class Links:
    """The encoder's vectors of an article; `sentences` has the sentence's number of each token."""

    def __init__(self, said: Encoded, sentences: Sequence[int]) -> None:
        self._said = said
        self._sentences = numpy.asarray(sentences)

    def chances(self, token: int, candidates: Sequence[Sequence[int]]) -> list[float]:
        """For each candidate, given by its mentions, the probability that `token` means it.

        One more number, the last, is the probability that it means none of them.
        """
        tokens = [one for mentions in candidates for one in mentions[-MOST:]]
        owners = [n for n, mentions in enumerate(candidates) for _ in mentions[-MOST:]]
        ask: Any = self._said.asks[token].astype(numpy.float32)
        apart = numpy.abs(self._sentences[tokens] - self._sentences[token])
        scores = (
            self._said.offers[tokens].astype(numpy.float32) @ ask / len(ask) ** 0.5 - DECAY * apart
        )
        powers = numpy.exp(numpy.append(scores, self._said.nobody[token]).astype(numpy.float64))
        out = [0.0] * (len(candidates) + 1)
        for owner, power in zip([*owners, -1], powers / powers.sum(), strict=True):
            out[owner] += float(power)
        return out
