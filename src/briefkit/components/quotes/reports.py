"""Cues in running text: who reports, and which clause or phrase is reported."""

from __future__ import annotations

from briefkit.components.quotes.ends import trimmed
from briefkit.components.quotes.lexicon import cue_verbs
from briefkit.components.quotes.report import Report
from briefkit.components.quotes.verbs import verb_report
from briefkit.components.quotes.view import View


def find_reports(view: View, skip: list[bool]) -> list[Report]:
    """The reports whose cue is a verb or "according to"; `skip` marks tokens in quotes."""
    verbs = cue_verbs()
    found = []
    for i, skipped in enumerate(skip):
        if skipped:
            continue
        word = view.lower[i]
        if word == "according" and view.lower[i + 1] == "to":
            report = according_report(view, i)
        else:
            verb = verbs.get(word)
            if verb is None or not view.tag[i].startswith("VB"):
                continue
            if verb.lemma == "point" and "out" not in view.lower[i + 1 : i + 3]:
                continue  # "points with her pen"
            report = verb_report(view, i, verb)
        if report is not None:
            # Of a preposition that ends the text, the phrase is empty.
            report.content = [part for part in report.content if part[0] <= part[1]]
            found.append(report)
    _share_speakers(view, found)
    return found


def _share_speakers(view: View, found: list[Report]) -> None:
    """Give "and accused …" the speaker of the report that was cut before it, not its subject."""
    by_cue = {report.cue: report for report in found}
    for report in found:
        for second in report.cuts:
            if second in by_cue:
                by_cue[second].speaker = report.speaker


def according_report(view: View, i: int) -> Report | None:
    """The report of "according to X": the rest of the clause."""
    to = i + 1
    pobj = view.kid(to, "pobj")
    if pobj is None:
        return None
    first = i
    last = view.edges(pobj)[1]
    start, end = view.sentence(i)
    left, right = start, end - 1
    parts = [p for p in ((left, first - 1), (last + 1, right)) if p[1] >= p[0]]
    parts = [trimmed(view, *part) for part in parts]
    return Report(i, (view.start[i], view.end[to]), None, pobj, parts, "according")
