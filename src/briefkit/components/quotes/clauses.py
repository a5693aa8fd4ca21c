"""The clause that a cue reports, and what of its sentence belongs to the cue."""

from __future__ import annotations

from briefkit.components.quotes.lexicon import CueVerb
from briefkit.components.quotes.view import View

_BREAKS = frozenset({",", "—", "–", "--", "-", ";"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
STOPS = frozenset({",", "—", "–", "--", ";", ".", "?", "!", ":"})
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "VBN"})
_SUBORDINATE = frozenset({"that", "whether", "if", "because", "when", "how", "why", "what"})


def clause_of(view: View, i: int, verb: CueVerb) -> int | None:
    """The clause that the verb reports."""
    for c in view.children[i]:
        if view.dep[c] != "ccomp":
            continue
        if view.tag[c] == "VBG" and view.kid(c, "nsubj", "aux") is None:
            continue
        return c
    return None


def infinitive(view: View, i: int) -> int | None:
    for c in view.children[i]:
        if c > i and view.dep[c] in ("xcomp", "ccomp", "advcl"):
            first = view.kid(c, "aux")
            if first is not None and view.lower[first] == "to":
                return c
    return None


def around(view: View, i: int, left: int, right: int) -> list[tuple[int, int]]:
    """Tokens `[left, right]` without the cue clause, where the cue stands inside of them."""
    if not left < i < right:
        return [(left, right)]
    first, last = _own(view, i, left, right)
    return [part for part in ((left, first - 1), (last + 1, right)) if part[0] <= part[1]]


def _own(view: View, i: int, left: int, right: int) -> tuple[int, int]:
    """The tokens around the cue `i` that belong to it: speaker, addressee, time."""
    first = last = i
    for c in view.children[i]:
        if view.dep[c] in ("ccomp", "punct"):
            continue
        a, b = view.edges(c)
        if a > left:
            first = min(first, a)
        if b < right:
            last = max(last, b)
    return first, last


def between_commas(view: View, i: int) -> list[tuple[int, int]]:
    """What ", he said," stands in, whatever the parser makes of it: the sentence without it."""
    if view.tag[i] not in FINITE:
        return []
    start, end = view.sentence(i)
    left = i - 1
    while left >= start and i - left < 14 and view.lower[left] not in STOPS:
        if view.tag[left] in _VERBAL:
            return []
        left -= 1
    right = i + 1
    while right < end and right - i < 14 and view.lower[right] not in STOPS:
        if view.tag[right] in _VERBAL or view.lower[right] in _SUBORDINATE:
            return []
        right += 1
    if left <= start or view.lower[left] not in STOPS:
        return []
    if right < end and view.lower[right] not in STOPS:
        return []
    own = view.kid(i, "nsubj")
    if own is None or not left < own < right:
        return []
    if any(view.tag[t] in ("WP", "WDT", "CC", "IN") for t in (left + 1,)):
        return []
    parts = [p for p in ((start, left - 1), (right + 1, end - 1)) if p[1] > p[0]]
    if not any(view.tag[t] in FINITE for a, b in parts for t in range(a, b + 1)):
        return []
    # "Smith, a doctor, said, …": the part before is the speaker's.
    if view.edges(own)[0] < left:
        return []
    return parts


def parenthetical(view: View, i: int) -> list[tuple[int, int]]:
    """The clause around "…, he said, …", or that of "as he said": its head's without the cue's."""
    head = view.head[i]
    if view.dep[i] not in ("parataxis", "ccomp", "advcl") or head == i:
        return []
    start, end = view.sentence(i)
    first, last = _own(view, i, start - 1, end)
    opener = view.kid(i, "mark", "advmod")
    as_ = opener is not None and view.lower[opener] == "as"
    bounded = first > start and view.lower[first - 1] in _BREAKS
    if not as_ and (view.dep[i] == "advcl" or not bounded or not _breaks_after(view, last, end)):
        return []
    left, right = view.edges(head)
    return [p for p in ((left, first - 1), (last + 1, right)) if p[1] >= p[0]]


def _breaks_after(view: View, last: int, end: int) -> bool:
    return last + 1 >= end or view.lower[last + 1] in _BREAKS or view.lower[last + 1] in ".?!"
