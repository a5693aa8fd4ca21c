"""From tokens to the exact characters of a quote."""

from __future__ import annotations

from briefkit.components.quotes.pieces import Piece
from briefkit.components.quotes.view import View

_OUTER = frozenset(" ,;:.—–-\n")


def trim(view: View, start: int, end: int) -> tuple[int, int]:
    """Characters `[start, end)` without white space and stops around them; marks stay."""
    text = view.text
    while start < end and text[start] in _OUTER:
        start += 1
    while end > start and text[end - 1] in _OUTER:
        end -= 1
    # The stop of "U.S." belongs to the word.
    if end < len(text) and text[end] == "." and text[end - 2] == ".":
        end += 1
    return start, end


def content_spans(
    view: View, tokens: list[tuple[int, int]], pieces: list[Piece]
) -> tuple[list[tuple[int, int]], list[Piece]]:
    """The characters of a report's content, widened to the marked stretches it touches."""
    spans, inside = [], []
    for first, last in tokens:
        start, end = trim(view, view.start[first], view.end[last])
        for piece in pieces:
            m = piece.marked
            # "called it “a disgrace”": what the verb says of its object comes in marks.
            between = view.text[end : m.start]
            touches = end <= m.start <= end + 3 and not between.strip(" ,—–")
            if (m.start < end and m.end > start) or touches:
                inside.append(piece)
                start, end = min(start, m.start), max(end, m.end)
        if end - start > 1:
            spans.append((start, end))
    return sorted(spans), inside
