"""How a vote went: "voted 6-3", "five members were in favour and three against"."""

from __future__ import annotations

import re

from briefkit.stories.numbers import NUMERAL, numbers, tokens
from briefkit.stories.words import stem

KIND = "votes in favour"
_VOTED = re.compile(
    rf"(?:(?P<who>[a-z]+s) )?\b(?:vot(?:ed|es?|ing))(?: [a-z]+){{0,3}}? "
    rf"(?P<ayes>{NUMERAL})(?:\s?[-–]\s?|\sto\s)(?P<noes>{NUMERAL})\b(?! [a-z]*s\b| per|%)",
    re.IGNORECASE,
)
_IN_FAVOUR = re.compile(
    rf"\b(?P<ayes>{NUMERAL})(?: (?P<who>[a-z]+s))?(?: [a-z]+){{0,2}}? (?:in favou?r|for)\b"
    rf"(?:,? [a-z]+){{0,3}}?,? (?P<noes>{NUMERAL})(?: [a-z]+){{0,2}}? against\b",
    re.IGNORECASE,
)
_HINT = re.compile(r"[Vv]ot|against")


def votes(text: str) -> list[tuple[str, float, int, int]]:
    """Who voted, as a stem, how many were in favour, and where that stands."""
    found: list[tuple[str, float, int, int]] = []
    if not _HINT.search(text):  # most texts need no closer look
        return found
    for form in (_VOTED, _IN_FAVOUR):
        for match in form.finditer(text):
            (ayes,) = numbers(tokens(match["ayes"]))
            found.append((stem((match["who"] or "").lower()), ayes.value, *match.span()))
    return found
