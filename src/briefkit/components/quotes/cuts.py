"""Where reported content begins and ends: at its "that", before the next who speaks."""

from __future__ import annotations

from briefkit.components.quotes.clauses import FINITE
from briefkit.components.quotes.lexicon import cue_verbs
from briefkit.components.quotes.subjects import reporter_above
from briefkit.components.quotes.view import View


def until_next_cue(view: View, i: int, first: int, last: int, cuts: list[int]) -> tuple[int, int]:
    """Cut "he was ill and vowed to return" before "and": the second cue belongs to the reporter."""
    verbs = cue_verbs()
    for t in range(max(first, i) + 2, last + 1):
        if _adds(view, i, t):
            cuts.append(t)
            cut = t - 1
            while view.tag[cut] in ("''", "RB", ","):
                cut -= 1
            return first, cut
        if view.dep[t] != "conj" or view.tag[t] not in FINITE or view.lower[t] not in verbs:
            continue
        if verbs[view.lower[t]].grade != "weak":
            cuts.append(t)
            return first, t - 2
    return first, last


def _adds(view: View, i: int, t: int) -> bool:
    """Whether ", adding …" in a reported clause is a second cue of the same reporter."""
    verb = cue_verbs().get(view.lower[t])
    return verb is not None and verb.grade == "say" and reporter_above(view, t) == i


def from_its_mark(view: View, first: int, clause: int) -> int:
    """Where a clause begins: at the "that" near its start, not at "in evidence" before it."""
    for t in range(first, min(first + 4, clause)):
        if view.lower[t] == "that" and view.dep[t] == "mark":
            return t
    return first
