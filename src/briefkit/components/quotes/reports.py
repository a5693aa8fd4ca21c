"""Cues in running text: who reports, and which clause or phrase is reported."""

from __future__ import annotations

from briefkit.components.quotes.clauses import (
    FINITE,
    around,
    between_commas,
    clause_of,
    gerund,
    infinitive,
    named_between,
)
from briefkit.components.quotes.cuts import from_its_mark, trimmed, until_next_cue
from briefkit.components.quotes.drafts import LONGEST, Report
from briefkit.components.quotes.lexicon import CueVerb, cue_verbs
from briefkit.components.quotes.subjects import polarity, subject
from briefkit.components.quotes.view import View

Content = tuple[list[tuple[int, int]], str]  # token ranges, and the frame that they came by
_CLAUSES = frozenset({"that", "whom_that"})
_NOT = frozenset({"never", "not"})
_INFINITIVES = frozenset({"on_to", "to", "whom_to"})
_NAMINGS = frozenset({"np2", "np_as"})
_SOURCES = frozenset({"DT", "NNP", "NNPS", "PRP$"})
_ASKS = frozenset({"WDT", "WP", "WP$", "WRB"})


def _names_source(view: View, i: int) -> bool:
    """Whether a source stands behind ", per": "the budget" and "Variety", and no "person"."""
    return i > 0 and view.lower[i - 1] == "," and not _SOURCES.isdisjoint(view.tag[i + 1 : i + 2])


def find_reports(view: View, skip: list[bool]) -> list[Report]:
    """The reports whose cue is a verb or "according to"; `skip` marks tokens in quotes."""
    verbs = cue_verbs()
    found = []
    for i, skipped in enumerate(skip):
        if skipped:
            continue
        word = view.lower[i]
        if word == "according" and view.lower[i + 1] == "to":
            report = according_report(view, i, i + 1)
        elif word == "per" and _names_source(view, i):
            report = according_report(view, i, i)
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


def according_report(view: View, i: int, to: int) -> Report | None:
    """The report of "according to X" or ", per X", whose preposition is `to`: the other words."""
    pobj = view.kid(to, "pobj")
    if pobj is None:
        return None
    start, end = view.sentence(i)
    parts = ((start, i - 1), (view.edges(pobj)[1] + 1, end - 1))
    said = [trimmed(view, *part) for part in parts if part[0] <= part[1]]
    return Report(i, (view.start[i], view.end[to]), False, pobj, said, "according")


def verb_report(view: View, i: int, verb: CueVerb) -> Report | None:
    """The report of a verb of saying, by the first frame that fits."""
    speaker = subject(view, i)
    says = verb.grade == "say" and bool(verb.frames & _CLAUSES)
    parts = between_commas(view, i) if says else []
    if parts:
        speaker = named_between(view, i)
    found = (parts, "that") if parts else _clause(view, i, verb) or _doing(view, i, verb)
    content, frame = found or _phrase(view, i, verb)
    if speaker is None and frame in _NAMINGS:
        return None  # "is called the “Venice of the north”": a name, by nobody
    told = polarity(view, i)
    if told == "negated" and frame == "that" and any(_is_open(view, part) for part in content):
        return None  # "would not say what it had cost": nothing is said
    if speaker is None and content and view.tag[i] in FINITE:
        speaker = _opens_sentence(view, i)
    cuts: list[int] = []
    content = [until_next_cue(view, i, *p, cuts) for p in content if p[1] - p[0] < LONGEST]
    if frame == "that":
        content = [trimmed(view, *part) for part in content]
    # "said not all had come", where the parser takes "not" for the cue's
    content = [(a - (a - 1 > i and view.lower[a - 1] in _NOT), b) for a, b in content]
    # "was accused of", "called on"
    leads = "on_to" in verb.frames or (bool(content) and content[0][0] == i + 2)
    last = i + (leads and frame != "that" and view.tag[i + 1] == "IN")
    place = (view.start[i], view.end[last])
    return Report(i, place, verb.grade == "weak", speaker, content, frame, cuts)


def _is_open(view: View, part: tuple[int, int]) -> bool:
    """Whether words are a question: "whether it rained", "on which day"."""
    begin = range(part[0], min(part[0] + 2, part[1]))
    return any(view.tag[t] in _ASKS or view.lower[t] in ("if", "whether") for t in begin)


def _clause(view: View, i: int, verb: CueVerb) -> Content | None:
    """The clause that is reported, around the cue or behind it."""
    clause = clause_of(view, i)
    if clause is not None and verb.frames & _CLAUSES:
        first, last = view.edges(clause)
        obj = view.kid(i, "dobj")
        marked = view.kid(clause, "mark") is not None or view.tag[first][:1] == "W"
        if obj is not None and i < obj < first and not marked and "whom_that" not in verb.frames:
            # "clarified her role was small": the clause's subject, taken for an object.
            first = view.edges(obj)[0]
        if clause > i:
            first = from_its_mark(view, first, clause)
        parts = around(view, i, first, last)
        if parts:
            return parts, "that"
    return None


def _doing(view: View, i: int, verb: CueVerb) -> Content | None:
    """What is promised or denied doing, an infinitive or a gerund; or what "as he said" is in."""
    to = infinitive(view, i) if verb.frames & _INFINITIVES else None
    if to is not None:
        first, last = view.edges(to)
        return [(first + (view.lower[first] == "for"), last)], "to"
    if verb.grade == "say" and "that" in verb.frames:
        doing = gerund(view, i)
        if doing is not None:
            return [(i + 1, view.edges(doing)[1])], "to"
    return None


def _opens_sentence(view: View, i: int) -> int | None:
    """The name that begins the sentence, before a comma: "Ted Cruz, when asked …, responded"."""
    start, _ = view.sentence(i)
    t = start
    while view.tag[t] in ("NNP", "NNPS"):
        t += 1
    return t - 1 if start < t < i and view.lower[t] == "," else None


def _phrase(view: View, i: int, verb: CueVerb) -> Content:
    """A noun or prepositional phrase that is reported: "called it a mess", "warned of floods"."""
    frames = verb.frames
    if view.tag[i] == "VBN" and view.dep[i] == "acl":
        return [], ""  # "a device called the E-meter", "a man accused of theft"
    behind = [c for c in view.children[i] if c > i]
    preps = [c for c in behind if view.dep[c] == "prep"]
    obj = next((c for c in behind if view.dep[c] == "dobj"), None)
    to = next((p for p in preps if view.lower[p] == "to"), None)
    if to is not None and "to_as" in frames:  # "referred to her as a fool"
        obj = view.kid(to, "pobj")
    of_obj = [] if obj is None else [c for c in view.children[obj] if view.dep[c] == "prep"]
    for p in preps + of_obj:
        frame = f"np_{view.lower[p]}"
        if frame in frames:
            # "accused Lund of lying", "was accused of lying": Lund is only spoken of.
            first = p + 1 if obj is None or frame == "np_of" else view.edges(obj)[0]
            return [(first, view.edges(p)[1])], frame
    name = next((c for c in behind if view.dep[c] in ("oprd", "ccomp")), None)
    if "np2" in frames and name is not None:
        first = name if obj is None else obj
        return [(view.edges(first)[0], view.edges(name)[1])], "np2"
    if "np" in frames and obj is not None:
        return [view.edges(obj)], "np"
    for p in preps:
        last = view.edges(p)[1]
        if view.lower[p] in frames - _INFINITIVES and p < last:
            return [(p + 1, last)], view.lower[p]
    return [], ""
