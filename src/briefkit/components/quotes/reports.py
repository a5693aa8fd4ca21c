"""Cues in running text: who reports, and which clause or phrase is reported."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefkit.components.quotes.clauses import (
    FINITE,
    around,
    between_commas,
    clause_of,
    gerund,
    infinitive,
    named_between,
    parenthetical,
    rest_of_sentence,
    that_clause,
)
from briefkit.components.quotes.lexicon import CueVerb, cue_verbs, word_set
from briefkit.components.quotes.phrases import phrase
from briefkit.components.quotes.subjects import polarity, reporter_above, subject
from briefkit.components.quotes.view import View

# "…, which explains why …": the writer's own conclusion.
# What is found, shown and ruled is reported by polls, studies, courts; else somebody found a key.
_FINDS = frozenset({"find", "show", "rule"})
_CONCLUDES = frozenset({"explain", "indicate", "show", "suggest"})
LONGEST = 300
_MEANWHILE = frozenset({"with", "while", "whereas", "although", "though"})
_SAYS = frozenset({"VBD", "VBZ", "VBP", "VBG"})
_COMMAS = frozenset({",", "”", "—", "–"})
_HELPED = frozenset({"aux", "age", "nsu"})


@dataclass(slots=True)
class Report:
    """A cue, its speaker's head token and the tokens `[start, end]` of what is reported."""

    cue: int
    cue_span: tuple[int, int]  # characters
    verb: CueVerb | None
    speaker: int | None
    content: list[tuple[int, int]] = field(default_factory=list)  # tokens, both ends in
    frame: str = "that"
    polarity: str = "asserted"
    cuts: list[int] = field(default_factory=list)  # cues of reports that follow in the clause


def find_reports(view: View, skip: list[bool]) -> list[Report]:
    """The reports whose cue is a verb or "according to"; `skip` marks tokens in quotes."""
    verbs, nouns = cue_verbs(), word_set("quotes_nouns.txt")
    found = []
    for i, word in enumerate(view.lower):
        if skip[i]:
            continue
        if word == "according" and i + 1 < view.n and view.lower[i + 1] == "to":
            report = according_report(view, i)
        elif word in nouns and view.tag[i].startswith("NN"):
            report = noun_report(view, i)
        else:
            verb = verbs.get(word)
            if verb is None or not view.tag[i].startswith("VB"):
                continue
            report = verb_report(view, i, verb)
        if report is not None:
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


def verb_report(view: View, i: int, verb: CueVerb) -> Report | None:
    """The report of a verb of saying, by the first frame that fits."""
    if view.dep[i] == "amod":
        return None
    if view.tag[i] == "VBN" and not any(view.dep[c][:3] in _HELPED for c in view.children[i]):
        # "Asked on Monday whether …": somebody else's turn.
        head = view.head[i]
        if view.dep[i] != "conj" or view.kid(head, "aux") is None:
            return None
    if "np2" in verb.frames and _names_noun(view, i):
        return None
    frames = verb.frames
    kids = view.children[i]
    speaker = subject(view, i)
    if speaker is not None and view.lower[speaker] == "which" and verb.lemma in _CONCLUDES:
        return None
    cue_span = (view.start[i], view.end[i])
    content: list[tuple[int, int]] = []
    frame = ""
    if verb.grade == "say" and "that" in frames:
        content, frame = between_commas(view, i), "that"
        if content:
            speaker = named_between(view, i)
    clause = clause_of(view, i)
    if (
        not content
        and clause is not None
        and ("that" in frames or "whom_that" in frames or "out_that" in frames)
    ):
        first, last = view.edges(clause)
        obj = view.kid(i, "dobj")
        marked = view.kid(clause, "mark") is not None
        if obj is not None and i < obj < first and not marked and "whom_that" not in frames:
            # "clarified her role was small": the clause's subject, taken for an object.
            first = view.edges(obj)[0]
        if clause > i:
            first, last = _from_its_mark(view, first, clause), _to_its_end(view, i, last)
        content, frame = around(view, i, first, last), "that"
    if not content and ("to" in frames or "whom_to" in frames):
        to = infinitive(view, i)
        if to is not None:
            first, last = view.edges(to)
            obj = view.kid(i, "dobj")
            if obj is not None and i < obj < to and verb.lemma not in ("tell", "promise", "ask"):
                first = view.edges(obj)[0]
            content, frame = [(first, last)], "to"
    if not content and verb.grade == "say" and "that" in frames:
        content = parenthetical(view, i)
        frame = "that"
    doing = gerund(view, i) if not content and verb.grade == "say" and "that" in frames else None
    if doing is not None:
        content, frame = [(i + 1, view.edges(doing)[1])], "to"
    if not content and _raised(view, i, verb):
        content, frame = _raising(view, i), "to"
    if not content:
        content, frame, cue_end = phrase(view, i, verb)
        cue_span = (cue_span[0], cue_end)
    if not content and verb.lemma == "say" and view.kid(i, "nsubj") is not None:
        content, frame = rest_of_sentence(view, i), "that"
    if not content and not kids:
        return None
    if verb.lemma in _FINDS and not _documented(view, i, speaker):
        return None
    if speaker is None and content and view.tag[i] in FINITE:
        speaker = _opens_sentence(view, i)
    if speaker is None and content and view.kid(i, "nsubjpass") is not None:
        speaker, content = late_agent(view, content)
    cuts: list[int] = []
    content = [until_next_cue(view, i, *p, cuts) for p in content if p[1] - p[0] < LONGEST]
    return Report(i, cue_span, verb, speaker, content, frame, polarity(view, i), cuts)


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


