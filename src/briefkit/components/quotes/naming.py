"""Whose name stands beside a cue."""

from __future__ import annotations

from briefkit.components.quotes.subjects import is_month, is_time, subject
from briefkit.components.quotes.view import View

_SIGNS = frozenset({"-", "–", "—", "by", "from"})


def speaker_in(view: View, cue: int, left: int, right: int) -> int | None:
    """The head token of the speaker: the parser's subject if it lies near, else by position."""
    own = view.kid(cue, "nsubj")
    if own is not None and left <= own < right:
        return own
    if view.tag[cue] == "VBG":
        return subject(view, cue)  # whoever follows is told: "telling the crowd"
    if (
        cue + 1 < right
        and view.tag[cue + 1] in ("NNP", "PRP", "DT", "PRP$", "NN")
        and (cue == left or view.lower[cue - 1] in ",")
    ):
        return noun_after(view, cue + 1, right)
    back = cue - 1
    while back >= left and view.tag[back].startswith(("RB", "MD")):
        back -= 1
    if back >= left and view.tag[back] in ("NNP", "PRP", "NNS", "NN", "NNPS", "WP"):
        head = back
        while (
            view.head[head] != head
            and left <= view.head[head] < cue
            and (view.dep[head] in ("compound", "pobj", "prep", "appos"))
        ):
            head = view.head[head]
        return head
    return subject(view, cue)


def noun_after(view: View, i: int, right: int) -> int | None:
    """The head of the noun phrase that begins at `i`."""
    if i >= right:
        return None
    if view.tag[i] == "PRP":
        return i
    while (
        i + 1 < right
        and view.tag[i] in ("DT", "PRP$", "JJ", "NN", "NNP", "POS", "CD", "NNS", "JJS")
        and (view.tag[i + 1] in ("NN", "NNP", "NNS", "JJ", "POS", "NNPS"))
    ):
        i += 1
    return i if view.tag[i].startswith("NN") or view.tag[i] in ("CD", "DT") else None


def subject_of_sentence(view: View, at: int) -> int | None:
    """Who the sentence that ends in the colon `at` is about; never a word behind the colon."""
    start, end = view.sentence(at)
    signed = _signed_before(view, start, at)
    if signed is not None:
        return signed
    root = next((i for i in range(start, end) if view.head[i] == i), None)
    if root is None:
        return None
    if view.lower[root] == "from":
        return view.kid(root, "pobj")
    if view.tag[root].startswith("NN") and root < at:
        return None if is_time(view, root) or is_month(view, root) else root
    found = subject(view, root)
    if found is None or found < at:
        return found
    return next((i for i in range(start, at) if view.dep[i] in ("nsubj", "nsubjpass")), None)


def _signed_before(view: View, start: int, at: int) -> int | None:
    """The name of "Too early to tell – Ann Lee:" and "More from Lee:"."""
    t = at - 1
    while t > start and view.tag[t] in ("NNP", "NNPS"):
        t -= 1
    return at - 1 if t < at - 1 and view.lower[t] in _SIGNS else None
