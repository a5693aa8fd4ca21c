"""Reports beside the direct quotes, and their exact content."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from briefkit.components.quotes.drafts import Direct, Piece, Report
from briefkit.components.quotes.view import View
from briefkit.components.records import Place

# Frames in which a topic rather than a statement is reported.
_TOPICS = frozenset({"np", "np2", "np_as", "np_on", "about", "on", "at"})
_OUTER = " ,;:.—–-\n"


@dataclass(slots=True)
class Settled:
    """A report with the characters of its content; `marked` if any of them stand in marks."""

    report: Report
    spans: list[Place]
    marked: bool


def settle(
    view: View, reports: list[Report], pieces: list[Piece], direct: list[Direct]
) -> list[Settled]:
    """The reports that stand beside the direct quotes, with their exact content."""
    found: list[Settled] = []
    starts = sorted((p.marked.start, p.marked.end) for quote in direct for p in quote.pieces)
    piece_starts = [p.marked.start for p in pieces]
    for report in reports:
        if not report.content:
            continue
        lo = view.start[report.content[0][0]]
        hi = view.end[report.content[-1][1]]
        a = max(0, bisect_right(piece_starts, lo) - 1)
        near = pieces[a : bisect_right(piece_starts, hi + 3)]
        spans, inside = content_spans(view, report.content, near)
        # "described the plan": what it is about, not what was said
        marked_only = report.weak or report.frame in _TOPICS
        if not spans or (marked_only and not inside) or _hits(starts, spans):
            continue
        found.append(Settled(report, spans, bool(inside)))
    return found


def _hits(taken: list[Place], spans: list[Place]) -> bool:
    """Whether any of `spans` shares a character with one of `taken` (in order, without overlap)."""
    for start, end in spans:
        at = bisect_right(taken, (end, -1)) - 1
        if at >= 0 and taken[at][1] > start:
            return True
    return False


def trim(view: View, start: int, end: int) -> tuple[int, int]:
    """Characters `[start, end)` without white space and stops around them; marks stay."""
    text = view.text
    said = text[start:end].lstrip(_OUTER)
    start = end - len(said)
    end = start + len(said.rstrip(_OUTER))
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
            touches = end <= m.start <= end + 3 and not view.text[end : m.start].strip(" ,—–")
            if (m.start < end and m.end > start) or touches:
                inside.append(piece)
                start, end = min(start, m.start), max(end, m.end)
        if end - start > 1:
            spans.append((start, end))
    return sorted(spans), inside
