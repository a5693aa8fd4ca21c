"""The cue of a marked stretch: before it, behind it, or in the paragraph before."""

from __future__ import annotations

from briefkit.components.quotes.cues import FULL_STOPS, REACH, is_cue
from briefkit.components.quotes.lexicon import cue_verbs
from briefkit.components.quotes.naming import noun_after, speaker_in, subject_of_sentence
from briefkit.components.quotes.pieces import MARKS, Direct, Piece
from briefkit.components.quotes.view import View

_DASHES = frozenset({"–", "—", "--", "-", "―"})
_NEVER = frozenset({"is", "was", "are", "were", "has", "had", "have", "does", "did", "do", "'s"})


def attribute(
    view: View, quote: Direct, prev: Piece | None, piece: Piece, following: Piece | None
) -> None:
    """Find the cue of `piece` between the marked stretches before and behind it."""
    block = view.blocks[piece.block]
    tokens = view.tokens_in(block.start, block.end)
    floor = prev.last if prev is not None and prev.block == piece.block else tokens.start
    ceiling = tokens.stop
    if following is not None and following.block == piece.block:
        ceiling = following.first
    if not _cue_before(view, quote, piece, floor) and not cue_after(view, quote, piece, ceiling):
        _signed(view, quote, piece, ceiling)


def cue_after(view: View, quote: Direct, piece: Piece, ceiling: int) -> bool:
    """Find ", he said" behind a marked stretch."""
    m, text = piece.marked, view.text
    inner = text[m.start : m.end].rstrip(MARKS)
    gap = text[m.end : m.end + 1]
    if inner.endswith(".") and not inner.endswith("...") and gap.strip() == "":
        rest = text[m.end : m.end + 40].lstrip()
        if not rest[:1].islower():
            return False
    cue_verbs()
    comma = inner.endswith(",") or view.text[m.end : m.end + 1] == ","
    i = piece.last
    stop = min(ceiling, piece.last + REACH)
    while i < stop:
        word = view.lower[i]
        if word in (".", ";", ":") or (word in ("?", "!") and i > piece.last):
            return False
        if word == "according" and i + 1 < stop and view.lower[i + 1] == "to":
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i + 1])
            pobj = view.kid(i + 1, "pobj")
            quote.speaker = pobj if pobj is not None else noun_after(view, i + 2, stop)
            return True
        if is_cue(view, i) or (comma and _speaks(view, i, piece.last, stop)):
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i])
            quote.speaker = speaker_in(view, i, piece.last, stop)
            return True
        i += 1
    return False


def _speaks(view: View, i: int, left: int, right: int) -> bool:
    """Whether any other verb stands where a cue does: "…,” the ministry detailed."."""
    if view.tag[i] not in ("VBD", "VBZ", "VBP") or view.lower[i] in _NEVER:
        return False
    own = view.kid(i, "nsubj")
    if own is None or not left <= own < right:
        return False
    return i + 1 >= right or own > i or view.lower[i + 1] in FULL_STOPS


def _cue_before(view: View, quote: Direct, piece: Piece, floor: int) -> bool:
    """Find "he said:" before a marked stretch."""
    if piece.first == floor:
        return _introduced(view, quote, piece)
    cue_verbs()
    i = piece.first - 1
    stop = max(floor, piece.first - REACH)
    if view.lower[i] in (".", "?", "!", "…") or view.word[i][:1] in "”":
        return False
    colon = view.lower[i] == ":"
    while i >= stop:
        word = view.lower[i]
        if word in (".", "?", "!") or view.word[i] in "”":
            break
        if is_cue(view, i) and view.dep[i] != "amod":
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i])
            quote.speaker = speaker_in(view, i, stop, piece.first)
            return True
        if word == "according" and view.lower[i + 1] == "to":
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i + 1])
            quote.speaker = view.kid(i + 1, "pobj")
            return True
        i -= 1
    if colon:
        at = piece.first - 1
        quote.cue, quote.cue_span = at, (view.start[at], view.end[at])
        quote.speaker = subject_of_sentence(view, at)
        return True
    return False


def _signed(view: View, quote: Direct, piece: Piece, ceiling: int) -> bool:
    """Find `“…” – Commissioner Lund`: a dash and a name that end the paragraph."""
    dash = piece.last
    if not dash + 1 < ceiling <= dash + 16 or view.lower[dash] not in _DASHES:
        return False
    tags = view.tag[dash + 1 : ceiling]
    if any(tag.startswith(("VB", "MD", "CD")) for tag in tags):
        return False  # "– The Post, August 15": where it was printed
    head = noun_after(view, dash + 1, ceiling)
    if head is None or "NNP" not in tags:
        return False
    quote.cue, quote.cue_span = dash, (view.start[dash], view.end[dash])
    quote.speaker = head
    return True


def _introduced(view: View, quote: Direct, piece: Piece) -> bool:
    """Whether the block before ends with a colon, and so introduces this quote."""
    if piece.block == 0:
        return False
    before = view.blocks[piece.block - 1]
    last = view.text[before.end - 1 : before.end]
    at = view.tokens_in(before.start, before.end).stop - 1
    verbs = cue_verbs()
    if last != ":" and view.lower[at - (last == ",")] not in verbs:
        return False
    start = view.tokens_in(before.start, before.end).start
    for i in range(at, max(start, at - REACH) - 1, -1):
        if view.lower[i] in (".", "?", "!"):
            break
        if is_cue(view, i):
            quote.cue, quote.cue_span = i, (view.start[i], view.end[i])
            quote.speaker = speaker_in(view, i, start, at)
            return True
    quote.cue, quote.cue_span = at, (view.start[at], view.end[at])
    quote.speaker = subject_of_sentence(view, at)
    return True
