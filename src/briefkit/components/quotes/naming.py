"""Whose name stands beside a cue."""

from __future__ import annotations

from briefkit.components.quotes.subjects import subject
from briefkit.components.quotes.view import View

_INNER = frozenset({"appos", "compound", "pobj", "prep"})


def speaker_in(view: View, cue: int, left: int, right: int) -> int | None:
    """The head token of the speaker: the parser's subject if it lies near, else by position."""
    own = view.kid(cue, "nsubj")
    if own is not None and left <= own < right:
        return own
    if view.tag[cue] == "VBG":
        return subject(view, cue)  # whoever follows is told: "telling the crowd"
    if cue + 1 < right and view.tag[cue + 1] in ("NNP", "PRP", "DT", "PRP$", "NN"):
        return noun_after(view, cue + 1, right)
    back = cue - 1
    while back >= left and view.tag[back].startswith(("RB", "MD")):
        back -= 1
    if back >= left and view.tag[back] in ("NNP", "PRP", "NNS", "NN", "NNPS", "WP"):
        head = back
        while left <= view.head[head] < cue and view.dep[head] in _INNER:
            head = view.head[head]
        return head
    return subject(view, cue)


def noun_after(view: View, i: int, right: int) -> int | None:
    """The head of the noun phrase that begins at `i`."""
    while i + 1 < right and view.tag[i + 1] in ("NN", "NNP", "NNS", "JJ", "POS", "NNPS"):
        i += 1
    return i if view.tag[i].startswith(("NN", "PRP")) else None


def subject_of_sentence(view: View, at: int) -> int | None:
    """Who the sentence that ends in the colon `at` is about; never a word behind the colon."""
    start, end = view.sentence(at)
    root = next((i for i in range(start, end) if view.head[i] == i), start)
    found = subject(view, root)
    if found is not None and found < at:
        return found
    found = next((i for i in range(start, at) if view.dep[i] in ("nsubj", "nsubjpass")), None)
    if found is None and not any(tag.startswith(("VB", "MD")) for tag in view.tag[start:at]):
        # "Ann Lee:", "Ann Lee, in an e-mail:"
        head = noun_after(view, start, at)
        found = head if head is not None and view.tag[head] == "NNP" else None
    return found
