"""Roles that a verb gives: "X, who is the mayor of", "X was named", "Boeing named X"."""

from __future__ import annotations

from dataclasses import replace
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
    if person and i == name.end and name.start:
        named = _object(tokens, name, heads)
        if named:
            return named
    at = _copula(tokens, i)
    if at is None or (not person and tokens.lower[at] not in ("a", "an")):
        # "Ford is the biggest loser" calls it nothing
        return None
    return phrase(tokens, at, heads, name)


def _object(tokens: Tokens, name: Name, heads: frozenset[str]) -> Role | None:
    """ "Boeing named X chief executive", "The board installed X as chairman"."""
    verb = name.outer - 1
    kind = lexicon.table("role_verbs").get(tokens.lower[verb]) if verb >= 0 else None
    if kind not in ("choose", "follow"):
        return None
    at = name.end
    if tokens.lower[at] == "as":
        return phrase(tokens, at + 1, heads, name)
    if kind != "choose" or not tokens.tag[at].startswith(("NN", "JJ", "DT")):
        return None
    role = phrase(tokens, at, heads, name)
    if role is None or role.owner:
        return role
    for i in range(max(0, verb - 12), verb):
        if tokens.head[i] == verb and tokens.dep[i] == "nsubj":
            return replace(role, owner=(i, i + 1))
    return role


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
