"""Which marked stretches stand for themselves, and are no part of the sentence around them."""

from __future__ import annotations

from briefkit.components.marks import Marked
from briefkit.components.quotes.cues import cue_follows, ends_with_cue, in_that_clause, is_cue
from briefkit.components.quotes.drafts import MARKS, Piece, inside_marks
from briefkit.components.quotes.view import View


def make_pieces(view: View, marked: list[tuple[int, Marked]]) -> list[Piece]:
    """Marked stretches with their tokens; `alone` as far as the marks' surroundings tell."""
    pieces = []
    for block, m in marked:
        tokens = view.tokens_in(m.start, m.end)
        if inside_marks(view, m):
            pieces.append(Piece(m, block, tokens.start, tokens.stop))
    for n, piece in enumerate(pieces):
        before = pieces[n - 1] if n and pieces[n - 1].block == piece.block else None
        after = (
            pieces[n + 1] if n + 1 < len(pieces) and pieces[n + 1].block == piece.block else None
        )
        opens = piece.marked.start == view.blocks[piece.block].start
        reopened = n > 0 and not pieces[n - 1].marked.closed and opens
        piece.alone = reopened or _alone(view, piece, before, after)
    return pieces


def _alone(view: View, piece: Piece, before: Piece | None, after: Piece | None) -> bool:
    m, text = piece.marked, view.text
    block = view.blocks[piece.block]
    if in_that_clause(view, piece, before):
        return False
    inner = inside_marks(view, m)
    words = inner.count(" ") + 1
    left = text[max(block.start, m.start - 60) : m.start].rstrip()
    right = text[m.end : m.end + 60].lstrip() if m.end < block.end else ""
    ended = inner[-1:] in ",.?!…—-" or text[m.end - 1 : m.end] == ","
    goes_on = bool(right) and not ended and right[0] not in ",.;:!?—–)("
    said = ended and inner[-1:] != "." and cue_follows(view, piece)
    if said and (not left or left[-1] in ".?!…"):
        return True
    if not left:
        return words > 2 and not goes_on
    last = left[-1]
    if last == ":":
        return words > 2 or inner[-1:] in ".?!"
    upper = inner[:1].isupper() or not inner[:1].isalpha()
    if last in ".?!…" or (
        last in MARKS and before is not None and before.marked.end >= m.start - 2
    ):
        return not goes_on
    cue_before = ends_with_cue(view, piece, before)
    # A few words end what was broken off at a comma: "“There is,” he said, “no way.”"
    between = range(before.last, piece.first) if before is not None else ()
    if last == "," and any(is_cue(view, t) for t in between):
        return True
    if last in ",—–-;" and cue_before:
        return upper
    if cue_before and words > 3:
        return True
    return last in ",;—–" and upper and words > 3 and ended


def titled(view: View, piece: Piece) -> bool:
    """Whether a stretch that nobody says is the title of a work: "Lost at Sea," by … ."""
    return inside_marks(view, piece.marked)[-1:] == ","
