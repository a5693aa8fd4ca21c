"""The noun or prepositional phrase that a cue reports: "called it a mess", "warned of floods"."""

from __future__ import annotations

from briefkit.components.quotes.lexicon import CueVerb
from briefkit.components.quotes.view import View

_INFINITIVES = frozenset({"xcomp", "advcl", "ccomp"})
_PREPOSITIONS = frozenset({"of", "for", "against", "about", "on", "at"})


def phrase(view: View, i: int, verb: CueVerb) -> tuple[list[tuple[int, int]], str, int]:
    """A noun or prepositional phrase that is reported, its frame, and where the cue ends."""
    frames, end = verb.frames, view.end[i]
    obj = view.kid(i, "dobj")
    if obj is not None and obj < i:
        obj = None
    preps = [c for c in view.children[i] if c > i and view.dep[c] == "prep"]
    to = next((p for p in preps if "to_as" in frames and view.lower[p] == "to"), None)
    if to is not None:  # "referred to her as a fool"
        obj, frames, end = view.kid(to, "pobj"), frames | {"np_as"}, view.end[to]
    if obj is not None:
        for name in ("np_as", "np_of", "np_for", "np_to", "np_on"):
            for p in preps + [c for c in view.children[obj] if view.dep[c] == "prep"]:
                if name in frames and view.lower[p] == name[3:]:
                    if name == "np_of":  # "accused Lund of lying": Lund is only spoken of
                        return [(p + 1, view.edges(p)[1])], name, end
                    return [(view.edges(obj)[0], view.edges(p)[1])], name, end
        if "np2" in frames:
            opred = view.kid(i, "oprd")
            if opred is not None:
                return [(view.edges(obj)[0], view.edges(opred)[1])], "np2", end
    if view.kid(i, "nsubjpass") is not None:
        # "was accused of …", "is described as …"
        for p in preps:
            if f"np_{view.lower[p]}" in frames:
                cue_end = view.end[p] if p == i + 1 else end
                return [(p + 1, view.edges(p)[1])], f"np_{view.lower[p]}", cue_end
    if view.tag[i] == "VBN" and view.dep[i] == "acl":
        return [], "", end  # "a device called the E-meter"
    oprd = view.kid(i, "oprd", "ccomp")
    if "np2" in frames and oprd is not None and oprd > i:
        return [view.edges(oprd)], "np2", end
    if "np" in frames and obj is not None:
        return [view.edges(obj)], "np", end
    asked = _asked_of(view, i, verb, preps)
    if asked is not None:
        return asked
    for p in preps:
        if view.lower[p] in _PREPOSITIONS & frames:
            cue_end = view.end[p] if p == i + 1 else end
            return [(p + 1, view.edges(p)[1])], view.lower[p], cue_end
    return [], "", end


def _asked_of(
    view: View, i: int, verb: CueVerb, preps: list[int]
) -> tuple[list[tuple[int, int]], str, int] | None:
    """What is asked in "called for the state to act" and "called on the state to act"."""
    for c in view.children[i]:
        mark = view.kid(c, "mark") if c > i and view.dep[c] in _INFINITIVES else None
        if mark is not None and view.lower[mark] == "for":
            return [(mark + 1, view.edges(c)[1])], "to", view.end[mark]
        to = view.kid(c, "aux") if c > i and view.dep[c] in _INFINITIVES else None
        if to is None or view.lower[to] != "to" or "on_to" not in verb.frames:
            continue
        on = next((p for p in preps if view.lower[p] in ("on", "upon")), None)
        if on is not None:
            return [(to, view.edges(c)[1])], "to", view.end[on]
    return None
