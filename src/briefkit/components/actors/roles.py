"""What a person or an organization is called beside its name, in the article's own words.

Before the name ("Japanese Foreign Minister Yoshimasa Hayashi"), after it ("Mary Barra, chief
executive of General Motors,"), and in "who is", "as", "was named" forms. A role is a stretch of
tokens; age, home town and praise are no roles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.role_before import role_before
from briefkit.components.actors.role_phrases import (
    NOUNS,
    PROPER,
    Role,
    compound,
    in_phrase,
    is_head,
    is_plural,
    phrase,
    without_praise,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens

_STOPS = frozenset(
    {",", "[", ".", ";", ":", "—", "–", "--", "(", ")", "?", "!", "''", '"', "``", "”", "“"}
)
_NAMED = frozenset({"named", "called"})
_BE = frozenset({"is", "are", "was", "were", "been", "be"})
_AUXILIARIES = _BE | {"has", "had", "have", "will", "would", "later", "then", "being"}


def roles(tokens: Tokens, name: Name, type: str, seen: set[int]) -> list[tuple[str, Role]]:
    """The roles at one name of a person or an organization, each with its rule's name.

    `seen` are the tokens that the encoder takes for words of a role.
    """
    heads = lexicon.words("roles") if type == "person" else lexicon.words("bodies")
    found = [
        ("title", role_before(tokens, name, heads, type)),
        ("apposition", _after(tokens, name, heads)),
        ("verb", _of_verb(tokens, name, heads, type == "person")),
    ]
    if type == "person":
        found += _before_comma(tokens, name, heads, seen)
    return [(how, role) for how, role in found if role]


def _after(tokens: Tokens, name: Name, heads: frozenset[str]) -> Role | None:
    """A role in apposition: "Mary Barra, 63, chief executive of General Motors,"."""
    i, size = name.end, len(tokens)
    if i + 1 >= size or tokens.lower[i] not in (",", "—", "–", "-", "("):
        return None
    i += 1
    if tokens.tag[i] == "CD" and i + 1 < size and tokens.lower[i + 1] == ",":
        i += 2
    return phrase(tokens, i, heads, name)


def _before_comma(
    tokens: Tokens, name: Name, heads: frozenset[str], seen: set[int]
) -> Iterator[tuple[str, Role | None]]:
    """A role before a comma: "Malaysia's prime minister, Najib Razak,"; or with "of".

    Also "Minister for Trade and Industry, Ana Duarte, said", where the parser sees no apposition,
    and "a miner named Petras Gudas".
    """

    def is_role(i: int) -> bool:
        told = i in seen and tokens.tag[i] in NOUNS and not is_plural(tokens, i)
        return told or is_head(tokens, i, heads)

    at, end = tokens.top(name.start, name.end), name.outer
    named = end > 1 and tokens.lower[end - 1] in _NAMED and tokens.dep[end - 1] == "acl"
    if named and tokens.lower[name.end : name.end + 1] != ["as"] and is_role(end - 2):
        yield "titled", _from_head(tokens, end - 2, end - 1)
    apart = tokens.lower[end - 1] in _STOPS
    end = end - 1 if apart else name.start
    up = tokens.head[at]
    if tokens.dep[at] == "appos" and up < end:
        over = tokens.head[tokens.head[up]]
        below = tokens.dep[up] == "pobj" and tokens.tag[up] not in PROPER
        if below and tokens.head[up] == over + 1 and is_role(over):
            up = over  # "the chair of the [committee], Ida Norling"
        if is_head(tokens, up, heads):
            yield "titled", _from_head(tokens, up, end)
        elif apart and is_role(up):
            # home is no part of it: "a retired audiologist [from Leeds], Ana Hale,"
            home = tokens.lower.index("from", up) if "from" in tokens.lower[up:end] else end
            yield "titled", _from_head(tokens, up, home)
    after = min(name.end, len(tokens) - 1)
    said = tokens.tag[after] == "VBD"
    if end < 2 or tokens.text[end] != "," or not (said or tokens.lower[after] in (",", ".")):
        return
    for head in range(end - 1, max(0, end - 12) - 1, -1):
        if tokens.lower[head] in _STOPS or tokens.tag[head].startswith("VB"):
            return
        if is_head(tokens, head, heads) and tokens.lower[head + 1] in (",", "of", "for"):
            role = _from_head(tokens, head, end)
            first = role.start if role else 0
            first -= first > 0 and tokens.tag[first - 1] == "DT"
            if not (said and first and tokens.sent[first - 1] == tokens.sent[head]):
                yield "fronted", role
            return


def _from_head(tokens: Tokens, head: int, end: int) -> Role | None:
    """The role with this head that ends before a name."""
    start = compound(tokens, head)
    while start > 0 and in_phrase(tokens, start - 1) and tokens.together(start - 1, head):
        if tokens.tag[start - 1] == "POS":
            break
        start -= 1
    if any(tokens.lower[i] in _STOPS for i in range(start, end)):
        return None
    owner = (start - 2, start - 1) if start > 1 and tokens.tag[start - 1] == "POS" else None
    return Role(without_praise(tokens, start, head), end, head, owner)


def _of_verb(tokens: Tokens, name: Name, heads: frozenset[str], person: bool) -> Role | None:
    """ "X, who is the mayor of", "X was named chief executive", "X resigned as mayor"."""
    i, size = name.end, len(tokens)
    while i < size and tokens.lower[i] == ",":
        i += 1
    if i < size and tokens.lower[i] == "who":
        i += 1
    if i + 2 >= size:
        return None
    at = _copula(tokens, i)
    if at is None or at >= size or (not person and tokens.lower[at] not in ("a", "an")):
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
