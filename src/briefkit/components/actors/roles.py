"""What a person or an organization is called beside its name, in the article's own words.

Before the name ("Japanese Foreign Minister Yoshimasa Hayashi"), after it ("Mary Barra, chief
executive of General Motors,"), and in "who is", "as", "was named" forms. A role is a stretch of
tokens; age, home town and praise are no roles.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.view import View

_NOUNS = frozenset({"NN", "NNP", "NNPS", "NNS"})
_BASE = _NOUNS | {"JJ", "JJS", "HYPH", "POS", "VBG", "CD", "AFX", "RB"}
_PARTICIPLES = frozenset({"VBG", "VBN", "JJ"})
_STOPS = frozenset({",", ".", ";", ":", "—", "–", "(", ")", "?", "!", "''", '"', "``", "”", "“"})
_LINKS = frozenset(
    {"of", "at", "for", "in", "with", "to", "on", "and", "&", "the", "a", "an", "'s"}
)
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
# Written large they are names ("Son Heung-min") or forms of address ("Mother Teresa")
_KIN = frozenset({"son", "daughter", "mother", "father", "brother", "sister", "wife", "husband"})
# Heads that say nothing alone: "his fellow Basotho", "member Smith"
_BARE = frozenset({"fellow", "member", "friend", "head", "chief", "lead", "associate", "one"})
_LONGEST_BEFORE, _LONGEST_AFTER = 9, 16


@dataclass(frozen=True, slots=True)
class Role:
    """Tokens `[start, end)` that say what the bearer of a name is; `head` is the head noun.

    `owner` are the tokens of a possessor before it ("Malaysia's"); `outer` is where the whole
    mention begins if the role stands directly before the name, else -1.
    """

    start: int
    end: int
    head: int
    owner: tuple[int, int] | None = None
    outer: int = -1


def roles(view: View, name: Name, type: str) -> list[Role]:
    """The roles that stand at one name of a person or an organization."""
    heads = lexicon.words("roles") if type == "person" else lexicon.words("bodies")
    found = [_before(view, name, heads, type), _after(view, name, heads)]
    found.append(_said(view, name, heads, type == "person"))
    if type == "person":
        found.append(_titled(view, name, heads))
    return [role for role in found if role]


def _head(view: View, i: int, heads: frozenset[str]) -> bool:
    """Whether token `i` is a head noun of a role; "co-founder" counts as founder."""
    word = view.lower[i].replace(".", "")
    if view.tag[i] not in _NOUNS and word not in ("chief", "head"):
        return False
    return word in heads or word.rpartition("-")[2] in heads or compact(word) in heads


def _base(view: View, i: int) -> bool:
    """Whether token `i` may stand in a noun phrase before its head noun."""
    if view.tag[i] in _BASE:
        return True
    return view.tag[i] in ("VBN", "VBD") and view.lower[i] in lexicon.words("role_participles")


def _before(view: View, name: Name, heads: frozenset[str], type: str) -> Role | None:
    """A role directly before the name; the title that the name already has is a part of it."""
    last = name.start - 1
    ranks = lexicon.table("ranks")
    while last >= 0 and compact(view.lower[last]) in lexicon.table("honorifics"):
        last -= 1
    if last < 0 or view.block[last] != view.block[name.start]:
        return None
    is_rank = type == "person" and compact(view.lower[last]) in ranks and view.capital(last)
    if not is_rank and not _head(view, last, heads):
        return _placed(view, name, heads) if type == "person" else None
    if view.text[last][0].isupper() and view.lower[last] in _KIN:
        return None
    if type != "person" and view.tag[last] != "NN":
        return None
    start, block = last, view.block[last]
    floor = max(0, last - _LONGEST_BEFORE)
    while start > floor and view.block[start - 1] == block:
        before = view.lower[start - 1]
        joined = before in ("and", "&", "/") and start - 1 > floor and _base(view, start - 2)
        if joined and view.tag[start - 2] in ("NNP", "NNPS") and not _head(view, start - 2, heads):
            # "between Hale and Texas Governor Ana Duarte"
            break
        if joined and not _premodifies(view, start - 2, last, name):
            break
        if not joined and (
            not _base(view, start - 1) or not _premodifies(view, start - 1, last, name)
        ):
            break
        start -= 1
    while start < last and view.lower[start] in ("and", "&", "/", "-"):
        start += 1
    owner = None
    for i in range(last - 1, start - 1, -1):
        if view.tag[i] == "POS":
            owner = (start, i)
            start = i + 1
            break
    start = _without_praise(view, start, last)
    if start == last and view.lower[last] in _BARE:
        return None
    return Role(start, last + 1, last, owner, outer=start)


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
    if not _head(view, head, heads):
        return None
    start = head
    while start > 0 and _base(view, start - 1) and view.block[start - 1] == view.block[head]:
        if view.tag[start - 1] == "POS" or view.head[start - 1] > head:
            break
        start -= 1
    start = _without_praise(view, start, head)
    return Role(start, name.start, head, outer=start)


def _premodifies(view: View, i: int, last: int, name: Name) -> bool:
    """Whether token `i` belongs to the noun phrase of the name."""
    if view.tag[i] == "POS":
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


def _without_praise(view: View, start: int, last: int) -> int:
    """The start of the role behind ages, praise and days."""
    at = start
    if 0 < start < last and view.text[start - 1] == "-" and view.tag[start] in _PARTICIPLES:
        # "straight-[talking] former governor"
        at = start + 1
    for i in range(start, last):
        word = view.lower[i]
        if (
            word in lexicon.words("not_roles")
            or word.endswith("-old")
            or (view.tag[i] in ("CD", "RB") and word != "then")
        ):
            at = i + 1
    while at < last and view.tag[at] in ("HYPH", "POS"):
        at += 1
    return at


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
    role = _phrase(view, i, heads, name)
    if role is None:
        return None
    # an apposition is closed again, or ends its sentence; else it is one of a list of names
    after = view.lower[role.end] if role.end < size else "."
    if after in ("and", "or"):
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
    if view.block[head] != view.block[name.start] or not _head(view, head, heads):
        return None
    start = head
    while start > 0 and _base(view, start - 1) and view.block[start - 1] == view.block[head]:
        if view.tag[start - 1] == "POS":
            start = _possessor(view, start - 1)
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
    start = _without_praise(view, start, head)
    if end <= head or view.tag[end - 1] in ("IN", "DT", "CC", "WP", "VBD", "VBN"):
        return None
    return Role(start, end, head, owner)


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
    return _phrase(view, at, heads, name)


def _object(view: View, name: Name, heads: frozenset[str]) -> Role | None:
    """ "Boeing named X chief executive", "The board installed X as chairman"."""
    verb = name.outer - 1
    if verb < 0 or view.lower[verb] not in _CHOSEN | _FOLLOWED:
        return None
    at = name.end
    if view.lower[at] == "as":
        return _phrase(view, at + 1, heads, name)
    if view.lower[verb] not in _CHOSEN or not view.tag[at].startswith(("NN", "JJ", "DT")):
        return None
    role = _phrase(view, at, heads, name)
    if role is None or role.owner or role.end - role.start > _LONGEST_BEFORE:
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


def _possessor(view: View, i: int) -> int:
    """The first token of whoever owns by the "'s" at token `i`."""
    start = i
    while start > 0 and view.tag[start - 1] in ("NNP", "NNPS", "NN") and i - start < 5:
        if view.block[start - 1] != view.block[i]:
            break
        start -= 1
    return start


def _phrase(view: View, i: int, heads: frozenset[str], name: Name) -> Role | None:
    """The noun phrase at token `i` if its head noun is a role's, with its "of" and "at"."""
    size = len(view)
    block = view.block[name.start]
    if i >= size or view.block[i] != block:
        return None
    if view.lower[i] in ("the", "a", "an", "his", "her", "its", "their") and i + 1 < size:
        i += 1
    start, end, head = i, i, -1
    last = min(size, i + _LONGEST_AFTER)
    while end < last and view.block[end] == block:
        base = _base(view, end) or view.lower[end] in ("and", "&", "-", "'s", "/")
        if not base or (view.lower[end] == "and" and head >= 0):
            break
        if view.tag[end] in _NOUNS or view.lower[end] in ("chief", "head"):
            head = end
        end += 1
    if head < 0 or head != end - 1 or not _head(view, head, heads):
        return None
    if (
        view.tag[head] == "NNP"
        and view.capital(head)
        and head > start
        and view.dep[head] == "compound"
    ):
        return None
    owner = None
    for j in range(head - 1, start - 1, -1):
        if view.lower[j] == "'s" or view.tag[j] == "POS":
            owner, start = (start, j), j + 1
            break
    start = _without_praise(view, start, head)
    end = _tail(view, end, min(size, end + _LONGEST_AFTER), block)
    if end - start == 1 and view.lower[head] in _BARE:
        return None
    if end + 1 < size and view.lower[end] == "and":
        # "senior vice president and head of hotels at Oxford Properties"
        more = _phrase(view, end + 1, heads, name)
        if more and more.owner is None and more.end - start <= _LONGEST_AFTER:
            end = more.end
    return Role(start, end, head, owner)


def _tail(view: View, end: int, last: int, block: int) -> int:
    """The end of the phrase behind its head noun: "of", "at", "for" and what follows."""
    if end >= last or view.lower[end] not in ("of", "at", "for", "to", "in", "with", "on"):
        return end
    at = end
    while at < last and view.block[at] == block:
        if view.lower[at] in ("in", "on", "for") and _timed(view, at + 1):
            break
        if at > end and view.lower[at] in ("several", "last", "this", "next", "earlier", "when"):
            break
        if view.lower[at] in _LINKS or view.tag[at] in _BASE or view.tag[at] == "DT":
            at += 1
        else:
            break
    while at > end and (view.lower[at - 1] in _LINKS or view.tag[at - 1] in ("DT", "RB", "VBG")):
        at -= 1
    return at


def _timed(view: View, i: int) -> bool:
    """Whether a time begins at token `i`: "in May", "on Monday", "for two years"."""
    if i >= len(view):
        return False
    return view.tag[i] == "CD" or view.lower[i] in _TIMES


_TIMES = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september"}
    | {"october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday"}
    | {"saturday", "sunday", "years", "months", "decades", "nearly", "almost", "over", "more"}
)
