"""The clause that a cue reports, and what of its sentence belongs to the cue."""

from __future__ import annotations

from briefkit.components.quotes.lexicon import cue_verbs
from briefkit.components.quotes.view import View

FINITE = frozenset({"VBD", "VBZ", "VBP"})
QUESTIONS = frozenset({"ask", "inquire", "question", "wonder"})
STOPS = frozenset({",", "—", "–", "--", ";", ".", "?", "!", ":"})
_OCCASIONS = frozenset({"after", "amid", "before", "during", "following", "on", "at", "in"})
_HEARD = 0.4  # chance, on average, of an occasion that is said and not when it was said
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "VBN"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE_NOUN = frozenset({"CD", "DT", "JJ", "PRP$"})
_SUBORDINATE = frozenset({"that", "whether", "if", "because", "when", "how", "why", "what"})


def clause_of(view: View, i: int) -> int | None:
    """The clause that the verb reports: the one behind it rather than one before it."""
    # but "It rains; she recommends hats"
    found = [
        c
        for c in view.children[i]
        if view.dep[c] == "ccomp" and (c > i or ";" not in view.lower[c:i])
    ]
    return next((c for c in found if c > i), found[0] if found else None)


def infinitive(view: View, i: int) -> int | None:
    for c in view.children[i]:
        if c > i and view.dep[c] in ("xcomp", "ccomp", "advcl"):
            first = view.kid(c, "aux")
            if first is not None and view.lower[first] == "to":
                return c
    return None


def gerund(view: View, i: int) -> int | None:
    """The "-ing" verb right behind a cue: "denied taking", "admitted ever having taken"."""
    for c in view.children[i]:
        aux = view.kid(c, "aux", "auxpass")
        if view.dep[c] == "xcomp" and view.tag[c if aux is None else aux] == "VBG":
            return c
    return None


def around(view: View, i: int, left: int, right: int) -> list[tuple[int, int]]:
    """Tokens `[left, right]` without the cue clause, where the cue stands inside of them."""
    if not left < i < right:
        return [(left, right)]
    first, last = _own(view, i, left, right)
    parts = ((left, first - 1), (last + 1, right))
    # "strikes that they said killed 26": the pronoun alone says nothing.
    return [(a, b) for a, b in parts if a < b]


def _own(view: View, i: int, left: int, right: int) -> tuple[int, int]:
    """The tokens around the cue `i` that belong to it: speaker, addressee, time."""
    below = [view.edges(c) for c in view.children[i]]
    first = min((a for a, _ in below if a > left), default=i)
    last = max((b for _, b in below if b < right), default=i)
    return min(i, first), max(i, last)


def between_commas(view: View, i: int) -> list[tuple[int, int]]:
    """What ", he said," stands in, whatever the parser makes of it: the sentence without it."""
    if view.tag[i] not in FINITE:
        return []
    start, end = view.sentence(i)
    left, right = _borders(view, i, start, end)
    if left <= start:
        return []
    own = named_between(view, i)
    if own is None or view.tag[left + 1] in ("WP", "WDT", "CC", "IN"):
        return []
    asked = any(view.tag[t] == "VBN" and view.lower[t] in cue_verbs() for t in (start, start + 1))
    if own < i and (asked or _has_object(view, i, right)):  # "When asked if …, Lund said no"
        return []
    # "But, he said, …"; "Nobody, he said, came."
    least = left - 1 if view.tag[start] in _NOUNS else left - 2
    parts = [(start, left - 1)] if start <= least else []
    parts += [(right + 1, end - 1)] if right + 1 < end - 1 else []
    if len(parts) == 2:
        # "said Ann Lee, the owner of …": who she is; "…, she said, after nine fires": when it was
        who = own > i and view.edges(own)[1] > right
        parts = parts[: 1 if who or _tells_when(view, *parts[1]) else 2]
    return parts


def _tells_when(view: View, first: int, last: int) -> bool:
    """Whether a sentence ends with an occasion that is not heard, or with what else he did."""
    told = view.told[first : last + 1]
    heard = view.speech is not None and sum(told) >= _HEARD * len(told)
    added = view.tag[first] == "VBG" and view.dep[first] == "advcl"
    return added or (view.lower[first] in _OCCASIONS and not heard)


def named_between(view: View, i: int) -> int | None:
    """The subject of ", the old bank said": the parser's, else the phrase that fills the gap."""
    start, end = view.sentence(i)
    left, right = _borders(view, i, start, end)
    for c in view.children[i]:
        if view.dep[c] == "nsubj" and left < c < right:
            return c
    words = range(left + 1, i)
    return next((t for t in words if view.head[t] not in words and view.tag[t][:2] == "NN"), None)


def _borders(view: View, i: int, start: int, end: int) -> tuple[int, int]:
    """The stops around ", he said,"; (-1, -1) where another clause begins before one."""
    left = i - 1
    while left >= start and view.lower[left] not in STOPS:
        if view.tag[left] in _VERBAL:
            return -1, -1
        left -= 1
    right = i + 1
    while right < end and view.lower[right] not in STOPS:
        if view.tag[right] in _VERBAL or view.lower[right] in _SUBORDINATE:
            return -1, -1
        right += 1
    return left, right


def _has_object(view: View, i: int, right: int) -> bool:
    """Whether a noun phrase follows "he said" before the comma: what is said, not a day.

    Also one that begins a clause: ", allies suggested towns like Leeds, or even York, might join".
    """
    if "whom_that" in cue_verbs()[view.lower[i]].frames:
        return False
    if any(i < c < right and view.dep[c] == "dobj" for c in view.children[i]):
        return True
    t = i + 1
    while t < right and view.tag[t] in _BEFORE_NOUN:
        t += 1
    return t < right and view.tag[t].startswith("NN")
