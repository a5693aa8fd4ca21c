"""The way from a Doc to its quotes: marks, direct quotes, reports, speakers."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from briefkit.components.quotes.contents import content_spans
from briefkit.components.quotes.direct import Direct, Piece, join, make_pieces
from briefkit.components.quotes.marks import Marked, find_marked
from briefkit.components.quotes.reports import Report, find_reports, polarity
from briefkit.components.quotes.speakers import NOBODY, Resolver, Speaker
from briefkit.components.quotes.view import View
from briefkit.components.records import ActorRecord, BlockRecord, Place, QuoteRecord

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Where people's words are looked for; a list of key points repeats those of the text.
_READ = frozenset({"paragraph", "item", "headline", "caption"})

# Frames in which a topic rather than a statement is reported.
_PHRASES = frozenset({"np", "about", "on", "of", "for", "against", "at"})


def find_quotes(
    doc: Doc, blocks: tuple[BlockRecord, ...], actors: tuple[ActorRecord, ...]
) -> tuple[list[QuoteRecord], list[Place]]:
    """The quotes of an article in text order, and the places of marks that are never closed."""
    view = View(doc, blocks)
    marked, unclosed = _marked(view)
    pieces = make_pieces(view, marked)
    resolver = Resolver(view, actors)
    direct = join(view, pieces)
    skip = _skipped(view, pieces)
    quotes = _direct_records(view, direct, resolver)
    used = {id(piece) for quote in direct for piece in quote.pieces}
    taken = {quote.cue for quote in direct}
    reports = [r for r in find_reports(view, skip) if r.cue not in taken]
    quotes += _report_records(
        view, reports, [p for p in pieces if id(p) not in used], quotes, resolver
    )
    quotes.sort(key=lambda q: q.spans[0])
    return quotes, unclosed


def _marked(view: View) -> tuple[list[tuple[int, Marked]], list[Place]]:
    """The marked stretches of each block that is read; those that stay open to the end."""
    found: list[tuple[int, Marked]] = []
    unclosed: list[Place] = []
    last: tuple[int, Marked] | None = None
    for n, block in enumerate(view.blocks):
        if block.kind not in _READ:
            continue
        here = find_marked(view.text, block.start, block.end)
        follows = last is not None and not last[1].closed and last[0] == n - 1
        if here and not here[0].opened and not follows:
            here = here[1:]
        reopened = bool(here) and here[0].start == block.start
        if last is not None and not last[1].closed and not (follows and reopened):
            unclosed.append((last[1].start, last[1].start + 1))
        found += [(n, m) for m in here]
        last = (n, here[-1]) if here else None
    if last is not None and not last[1].closed:
        unclosed.append((last[1].start, last[1].start + 1))
    return found, unclosed


def _skipped(view: View, pieces: list[Piece]) -> list[bool]:
    """For each token whether it is no place for a cue: inside marks, or outside of what is read."""
    skip = [True] * view.n
    for block in view.blocks:
        if block.kind in _READ:
            for i in view.tokens_in(block.start, block.end):
                skip[i] = False
    for piece in pieces:
        for i in range(piece.first, piece.last):
            skip[i] = True
    return skip


def _direct_records(view: View, direct: list[Direct], resolver: Resolver) -> list[QuoteRecord]:
    found: list[QuoteRecord] = []
    last = NOBODY
    for quote in direct:
        speaker = resolver.resolve(quote.speaker) if quote.cue is not None else NOBODY
        if speaker.span is None and last.span is not None and quote.cue is None:
            speaker = (
                Speaker(None, last.actor, "continued")
                if last.actor
                else Speaker(last.span, None, "continued")
            )
        spans = tuple((p.marked.start, p.marked.end) for p in quote.pieces)
        found.append(
            QuoteRecord(
                spans=spans,
                kind="direct",
                speaker=speaker.span,
                actor=speaker.actor,
                cue=quote.cue_span,
                attribution=speaker.attribution,
                polarity=polarity(view, quote.cue) if quote.cue is not None else "asserted",
            )
        )
        if speaker.span is not None:
            last = speaker
    return found


def _report_records(
    view: View,
    reports: list[Report],
    pieces: list[Piece],
    direct: list[QuoteRecord],
    resolver: Resolver,
) -> list[QuoteRecord]:
    """Mixed and indirect quotes: reports whose content is not a direct quote."""
    found: list[QuoteRecord] = []
    cues = {quote.cue[0] for quote in direct if quote.cue}
    starts = sorted(span for quote in direct for span in quote.spans)
    piece_starts = [p.marked.start for p in pieces]
    for report in reports:
        if not report.content:
            continue
        lo = view.start[report.content[0][0]]
        hi = view.end[report.content[-1][1]]
        a = max(0, bisect_right(piece_starts, lo) - 1)
        near = pieces[a : bisect_right(piece_starts, hi)]
        spans, inside = content_spans(view, report.content, near)
        if not spans:
            continue
        if _hits(starts, spans) or (report.frame in _PHRASES and _says_more(view, report, cues)):
            continue
        grade = report.verb.grade if report.verb else "say"
        if grade == "weak" and not inside:
            continue
        speaker = resolver.resolve(report.speaker)
        found.append(
            QuoteRecord(
                spans=tuple(spans),
                kind="mixed" if inside else "indirect",
                speaker=speaker.span,
                actor=speaker.actor,
                cue=report.cue_span,
                attribution=speaker.attribution,
                polarity=report.polarity,
            )
        )
    return found


def _says_more(view: View, report: Report, cues: set[int]) -> bool:
    """Whether the words themselves follow: "stressed the need for peace, saying, …"."""
    return any(view.start[c] in cues for c in view.children[report.cue])


def _hits(taken: list[Place], spans: list[Place]) -> bool:
    """Whether any of `spans` shares a character with one of `taken` (in order, without overlap)."""
    for start, end in spans:
        at = bisect_right(taken, (end, -1)) - 1
        if at >= 0 and taken[at][1] > start and taken[at][0] < end:
            return True
    return False
