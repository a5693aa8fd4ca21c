"""Who does what a verb says, and whether it is done at all."""

from __future__ import annotations

from briefkit import lexicon
from briefkit.components.dates.lexicon import vocabulary
from briefkit.components.quotes.clauses import QUESTIONS
from briefkit.components.quotes.lexicon import cue_verbs
from briefkit.components.quotes.view import View

# Labels under which a verb without a subject of its own takes the one of the verb above it;
# "is likely to say", "is set to say" and "went so far as to say" go by way of the word between.
_SHARES_SUBJECT = frozenset(
    {"acomp", "advcl", "advmod", "conj", "dep", "oprd", "pcomp", "prep", "xcomp"}
)
# Kinds of words of time that no one bears as a name.
_TIMES = frozenset({"deictic", "part", "unit", "units", "weekday"})
_DENIES = ("denied", "denies", "deny", "dismiss", "disput", "refut", "reject")
_ASKING = frozenset({"whether", "if"})
_NOBODY = frozenset({"neither", "no", "nobody", "none"})


def subject(view: View, i: int) -> int | None:
    """The head token of whoever does the verb `i`: its subject, its agent, or the one above."""
    reporter = reporter_above(view, i)
    if reporter is not None:
        i = reporter
    cue = i
    for _ in range(6):
        passive = view.kid(i, "nsubjpass", "auxpass") is not None
        agent = view.kid(i, "agent")
        if i != cue and passive:
            return view.kid(i, "nsubjpass")  # "was quoted as saying", "was held and said"
        if agent is not None:
            return view.kid(agent, "pobj")
        if passive:
            return None
        own = view.kid(i, "nsubj", "csubj")
        if own is None and i == cue and _was_asked(view, i):
            return None
        if own is not None:
            # "The lakes, said Ann Lee, are full": the nearer of two is the one who says it.
            subjects = view.kids(i, "nsubj")
            return next((c for c in subjects if c > i), _nearer(view, own, subjects))
        dep, head = view.dep[i], view.head[i]
        if head == i:
            return None
        quoted = view.kid(view.head[head], "dobj") if view.lower[head] == "as" else None
        if dep == "pcomp" and quoted is not None:
            return quoted  # "the paper quoted Ann Lee as saying"
        if dep in ("acl", "relcl"):
            said = view.tag[i] in ("VBG", "VBZ", "VBP", "VBD")
            return _whose(view, head) if said else None
        if dep not in _SHARES_SUBJECT:
            return None
        i = head
    return None


def _nearer(view: View, own: int, subjects: list[int]) -> int:
    """Of two subjects before a verb the one behind a comma: "The lakes, as Ann Lee said, are"."""
    last = max(subjects, default=own)
    return last if "," in view.lower[own:last] else own


def _was_asked(view: View, i: int) -> bool:
    """Whether "asked" tells who answers: "Asked whether …, she said"."""
    verb = cue_verbs().get(view.lower[i])
    if verb is None or verb.lemma not in QUESTIONS or view.tag[i] not in ("VBN", "VBD"):
        return False
    return view.dep[i] in ("advcl", "acl")


def _whose(view: View, noun: int) -> int | None:
    """Who says what stands in a noun: "issued a statement saying", "a letter in May saying"."""
    maker = subject(view, view.head[noun]) if view.dep[noun] == "dobj" else None
    return noun if maker is None else maker


def reporter_above(view: View, i: int) -> int | None:
    """The cue that ", adding …" belongs to where the parser hangs it on what is reported.

    `Smith said the vote was “unfair,” adding that …`: it is Smith who adds.
    """
    if view.tag[i] != "VBG" or view.dep[i] != "advcl" or not after_comma(view, i):
        return None
    above = view.head[i]
    for _ in range(4):
        head = view.head[above]
        if head == above:
            return None
        verb = cue_verbs().get(view.lower[head])
        if view.dep[above] in ("ccomp", "dobj") and verb is not None and head < i:
            own = verb.grade == "say" and subject(view, head) is not None
            return head if own else None
        above = head
    return None


def after_comma(view: View, i: int) -> bool:
    """Whether a comma, with or without a closing mark, stands right before a token."""
    t = i - 1
    while view.tag[t] in ("''", "RB", "CC"):
        t -= 1
    return view.lower[t] == ","


def polarity(view: View, i: int) -> str:
    """asserted, negated ("did not say", "denied that") or questioned ("asked whether …")."""
    if view.dep[i] == "dobj":
        i = view.head[i]  # "rejected the claim that": the verb tells it
    verb = cue_verbs().get(view.lower[i])
    if view.lower[i].startswith(_DENIES):
        return "negated"
    if verb is not None and verb.lemma in QUESTIONS:
        clause = view.kid(i, "ccomp", "xcomp", "advcl")
        mark = view.kid(clause, "mark") if clause is not None else None
        if mark is not None and view.lower[mark] in _ASKING:
            return "questioned"
    # "said not all had come" is said.
    if any(c < i for c in view.kids(i, "neg")) or _by_nobody(view, i):
        return "negated"
    head, refusals = view.head[i], lexicon.words("components", "quotes_refusals.txt")
    if view.dep[i] in ("xcomp", "pcomp") and view.lower[head] in refusals:
        return "negated"
    return "asserted"


def _by_nobody(view: View, i: int) -> bool:
    """Whether nobody does the verb: "no one", "none of them"; but "no fewer than ten", "No 10"."""
    who = view.kid(i, "nsubj", "nsubjpass")
    if who is None:
        return False
    first = view.edges(who)[0]
    after = view.lower[first + 1 : first + 3]
    return view.lower[first] in _NOBODY and "than" not in after and not after[0].isdigit()


def is_time(view: View, token: int) -> bool:
    """Whether a noun is a day or a length of time, which says nothing."""
    kind = vocabulary().get(view.lower[token].rstrip("."), ("", ""))[0]
    if kind != "weekday" and view.tag[token] == "NNP":
        return False  # Ms. Day
    return kind in _TIMES