def _names_noun(view: View, i: int) -> bool:
    """Whether "called" belongs to the noun before its comma: "the film, called “…”, opens"."""
    if i < 2 or view.lower[i - 1] != "," or view.tag[i] not in ("VBN", "VBD"):
        return False
    own = view.kid(i, "nsubj", "nsubjpass", "aux")
    return view.tag[i - 2].startswith("NN") and own in (None, i - 2) and view.dep[i] != "conj"


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


def _from_its_mark(view: View, first: int, clause: int) -> int:
    """Where a clause begins: at the "that" near its start, not at "in evidence" before it."""
    for t in range(first, min(first + 4, clause)):
        if view.lower[t] == "that" and view.dep[t] == "mark" and view.tag[first] in ("IN", "NN"):
            return t
    return first


def _to_its_end(view: View, i: int, last: int) -> int:
    """The end of a clause that the parser broke off before its verb: "said a man in red | was"."""
    _, end = view.sentence(i)
    t = last + 1
    if t >= end or view.dep[i] in ("relcl", "acl", "csubj", "ccomp", "advcl"):
        return last
    own = view.kid(i, "nsubj")
    if view.tag[t] not in FINITE and view.tag[t] != "MD":
        return last
    return end - 1 if own is not None and own < i and view.head[t] != i else last


def _raised(view: View, i: int, verb: CueVerb) -> bool:
    """Whether the verb stands in "is said to have left"."""
    return (
        verb.grade == "say"
        and "that" in verb.frames
        and "whom_to" not in verb.frames
        and view.kid(i, "nsubjpass") is not None
        and infinitive(view, i) is not None
    )


def _raising(view: View, i: int) -> list[tuple[int, int]]:
    """What "is said to have left" reports: its subject, and the infinitive."""
    own, to = view.kid(i, "nsubjpass"), infinitive(view, i)
    return [view.edges(own), view.edges(to)] if own is not None and to is not None else []


def _documented(view: View, i: int, speaker: int | None) -> bool:
    """Whether a poll, a study or those who make them are the subject of "found", "shows"."""
    if speaker is None:
        return False
    named = view.tag[speaker].startswith("NNP") and view.lower[i + 1 : i + 2] == ["that"]
    return named or view.lower[speaker] in word_set("quotes_documents.txt")


def _opens_sentence(view: View, i: int) -> int | None:
    """The name that begins the sentence, before a comma: "Ted Cruz, when asked …, responded"."""
    start, _ = view.sentence(i)
    t = start
    while t < i and view.tag[t] in ("NNP", "NNPS"):
        t += 1
    return t - 1 if start < t < i and view.lower[t] == "," else None


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
    if speaker is None and view.dep[i] == "dobj":
        speaker = subject(view, view.head[i])
    return Report(i, (view.start[i], view.end[i]), None, speaker, [(first, last)], "noun")


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


def according_report(view: View, i: int) -> Report | None:
    """The report of "according to X": the rest of the clause."""
    to = i + 1
    pobj = view.kid(to, "pobj")
    if pobj is None:
        pobj = view.kid(i, "pobj")
    if pobj is None:
        return None
    first = i
    last = view.edges(pobj)[1]
    start, end = view.sentence(i)
    # The phrase ends at the first comma after which a clause of its own goes on.
    left, right = start, end - 1
    parts = [p for p in ((left, first - 1), (last + 1, right)) if p[1] >= p[0]]
    return Report(i, (view.start[i], view.end[to]), None, pobj, parts, "according")
