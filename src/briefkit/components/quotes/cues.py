"""Which verbs introduce words in marks, and whether one stands beside a marked stretch."""

from __future__ import annotations

from briefkit.components.quotes.drafts import Piece
from briefkit.components.quotes.lexicon import cue_verbs
from briefkit.components.quotes.view import View

FULL_STOPS = frozenset({".", "?", "!"})
# How many tokens of a gap may lie between a quote and its cue: a name with its apposition.
REACH = 40
# Frames of verbs whose object can be a whole utterance in marks.
INTRODUCE = frozenset({"-", "that", "to", "whom_that", "whom_to"})
_UNHEARD = 0.02  # chance of what the encoder hears as no cue
_CLAUSE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_cue(view: View, i: int) -> bool:
    """Whether the token is a verb of saying in a form that can introduce words in marks."""
    verb = cue_verbs().get(view.lower[i])
    tag = view.tag[i]
    if verb is None or not tag.startswith("VB") or view.cued[i] < _UNHEARD:
        return False
    if not verb.frames & INTRODUCE:
        return False  # "called “…”": part of the sentence
    return verb.grade == "say" or tag not in ("VB", "VBN")


def cue_follows(view: View, piece: Piece) -> bool:
    """Whether "he said" or "said the old man" comes right behind a marked stretch."""
    return any(is_cue(view, i) for i in range(piece.last, min(piece.last + 8, view.n)))


def ends_with_cue(view: View, piece: Piece, before: Piece | None, least: int = 0) -> bool:
    """Whether a verb of saying stands right before, or in the sentence before a comma or colon."""
    start = view.blocks[piece.block].start
    floor = before.last if before is not None else view.tokens_in(start, start + 1).start
    last = piece.first - 1
    comma = view.lower[last] in (",", ":", "—", "–")
    for i in range(last, max(floor, least, last - 25) - 1, -1):
        if is_cue(view, i):
            clause = view.lower[i + 1] == "that" and view.tag[i + 1] == "IN"
            return not clause and (i == last or comma)
        if (comma and view.tag[i] in _CLAUSE_TAGS) or view.lower[i] in FULL_STOPS:
            return False
    return False


def in_that_clause(view: View, piece: Piece, before: Piece | None) -> bool:
    """Whether a marked stretch goes on with a clause: "told the court that, for years, “…”"."""
    floor = max(piece.first - 20, before.last if before is not None else 0, 1)
    for t in range(piece.first - 1, floor - 1, -1):
        if view.lower[t] in FULL_STOPS or view.lower[t] in (":", ";"):
            return False
        if view.lower[t] == "that":
            return any(is_cue(view, i) for i in range(max(0, t - 5), t))
        if view.tag[t] in _CLAUSE_TAGS:
            return False
    return False
