"""Direct quotes: marked stretches that stand for themselves, joined to quotes with a cue."""

from __future__ import annotations

from briefkit.components.marks import Marked
from briefkit.components.quotes.attribution import (
    FULL_STOPS,
    attribute,
    cue_after,
    cue_at_once,
    is_cue,
)
from briefkit.components.quotes.drafts import MARKS, Direct, Piece, inside_marks
from briefkit.components.quotes.view import View

_FEW, _LONG = 3, 7  # tokens
_HEARD = 0.5  # chance, on average, of words that are heard as a direct quote
_NEAR = 25  # tokens between a cue and what it announces behind a comma
_JOINTS = frozenset({",", ":", "—", "–", "-", "--"})
_DOUBLE = frozenset('"“”')
_ACTS = frozenset({"MD", "VBD", "VBP", "VBZ"})


def make_pieces(view: View, marked: list[tuple[int, Marked]]) -> list[Piece]:
    """Marked stretches with their tokens; `alone` where they are no part of the sentence around."""
    direct = view.chances("D")
    pieces: list[Piece] = []
    for block, m in marked:
        if not inside_marks(view, m):
            continue
        tokens = view.tokens_in(m.start, m.end)
        before = pieces[-1] if pieces else None
        piece = Piece(m, block, tokens.start, tokens.stop)
        heard = sum(direct[t] for t in tokens) >= _HEARD * len(tokens)
        if view.speech is None:  # a sentence, or as long as one
            heard = inside_marks(view, m)[-1] in ".,?!…—-" or len(tokens) >= _LONG
        opens = m.start == view.blocks[block].start
        reopened = before is not None and not before.marked.closed and opens
        # A paragraph that is set apart has no marks.
        sure = reopened or view.text[m.start] not in MARKS
        piece.heard = heard
        piece.alone = sure or _is_alone(view, piece, before)
        pieces.append(piece)
    return pieces


def _is_alone(view: View, piece: Piece, before: Piece | None) -> bool:
    """Whether a marked stretch, heard as a quote or announced, is a sentence or goes on with one.

    "“There is,” he said, “no way.”"; but "said that, for years, “nobody came”".
    """
    here = before is not None and before.block == piece.block
    block = view.blocks[piece.block]
    floor = before.last if before and here else view.tokens_in(block.start, block.end).start
    led = _led(view, piece, floor)
    if led == "that":
        return False
    if not inside_marks(view, piece.marked)[0].islower() or _opens_sentence(view, piece):
        announced = bool(led) and piece.last - piece.first > _FEW
        apart = _opens_sentence(view, piece) or view.lower[piece.first - 1] in _JOINTS
        return piece.heard or announced or (apart and cue_at_once(view, piece, view.n) is not None)
    return piece.heard and here and any(is_cue(view, t) for t in range(floor, piece.first))


def _led(view: View, piece: Piece, floor: int) -> str:
    """The word that leads to a marked stretch: the cue of "he said, “…”", "that", or none."""
    last, that = piece.first - 1, ""
    near = view.lower[last] in _JOINTS
    for i in range(last, max(floor, last - _NEAR) - 1, -1):
        if is_cue(view, i):
            return that or (view.lower[i] if near or i == last else "")
        if view.tag[i] in _ACTS or view.lower[i] in FULL_STOPS:
            break
        that = that or (view.lower[i] if view.lower[i] == "that" else "")
    return ""


def _is_title(view: View, piece: Piece) -> bool:
    """Whether words that nobody says may be a title: “Lost at Sea,” by …."""
    return not _opens_sentence(view, piece) or inside_marks(view, piece.marked)[-1] == ","


def _opens_sentence(view: View, piece: Piece) -> bool:
    """Whether a stop, a colon, another quote or nothing stands before a marked stretch."""
    start = piece.marked.start
    before = view.text[max(view.blocks[piece.block].start, start - 9) : start].rstrip()
    return before[-1:] in ".?!…:" + MARKS


