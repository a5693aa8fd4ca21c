"""Reports beside the direct quotes: their exact content, and what they take up."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from briefkit.components.quotes.contents import content_spans
from briefkit.components.quotes.direct import goes_on_from
from briefkit.components.quotes.pieces import Direct, Piece
from briefkit.components.quotes.report import Report
from briefkit.components.quotes.view import View
from briefkit.components.records import Place

TOPICS = frozenset({"np", "np2", "np_as", "np_to", "np_on", "about", "on", "at"})
# Frames in which a topic rather than a statement is reported.
PHRASES = frozenset({"np", "about", "on", "of", "for", "against", "at"})


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
    cues = {quote.cue for quote in direct if quote.cue is not None}
    starts = sorted((p.marked.start, p.marked.end) for quote in direct for p in quote.pieces)
    piece_starts = [p.marked.start for p in pieces]
    for report in reports:
        if not report.content:
            report.content = _that_clause(view, report, piece_starts, pieces)
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
        if report.frame in TOPICS and not (inside or _predicates(view, report)):
            continue  # "described the plan": what it is about, not what was said
        if report.frame in PHRASES:
            if any(c in cues for c in view.children[report.cue]):
                continue  # the words themselves follow: "stressed the need for peace, saying, …"
            if not inside and report.content[0][0] == report.content[-1][1]:
                at = report.content[0][0]
                if view.tag[at] in ("PRP", "DT", "WP", "WDT"):
                    continue
        found.append(Settled(report, spans, bool(inside)))
    return found


def _predicates(view: View, report: Report) -> bool:
    """Whether something is said of a thing without marks: "called the ruling unfair"."""
    verb = report.verb
    if report.frame != "np2" or verb is None or verb.grade != "say" or report.speaker is None:
        return False
    thing, told = view.kid(report.cue, "dobj"), view.kid(report.cue, "oprd")
    if thing is None or told is None or not report.cue < thing < told:
        return False  # "what he called a plan": the words that he uses
    return view.tag[told] in ("JJ", "JJR", "JJS", "NN", "NNS")


def _that_clause(
    view: View, report: Report, starts: list[int], pieces: list[Piece]
) -> list[tuple[int, int]]:
    """The clause of "told voters in Ohio that “…”" where the parser lost it: "that" to the mark."""
    verb = report.verb
    at = bisect_right(starts, view.start[report.cue])
    if at == len(pieces) or verb is None or verb.grade != "say":
        return []
    piece = pieces[at]
    for i in range(report.cue + 1, min(piece.first, report.cue + 20)):
        if view.lower[i] in (".", "?", "!", ";"):
            return []
        if view.lower[i] == "that" and piece.first - i < 25:
            whole = not any(word in (".", "?", "!", ";") for word in view.lower[i : piece.first])
            return [(i, piece.last - 1)] if whole else []
    return []


def absorb(view: View, settled: list[Settled], direct: list[Direct]) -> set[int]:
    """Join quotes without a cue to the mixed quote that they go on from; the ids of those joined.

    `The plan is "a mess," she said. "It will fail."` is one quote, and so is a paragraph in marks
    after one that ended in marks.
    """
    gone: set[int] = set()
    ends = {item.spans[-1][1]: item for item in settled if item.marked}
    by_cue = sorted((item.report.cue, n) for n, item in enumerate(settled))
    cue_places = [cue for cue, _ in by_cue]
    for quote in direct:
        piece = quote.pieces[0]
        if quote.cue is not None or quote.cue_span is not None:
            continue
        spans = [(p.marked.start, p.marked.end) for p in quote.pieces]
        at = bisect_right(cue_places, piece.first) - 1
        item = settled[by_cue[at][1]] if at >= 0 else None
        block = view.blocks[piece.block]
        if (
            item is not None
            and view.start[item.report.cue] >= block.start
            and item.spans[-1][1] <= view.start[item.report.cue]
            and goes_on_from(view, item.report.cue, piece)
        ):
            item.spans += spans
            item.marked = True
            gone.add(id(quote))
        elif piece.marked.start == block.start and piece.block:
            item = ends.get(view.blocks[piece.block - 1].end)
            if item is not None:
                item.spans += spans
                gone.add(id(quote))
    return gone


def _hits(taken: list[Place], spans: list[Place]) -> bool:
    """Whether any of `spans` shares a character with one of `taken` (in order, without overlap)."""
    for start, end in spans:
        at = bisect_right(taken, (end, -1)) - 1
        if at >= 0 and taken[at][1] > start and taken[at][0] < end:
            return True
    return False
