"""Pull quotes: words of the article that its layout prints a second time, set apart.

They have no cue, end with the name of who said them, and would be told twice, the second time by
whoever spoke last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefkit.components.records import QuoteRecord

_LEAST = 8  # words that no two people begin with
_WORD = re.compile(r"\w+")


def told_once(text: str, found: Sequence[QuoteRecord]) -> list[QuoteRecord]:
    """The quotes without those that begin as one with a cue does and have none themselves."""
    told = {begin for q in found if q.cue for begin in _begins(text, q) if begin}
    return [q for q in found if q.cue or told.isdisjoint(_begins(text, q)[:1])]


def _begins(text: str, quote: QuoteRecord) -> list[tuple[str, ...]]:
    """The first words of each part of a quote; none of what is too short to tell."""
    begins = []
    for start, end in quote.spans:
        words = (m.group().lower() for m in _WORD.finditer(text, start, end))
        first = tuple(word for word, _ in zip(words, range(_LEAST), strict=False))
        begins.append(first if len(first) == _LEAST else ())
    return begins
