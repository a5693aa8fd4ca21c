"""Whom a cue names beside who speaks: "told *reporters*", "accused *him* of"."""

from __future__ import annotations

from collections.abc import Sequence

from briefkit.components.quotes.lexicon import cue_verbs
from briefkit.components.quotes.subjects import is_time
from briefkit.components.quotes.view import View
from briefkit.components.records import Place

_FRAMES = frozenset({"np_of", "on_to", "whom_that", "whom_to"})
# What ends the phrase: "told officers who came", "called on Congress, which".
_ENDS = frozenset({",", ":", ";", "that", "to", "—", "–", "-", "(", "“", "”", '"'})
_UPON = frozenset({"on", "upon"})
_RELATING = frozenset({"WDT", "WP", "WP$", "WRB"})


def whom(view: View, cue: int, spans: Sequence[Place]) -> Place | None:
    """The place of the phrase beside the cue for whom it is told, asked, urged or accused.

    `spans` are the places of what is said: no word of it belongs to the phrase.
    """
    verb = cue_verbs().get(view.lower[cue])
    if verb is None or verb.frames.isdisjoint(_FRAMES):
        return None
    if "on_to" in verb.frames and view.lower[cue + 1] not in _UPON:
        return None  # "called the bill “dead”": what gets a name
    passive = view.kid(cue, "auxpass") is not None
    noun = view.kid(cue, "nsubjpass") if passive else _object(view, cue)
    if noun is None or is_time(view, noun):
        return None
    if "np" in verb.frames and any(start <= view.start[noun] < end for start, end in spans):
        return None  # "urged “calm”": what is said
    first, last = view.edges(noun)
    if not passive and not cue < first <= cue + 2:
        return None
    said = min((start for start, _ in spans if start > view.start[first]), default=None)
    end = first
    while end < last and not _stops(view, end + 1, said):
        end += 1
    while end > noun and view.tag[end] == "IN":  # "accused him of", where only what follows is said
        end -= 1
    if end < noun:
        return None
    return view.start[first], view.end[end]


def _object(view: View, cue: int) -> int | None:
    """The object of the cue, which the parser may take for the subject of what is behind it."""
    if view.lower[cue + 1] in _UPON:
        return view.kid(cue + 1, "pobj") if "on_to" in cue_verbs()[view.lower[cue]].frames else None
    found = view.kid(cue, "dative", "dobj")
    clause = view.kid(cue, "ccomp", "xcomp") if found is None else None
    if clause is None:
        return found
    infinitive = any(view.lower[c] == "to" for c in view.children[clause] if c < clause)
    return view.kid(clause, "nsubj") if infinitive else None


def _stops(view: View, i: int, said: int | None) -> bool:
    if said is not None and view.start[i] >= said:
        return True
    if _is_joined(view, i):
        return False
    other = view.tag[i] in _RELATING or view.tag[i].startswith("VB")
    return other or view.lower[i] in _ENDS


def _is_joined(view: View, i: int) -> bool:
    """Whether a token is a hyphen in a word, or stands behind one: "Jean-Luc", "12-year-old"."""
    hyphen = i if view.lower[i] == "-" else i - 1
    around = view.text[view.start[hyphen] - 1], view.text[view.end[hyphen] : view.end[hyphen] + 1]
    return view.lower[hyphen] == "-" and all(char.isalnum() for char in around)
