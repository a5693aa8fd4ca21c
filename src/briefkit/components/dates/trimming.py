"""The ends of a clause: no punctuation, but no mark without its partner."""

from __future__ import annotations

OPENING = {")": "(", "]": "["}
_CLOSE = frozenset(" ,;:—–-.!?\n")
_OPEN = frozenset(")]}—–-,;:’' ")
_PAIRS = {'"': '"', "“": "”", "‘": "’", "(": ")", "[": "]"}


def trim(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    """Without punctuation at the ends; a mark stays where its partner lies inside."""
    while low < start:
        partner = _PAIRS.get(text[low])
        if text[low] not in _OPEN and (partner is None or partner in text[low + 1 : high]):
            break
        low += 1
    while high > end and (
        text[high - 1] in _CLOSE or OPENING.get(text[high - 1], text[low]) not in text[low:high]
    ):
        high -= 1
    return low, high


def is_half(clause: str) -> bool:
    """Whether a clause holds one of two quotation marks."""
    return clause.count("“") != clause.count("”") or clause.count('"') % 2 == 1
