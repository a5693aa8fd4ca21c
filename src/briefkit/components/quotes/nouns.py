"""The reports of nouns: "her claim that …", "the warning by doctors that …"."""

from __future__ import annotations

from briefkit.components.quotes.clauses import clause_of, that_clause
from briefkit.components.quotes.ends import trimmed
from briefkit.components.quotes.lexicon import cue_verbs, word_set
from briefkit.components.quotes.report import LONGEST, Report
from briefkit.components.quotes.subjects import subject
from briefkit.components.quotes.view import View


def noun_report(view: View, i: int) -> Report | None:
    """The report of "her claim that …" or "the warning by doctors that …"."""
    clause = that_clause(view, i)
    if clause is not None and not _told_in(view, i):
        first, last = view.edges(clause)
    else:
        first, last = _that_further_on(view, i)
    if not first or last - first > LONGEST:
        return None
    speaker = view.kid(i, "poss")
    if speaker is None:
        by = next((p for p in view.children[i] if view.lower[p] in ("by", "from", "of")), None)
        speaker = view.kid(by, "pobj") if by is not None else None
    makes = view.lower[view.head[i]] in word_set("quotes_makes.txt")
    if speaker is None and view.dep[i] == "dobj" and makes:
        speaker = subject(view, view.head[i])
    return Report(
        i, (view.start[i], view.end[i]), None, speaker, [trimmed(view, i, first, last)], "noun"
    )


def _told_in(view: View, noun: int) -> bool:
    """Whether the noun stands in "told the paper in a statement that …": the verb is the cue."""
    prep = view.head[noun]
    verb = cue_verbs().get(view.lower[view.head[prep]])
    told = verb is not None and verb.grade == "say" and clause_of(view, view.head[prep])
    return view.dep[noun] == "pobj" and view.dep[prep] == "prep" and bool(told)


def _that_further_on(view: View, noun: int) -> tuple[int, int]:
    """The clause of "his statement on Monday that …", which the parser gives to a verb before."""
    for t in range(noun + 1, min(noun + 6, view.n)):
        if view.lower[t] == "that" and view.dep[t] == "mark" and t > noun + 1:
            clause = view.head[t]
            above = view.head[clause]
            verb = cue_verbs().get(view.lower[above])
            if above < noun and (verb is None or verb.grade != "say"):
                return t, view.edges(clause)[1]
            return 0, 0
        if view.tag[t] not in ("IN", "NNP", "DT", "NN", "JJ", "CD"):
            return 0, 0
    return 0, 0
