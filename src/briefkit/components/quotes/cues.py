"""Which verbs introduce words in marks, and whether one stands beside a marked stretch."""

from __future__ import annotations

from briefkit.components.quotes.lexicon import cue_verbs
from briefkit.components.quotes.pieces import Piece
from briefkit.components.quotes.view import View

FULL_STOPS = frozenset({".", "?", "!"})
# How many tokens of a gap may lie between a quote and its cue: a name with its apposition.
REACH = 40
_CLAUSE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_cue(view: View, i: int) -> bool:
    """Whether the token is a verb of saying in a form that can introduce words in marks."""
    verb = cue_verbs().get(view.lower[i])
    if verb is None or not view.tag[i].startswith("VB") or view.dep[i] == "amod":
        return False
    return verb.grade == "say" or view.tag[i] not in ("VB", "VBN")


def cue_follows(view: View, piece: Piece) -> bool:
    """Whether "he said" or "said the old man" comes right behind a marked stretch."""
    for i in range(piece.last, min(piece.last + 8, view.n)):
        if view.lower[i] in FULL_STOPS:
            return False
        if is_cue(view, i):
            return True
    return False


def ends_with_cue(view: View, piece: Piece, before: Piece | None, least: int = 0) -> bool:
    """Whether a verb of saying stands right before, or in the sentence before a comma or colon."""
    cue_verbs()
    floor = (
        before.last
        if before is not None
        else view.tokens_in(
            view.blocks[piece.block].start, view.blocks[piece.block].start + 1
        ).start
    )
    floor = max(floor, least)
    i = piece.first - 1
    steps = 0
    comma = False
    while i >= floor and steps < 25:
        word = view.lower[i]
        if is_cue(view, i):
            return steps == 0 or comma
        if comma and view.tag[i] in _CLAUSE_TAGS:
            return False
        if word in (".", "?", "!"):
            return False
        if word in (",", ":", "—", "–"):
            comma = comma or steps == 0
        i -= 1
        steps += 1
    return False
