"""How one wording of a quote relates to another, and what it leaves out or says otherwise."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from briefkit.stories.numbers import numbers
from briefkit.stories.schema import Relation
from briefkit.stories.words import WORD, Rarity, content, fold_letters

# Single words in common are chance.
_RUN = 2
_MOST_PAIRS = 50_000
_SHORTENED, _OVERLAP, _REPORTED = 0.85, 0.5, 0.7
_LEAST_SHARED = 5
_CLAUSE = re.compile(r"[.!?;](?=\s)|\s[-–]\s|—|[,\s](?:and|but|because|while)\s", re.IGNORECASE)
# "No, we will": an answer; "no fewer than nine" and "not only" deny nothing.
_NEGATION = re.compile(
    r"\b(?:not(?! only\b)|cannot|never|no(?!,| (?:fewer|less|more) than\b)"
    r"|nobody|nothing|none|neither)\b|n't\b"
)
# Two clauses with one word in common may be about anything.
_LEAST_OF_CLAUSE = 2


@dataclass(frozen=True)
class Wording:
    """The text of a quote, and whether it is in the speaker's own words."""

    text: str
    own_words: bool

    @cached_property
    def words(self) -> list[tuple[str, int, int]]:
        """Each word folded, with its place in the text."""
        return [
            (fold_letters(found.group()).replace("’", "'"), *found.span())
            for found in WORD.finditer(self.text)
        ]

    @cached_property
    def plain(self) -> list[str]:
        return [word for word, _, _ in self.words]

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return content(self.text)

    @cached_property
    def values(self) -> frozenset[float]:
        return frozenset(number.value for number in numbers(self.text)[1])


def relation(full: Wording, other: Wording, rarity: Rarity) -> Relation | None:
    """What `other` is of `full`; None where they are different quotes."""
    if full.plain == other.plain:
        return "same"
    # Each has a number that the other lacks; a shortened text may lack some.
    differ = not (full.values <= other.values or other.values <= full.values)
    if differ or denies(full.text, other.text):
        return None
    if not (full.own_words and other.own_words):
        if len(set(full.stems) & set(other.stems)) <= 2:
            return None
        alike = min(
            max(rarity.held(other.stems, full.stems), rarity.held(full.stems, other.stems)),
            0.5 + rarity.alike(full.stems, other.stems) / 2,
        )
        return "reported" if alike >= _REPORTED else None
    matched = sum(size for _, _, size in _runs(full, other))
    if matched >= _SHORTENED * len(other.plain) and len(set(other.stems)) > 1:
        return "shortened" if len(other.plain) < len(full.plain) else "overlapping"
    alike = matched >= _LEAST_SHARED and matched >= _OVERLAP * len(other.plain)
    return "overlapping" if alike else None


def left_out(full: Wording, other: Wording) -> tuple[str, ...]:
    """The stretches of `full` that `other` lacks, in the words of `full`."""
    found: list[str] = []
    at = 0
    for start, _, size in [*_runs(full, other), (len(full.words), 0, 0)]:
        if start > at:
            found.append(full.text[full.words[at][1] : full.words[start - 1][2]])
        at = start + size
    return tuple(found)


def _runs(full: Wording, other: Wording) -> list[tuple[int, int, int]]:
    # The same few words over and over would take the cube of their number.
    times = Counter(full.plain)
    many = sum(times[word] for word in other.plain) > _MOST_PAIRS
    matcher = SequenceMatcher(None, full.plain, other.plain, autojunk=many)
    return [(a, b, size) for a, b, size in matcher.get_matching_blocks() if size >= _RUN]


def denies(one: str, other: str) -> bool:
    """Whether a clause of one text is negated where the clause most like it in the other is not.

    What only one of them has tells nothing: "… and we will not sell" may have been left out.
    """
    first = _clauses(one)
    for stems, negations in _clauses(other):
        shared = max((len(stems & words) for words, _ in first), default=0)
        if shared >= min(_LEAST_OF_CLAUSE, len(stems)) > 0:
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
