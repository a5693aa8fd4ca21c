"""Names that the letters in brackets behind them spell out: "Teamsters for a Free Union (TFU)".

After Schwartz and Hearst, A Simple Algorithm for Identifying Abbreviation Definitions in
Biomedical Text (2003): the letters are looked for from the last to the first, each before the one
found last, and the first must begin a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.view import View

# Small words that may stand within the name of a body
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "at", "to", "&", "'s", "a", "an", ","})
_LONGEST = 10  # letters of the longest acronym that is looked at


def whole(view: View, found: list[Name]) -> list[Name]:
    """The names in text order, each made as long as the letters in brackets behind it say."""
    out: list[Name] = []
    for name in found:
        out.append(name)
        start = long_form(view, name.end)
        if start is None or start >= name.start or name.label == "PERSON":
            continue
        while len(out) > 1 and out[-2].start >= start:
            del out[-2]
        if len(out) > 1 and out[-2].end > start:
            continue
        name.start, name.label = start, "ORG"
    return out


def long_form(view: View, bracket: int) -> int | None:
    """Where the words begin that the letters in brackets from token `bracket` on stand for."""
    short = "".join(view.text[bracket + 1 : bracket + 2]).replace(".", "")
    closed = view.text[bracket : bracket + 1] == ["("] and view.text[bracket + 2 : bracket + 3] == [
        ")"
    ]
    if not closed or not short.isalpha() or not short.isupper() or not 2 < len(short) <= _LONGEST:
        return None
    at, floor = bracket, max(0, bracket - min(len(short) + 5, 2 * len(short)))
    left = short.lower()
    while left and at > floor and view.block[at - 1] == view.block[bracket]:
        at -= 1
        if not view.capital(at) and view.lower[at] not in _SMALL:
            return None
        left = _without(left, view.lower[at])
    return at if not left and view.capital(at) else None


def _without(letters: str, word: str) -> str:
    """The letters that are left when those at their end are taken out of a word, from its end.

    The first letter of all counts only where it begins the word.
    """
    for i in range(len(word) - 1, -1, -1):
        if letters and word[i] == letters[-1] and (len(letters) > 1 or i == 0):
            letters = letters[:-1]
    return letters
