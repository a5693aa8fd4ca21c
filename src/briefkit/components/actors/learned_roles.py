"""Roles that the encoder sees and no rule finds: the words, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.role_phrases import Role, compound
from briefkit.components.encoder import encoded

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens

# How sure the encoder must be of all words of a role, on average.
_SURE = 0.7
_OPENING = frozenset({"the", "a", "an", "his", "her", "their", "its", "-", "'s", ","})
_CLOSING = frozenset({"'s", ",", "-", "of", "the", "and"})
_AFTER_HEAD = frozenset({"of", "for", "at", "in", "to", "on", "with", ","})
# What may stand between a name and the role behind it: "Hale, 63, a nurse", "Hale is the mayor"
_BETWEEN = frozenset({",", "-", "–", "—", "(", "a", "an", "the", "who", "is", "was", "as"})
_GAP = 6


def learned_roles(tokens: Tokens, people: Iterable[Name]) -> dict[int, Role]:
    """The role beside each name of a person, by the token that the name begins with."""
    names = list(people)
    starts = {name.outer: name for name in names} | {name.start: name for name in names}
    ends = {name.end: name for name in names}
    found: dict[int, Role] = {}
    for start, end in _spans(tokens):
        after = _name_after(tokens, end, starts)
        name = after or _name_before(tokens, start, ends)
        if name is not None and name.start not in found:
            directly = after is not None and end == after.outer
            head = _head(tokens, start, end)
            found[name.start] = Role(start, end, head, outer=start if directly else -1)
    return found


def _spans(tokens: Tokens) -> list[tuple[int, int]]:
    """Tokens `[start, end)` of the roles, without article and possessor."""
    said = encoded(tokens.doc)
    if said is None:
        return []
    chances = numpy.exp(said.roles)
    best, inside = chances.argmax(1).tolist(), chances[:, 1:].sum(1)
    found, i, size = [], 0, len(best)
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
        if start < end and float(inside[start:end].mean()) >= _SURE:
            found.append((compound(tokens, start), _whole(tokens, end)))
    return found


def _whole(tokens: Tokens, end: int) -> int:
    """The end behind the last part of a word with hyphens: "president-[elect]"."""
    while end + 1 < len(tokens) and compound(tokens, end + 1) < end:
        end += 2
    return end


def _name_after(tokens: Tokens, end: int, starts: dict[int, Name]) -> Name | None:
    """Whose name stands behind a role, with a comma or a form of address between at most."""
    for i in range(end, min(end + 3, len(tokens))):
        if tokens.block[i] != tokens.block[end - 1]:
            return None
        if i in starts:
            return starts[i]
        if tokens.lower[i] != "," and compact(tokens.lower[i]) not in lexicon.table("honorifics"):
            return None
    return None


def _name_before(tokens: Tokens, start: int, ends: dict[int, Name]) -> Name | None:
    """Whose name a role follows in apposition or after "is"."""
    for at in range(start, max(start - _GAP, 0), -1):
        if tokens.block[at - 1] != tokens.block[start]:
            return None
        if at in ends:
            return ends[at]
        if tokens.lower[at - 1] not in _BETWEEN and tokens.tag[at - 1] not in ("CD", "PRP$"):
            return None
    return None


def _head(tokens: Tokens, start: int, end: int) -> int:
    """The head noun: before "of" and the like, else the last word."""
    for i in range(start + 1, end):
        if tokens.lower[i] in _AFTER_HEAD:
            return i - 1
    return end - 1
