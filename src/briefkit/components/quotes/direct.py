"""Direct quotes: marked stretches that stand for themselves, joined to quotes with a cue."""

from __future__ import annotations

from briefkit.components.quotes.alone import titled
from briefkit.components.quotes.attribution import attribute, cue_after, said_at_once
from briefkit.components.quotes.cues import FULL_STOPS, ends_with_cue
from briefkit.components.quotes.drafts import MARKS, Direct, Piece
from briefkit.components.quotes.view import View


def join(view: View, pieces: list[Piece]) -> list[Direct]:
    """The direct quotes of the article, with their cue where one is found."""
    alone = [p for p in pieces if p.alone]
    found: list[Direct] = []
    for n, piece in enumerate(alone):
        prev = alone[n - 1] if n else None
        following = alone[n + 1] if n + 1 < len(alone) else None
        quote = _goes_on(view, found[-1], prev, piece) if found and prev else None
        if quote is not None:
            quote.pieces.append(piece)
            continue
        quote = Direct([piece])
        attribute(view, quote, prev, piece, following)
        if prev is not None and found and _same_quote(view, found[-1], prev, quote, piece):
            last = found[-1]
            last.pieces += quote.pieces
            if last.cue_span is None:
                last.cue, last.cue_span, last.speaker = quote.cue, quote.cue_span, quote.speaker
        elif quote.cue_span is not None or not titled(view, piece):
            found.append(quote)
    return found


def _goes_on(view: View, last: Direct, prev: Piece, piece: Piece) -> Direct | None:
    """The quote before, where `piece` is more of it by its place alone."""
    if prev.block == piece.block and _continues(view, last, prev, piece):
        # `“…,” he said. “…,” he added.` are two.
        again = last.cue is not None and said_at_once(view, piece, min(piece.last + 8, view.n))
        return None if again else last
    return None


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


def _continues(view: View, quote: Direct, prev: Piece, piece: Piece) -> bool:
    """Whether only the attribution of `quote` lies between two marked stretches of a paragraph."""
    gap = view.text[prev.marked.end : piece.marked.start]
    if not gap.strip():
        return True
    cue = quote.cue
    if cue is None or not prev.last <= cue < piece.first:
        if cue is not None and _told_anew(view, prev, gap.strip()):
            return False
        # Announced before ("Her answer: “No,” she said. “Never.”"), attributed again behind.
        again = Direct([prev])
        cue_after(view, again, prev, piece.first)
        cue = again.cue
    return cue is not None and goes_on_from(view, cue, piece)


def _told_anew(view: View, prev: Piece, gap: str) -> bool:
    """Whether what stands between belongs to the next quote: `… “Why?” Lund said, “Because …”`.

    Or to a second verb: `tweeted “…” and offered “…”`.
    """
    if gap.split(maxsplit=1)[0].lower() in ("and", "but"):
        return True
    return view.text[prev.marked.start : prev.marked.end].rstrip(MARKS)[-1:] in ".?!"


def goes_on_from(view: View, cue: int, piece: Piece) -> bool:
    """Whether a marked stretch goes on with what the cue before it attributes."""
    after = view.text[view.end[cue] : piece.marked.start].rstrip()
    if after.endswith(":") or ends_with_cue(view, piece, None, cue + 1):
        return False
    # A second sentence in between is the article's own.
    end = piece.first - 1
    while end > cue and view.tag[end] == "_SP":
        end -= 1
    return FULL_STOPS.isdisjoint(view.lower[cue:end])
