"""The roles that the encoder sees, and the names that each may be of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefkit.components.actors.role_phrases import NOUNS, Role, compound, hyphened, of_several

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens

_OPENING = frozenset(
    {"of", "the", "a", "an", "his", "her", "their", "its", "-", "'", "'s", ",", "old"}
)
_AFTER_HEAD = frozenset({"of", "for", "at", "in", "to", "on", "with", ","})
_CLOSING = _AFTER_HEAD | {"'s", "-", "a", "an", "the", "and", "from", "by", "[", "("}
_MAY_BE = 0.25  # from which probability on a word may be of a role; `role_choice` decides
_NEAR = 16  # tokens between a role and its name


def seen_roles(tokens: Tokens, chances: Any, names: list[Name]) -> Iterator[tuple[Role, Name]]:
    """Each role with each name of its sentence that is near; `names` in text order.

    `chances` are probabilities, tokens x `ROLE_TAGS`.
    """
    starts = [name.start for name in names]
    for start, end in _spans(tokens, chances):
        first = bisect_left(starts, start - 2 * _NEAR)
        for name in names[first : bisect_left(starts, end + _NEAR)]:
            before = name.start >= end
            gap = name.start - end if before else start - name.end
            there = (
                tokens.together(name.start, start) and tokens.sent[name.start] == tokens.sent[start]
            )
            if there and 0 <= gap < _NEAR:
                outer = start if before and end == name.outer else -1
                yield Role(start, end, _head(tokens, start, end), outer=outer), name


def _spans(tokens: Tokens, chances: Any) -> Iterator[tuple[int, int]]:
    """Tokens `[start, end)` of the roles, without article and possessor."""
    # 0: of no role, 1: where one begins, 2: within one
    may = chances[:, 1:].sum(1) >= _MAY_BE
    best = (may * (chances[:, 1:].argmax(1) + 1)).tolist()
    i, size = 0, len(best)
    while i < size:
        start, i = i, i + 1
        if not best[start]:
            continue
        while i < size and best[i] == 2:
            i += 1
        end = i
        while start < end and tokens.lower[start] in _OPENING:
            start += 1
        while start < end and tokens.lower[end - 1] in _CLOSING:
            end -= 1
        if start < end:
            yield compound(tokens, start), _whole(tokens, start, end)


def _whole(tokens: Tokens, start: int, end: int) -> int:
    """The end with what a word lacks: "work on armed [groups]", "president-[elect]", "Reps[.]"."""
    if end + 1 >= len(tokens):
        return end
    if tokens.text[end] == "." and of_several(tokens.text[end - 1]):
        return end + (tokens.sent[end] == tokens.sent[end + 1])
    cut = tokens.tag[end - 1] == "JJ" and tokens.head[end - 1] == end
    noun = cut and tokens.tag[end] in NOUNS
    end += noun and not _AFTER_HEAD.isdisjoint(tokens.lower[start:end])
    while end + 1 < len(tokens) and hyphened(tokens, end + 1):
        end += 2
    return end


def _head(tokens: Tokens, start: int, end: int) -> int:
    """The head noun: before "of" and the like, else the last word."""
    for i in range(start + 1, end):
        if tokens.lower[i] in _AFTER_HEAD:
            return i - 1
    # "Sens." is two tokens
    return end - 1 - (tokens.text[end - 1] == "." and end - 1 > start)
