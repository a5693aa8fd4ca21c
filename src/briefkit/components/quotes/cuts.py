"""Where reported content begins and ends: at its "that", before the next who speaks."""

from __future__ import annotations

from briefkit.components.quotes.clauses import FINITE
from briefkit.components.quotes.lexicon import cue_verbs
from briefkit.components.quotes.subjects import reporter_above
from briefkit.components.quotes.view import View

_MEANWHILE = frozenset({"with", "while", "whereas", "although", "though"})
_SAYS = frozenset({"VBD", "VBZ", "VBP", "VBG"})
_JOINS = frozenset({",", "—", "–", "“", '"'})
_COMMAS = frozenset({",", "”", "—", "–"})


def late_agent(
    view: View, content: list[tuple[int, int]]
) -> tuple[int | None, list[tuple[int, int]]]:
    """The speaker of "was called a gamble by the union", where "by" ended up in the content."""
    first, last = content[-1]
    for t in range(last, max(first, last - 12), -1):
        if view.lower[t] == "by":
            return view.kid(t, "pobj"), [*content[:-1], (first, t - 1)]
    return None, content


def until_next_cue(view: View, i: int, first: int, last: int, cuts: list[int]) -> tuple[int, int]:
    """Cut "he was ill and vowed to return" before "and": the second cue belongs to the reporter."""
    verbs = cue_verbs()
    for t in range(max(first, i) + 2, last + 1):
        if view.lower[t] == "according" and t > first + 2 and view.lower[t - 1] in _COMMAS:
            return first, t - 2 if view.lower[t - 1] == "," else t - 1
        if view.lower[t] in _MEANWHILE and view.lower[t - 1] == "," and _others_say(view, t, last):
            return first, t - 2
        if _adds(view, i, t):
            cuts.append(t)
            cut = t - 1
            while cut > first and (view.tag[cut] in ("''", "RB", ",") and view.lower[cut] != "”"):
                cut -= 1
            return first, cut
        if view.dep[t] != "conj" or view.tag[t] not in FINITE or view.lower[t] not in verbs:
            continue
        if (
            view.kid(t, "nsubj", "nsubjpass", "aux") is not None
            or verbs[view.lower[t]].grade == "weak"
        ):
            continue
        cut = t - 1
        while cut > first and (view.tag[cut].startswith("RB") or view.dep[cut] == "punct"):
            cut -= 1
        if view.tag[cut] == "CC" and cut - 1 > first:
            cuts.append(t)
            return first, cut - 1
    return first, last


def _others_say(view: View, t: int, last: int) -> bool:
    """Whether "while Lee said …" or "with the paper reporting …" follows in a reported clause."""
    for v in range(t + 2, min(last, t + 8)):
        verb = cue_verbs().get(view.lower[v])
        if verb is not None and verb.grade == "say" and view.tag[v] in _SAYS:
            return view.dep[v - 1] not in ("det", "poss") and view.tag[v - 1].startswith(
                ("NN", "PR")
            )
    return False


def _adds(view: View, i: int, t: int) -> bool:
    """Whether ", adding …" in a reported clause is a second cue of the same reporter."""
    verb = cue_verbs().get(view.lower[t])
    return verb is not None and verb.grade == "say" and reporter_above(view, t) == i


def from_its_mark(view: View, first: int, clause: int) -> int:
    """Where a clause begins: at the "that" near its start, not at "in evidence" before it."""
    for t in range(first, min(first + 4, clause)):
        if view.lower[t] == "that" and view.dep[t] == "mark" and view.tag[first] in ("IN", "NN"):
            return t
    return first


def from_its_to(view: View, verb: int) -> int:
    """Where an infinitive begins: at its "to" or "not", without those who are told to do it."""
    return next((c for c in view.children[verb] if view.dep[c] in ("aux", "neg")), verb)


def to_its_end(view: View, i: int, last: int) -> int:
    """The end of a clause that the parser broke off before its verb: "said a man in red | was"."""
    _, end = view.sentence(i)
    t = last + 1
    if t >= end or view.dep[i] in ("relcl", "acl", "csubj", "ccomp", "advcl"):
        return last
    own = view.kid(i, "nsubj")
    if view.tag[t] not in FINITE and view.tag[t] != "MD":
        return last
    return end - 1 if own is not None and own < i and view.head[t] != i else last


def with_negation(view: View, i: int, first: int) -> int:
    """Where a clause begins whose "not" the parser gives to the cue: "said not all had come"."""
    no = next((c for c in view.children[i] if i < c < first and view.dep[c] == "neg"), first)
    return no if first - no == 1 else first


def with_next_clause(view: View, i: int, last: int) -> int:
    """The end of a second clause: "said that films shot at the scene | showed boats"."""
    for c in view.children[i]:
        own = view.kid(c, "nsubj", "nsubjpass") is not None
        if view.dep[c] != "ccomp" or c <= last or (own and view.lower[c] in cue_verbs()):
            continue
        if ";" in view.lower[last:c]:  # "told us that he was ill, Lee said; it was a lie"
            continue
        start, end = view.edges(c)
        if not own or all(word in _JOINS for word in view.lower[last + 1 : start]):
            return max(last, end)
    return last
