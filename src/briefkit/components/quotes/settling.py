"""Reports beside the direct quotes, and their exact content."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from briefkit.components.quotes.contents import content_spans
from briefkit.components.quotes.pieces import Direct, Piece
from briefkit.components.quotes.report import Report
from briefkit.components.quotes.view import View
from briefkit.components.records import Place

# Frames in which a topic rather than a statement is reported.
TOPICS = frozenset({"np", "np2", "np_as", "np_to", "np_on", "about", "on", "at"})


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
        grade = report.verb.grade if report.verb else "say"
        if not spans or (grade == "weak" and not inside) or _hits(starts, spans):
            continue
        if report.frame in TOPICS and not inside:
            continue  # "described the plan": what it is about, not what was said
        found.append(Settled(report, spans, bool(inside)))
    return found


def _hits(taken: list[Place], spans: list[Place]) -> bool:
    """Whether any of `spans` shares a character with one of `taken` (in order, without overlap)."""
    for start, end in spans:
        at = bisect_right(taken, (end, -1)) - 1
        if at >= 0 and taken[at][1] > start:
            return True
    return False
