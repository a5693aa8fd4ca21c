"""`briefkit_dates`: every time expression with its TIMEX3 value and the clause it belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from spacy.language import Language

from briefkit.components.columns import Columns, columns
from briefkit.components.dates import almanac, checks
from briefkit.components.dates.clauses import Clauses
from briefkit.components.dates.grammar import Grammar
from briefkit.components.dates.lexicon import word_set
from briefkit.components.dates.nodes import (
    Anaphor,
    Clock,
    Day,
    Division,
    Expression,
    Fixed,
    Node,
    RelativeUnit,
)
from briefkit.components.dates.normalise import Normaliser, Value
from briefkit.components.dates.references import ReferenceTimes
from briefkit.components.dates.sights import Sights
from briefkit.components.dates.stream import Stream
from briefkit.components.dates.tense import Tenses
from briefkit.components.marks import find_marked
from briefkit.components.records import (
    AnchorRecord,
    DateRecord,
    WarningRecord,
    published,
    records,
    store,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HEADINGS = frozenset(("heading", "headline"))
_PLAYED = 2  # words of a game in a text of one
_TOP = 1500  # characters: a dateline stands above the text, not in it


@Language.factory(
    "briefkit_dates",
    requires=["doc.sents", "token.tag", "token.dep"],
    assigns=["doc.spans", "doc.user_data"],
)
def create_dates(nlp: Language, name: str) -> DatesComponent:
    """The component for `nlp.add_pipe("briefkit_dates")`."""
    return DatesComponent()


class DatesComponent:
    """Finds, normalises and writes the dates of an article, and its anchor where none is known."""

    def __call__(self, doc: Doc) -> Doc:
        c = columns(doc)
        found = _with_quotations(c, find(c.text))
        day = published(doc)
        if not records(doc, AnchorRecord):
            day = _dateline_day(c, found)
            if day:
                store(doc, AnchorRecord, [AnchorRecord(day.isoformat(), "dateline")])
        dated, warnings = self.process(c, found, day)
        store(doc, DateRecord, dated)
        if warnings:
            store(doc, WarningRecord, [*records(doc, WarningRecord), *warnings])
        return doc

    def process(
        self, c: Columns, found: list[Expression], day: date | None
    ) -> tuple[list[DateRecord], list[WarningRecord]]:
        """The records of what was found, resolved against the day of publication, and what is
        wrong with them."""
        tenses = Tenses(c)
        clauses = Clauses(tenses)
        starts = [block.start for block in c.blocks]
        headings = [block.start for block in c.blocks if block.kind in _HEADINGS]
        references = ReferenceTimes(starts, headings, day)
        sights = Sights(tenses)
        worker = Normaliser(day, lambda e: sights.at(e.start, e.end), references)
        values = worker.process(c.text, found)
        dated = [
            _record(expression, value, clauses, day, doubtful=_is_far(expression, value, starts))
            for expression, value in zip(found, values, strict=True)
        ]
        warnings = checks.contradictions(c.text, found)
        return dated, [*warnings, *(checks.stale(c.text, found, values, day) if day else [])]


def find(text: str) -> list[Expression]:
    """The time expressions of a text, in its order."""
    stream = Stream(text)
    found = Grammar(stream).find()
    if not any(_is_quarter(one.node) for one in found):
        return found
    games = word_set("game")
    played = sum(word in games for word in stream.words) >= _PLAYED
    return [one for one in found if not (played and _is_quarter(one.node))]


def _is_quarter(node: Node) -> bool:
    """Whether a node is a quarter of no year that it names, which may be one of a game."""
    if isinstance(node, Division):
        return node.code.startswith("Q") and node.year is None
    if isinstance(node, Fixed):
        return node.type == "DURATION" and node.value.endswith("Q")
    return isinstance(node, Anaphor | RelativeUnit) and node.unit == "Q"


def _is_far(expression: Expression, value: Value, paragraphs: Sequence[int]) -> bool:
    """Whether a date is counted from one of another paragraph, which is wrong in one case of four;
    that of a quotation is counted from the day when it was said, and a time of day goes on with
    the paragraph before it."""
    if value.anchor_place is None or expression.quoted:
        return False
    here, there = expression.start, value.anchor_place[0]
    apart = bisect_right(paragraphs, here) - bisect_right(paragraphs, there)
    return apart not in ((0, 1) if isinstance(expression.node, Clock) else (0,))


def _record(
    expression: Expression, value: Value, clauses: Clauses, day: date | None, *, doubtful: bool
) -> DateRecord:
    place = expression.start, expression.end
    dated = value.type in ("DATE", "TIME") and not expression.fiscal
    reach = almanac.bounds(value.value) if dated else None
    # A business year tells what money is for, "a Sunday" not which one.
    some = isinstance(expression.node, Fixed) and value.value.startswith("XXXX-W")
    vague = doubtful or expression.fiscal or some
    tense = None if vague else _tense(value.sight.tense, reach, day)
    event = clauses.event(*place)
    if tense and event and clauses.is_aside(*place, event):
        tense = None
    return DateRecord(
        start=expression.start,
        end=expression.end,
        type=value.type.lower(),
        value=value.value,
        start_day=reach[0].isoformat() if reach else None,
        end_day=reach[1].isoformat() if reach else None,
        event=event,
        mod=expression.mod,
        anchor=value.anchor,
        anchor_place=value.anchor_place,
        tense=tense,
    )


def _tense(told: str | None, reach: tuple[date, date] | None, day: date | None) -> str | None:
    """What the sentence says, where it is no fact: "was to open" on a day that has gone by, or "had
    been planned for" one that is still to come; of these the calendar is sure."""
    if told is None or reach is None or day is None or reach[0] <= day <= reach[1]:
        return told
    return "past" if reach[1] < day else "future"


def _dateline_day(c: Columns, found: list[Expression]) -> date | None:
    """The day of publication by the first dateline that names its year."""
    places = [(block.start, block.end) for block in c.blocks if block.kind == "dateline"]
    for expression in found:
        node, start = expression.node, expression.start
        if start > _TOP or not any(first <= start < last for first, last in places):
            continue
        day = node.day if isinstance(node, Clock) else node
        if isinstance(day, Day) and day.year and day.month and day.day:
            known = almanac.valid(day.year, day.month, day.day)
            return date(day.year, day.month, day.day) if known else None
    return None


def _with_quotations(c: Columns, found: list[Expression]) -> list[Expression]:
    """The expressions, with those between quotation marks told as such."""
    marked = [
        piece
        for block, after in zip_longest(c.blocks, c.blocks[1:])
        if block.kind not in _HEADINGS
        for piece in find_marked(
            c.text, block.start, block.end, c.text[after.start] if after else ""
        )
    ]
    ends = [piece.end for piece in marked]
    out = []
    for expression in found:
        at = bisect_right(ends, expression.start)
        quoted = at < len(marked) and marked[at].start < expression.start
        out.append(replace(expression, quoted=True) if quoted else expression)
    return out
