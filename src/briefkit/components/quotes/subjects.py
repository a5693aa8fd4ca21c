"""Who does what a verb says, and whether it is done at all."""

from __future__ import annotations

from briefkit.components.quotes.lexicon import cue_verbs, word_set
from briefkit.components.quotes.view import View

# Labels under which a verb without a subject of its own takes the one of the verb above it.
_SHARES_SUBJECT = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "dep", "ccomp"})
_QUESTIONS = frozenset({"ask", "inquire", "question", "wonder"})
_ASKING = frozenset({"whether", "if"})


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