def _is_heading(view: View, piece: Piece) -> bool:
    """Whether single marks are all of a paragraph, where others quote: "'A Grand Plan.'"."""
    m, block = piece.marked, view.blocks[piece.block]
    return view.text[m.start] in "'‘" and (m.start, m.end) == (block.start, block.end)


def join(view: View, pieces: list[Piece]) -> list[Direct]:
    """The direct quotes of the article, with their cue where one is found."""
    double = any(view.text[p.marked.start] in _DOUBLE for p in pieces)
    alone = [p for p in pieces if p.alone and not (double and _is_heading(view, p))]
    found: list[Direct] = []
    for n, piece in enumerate(alone):
        prev = alone[n - 1] if n else None
        following = alone[n + 1] if n + 1 < len(alone) else None
        if prev is not None and found and _continues(view, found[-1], prev, piece):
            found[-1].pieces.append(piece)
            continue
        quote = Direct([piece])
        attribute(view, quote, prev, piece, following)
        if prev is not None and found and _same_quote(view, found[-1], prev, quote, piece):
            last = found[-1]
            last.pieces.append(piece)
            if last.cue_span is None:  # "… in May.¶“Nobody came,” he said"
                last.cue, last.cue_span, last.speaker = quote.cue, quote.cue_span, quote.speaker
        elif quote.cue_span is not None or not _is_title(view, piece):
            found.append(quote)
    return found


def _same_quote(view: View, last: Direct, prev: Piece, quote: Direct, piece: Piece) -> bool:
    """Whether a paragraph in marks is more of the quote that the paragraph before ended with."""
    if not prev.marked.closed and piece.block == prev.block + 1:
        return True
    # With a cue of its own it is a quote of its own, whoever speaks.
    if quote.cue_span is not None:
        return False
    return _runs_on(view, prev, piece) or _speaks_on(view, last, prev, piece)


def _speaks_on(view: View, last: Direct, prev: Piece, piece: Piece) -> bool:
    """Whether one more sentence at most stands between the cue of a quote and the next words."""
    cue = last.cue
    if prev.block != piece.block or cue is None or not prev.last <= cue < piece.first:
        return False
    stops = [i for i in range(cue, piece.first) if view.lower[i] in FULL_STOPS]
    return len(stops) <= 2 and piece.marked.end >= view.blocks[piece.block].end - 1


def _runs_on(view: View, prev: Piece, piece: Piece) -> bool:
    """Whether a paragraph begins with a quote right after one that ended with a quote."""
    if piece.block != prev.block + 1:
        return False
    before, block = view.blocks[prev.block], view.blocks[piece.block]
    return prev.marked.end >= before.end - 1 and piece.marked.start == block.start


def _continues(view: View, last: Direct, prev: Piece, piece: Piece) -> bool:
    """Whether only the attribution of a quote lies between two marked stretches of a paragraph."""
    gap = view.text[prev.marked.end : piece.marked.start].strip()
    cue = last.cue
    if prev.block != piece.block:
        return False
    if cue_at_once(view, piece, min(piece.last + 8, view.n)) is not None:
        return False  # `“…,” he said. “…,” he added.` are two.
    if gap and (cue is None or not prev.last <= cue < piece.first):
        if cue is not None and inside_marks(view, prev.marked)[-1] in ".?!":
            return False  # `… “Why?” Lund said, “Because …”`: of the next quote
        # Announced before ("Her answer: “No,” she said. “Never.”"), attributed again behind.
        again = Direct([prev])
        cue_after(view, again, prev, piece.first)
        cue = again.cue
    # A second sentence in between is the article's own.
    end = piece.first - 1
    while view.tag[end] == "_SP":
        end -= 1
    if cue is not None and _led(view, piece, cue + 1):
        return False  # `“…,” he said, adding: “…”`
    attributed = cue is not None and FULL_STOPS.isdisjoint(view.lower[cue:end])
    return not gap or (attributed and gap[-1] != ":")
