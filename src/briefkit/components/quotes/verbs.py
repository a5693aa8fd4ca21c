"""The reports of verbs: "said that …", "denied taking …", "is said to …"."""

from __future__ import annotations

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
)
from briefkit.components.quotes.cuts import (
    from_its_mark,
    from_its_to,
    late_agent,
    to_its_end,
    until_next_cue,
    with_negation,
    with_next_clause,
)
from briefkit.components.quotes.ends import trimmed
from briefkit.components.quotes.lexicon import CueVerb, word_set
from briefkit.components.quotes.phrases import name_in_marks, phrase
from briefkit.components.quotes.report import LONGEST, Report
from briefkit.components.quotes.subjects import polarity, subject
from briefkit.components.quotes.view import View

# "…, which explains why …": the writer's own conclusion.
# What is found, shown and ruled is reported by polls, studies, courts; else somebody found a key.
_FINDS = frozenset({"find", "show", "rule"})
_CONCLUDES = frozenset({"explain", "indicate", "show", "suggest"})
_HELPED = frozenset({"aux", "age", "nsu"})
Content = tuple[list[tuple[int, int]], str]  # token ranges, and the frame that they came by
_NAMINGS = frozenset({"np2", "np_as"})
_CLAUSES = frozenset({"that", "whom_that", "out_that"})
_INFINITIVES = frozenset({"to", "whom_to"})


def verb_report(view: View, i: int, verb: CueVerb) -> Report | None:
    """The report of a verb of saying, by the first frame that fits."""
    speaker = subject(view, i)
    if _reports_nothing(view, i, verb, speaker):
        return None
    says = verb.grade == "say" and "that" in verb.frames
    parts = between_commas(view, i) if says else []
    found = (parts, "that") if parts else _clause(view, i, verb) or _doing(view, i, verb)
    cue_end = view.end[i]
    if parts:
        speaker = named_between(view, i)
    if not found:
        content, frame, cue_end = phrase(view, i, verb)
        found = content, frame
    if not found[0] and verb.lemma == "say" and view.kid(i, "nsubj") is not None:
        found = rest_of_sentence(view, i), "that"
    content, frame = found
    if not content and not view.children[i]:
        return None
    if speaker is None and frame == "np2" and view.dep[i] == "acl":
        speaker = _names(view, i)
    if speaker is None and content and view.tag[i] in FINITE:
        speaker = _opens_sentence(view, i)
    if speaker is None and content and view.kid(i, "nsubjpass") is not None:
        speaker, content = late_agent(view, content)
    if speaker is None and frame in _NAMINGS and view.kid(i, "nsubjpass") is not None:
        return None  # "is called the “Venice of the north”": a name, by nobody
    cuts: list[int] = []
    content = [until_next_cue(view, i, *p, cuts) for p in content if p[1] - p[0] < LONGEST]
    if frame == "that":
        content = [trimmed(view, i, *part) for part in content]
    cue_span = (view.start[i], cue_end)
    return Report(i, cue_span, verb, speaker, content, frame, polarity(view, i), cuts)


def _reports_nothing(view: View, i: int, verb: CueVerb, speaker: int | None) -> bool:
    """Whether the verb stands where nobody reports: "the said road", "a film, called “…”"."""
    if view.dep[i] == "amod":
        return True
    helped = any(view.dep[c][:3] in _HELPED for c in view.children[i])
    shared = view.dep[i] == "conj" and view.kid(view.head[i], "aux") is not None
    if view.tag[i] == "VBN" and not (helped or shared or name_in_marks(view, i, verb)):
        return True  # "Asked on Monday whether …": somebody else's turn
    if "np2" in verb.frames and _names_noun(view, i):
        return True
    if view.dep[i] == "relcl" and view.lower[i + 1 : i + 4] == ["not", "to", "be"]:
        return True  # "a man who asked not to be named"
    if speaker is not None and view.lower[speaker] == "which" and verb.lemma in _CONCLUDES:
        return True
    if speaker is not None and view.lower[speaker] == "it" and view.dep[view.head[i]] == "acomp":
        return True  # "It is worth noting that …": the writer's own remark
    return verb.lemma in _FINDS and not _documented(view, i, speaker)


def _clause(view: View, i: int, verb: CueVerb) -> Content | None:
    """The clause that is reported, around the cue or behind it."""
    clause = clause_of(view, i)
    if clause is not None and verb.frames & _CLAUSES:
        first, last = view.edges(clause)
        if "whom_to" in verb.frames and infinitive(view, i) == clause:
            return [(from_its_to(view, clause), last)], "to"
        obj = view.kid(i, "dobj")
        marked = view.kid(clause, "mark") is not None
        if "out_that" in verb.frames and not marked and view.kid(i, "prt") is None:
            return None  # "pointed to the times Lund had won"
        if obj is not None and i < obj < first and not marked and "whom_that" not in verb.frames:
            # "clarified her role was small": the clause's subject, taken for an object.
            first = view.edges(obj)[0]
        if clause > i:
            first, last = from_its_mark(view, first, clause), to_its_end(view, i, last)
            first, last = with_negation(view, i, first), with_next_clause(view, i, last)
        parts = around(view, i, first, last)
        if parts:
            return parts, "that"
    return None


def _doing(view: View, i: int, verb: CueVerb) -> Content | None:
    """What is promised or denied doing, an infinitive or a gerund; or what "as he said" is in."""
    to = infinitive(view, i) if verb.frames & _INFINITIVES else None
    if to is not None:
        return [(from_its_to(view, to), view.edges(to)[1])], "to"
    if verb.grade == "say" and "that" in verb.frames:
        parts = parenthetical(view, i)
        if parts:
            return parts, "that"
        doing = gerund(view, i)
        if doing is not None:
            return [(i + 1, view.edges(doing)[1])], "to"
    if _raised(view, i, verb):
        return _raising(view, i), "to"
    return None


def _names(view: View, i: int) -> int:
    """Who "called the offer “an insult”", taken for "a plan called …": the noun before it."""
    noun = view.head[i]
    while view.dep[noun] == "pobj" and view.tag[view.head[view.head[noun]]].startswith("NN"):
        noun = view.head[view.head[noun]]  # "Lund in his speech called …"
    return noun


def _names_noun(view: View, i: int) -> bool:
    """Whether "called" belongs to the noun before its comma: "the film, called “…”, opens"."""
    if i < 2 or view.lower[i - 1] != "," or view.tag[i] not in ("VBN", "VBD"):
        return False
    own = view.kid(i, "nsubj", "nsubjpass", "aux")
    return view.tag[i - 2].startswith("NN") and own in (None, i - 2) and view.dep[i] != "conj"


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
