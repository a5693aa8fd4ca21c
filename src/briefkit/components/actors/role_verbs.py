"""Roles that a verb gives: "X, who is the mayor of", "X was named"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.role_phrases import Role, phrase

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens

_BE = frozenset({"is", "are", "was", "were", "been", "be"})
_AUXILIARIES = _BE | {"has", "had", "have", "will", "would", "later", "then", "being"}


def role_of_verb(tokens: Tokens, name: Name, heads: frozenset[str], person: bool) -> Role | None:
    """ "X, who is the mayor of", "X was named chief executive", "X resigned as mayor"."""
    i, size = name.end, len(tokens)
    while i < size and tokens.lower[i] == ",":
        i += 1
    if i < size and tokens.lower[i] == "who":
        i += 1
    if i + 2 >= size or tokens.block[i] != tokens.block[name.start]:
        return None
    at = _copula(tokens, i)
    if at is None or (not person and tokens.lower[at] not in ("a", "an")):
        # "Ford is the biggest loser" calls it nothing
        return None
    return phrase(tokens, at, heads, name)


def _copula(tokens: Tokens, i: int) -> int | None:
    """Where the noun phrase begins behind a verb that gives a role, at token `i`."""
    last = min(len(tokens) - 1, i + 6)
    at = i
    while at < last and (tokens.lower[at] in _AUXILIARIES or tokens.tag[at] == "RB"):
        at += 1
    kind = lexicon.table("role_verbs").get(tokens.lower[at])
    if kind == "choose" and at > i:
        at += 1
        return at + sum(tokens.lower[j] in ("as", "in") for j in (at, at + 1) if j < len(tokens))
    if kind == "become":
        return at + 1
    if kind == "work":
        for j in (at + 1, at + 2):
            if j < last and tokens.lower[j] == "as":
                return j + 1
        return None
    if at > i and tokens.lower[at - 1] in _BE:
        return at
    return None
