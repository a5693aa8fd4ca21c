"""The role that stands directly before a name: "Japanese Foreign Minister [Yoshimasa Hayashi]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.role_phrases import (
    PROPER,
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
    start, head = compound(tokens, last), last
    floor = max(0, last - _LONGEST)
    while start > floor and tokens.together(start - 1, last):
        i = start - 1
        if i > floor and tokens.lower[i] in ("and", "&", "/"):
            i -= 1
            if is_head(tokens, i, heads):
                head, i = i, compound(tokens, i)
            elif tokens.tag[i] in PROPER or not _premodifies(tokens, i, head, name):
                break  # "between Hale and Texas Governor Ana Duarte"
        elif not in_phrase(tokens, i) or not _premodifies(tokens, i, head, name):
            break
        start = i
    return start


def _premodifies(tokens: Tokens, i: int, last: int, name: Name) -> bool:
    """Whether token `i` belongs to the noun phrase of the name."""
    if tokens.tag[i] == "POS":
        return True
    at = i
    while at < last and tokens.head[at] != at:
        up = tokens.head[at]
        if up <= i or up >= name.end:
            return tokens.tag[i] in ("NNP", "NNPS", "POS", "HYPH", "JJ") and up == i
        at = up
    return at != i or tokens.tag[i][:2] != "VB"  # "she was [leading] Attorney General Joan Hale"
