"""The way from a Doc to its quotes: marks, direct quotes, reports, speakers."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from briefkit.components.quotes.contents import content_spans
from briefkit.components.quotes.direct import Direct, Piece, goes_on_from, join, make_pieces
from briefkit.components.quotes.marks import Marked, find_marked
from briefkit.components.quotes.reports import Report, find_reports, polarity
from briefkit.components.quotes.speakers import NOBODY, Resolver, Speaker
from briefkit.components.quotes.turns import Turn, find_turns, interviewee
from briefkit.components.quotes.view import View
from briefkit.components.records import ActorRecord, Place, QuoteRecord

# Where people's words are looked for; a list of key points repeats those of the text.
_READ = frozenset({"paragraph", "item", "caption"})

_TOPICS = frozenset({"np", "np2", "np_as", "np_to", "about", "on", "at"})
# Frames in which a topic rather than a statement is reported.
_PHRASES = frozenset({"np", "about", "on", "of", "for", "against", "at"})


def find_quotes(
    view: View, actors: tuple[ActorRecord, ...]
) -> tuple[list[QuoteRecord], list[Place]]:
    """The quotes of an article in text order, and the places of marks that are never closed."""
    turns = find_turns(view, _READ | {"heading"})
    spoken = {turn.block for turn in turns}
    marked, unclosed = _marked(view, spoken)
    pieces = make_pieces(view, marked)
    resolver = Resolver(view, actors)
    direct = join(view, pieces)
    used = {id(piece) for quote in direct for piece in quote.pieces}
    taken = {quote.cue for quote in direct}
    reports = [r for r in find_reports(view, _skipped(view, pieces, spoken)) if r.cue not in taken]
    settled = _settle(view, reports, [p for p in pieces if id(p) not in used], direct)
    absorbed = _absorb(view, settled, direct)
    rest = [quote for quote in direct if id(quote) not in absorbed]
    found = _records(view, pieces, rest, settled, resolver) + _turn_records(turns, resolver, actors)
    return sorted(found, key=lambda quote: quote.spans), unclosed


def _marked(view: View, spoken: set[int]) -> tuple[list[tuple[int, Marked]], list[Place]]:
    """The marked stretches of each block that is read; those that stay open to the end."""
    found: list[tuple[int, Marked]] = []
    unclosed: list[Place] = []
    last: tuple[int, Marked] | None = None
    for n, block in enumerate(view.blocks):
        if block.kind not in _READ or n in spoken:
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


def _skipped(view: View, pieces: list[Piece], spoken: set[int]) -> list[bool]:
    """For each token whether it is no place for a cue: inside marks, or outside of what is read."""
    skip = [True] * view.n
    for n, block in enumerate(view.blocks):
        if block.kind in _READ and n not in spoken:
            for i in view.tokens_in(block.start, block.end):
                skip[i] = False
    for piece in pieces:
        for i in range(piece.first, piece.last):
            skip[i] = True
    return skip


@dataclass(slots=True)
class _Settled:
    """A report with the characters of its content; `marked` if any of them stand in marks."""

    report: Report
    spans: list[Place]
    marked: bool


def _settle(
    view: View, reports: list[Report], pieces: list[Piece], direct: list[Direct]
) -> list[_Settled]:
    """The reports that stand beside the direct quotes, with their exact content."""
    found: list[_Settled] = []
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
        near = pieces[a : bisect_right(piece_starts, hi + 1)]
        spans, inside = content_spans(view, report.content, near)
        grade = report.verb.grade if report.verb else "say"
        if not spans or (grade == "weak" and not inside) or _hits(starts, spans):
            continue
        if report.frame in _TOPICS and not inside:
            continue  # "described the plan": what it is about, not what was said
        if report.frame in _PHRASES:
            if any(c in cues for c in view.children[report.cue]):
                continue  # the words themselves follow: "stressed the need for peace, saying, …"
            if not inside and report.content[0][0] == report.content[-1][1]:
                at = report.content[0][0]
                if view.tag[at] in ("PRP", "DT", "WP", "WDT"):
                    continue
        found.append(_Settled(report, spans, bool(inside)))
    return found


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
            return [(i, piece.last - 1)]
    return []


def _absorb(view: View, settled: list[_Settled], direct: list[Direct]) -> set[int]:
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


def _records(
    view: View,
    pieces: list[Piece],
    direct: list[Direct],
    settled: list[_Settled],
    resolver: Resolver,
) -> list[QuoteRecord]:
    """All quotes in text order, each with its speaker."""
    whole = {(p.marked.start, p.marked.end) for p in pieces}
    rows: list[tuple[list[Place], str, Direct | Report]] = [
        ([(p.marked.start, p.marked.end) for p in quote.pieces], "direct", quote)
        for quote in direct
    ]
    rows += [(item.spans, _kind(item, whole), item.report) for item in settled]
    rows.sort(key=lambda row: (row[0][0], row[0][-1][1]))
    found: list[QuoteRecord] = []
    last, last_block = NOBODY, -9
    for spans, kind, source in rows:
        speaker = resolver.resolve(source.speaker)
        block = view.block(spans[0][0])
        if speaker.span is None and source.cue is None:
            near = block - last_block <= 1
            speaker = Speaker(last.span, last.actor, "continued") if near and last.span else NOBODY
        cue = source.cue
        found.append(
            QuoteRecord(
                spans=tuple(spans),
                kind=kind,
                speaker=speaker.span,
                actor=speaker.actor,
                cue=source.cue_span,
                attribution=speaker.attribution,
                polarity=polarity(view, cue) if cue is not None else "asserted",
            )
        )
        if speaker.span is not None:
            last, last_block = speaker, view.block(spans[-1][0])
    return found


def _kind(item: _Settled, whole: set[Place]) -> str:
    """A reported clause that stands in marks from end to end is a direct quote."""
    if not item.marked:
        return "indirect"
    clause = item.report.frame == "that"
    return "direct" if clause and all(span in whole for span in item.spans) else "mixed"


def _turn_records(
    turns: list[Turn], resolver: Resolver, actors: tuple[ActorRecord, ...]
) -> list[QuoteRecord]:
    """The turns of a conversation as direct quotes; who asks is known only by name."""
    answers = interviewee(actors, turns[0].words[0]) if turns else None
    found = []
    for turn in turns:
        if turn.asks:
            speaker = NOBODY
        elif turn.answers:
            speaker = Speaker(None, answers, "continued") if answers else NOBODY
        else:
            speaker = resolver.of_span(*turn.label, turn.label[0])
        found.append(
            QuoteRecord(
                spans=(turn.words,),
                kind="direct",
                speaker=speaker.span,
                actor=speaker.actor,
                cue=turn.colon,
                attribution=speaker.attribution,
            )
        )
    return found


def _hits(taken: list[Place], spans: list[Place]) -> bool:
    """Whether any of `spans` shares a character with one of `taken` (in order, without overlap)."""
    for start, end in spans:
        at = bisect_right(taken, (end, -1)) - 1
        if at >= 0 and taken[at][1] > start and taken[at][0] < end:
            return True
    return False
