"""Who does what a verb says, and whether it is done at all."""

from __future__ import annotations

from briefkit.components.quotes.lexicon import cue_verbs, word_set
from briefkit.components.quotes.view import View

# Labels under which a verb without a subject of its own takes the one of the verb above it.
_SHARES_SUBJECT = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "dep", "ccomp"})
# "promised him to go": who promises goes; elsewhere it is who is spoken to.
_OWN_PROMISE = frozenset({"promise", "promised", "promises", "promising", "use", "used", "took"})
_QUESTIONS = frozenset({"ask", "inquire", "question", "wonder"})
_ASKING = frozenset({"whether", "if"})


def subject(view: View, i: int) -> int | None:
    """The head token of whoever does the verb `i`: its subject, its agent, or the one above."""
    reporter = reporter_above(view, i)
    if reporter is not None:
        i = reporter
    cue, controlled = i, False
    for _ in range(6):
        passive = view.kid(i, "nsubjpass", "auxpass") is not None
        agent = view.kid(i, "agent")
        if i != cue and passive and controlled:
            return view.kid(i, "nsubjpass")  # "was quoted as saying", "was moved to say"
        if agent is not None:
            return view.kid(agent, "pobj")
        if passive:
            return None
        own = view.kid(i, "nsubj", "csubj")
        if own is not None:
            # "The lakes, said Ann Lee, are full": the nearer of two is the one who says it.
            behind = [c for c in view.children[i] if c > i and view.dep[c] == "nsubj"]
            return behind[0] if behind else own
        dep, head = view.dep[i], view.head[i]
        if head == i:
            return None
        beside = _noun_beside(view, i) if i == cue and view.tag[i] == "VBG" else None
        if beside is not None:
            return beside
        controlled = dep in ("xcomp", "pcomp", "prep")
        moved = view.kid(head, "dobj")
        if dep == "xcomp" and view.tag[i] == "VB" and moved is not None and moved < i:
            return moved if view.lower[head] not in _OWN_PROMISE else subject(view, head)
        if dep == "advmod" and view.tag[cue] == "VB":
            i = head  # "went so far as to say"
            continue
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


def _noun_beside(view: View, i: int) -> int | None:
    """The noun right before a participle: "with 62 percent of voters saying"."""
    noun = i - 1
    if noun < 0 or view.tag[noun] not in ("NN", "NNS", "NNP", "NNPS", "PRP"):
        return None
    while view.dep[noun] == "pobj" and view.lower[view.head[noun]] == "of":
        above = view.head[view.head[noun]]
        if not view.tag[above].startswith(("NN", "CD")):
            break
        noun = above
    return noun


def reporter_above(view: View, i: int) -> int | None:
    """The cue that ", adding …" belongs to where the parser hangs it on what is reported.

    `Smith said the vote was “unfair,” adding that …`: it is Smith who adds.
    """
    if view.tag[i] != "VBG" or view.dep[i] != "advcl" or not after_comma(view, i):
        return None
    above = view.head[i]
    for _ in range(4):
        head = view.head[above]
        if head == above or above > i:
            return None
        verb = cue_verbs().get(view.lower[head])
        if view.dep[above] == "ccomp" and verb is not None and head < i:
            own = verb.grade == "say" and subject(view, head) is not None
            return head if own else None
        above = head
    return None


def after_comma(view: View, i: int) -> bool:
    """Whether a comma, with or without a closing mark, stands right before a token."""
    t = i - 1
    while t > 0 and view.tag[t] in ("''", "RB", "CC"):
        t -= 1
    return t >= 0 and view.lower[t] == ","


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
