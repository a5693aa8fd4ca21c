"""The noun phrases that roles are: head noun, what stands before it, its "of" and "at"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.view import View

_NOUNS = frozenset({"NN", "NNP", "NNPS", "NNS"})
_BASE = _NOUNS | {"JJ", "JJS", "HYPH", "POS", "VBG", "CD", "AFX", "RB"}
_LINKS = frozenset(
    {"of", "at", "for", "in", "with", "to", "on", "and", "&", "the", "a", "an", "'s"}
)
# Heads that say nothing alone: "his fellow Basotho", "member Smith"
BARE = frozenset({"fellow", "member", "friend", "head", "chief", "lead", "associate", "one"})
_LONGEST = 16


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


def is_head(view: View, i: int, heads: frozenset[str]) -> bool:
    """Whether token `i` is a head noun of a role."""
    word = view.lower[i].replace(".", "")
    if view.tag[i] not in _NOUNS and word not in ("chief", "head", "premier"):
        return False
    return word in heads


def in_phrase(view: View, i: int) -> bool:
    """Whether token `i` may stand in a noun phrase before its head noun."""
    if view.tag[i] in _BASE:
        return True
    return view.tag[i] in ("VBN", "VBD") and view.lower[i] in lexicon.words("role_participles")


def without_praise(view: View, start: int, last: int) -> int:
    """The start of the role behind ages, praise and days."""
    at = start
    if 0 < start < last and view.text[start - 1] == "-":
        # "straight-[talking] former governor"
        at = start + 1
    for i in range(start, last):
        word = view.lower[i]
        if word in lexicon.words("not_roles") or (view.tag[i] in ("CD", "RB") and word != "then"):
            at = i + 1
    while at < last and view.tag[at] in ("HYPH", "POS"):
        # "plain-[talking]" goes with its first half
        at += 1 + (view.tag[at] == "HYPH" and at + 1 < last)
    return at


def owned(view: View, start: int, head: int) -> tuple[tuple[int, int] | None, int]:
    """Who owns the head noun of a phrase that begins at `start`, and where the rest begins."""
    for i in range(head - 1, start - 1, -1):
        if view.tag[i] == "POS":
            return (start, i), i + 1
    return None, start


def compound(view: View, last: int) -> int:
    """The first token of a word with hyphens that ends at token `last`: "Editor-in-Chief"."""
    start = last
    while start > 1 and view.text[start - 1] == "-":
        whole = view.idx[start - 2] + len(view.text[start - 2]) == view.idx[start - 1]
        if not whole or view.idx[start - 1] + 1 != view.idx[start]:
            break
        start -= 2
    return start


def possessor(view: View, i: int) -> int:
    """The first token of whoever owns by the "'s" at token `i`: "[Bank of Orwin]'s"."""
    start = i
    while start > 0 and i - start < 7 and view.block[start - 1] == view.block[i]:
        linked = (
            view.lower[start - 1] == "of" and start < i and view.tag[start - 2] in ("NNP", "NNPS")
        )
        if not linked and view.tag[start - 1] not in ("NNP", "NNPS", "NN"):
            break
        start -= 1
    return start


def phrase(view: View, i: int, heads: frozenset[str], name: Name) -> Role | None:
    """The noun phrase at token `i` if its head noun is a role's, with its "of" and "at"."""
    size = len(view)
    block = view.block[name.start]
    if i >= size or view.block[i] != block:
        return None
    if view.lower[i] in ("the", "a", "an", "his", "her", "its", "their") and i + 1 < size:
        i += 1
    start, end, head = i, i, -1
    last = min(size, i + _LONGEST)
    while end < last and view.block[end] == block:
        base = in_phrase(view, end) or view.lower[end] in ("and", "&", "-", "'s", "/")
        if not base or (view.lower[end] == "and" and head >= 0):
            break
        if view.tag[end] in _NOUNS or view.lower[end] in ("chief", "head"):
            head = end
        end += 1
    while end - 1 > head >= 0 and view.tag[end - 1] == "RB":
        # "as chancellor [shortly afterwards]"
        end -= 1
    if head < 0 or head != end - 1 or not is_head(view, head, heads):
        return None
    owner, start = owned(view, start, head)
    start = without_praise(view, start, head)
    end = _tail(view, end, min(size, end + _LONGEST), block)
    if end + 1 < size and view.lower[end] == "and" and view.tag[end + 1] != "PRP$":
        # "senior vice president and head of hotels at Oxford Properties"
        more = phrase(view, end + 1, heads, name)
        if more and more.owner is None and more.end - start <= _LONGEST:
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
