"""Whether two texts say different things in like words: another figure, or one denies the other."""

from __future__ import annotations

import re
from functools import lru_cache

from briefkit.stories.words import content, fold_letters

_CLAUSE = re.compile(r"[.!?;](?=\s)|\s[-–]\s|—|[,\s](?:and|but|because|while)\s", re.IGNORECASE)
# "No, we will": an answer; "no fewer than nine" and "not only" deny nothing.
_NEGATION = re.compile(
    r"\b(?:not(?! only\b)|cannot|never|no(?!,| (?:fewer|less|more) than\b)"
    r"|nobody|nothing|none|neither)\b|n't\b"
)
# Two clauses with one word in common may be about anything.
_LEAST_SHARED = 2


def differ(one: frozenset[float], other: frozenset[float]) -> bool:
    """Whether each has a number that the other lacks; a shortened text may lack some."""
    return not (one <= other or other <= one)


def denies(one: str, other: str) -> bool:
    """Whether a clause of one text is negated where the clause most like it in the other is not.

    What only one of them has tells nothing: "… and we will not sell" may have been left out.
    """
    first = _clauses(one)
    for stems, negations in _clauses(other):
        shared = max((len(stems & words) for words, _ in first), default=0)
        if shared >= min(_LEAST_SHARED, len(stems)) > 0:
            alike = {count for words, count in first if len(stems & words) == shared}
            if negations not in alike:
                return True
    return False


@lru_cache(1 << 12)
def _clauses(text: str) -> tuple[tuple[frozenset[str], int], ...]:
    """The weighty words of each clause, and how often it is negated."""
    folded = fold_letters(text).replace("’", "'")
    return tuple(
        (frozenset(content(_NEGATION.sub(" ", clause))), len(_NEGATION.findall(clause)))
        for clause in _CLAUSE.split(folded)
    )
