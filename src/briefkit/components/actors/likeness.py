"""How the words of one name lie in those of another, and how near two spellings are."""

from __future__ import annotations

import re

from briefkit.components.actors.abbreviations import SMALL, letters_of
from briefkit.components.actors.lexicon import compact, key
from briefkit.components.actors.lexicon import words as listed
from briefkit.text import edits

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_FAINT = re.compile("[aeiouyhw]")
_DOUBLED = re.compile(r"(.)\1+")
_RARE = 4  # no word of so few letters is a misspelling of another


def content(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the small ones and without "Jr."."""
    kept = tuple(word for word in words if word not in SMALL and word not in SUFFIXES)
    return kept or words


def first_of(words: tuple[str, ...]) -> str | None:
    """The first name of a person; None where a surname stands alone ("von der Leyen")."""
    kept = content(words)
    return kept[0].rstrip(".") if len(kept) > 1 and kept[0] not in listed("particles") else None


def skeleton(word: str) -> str:
    """The consonants of a word, what transliterations and misspellings leave as it is."""
    letters = compact(word)
    return _DOUBLED.sub(r"\1", letters[:1] + _FAINT.sub("", letters[1:]))


def relation(short: tuple[str, ...], full: tuple[str, ...]) -> str | None:
    """What the words of a name are to those of a name no shorter; None where it is nothing."""
    x, y = content(short), content(full)
    held = _held(x, y)
    if held:
        return held
    if key(short) in letters_of(full):
        return "letters"
    if x[-1] == y[-1]:
        return "same last"
    if x[0] == y[0]:
        return "same first"
    return _near(x, y) or ("shared" if set(x) & set(y) else None)


def is_short_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a word alone is the beginning of a person's first name, "Wlad" of "Wladimir Hale"."""
    first = first_of(full) if len(short) == 1 else None
    return first is not None and first != short[0] and first.startswith(short[0])


def _held(x: tuple[str, ...], y: tuple[str, ...]) -> str | None:
    """How the words of one name stand in the other, where all of them do."""
    size = len(x)
    if x == y:
        return "equal"
    if size < len(y):
        if y[:size] == x:
            return "first" if size == 1 else "front"
        if y[-size:] == x:
            return "last" if size == 1 else "back"
        if set(x) <= set(y):
            return "inner"
    return None


def _near(x: tuple[str, ...], y: tuple[str, ...]) -> str | None:
    """Whether two names, or a name and a word of the other, are spelled nearly alike."""
    a, b = key(x), key(y)
    if min(len(a), len(b)) > _RARE and edits(a, b, 2) <= 2:
        return "near"
    if len(x) > 1 or len(a) <= _RARE:
        return None
    words = [compact(word) for word in y if len(word) > _RARE]
    return "near a word" if any(edits(a, word, 1) <= 1 for word in words) else None
