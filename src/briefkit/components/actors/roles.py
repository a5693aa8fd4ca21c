"""What a person or an organization is called beside its name, in the article's own words.

Before the name ("Japanese Foreign Minister Yoshimasa Hayashi"), after it ("Mary Barra, chief
executive of General Motors,"), and in "who is", "as", "was named" forms. A role is a stretch of
tokens; age, home town and praise are no roles.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.role_phrases import (
    BARE,
    Role,
    in_phrase,
    is_head,
    phrase,
    possessor,
    without_praise,
)

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.view import View

_STOPS = frozenset({",", ".", ";", ":", "—", "–", "(", ")", "?", "!", "''", '"', "``", "”", "“"})
_BE = frozenset({"is", "are", "was", "were", "been", "be"})
_AUXILIARIES = _BE | {"has", "had", "have", "will", "would", "later", "then", "being"}
_BECOME = frozenset({"became", "become", "becomes", "remains", "remained", "remain"})
_WORK = frozenset(
    {"serves", "served", "works", "worked", "acts", "acted", "resigned", "retired", "quit", "ran"}
    | {"stepped", "stood", "took", "returned", "continued", "continues", "resigns", "steps"}
    | {"working", "serving", "starts", "started", "began", "joined", "joins", "resign", "retires"}
)
_FOLLOWED = frozenset({"succeeding", "succeed", "succeeded", "replace", "replaced", "replacing"})
_CHOSEN = frozenset(
    {"named", "appointed", "elected", "nominated", "chosen", "re-elected", "reelected", "hired"}
    | {"promoted", "crowned", "confirmed", "inaugurated", "installed", "sworn"}
)
_LONGEST = 9


def roles(view: View, name: Name, type: str) -> list[Role]:
    """The roles that stand at one name of a person or an organization."""
    heads = lexicon.words("roles") if type == "person" else lexicon.words("bodies")
    found = [_before(view, name, heads, type), _after(view, name, heads)]
    found.append(_said(view, name, heads, type == "person"))
    if type == "person":
        found.append(_titled(view, name, heads) or _fronted(view, name, heads))
    return [role for role in found if role and not _says_nothing(view, role)]


def _says_nothing(view: View, role: Role) -> bool:
    return role.end - role.start == 1 and view.lower[role.head] in BARE


def _before(view: View, name: Name, heads: frozenset[str], type: str) -> Role | None:
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
    owner = None
    for i in range(last - 1, start - 1, -1):
        if view.tag[i] == "POS":
            owner = (start, i)
            start = i + 1
            break
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
    start, block = _compound(view, last), view.block[last]
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


def _compound(view: View, last: int) -> int:
    """The first token of a word with hyphens that ends at token `last`: "Editor-in-Chief"."""
    start = last
    while start > 1 and view.text[start - 1] == "-":
        whole = view.idx[start - 2] + len(view.text[start - 2]) == view.idx[start - 1]
        if not whole or view.idx[start - 1] + 1 != view.idx[start]:
            break
        start -= 2
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


def _after(view: View, name: Name, heads: frozenset[str]) -> Role | None:
    """A role in apposition: "Mary Barra, 63, chief executive of General Motors,"."""
    i, size = name.end, len(view)
    if i + 1 >= size or view.lower[i] not in (",", "—", "–", "-", "("):
        return None
    opened = view.lower[i]
    i += 1
    if view.tag[i] == "CD" and i + 1 < size and view.lower[i + 1] == ",":
        i += 2
    elif view.lower[i] in ("aged", "age") and i + 2 < size and view.lower[i + 2] == ",":
        i += 3
    role = phrase(view, i, heads, name)
    if role is None:
        return None
    # an apposition is closed again, or ends its sentence; else it is one of a list of names
    after = view.lower[role.end] if role.end < size else "."
    if after in ("and", "or"):
        return None
    verb = role.end < size and view.tag[role.end] in ("VBD", "VBZ", "MD")
    if verb and view.lower[name.outer - 1 : name.outer] == ["to"]:
        # "according to Hale, a detective for the county was told"
        return None
    if opened == "(" and (after != ")" or view.capital(role.head)):
        return None
    return role


def _titled(view: View, name: Name, heads: frozenset[str]) -> Role | None:
    """A role before a comma: "Malaysia's prime minister, Najib Razak,"; or with "of"."""
    at = name.end - 1
    while name.start <= view.head[at] < name.end and view.head[at] != at:
        at = view.head[at]
    head = view.head[at]
    if view.dep[at] != "appos" or not name.start - 16 < head < name.start:
        return None
    if view.block[head] != view.block[name.start] or not is_head(view, head, heads):
        return None
    start = head
    while start > 0 and in_phrase(view, start - 1) and view.block[start - 1] == view.block[head]:
        if view.tag[start - 1] == "POS":
            start = possessor(view, start - 1)
            break
        if not start - 1 <= view.head[start - 1] <= head:
            break
        start -= 1
    end = name.start
    if view.lower[end - 1] in _STOPS:
        end -= 1
    if any(view.lower[i] in _STOPS for i in range(start, end)):
        return None
    owner = None
    for i in range(head - 1, start - 1, -1):
        if view.tag[i] == "POS":
            owner, start = (start, i), i + 1
            break
    start = without_praise(view, start, head)
    if end <= head or view.tag[end - 1] in ("IN", "DT", "CC", "WP", "VBD", "VBN"):
        return None
    return Role(start, end, head, owner)


def _fronted(view: View, name: Name, heads: frozenset[str]) -> Role | None:
    """ "Minister for Trade and Industry, Ana Duarte, said", where the parser sees no apposition."""
    comma = name.start - 1
    after = view.lower[name.end] if name.end < len(view) else "."
    said = view.tag[min(name.end, len(view) - 1)] == "VBD"
    if comma < 2 or view.text[comma] != "," or not (said or after in (",", ".")):
        return None
    head = comma - 1
    while head >= max(0, comma - 12) and view.block[head] == view.block[name.start]:
        if view.lower[head] in _STOPS or view.tag[head].startswith("VB"):
            return None
        if is_head(view, head, heads):
            break
        head -= 1
    else:
        return None
    if head < comma - 1 and view.lower[head + 1] not in ("of", "for"):
        return None
    start = _compound(view, head)
    while start > 0 and in_phrase(view, start - 1) and view.block[start - 1] == view.block[head]:
        if view.tag[start - 1] == "POS":
            break
        start -= 1
    first = start - (view.tag[start - 1] == "DT") if start else 0
    opens = first == 0 or view.sent[first - 1] != view.sent[start]
    if said and not opens:
        return None
    if not opens and view.tag[start - 1] not in ("DT", "PRP$", "POS", "CC", "IN", ",", "RB"):
        return None
    owner = None
    if start and view.tag[start - 1] == "POS":
        owner = (possessor(view, start - 1), start - 1)
    return Role(without_praise(view, start, head), comma, head, owner)


def _said(view: View, name: Name, heads: frozenset[str], person: bool) -> Role | None:
    """ "X, who is the mayor of", "X was named chief executive", "X resigned as mayor"."""
    i, size = name.end, len(view)
    while i < size and view.lower[i] == ",":
        i += 1
    if i < size and view.lower[i] == "who":
        i += 1
    if i + 2 >= size or view.block[i] != view.block[name.start]:
        return None
    if person and i == name.end and name.start:
        named = _object(view, name, heads)
        if named:
            return named
    at = _copula(view, i)
    if at is None or (not person and view.lower[at] not in ("a", "an")):
        # "Ford is the biggest loser" calls it nothing
        return None
    return phrase(view, at, heads, name)


def _object(view: View, name: Name, heads: frozenset[str]) -> Role | None:
    """ "Boeing named X chief executive", "The board installed X as chairman"."""
    verb = name.outer - 1
    if verb < 0 or view.lower[verb] not in _CHOSEN | _FOLLOWED:
        return None
    at = name.end
    if view.lower[at] == "as":
        return phrase(view, at + 1, heads, name)
    if view.lower[verb] not in _CHOSEN or not view.tag[at].startswith(("NN", "JJ", "DT")):
        return None
    role = phrase(view, at, heads, name)
    if role is None or role.owner:
        return role
    for i in range(max(0, verb - 12), verb):
        if view.head[i] == verb and view.dep[i] == "nsubj":
            return replace(role, owner=(i, i + 1))
    return role


def _copula(view: View, i: int) -> int | None:
    """Where the noun phrase begins behind a verb that gives a role, at token `i`."""
    last = min(len(view) - 1, i + 6)
    at = i
    while at < last and (view.lower[at] in _AUXILIARIES or view.tag[at] == "RB"):
        at += 1
    word = view.lower[at]
    if word in _CHOSEN and at > i:
        at += 1
        return at + sum(view.lower[j] in ("as", "in") for j in (at, at + 1) if j < len(view))
    if word in _BECOME:
        return at + 1
    if word in _WORK:
        for j in (at + 1, at + 2):
            if j < last and view.lower[j] == "as":
                return j + 1
        return None
    if at > i and view.lower[at - 1] in _BE:
        return at
    return None
