"""From settled quotes to records, each with its speaker."""

from __future__ import annotations

from collections import Counter

from briefkit.components.quotes.addressed import whom
from briefkit.components.quotes.deciding import ANSWER, Decider
from briefkit.components.quotes.floor import Floor
from briefkit.components.quotes.joints import joined
from briefkit.components.quotes.pieces import Direct, Piece
from briefkit.components.quotes.report import Report
from briefkit.components.quotes.settling import Settled
from briefkit.components.quotes.speakers import NOBODY, Resolver, Speaker
from briefkit.components.quotes.subjects import polarity
from briefkit.components.quotes.turns import answers, asks, interviewee
from briefkit.components.quotes.view import View
from briefkit.components.records import ActorRecord, Place, QuoteRecord, TurnRecord

Row = tuple[list[Place], str, Direct | Report]  # places, kind, and what was found there
# "A said that B said that C said …": no article goes deeper, and a text made to would have a brief
# that grows with its square.
_DEEPEST = 3


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
    rows.sort(key=lambda row: (row[0][0], row[0][-1][1]))
    rows = _not_too_deep(rows)
    found: list[QuoteRecord] = []
    # What stands behind "denied that it was over:" is said.
    clauses = {item.report.cue for item in settled}
    floor = Floor(view, resolver)
    for spans, kind, source in rows:
        speaker = resolver.resolve(source.speaker, source.cue)
        if speaker.span is None and source.cue is None:
            speaker = floor.holder(spans[0][0])
        speaker = decider.decide(speaker, spans, floor.last)
        cue = source.cue
        said = isinstance(source, Direct) and cue in clauses
        found.append(
            QuoteRecord(
                spans=joined(view.text, spans),
                kind=kind,
                speaker=speaker.span,
                actor=speaker.actor,
                cue=source.cue_span,
                attribution=speaker.attribution,
                polarity="asserted" if said or cue is None else polarity(view, cue),
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
    places = {id(row) for row in kept}
    return [row for row in rows if id(row) in places]


def _kind(item: Settled, whole: set[Place]) -> str:
    """A reported clause that stands in marks from end to end is a direct quote."""
    if not item.marked:
        return "indirect"
    clause = item.report.frame == "that"
    return "direct" if clause and all(span in whole for span in item.spans) else "mixed"


_ASKED = 4  # of whoever asks, more than one turn of so many ends with a question mark


def turn_records(
    turns: tuple[TurnRecord, ...],
    resolver: Resolver,
    decider: Decider,
    actors: tuple[ActorRecord, ...],
) -> list[QuoteRecord]:
    """The turns of a conversation as direct quotes, but for the questions of nobody known."""
    asked = interviewee(actors, turns[0].label[0]) if turns else None
    found: list[tuple[str, QuoteRecord]] = []
    questions: Counter[str] = Counter()
    for turn in turns:
        label = resolver.view.text[slice(*turn.label)]
        if asks(label):
            continue
        if answers(label):
            speaker = Speaker(None, asked, ANSWER) if asked else NOBODY
        else:
            speaker = resolver.of_span(*turn.label, turn.label[0])
        speaker = decider.decide(speaker, list(turn.words), None)
        if speaker.actor is None and not answers(label):
            questions[label] += resolver.view.text[turn.words[-1][1] - 1] == "?"
        quote = QuoteRecord(
            spans=turn.words,
            kind="direct",
            speaker=speaker.span,
            actor=speaker.actor,
            cue=turn.colon,
            attribution=speaker.attribution if speaker.attribution != ANSWER else "continued",
            confidence=speaker.confidence,
        )
        found.append((label, quote))
    turned = Counter(label for label, _ in found)
    known = len(turned) == 1 or any(quote.actor for _, quote in found)
    askers = {label for label, n in questions.items() if known and n * _ASKED > turned[label]}
    return [quote for label, quote in found if label not in askers]
