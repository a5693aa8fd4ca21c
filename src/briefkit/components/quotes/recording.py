"""From settled quotes to records, each with its speaker."""

from __future__ import annotations

from briefkit.components.quotes.addressed import whom
from briefkit.components.quotes.deciding import Decider
from briefkit.components.quotes.drafts import Direct, Piece, Report
from briefkit.components.quotes.floor import Floor
from briefkit.components.quotes.settling import Settled
from briefkit.components.quotes.speakers import Resolver
from briefkit.components.quotes.subjects import polarity
from briefkit.components.quotes.view import View
from briefkit.components.records import Place, QuoteRecord

Row = tuple[list[Place], str, Direct | Report]  # places, kind, and what was found there
# "A said that B said that C said …": no article goes deeper, and a text made to would have a brief
# that grows with its square.
_DEEPEST = 3
_CLOSING = "”\"’'»"


def quote_records(
    view: View,
    pieces: list[Piece],
    direct: list[Direct],
    settled: list[Settled],
    resolver: Resolver,
    decider: Decider,
) -> list[QuoteRecord]:
    """All quotes in text order, each with its speaker."""
    whole = {(p.marked.start, p.marked.end) for p in pieces}
    rows: list[Row] = [
        ([(p.marked.start, p.marked.end) for p in quote.pieces], "direct", quote)
        for quote in direct
    ]
    rows += [(item.spans, _kind(item, whole), item.report) for item in settled]
    rows = sorted(_not_too_deep(rows), key=lambda row: (row[0][0], row[0][-1][1]))
    found: list[QuoteRecord] = []
    floor = Floor(view, resolver)
    for spans, kind, source in rows:
        # "She met Ann Lee, according to police": who is named before it says nothing
        according = isinstance(source, Report) and source.frame == "according"
        speaker = resolver.resolve(source.speaker, None if according else source.cue)
        if speaker.span is None and source.cue is None:
            speaker = floor.holder(spans[0][0])
        speaker = decider.decide(speaker, spans, floor.last)
        cue = source.cue
        found.append(
            QuoteRecord(
                spans=joined(view.text, spans),
                kind=kind,
                speaker=speaker.span,
                actor=speaker.actor,
                cue=source.cue_span,
                attribution=speaker.attribution,
                polarity="asserted" if cue is None or kind == "direct" else polarity(view, cue),
                confidence=speaker.confidence,
                whom=None if cue is None else whom(view, cue, spans),
            )
        )
        floor.take(speaker, spans)
    return found


def _not_too_deep(rows: list[Row]) -> list[Row]:
    """The quotes that stand in no more than `_DEEPEST` others: each repeats what is in it."""
    kept: list[Row] = []
    open_ends: list[int] = []
    # At one place the longest is the outermost.
    for row in sorted(rows, key=lambda row: (row[0][0][0], -row[0][-1][1])):
        start, end = row[0][0][0], row[0][-1][1]
        open_ends = [other for other in open_ends if other > start]
        if len(open_ends) <= _DEEPEST:
            kept.append(row)
            open_ends.append(end)
    return kept


def _kind(item: Settled, whole: set[Place]) -> str:
    """A reported clause that stands in marks from end to end is a direct quote."""
    if not item.marked:
        return "indirect"
    clause = item.report.frame == "that"
    return "direct" if clause and all(span in whole for span in item.spans) else "mixed"


def joined(text: str, spans: list[Place]) -> tuple[Place, ...]:
    """The places of a quote, with the stops between its sentences."""
    found: list[Place] = []
    for n, (start, end) in enumerate(spans):
        found.append((start, end))
        comma = text[start:end].rstrip(_CLOSING).endswith(",")
        if n + 1 < len(spans) and (comma or text[end : end + 1] == ","):
            between = text[end : spans[n + 1][0]].rstrip()
            if between.endswith((".", "!", "?")):  # the second begins a sentence
                found.append((end + len(between) - 1, end + len(between)))
    return tuple(found)
