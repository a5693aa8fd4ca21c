"""Cues in running text: who reports, and which clause or phrase is reported."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefkit.components.quotes.lexicon import CueVerb, cue_verbs, word_set
from briefkit.components.quotes.view import View

# Labels under which a verb without a subject of its own takes the one of the verb above it.
_SHARES_SUBJECT = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "dep", "ccomp"})
_CLAUSE = ("ccomp",)
_PREPOSITIONS = frozenset({"of", "for", "against", "about", "on", "at"})
# "…, which explains why …": the writer's own conclusion.
_CONCLUDES = frozenset({"explain", "indicate", "show", "suggest"})
_LONGEST = 300
_HELPED = frozenset({"aux", "age", "nsu"})
_BREAKS = frozenset({",", "—", "–", "--", "-", ";"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_STOPS = frozenset({",", "—", "–", "--", ";", ".", "?", "!", ":"})
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "VBN"})
_SUBORDINATE = frozenset({"that", "whether", "if", "because", "when", "how", "why", "what"})
_QUESTIONS = frozenset({"ask", "inquire", "question", "wonder"})
_ASKING = frozenset({"whether", "if"})


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
            report = _according(view, i)
        elif word in nouns and view.tag[i].startswith("NN"):
            report = _noun(view, i)
        else:
            verb = verbs.get(word)
            if verb is None or not view.tag[i].startswith("VB"):
                continue
            report = _verb(view, i, verb)
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


def subject(view: View, i: int) -> int | None:
    """The head token of whoever does the verb `i`: its subject, its agent, or the one above."""
    for _ in range(6):
        passive = view.kid(i, "nsubjpass", "auxpass") is not None
        agent = view.kid(i, "agent")
        if agent is not None:
            return view.kid(agent, "pobj")
        if passive:
            return None
        own = view.kid(i, "nsubj", "csubj", "expl")
        if own is not None:
            return own
        dep, head = view.dep[i], view.head[i]
        if head == i:
            return None
        if dep in ("acl", "relcl"):
            return head if view.tag[i] in ("VBG", "VBZ", "VBP", "VBD") else None
        if dep == "ccomp" and view.tag[i] != "VBG":
            return None
        if dep not in _SHARES_SUBJECT:
            return None
        if view.tag[head].startswith("NN") and dep == "conj":
            return None
        if view.tag[head].startswith("NN"):
            return head
        i = head
    return None


def polarity(view: View, i: int) -> str:
    """asserted, negated ("did not say", "denied that") or questioned ("asked whether …")."""
    verb = cue_verbs().get(view.lower[i])
    if verb is not None and verb.lemma in ("deny", "refute"):
        return "negated"
    if verb is not None and verb.lemma in _QUESTIONS:
        clause = view.kid(i, "ccomp", "xcomp", "advcl")
        mark = view.kid(clause, "mark") if clause is not None else None
        if mark is not None and view.lower[mark] in _ASKING:
            return "questioned"
    if view.kid(i, "neg") is not None:
        return "negated"
    if any(view.lower[c] == "never" for c in view.children[i] if c < i):
        return "negated"
    head = view.head[i]
    if view.dep[i] in ("xcomp", "pcomp") and view.lower[head] in word_set("quotes_refusals.txt"):
        return "negated"
    if view.kid(i, "mark") is not None and view.lower[view.kid(i, "mark") or 0] in _ASKING:
        return "questioned"
    _, end = view.sentence(i)
    last = end - 1
    while last > i and not view.lower[last].strip("\"”’' "):
        last -= 1
    if view.lower[last] == "?" and view.dep[i] == "ROOT":
        aux, subj = view.kid(i, "aux"), view.kid(i, "nsubj")
        if aux is not None and subj is not None and aux < subj:
            return "questioned"
    return "asserted"


def _verb(view: View, i: int, verb: CueVerb) -> Report | None:
    """The report of a verb of saying, by the first frame that fits."""
    if view.dep[i] == "amod":
        return None
    if view.tag[i] == "VBN" and not any(view.dep[c][:3] in _HELPED for c in view.children[i]):
        # "Asked on Monday whether …": somebody else's turn.
        head = view.head[i]
        if view.dep[i] != "conj" or view.kid(head, "aux") is None:
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
        content, frame = _between_commas(view, i), "that"
    clause = _clause_of(view, i, verb)
    if (
        not content
        and clause is not None
        and ("that" in frames or "whom_that" in frames or "out_that" in frames)
    ):
        first, last = view.edges(clause)
        obj = view.kid(i, "dobj")
        if obj is not None and i < obj < first and "whom_that" not in frames:
            # "clarified her role was small": the clause's subject, taken for an object.
            first = view.edges(obj)[0]
        content, frame = _around(view, i, first, last), "that"
    if not content and ("to" in frames or "whom_to" in frames):
        to = _infinitive(view, i)
        if to is not None:
            first, last = view.edges(to)
            obj = view.kid(i, "dobj")
            if obj is not None and i < obj < to and verb.lemma not in ("tell", "promise"):
                first = view.edges(obj)[0]
            content, frame = [(first, last)], "to"
    if not content and verb.grade == "say" and "that" in frames:
        content = _parenthetical(view, i)
        frame = "that"
    if not content:
        content, frame, cue_end = _phrase(view, i, verb)
        cue_span = (cue_span[0], cue_end)
    if not content and not kids:
        return None
    if speaker is None and content and view.kid(i, "nsubjpass") is not None:
        speaker, content = _late_agent(view, content)
    cuts: list[int] = []
    content = [_until_next_cue(view, i, *p, cuts) for p in content if p[1] - p[0] < _LONGEST]
    return Report(i, cue_span, verb, speaker, content, frame, polarity(view, i), cuts)


def _late_agent(
    view: View, content: list[tuple[int, int]]
) -> tuple[int | None, list[tuple[int, int]]]:
    """The speaker of "was called a gamble by the union", where "by" ended up in the content."""
    first, last = content[-1]
    for t in range(last, max(first, last - 12), -1):
        if view.lower[t] == "by":
            return view.kid(t, "pobj"), [*content[:-1], (first, t - 1)]
    return None, content


def _until_next_cue(view: View, i: int, first: int, last: int, cuts: list[int]) -> tuple[int, int]:
    """Cut "he was ill and vowed to return" before "and": the second cue belongs to the reporter."""
    verbs = cue_verbs()
    for t in range(max(first, i) + 2, last + 1):
        if view.dep[t] != "conj" or view.tag[t] not in _FINITE or view.lower[t] not in verbs:
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


def _clause_of(view: View, i: int, verb: CueVerb) -> int | None:
    """The clause that the verb reports."""
    for c in view.children[i]:
        if view.dep[c] != "ccomp":
            continue
        if view.tag[c] == "VBG" and view.kid(c, "nsubj", "aux") is None:
            continue
        return c
    return None


def _infinitive(view: View, i: int) -> int | None:
    for c in view.children[i]:
        if c > i and view.dep[c] in ("xcomp", "ccomp", "advcl"):
            first = view.kid(c, "aux")
            if first is not None and view.lower[first] == "to":
                return c
    return None


def _around(view: View, i: int, left: int, right: int) -> list[tuple[int, int]]:
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


def _between_commas(view: View, i: int) -> list[tuple[int, int]]:
    """What ", he said," stands in, whatever the parser makes of it: the sentence without it."""
    if view.tag[i] not in _FINITE:
        return []
    start, end = view.sentence(i)
    left = i - 1
    while left >= start and i - left < 14 and view.lower[left] not in _STOPS:
        if view.tag[left] in _VERBAL:
            return []
        left -= 1
    right = i + 1
    while right < end and right - i < 14 and view.lower[right] not in _STOPS:
        if view.tag[right] in _VERBAL or view.lower[right] in _SUBORDINATE:
            return []
        right += 1
    if left <= start or view.lower[left] not in _STOPS:
        return []
    if right < end and view.lower[right] not in _STOPS:
        return []
    own = view.kid(i, "nsubj")
    if own is None or not left < own < right:
        return []
    if any(view.tag[t] in ("WP", "WDT", "CC", "IN") for t in (left + 1,)):
        return []
    parts = [p for p in ((start, left - 1), (right + 1, end - 1)) if p[1] > p[0]]
    if not any(view.tag[t] in _FINITE for a, b in parts for t in range(a, b + 1)):
        return []
    # "Smith, a doctor, said, …": the part before is the speaker's.
    if view.edges(own)[0] < left:
        return []
    return parts


def _parenthetical(view: View, i: int) -> list[tuple[int, int]]:
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


def _phrase(view: View, i: int, verb: CueVerb) -> tuple[list[tuple[int, int]], str, int]:
    """A noun or prepositional phrase that is reported, its frame, and where the cue ends."""
    frames, end = verb.frames, view.end[i]
    obj = view.kid(i, "dobj")
    if obj is not None and obj < i:
        obj = None
    preps = [c for c in view.children[i] if c > i and view.dep[c] == "prep"]
    if obj is not None:
        for name in ("np_as", "np_of", "np_for", "np_to"):
            for p in preps + [c for c in view.children[obj] if view.dep[c] == "prep"]:
                if name in frames and view.lower[p] == name[3:]:
                    if name in ("np_as", "np_of", "np_to"):
                        return [(view.edges(obj)[0], view.edges(p)[1])], name, end
                    return [(p + 1, view.edges(p)[1])], name, end
        if "np2" in frames:
            opred = view.kid(i, "oprd")
            if opred is not None:
                return [(view.edges(obj)[0], view.edges(opred)[1])], "np2", end
    if "to_as" in frames:
        # "referred to him as …"
        to = next((p for p in preps if view.lower[p] == "to"), None)
        as_ = next((p for p in preps if view.lower[p] == "as"), None)
        if to is not None and as_ is not None and to < as_:
            return [(to + 1, view.edges(as_)[1])], "np_as", view.end[to]
    if view.kid(i, "nsubjpass") is not None:
        # "was accused of …", "is described as …"
        for p in preps:
            if f"np_{view.lower[p]}" in frames:
                cue_end = view.end[p] if p == i + 1 else end
                return [(p + 1, view.edges(p)[1])], f"np_{view.lower[p]}", cue_end
    if view.tag[i] == "VBN" and view.dep[i] == "acl" and view.kid(i, "agent") is None:
        return [], "", end  # "a device called the E-meter"
    oprd = view.kid(i, "oprd", "ccomp")
    if "np2" in frames and oprd is not None and oprd > i:
        return [view.edges(oprd)], "np2", end
    if "np" in frames and obj is not None and view.tag[obj][0] in "NWDP":
        return [view.edges(obj)], "np", end
    for p in preps:
        if view.lower[p] in _PREPOSITIONS & frames and view.kid(p, "pobj", "pcomp") is not None:
            cue_end = view.end[p] if p == i + 1 else end
            return [(p + 1, view.edges(p)[1])], view.lower[p], cue_end
    return [], "", end


def _noun(view: View, i: int) -> Report | None:
    """The report of "her claim that …" or "the warning by doctors that …"."""
    for c in view.children[i]:
        if c < i or view.dep[c] not in ("acl", "ccomp", "relcl"):
            continue
        first, last = view.edges(c)
        mark = view.kid(c, "mark")
        if mark is None or view.lower[mark] != "that" or last - first > _LONGEST:
            continue
        speaker = view.kid(i, "poss")
        if speaker is None:
            by = next((p for p in view.children[i] if view.lower[p] in ("by", "from", "of")), None)
            speaker = view.kid(by, "pobj") if by is not None else None
        if speaker is None and view.dep[i] == "dobj":
            speaker = subject(view, view.head[i])
        return Report(i, (view.start[i], view.end[i]), None, speaker, [(first, last)], "noun")
    return None


def _according(view: View, i: int) -> Report | None:
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
