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
# Small words between hyphens in names: "Stoke-on-Trent", "Tehrik-e-Orwin"
LINKS = frozenset(
    {"al", "aux", "by", "d", "de", "del", "der", "des", "du", "e", "el", "en", "i", "in", "la"}
    | {"le", "les", "on", "o", "sous", "sur", "the", "u", "ul", "und", "under", "upon", "-"}
)
_LONGEST = 10  # letters of the longest acronym that is looked at


def whole(view: View, found: list[Name]) -> list[Name]:
    """The names in text order, each made as long as the letters in brackets behind it say."""
    out: list[Name] = []
    for i, name in enumerate(found):
        out.append(name)
        bracket = name.end
        follower = found[i + 1] if i + 1 < len(found) else None
        if follower and follower.label == "ORG" and view.text[follower.start - 1] == "(":
            # the model has seen the letters, but not all of the words: "[Peru] First Party (PFP)"
            bracket = follower.start - 1
        start = long_form(view, bracket)
        if start is None or (start, bracket) == (name.start, name.end) or name.label == "PERSON":
            continue
        while len(out) > 1 and out[-2].start >= start:
            del out[-2]
        apart = len(out) < 2 or out[-2].end <= start
        if apart and start <= name.start:
            name.start, name.end, name.label = start, bracket, "ORG"
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
        if not view.capital(at) and view.lower[at] not in _SMALL | LINKS:
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
