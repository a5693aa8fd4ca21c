"""The vocabulary of time, from the `data/dates_*.tsv` files."""

from __future__ import annotations

import re
from functools import lru_cache

from briefkit import lexicon

Entry = tuple[str, str]


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The tab-separated lines of a data file, without its comments."""
    return lexicon.rows("components", name)


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, Entry]:
    """Word in lower case to (class, value)."""
    return {word: (kind, value) for word, kind, value in rows("dates_words.tsv")}


@lru_cache(maxsize=16)
def word_set(name: str) -> frozenset[str]:
    """The words of one set of `data/dates_sets.tsv`."""
    return frozenset(word for key, word in rows("dates_sets.tsv") if key == name)


# Kinds of words that stand only inside of expressions.
_INNER = frozenset(("approx", "filler", "meridiem", "part", "span", "suffix", "zone"))


@lru_cache(maxsize=1)
def starters() -> frozenset[str]:
    """The words that a time expression can start with, apart from digits."""
    words = {word for word, (kind, _) in vocabulary().items() if kind not in _INNER}
    return frozenset(
        {
            *words,
            *(re.split(r"[ '.]", row[0])[0] for row in rows("dates_holidays.tsv")),
            "per",
            "right",
        }
    )
