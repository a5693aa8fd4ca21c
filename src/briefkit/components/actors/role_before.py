"""The role that stands directly before a name: "Japanese Foreign Minister [Yoshimasa Hayashi]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.role_phrases import (
    Role,
    compound,
    in_phrase,
    is_head,
    owned,
    without_praise,
)

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens

_LONGEST = 9


def role_before(tokens: Tokens, name: Name, heads: frozenset[str], type: str) -> Role | None:
    """A role directly before the name; the title that the name already has is a part of it."""
    last = name.start - 1
    ranks = lexicon.table("ranks")
    # "the defence minister [Ana Duarte]", as an editor fills in a quotation
    last -= last > 0 and tokens.text[last] == "["
    floor = max(0, last - _LONGEST)  # no name has more titles
    while last >= floor and compact(tokens.lower[last]) in lexicon.table("honorifics"):
        last -= 1
    if last < 0 or tokens.block[last] != tokens.block[name.start]:
        return None
    is_rank = type == "person" and compact(tokens.lower[last]) in ranks and tokens.capital(last)
    if not is_rank and not is_head(tokens, last, heads):
        return None
    start = _leftmost(tokens, name, last, heads)
    owner, start = owned(tokens, start, last)
    start = without_praise(tokens, start, last)
    return Role(start, last + 1, last, owner, outer=start)


def _leftmost(tokens: Tokens, name: Name, last: int, heads: frozenset[str]) -> int:
    """The first token of the noun phrase whose head is token `last`, right before the name."""
    start, block = compound(tokens, last), tokens.block[last]
    floor, bridge = max(0, last - _LONGEST), -1
    while start > floor and tokens.block[start - 1] == block:
        before = tokens.lower[start - 1]
        if before in ("and", "&", "/"):
            another = is_head(tokens, start - 2, heads)
            if not another and tokens.tag[start - 2] in ("NNP", "NNPS"):
                # "between Hale and Texas Governor Ana Duarte"
                break
            if not another and not _premodifies(tokens, start - 2, last, name):
                break
            bridge = start - 1 if another else bridge
            start -= 1
        elif not in_phrase(tokens, start - 1):
            break
        else:
            far = tokens.head[start - 1] >= bridge
            if far if bridge >= 0 else not _premodifies(tokens, start - 1, last, name):
                break
        start -= 1
    while start < last and tokens.lower[start] in ("and", "&", "/", "-"):
        start += 1
    return start


def _premodifies(tokens: Tokens, i: int, last: int, name: Name) -> bool:
    """Whether token `i` belongs to the noun phrase of the name."""
    if tokens.tag[i] == "POS":
        return True
    at = i
    while at < last:
        up = tokens.head[at]
        if up <= i or up >= name.end:
            return tokens.tag[i] in ("NNP", "NNPS", "POS", "HYPH", "JJ") and up == i
        at = up
    return True
