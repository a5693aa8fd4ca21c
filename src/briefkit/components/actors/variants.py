"""Whether two spellings may name one person, one body or one place."""

from __future__ import annotations

from briefkit.components.actors import lexicon
from briefkit.components.actors.abbreviations import SMALL, letters_of
from briefkit.components.actors.lexicon import compact, key

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def content(words: tuple[str, ...]) -> list[str]:
    """The words without the small ones."""
    return [word for word in words if word not in SMALL]


def without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name without "Jr."."""
    kept = tuple(word for word in words if word not in _SUFFIXES)
    return kept or words


def same_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether two names may be one person's."""
    a, b = without_suffix(short), without_suffix(full)
    if len(a) == 1:
        # "Ramos" of "Luis Antonio Ramos da Costa" too
        return a[0] in b
    if a[-1] != b[-1]:
        # "Najib Razak" of "Najib Abdul Razak"; a longer name that holds the shorter as it is
        return len(b) > len(a) and b[: len(a)] == a
    x, y = a[0].rstrip("."), b[0].rstrip(".")
    if x == y or x in b[:-1]:
        return True
    if min(len(x), len(y)) <= 2 and x[0] == y[0]:
        return True
    if y in lexicon.nicknames().get(x, ()) or x in lexicon.nicknames().get(y, ()):
        return True
    return min(len(x), len(y)) >= 5 and _one_letter(x, y)


def _one_letter(x: str, y: str) -> bool:
    """Whether two words differ in one letter, as misspelled names do."""
    if len(x) == len(y):
        return sum(a != b for a, b in zip(x, y, strict=True)) == 1
    return False


def _a_land(words: list[str]) -> bool:
    """Whether this is a state, of the world or of a federation; New York is its city as well."""
    name = key(tuple(words))
    lands = map(compact, lexicon.table("state_abbreviations").values())
    return name in lexicon.state_names() or (name in lands and name != "newyork")


_SAME_PLACE = (["city"], ["d.c"], ["dc"], ["island"], ["islands"], ["state"])


def same_body(a: tuple[str, ...], b: tuple[str, ...], mine: str, yours: str) -> bool:
    """Whether two names may be one organization's or place's; `a` is no longer than `b`."""
    x, y = content(a), content(b)
    if not x or len(x) >= len(y):
        return False
    if mine == yours == "place":
        if x[-1] in lexicon.words("place_words") and x[-1] == y[-1]:
            # "the Coliseum", "the Marlow Coliseum" of the Marlow Memorial Coliseum
            return y[: len(x) - 1] == x[:-1]
        if y[len(x) :] == ["city"] and _a_land(x):
            # Mexico City is not Mexico
            return False
        return y[: len(x)] == x and y[len(x) :] in _SAME_PLACE
    if yours != "organization":
        return False
    if len(x) == 1 and len(x[0]) > 1 and compact(x[0]) in letters_of(b):
        return True
    if mine != "organization":
        return False
    if len(x) == 1 and x[0] in lexicon.words("bodies"):
        # "the Department" of the California Department of Corrections
        return True
    if y[: len(x)] == x:
        rest = y[len(x) :]
        while rest and rest[-1] in lexicon.words("corporate"):
            rest.pop()
        return len(x) > 1 or len(rest) < 3
    if y[-len(x) :] == x:
        front = y[: -len(x)]
        if lexicon.words("apart") & set(front):
            return False
        if len(x) > 1:
            return True
        return "of" in b or len(x[0]) > 3
    # "PLA Eastern Theater Command": an acronym before the words that both end in
    while x[-1] == y[-1]:
        x, y = x[:-1], y[:-1]
    return bool(len(x) == 1 and x[0] in letters_of(tuple(y[-3:])) + letters_of(tuple(y)))
