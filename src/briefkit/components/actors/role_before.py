"""The role that stands directly before a name: "Japanese Foreign Minister [Yoshimasa Hayashi]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.role_phrases import (
    BARE,
    Role,
    compound,
    in_phrase,
    is_head,
    owned,
    without_praise,
)

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.view import View

_LONGEST = 9


def role_before(view: View, name: Name, heads: frozenset[str], type: str) -> Role | None:
    """A role directly before the name; the title that the name already has is a part of it."""
    last = name.start - 1
    ranks = lexicon.table("ranks")
    # "the defence minister [Ana Duarte]", as an editor fills in a quotation
    last -= last > 0 and view.text[last] == "["
    floor = max(0, last - _LONGEST)  # no name has more titles
    while last >= floor and compact(view.lower[last]) in lexicon.table("honorifics"):
        last -= 1
    if last < 0 or view.block[last] != view.block[name.start]:
        return None
    is_rank = type == "person" and compact(view.lower[last]) in ranks and view.capital(last)
    if not is_rank and not is_head(view, last, heads):
        return _placed(view, name, heads) if type == "person" else None
    if type != "person" and view.tag[last] != "NN":
        return None
    start = _leftmost(view, name, last, heads)
    owner, start = owned(view, start, last)
    start = without_praise(view, start, last)
    if start == last and view.lower[last] in BARE:
        return None
    head = _civil(view, start, last, heads)
    return Role(start, head + 1, head, owner, outer=start)


def _civil(view: View, start: int, last: int, heads: frozenset[str]) -> int:
    """The head noun before a rank that the name has as well: "army [spokesman] Lt. Gen. Hale"."""
    at = last
    while at > start and (view.text[at] == "." or compact(view.lower[at]) in _RANKS):
        at -= 1
    office = last - at == 1 and view.lower[last] == "general" and view.lower[at] in _GENERALS
    ranks = compact(view.lower[at]) in _RANKS or office
    return at if is_head(view, at, heads) and not ranks else last


_RANKS = frozenset(
    {"adm", "admiral", "brig", "brigadier", "capt", "captain", "cmdr", "col", "colonel", "gen"}
    | {"general", "lieutenant", "lt", "maj", "major", "sgt", "sergeant"}
)
# "attorney general": offices, and no ranks
_GENERALS = frozenset(
    {"advocate", "attorney", "auditor", "comptroller", "consul", "director", "governor"}
    | {"inspector", "postmaster", "registrar", "secretary", "solicitor", "surgeon"}
)


def _leftmost(view: View, name: Name, last: int, heads: frozenset[str]) -> int:
    """The first token of the noun phrase whose head is token `last`, right before the name."""
    start, block = compound(view, last), view.block[last]
    floor, bridge = max(0, last - _LONGEST), -1
    while start > floor and view.block[start - 1] == block:
        before = view.lower[start - 1]
        if before in ("and", "&", "/") and start - 1 > floor and in_phrase(view, start - 2):
            another = is_head(view, start - 2, heads)
            if not another and view.tag[start - 2] in ("NNP", "NNPS"):
                # "between Hale and Texas Governor Ana Duarte"
                break
            if not another and not _premodifies(view, start - 2, last, name):
                break
            bridge = start - 1 if another else bridge
            start -= 1
        elif not in_phrase(view, start - 1):
            break
        else:
            far = view.head[start - 1] >= bridge
            if far if bridge >= 0 else not _premodifies(view, start - 1, last, name):
                break
        start -= 1
    if bridge >= 0 and start and view.tag[start - 1] in ("DT", "PRP$"):
        # "the mayor and President Ana Duarte" are two
        start = bridge + 1
    while start < last and view.lower[start] in ("and", "&", "/", "-"):
        start += 1
    return start


def _placed(view: View, name: Name, heads: frozenset[str]) -> Role | None:
    """ "Marketing manager at Orwin Travel Abby Dunn": the house between the role and the name."""
    at = name.start - 1
    floor = max(0, name.start - 6)
    while (
        at > floor and view.tag[at] in ("NNP", "NNPS") and view.block[at] == view.block[name.start]
    ):
        at -= 1
    if at == name.start - 1 or view.lower[at] not in ("at", "of", "for") or not at:
        return None
    head = at - 1
    if not is_head(view, head, heads):
        return None
    start = head
    while start > 0 and in_phrase(view, start - 1) and view.block[start - 1] == view.block[head]:
        if view.tag[start - 1] == "POS" or view.head[start - 1] > head:
            break
        start -= 1
    start = without_praise(view, start, head)
    return Role(start, name.start, head, outer=start)


def _premodifies(view: View, i: int, last: int, name: Name) -> bool:
    """Whether token `i` belongs to the noun phrase of the name."""
    if view.tag[i] == "POS":
        return True
    if view.lower[i] in lexicon.words("role_participles") and view.tag[i] != "NN":
        return True
    if view.tag[i] == "NNS" and view.dep[i] not in ("compound", "nmod", "poss"):
        return False
    steps, at = 0, i
    while at < last and steps < 6:
        up = view.head[at]
        if up <= i or up >= name.end:
            return view.tag[i] in ("NNP", "NNPS", "POS", "HYPH", "JJ") and up == i
        at, steps = up, steps + 1
    return True
