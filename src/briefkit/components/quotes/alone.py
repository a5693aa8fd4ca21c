"""Which marked stretches stand for themselves, and are no part of the sentence around them."""

from __future__ import annotations

from briefkit.components.marks import Marked
from briefkit.components.quotes.cues import cue_follows, ends_with_cue, in_that_clause, is_cue
from briefkit.components.quotes.pieces import MARKS, Piece, inside_marks
from briefkit.components.quotes.view import View


def make_pieces(view: View, marked: list[tuple[int, Marked]]) -> list[Piece]:
    """Marked stretches with their tokens; `alone` as far as the marks' surroundings tell."""
    pieces = []
    for block, m in marked:
        tokens = view.tokens_in(m.start, m.end)
        if not tokens or not inside_marks(view, m):
            continue
        pieces.append(Piece(m, block, tokens.start, tokens.stop))
    for n, piece in enumerate(pieces):
        before = pieces[n - 1] if n and pieces[n - 1].block == piece.block else None
        after = (
            pieces[n + 1] if n + 1 < len(pieces) and pieces[n + 1].block == piece.block else None
        )
        reopened = n > 0 and not pieces[n - 1].marked.closed and _opens_block(view, piece)
        piece.alone = reopened or _alone(view, piece, before, after)
    return pieces


def _opens_block(view: View, piece: Piece) -> bool:
    return piece.marked.start == view.blocks[piece.block].start


def _alone(view: View, piece: Piece, before: Piece | None, after: Piece | None) -> bool:
    m, text = piece.marked, view.text
    block = view.blocks[piece.block]
    if not m.opened or not m.closed:
        return True
    if in_that_clause(view, piece, before):
        return False
    inner = inside_marks(view, m)
    words = inner.count(" ") + 1
    left = text[max(block.start, m.start - 60) : m.start].rstrip()
    right = text[m.end : m.end + 60].lstrip() if m.end < block.end else ""
    ended = inner[-1:] in ",.?!…—-" or text[m.end - 1 : m.end] == ","
    goes_on = bool(right) and not ended and right[0] not in ",.;:!?—–)("
    said = ended and inner[-1:] != "." and cue_follows(view, piece)
    if said and (not left or left[-1] in ".?!…" or left[-1] in MARKS):
        return True
    if m.start == block.start or not left:
        return (words > 2 and not goes_on) or (words > 3 and ended)
    last = left[-1]
    if last == ":":
        return words > 2 or inner[-1:] in ".?!"
    upper = inner[:1].isupper() or not inner[:1].isalpha()
    if last in ".?!…" or (
        last in MARKS and before is not None and before.marked.end >= m.start - 2
    ):
        return not goes_on and (words > 2 or ended)
    cue_before = ends_with_cue(view, piece, before)
    if last == "," and ended and _goes_on(view, piece, before):
        return True
    if last in ",—–-;" and (cue_before or (before is not None and before.alone)):
        return (words > 1 or ended) and (upper or words > 3)
    if cue_before and ((upper and words > 2) or words > 3):
        return True
    return last in ",;—–" and upper and words > 3 and ended


def _goes_on(view: View, piece: Piece, before: Piece | None) -> bool:
    """Whether a few words end what was broken off at a comma: "“There is,” he said, “no way.”"."""
    if before is None or not before.alone or inside_marks(view, before.marked)[-1:] != ",":
        return False
    return any(is_cue(view, t) for t in range(before.last, piece.first))


def titled(view: View, piece: Piece) -> bool:
    """Whether a stretch that nobody says is the title of a work: "Lost at Sea," by … ."""
    inner = inside_marks(view, piece.marked)
    if inner[-1:] != "," and view.text[piece.marked.end : piece.marked.end + 1] != ",":
        return False
    if piece.last < view.n and view.lower[piece.last] == "by":
        return True
    return all(word[0].isupper() for word in inner.split() if len(word) > 4 or not word.isalpha())
