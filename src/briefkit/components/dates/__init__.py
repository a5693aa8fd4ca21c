"""`briefkit_dates`: every time expression with its TIMEX3 value and the clause it belongs to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from spacy.language import Language

from briefkit.components.columns import Columns, columns
from briefkit.components.dates import almanac, anchor
from briefkit.components.dates.clauses import Clauses
from briefkit.components.dates.nodes import Day, Expression
from briefkit.components.dates.normalise import Normaliser
from briefkit.components.dates.scanner import Scanner
from briefkit.components.dates.stream import Stream
from briefkit.components.dates.tense import Tenses
from briefkit.components.records import AnchorRecord, DateRecord, WarningRecord, records, store

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@Language.factory("briefkit_dates")
def create_dates(nlp: Language, name: str) -> DatesComponent:
    """The component for `nlp.add_pipe("briefkit_dates")`."""
    return DatesComponent()


class DatesComponent:
    """Finds, normalises and writes the dates of an article, and its anchor where none is known."""

    def __call__(self, doc: Doc) -> Doc:
        c = columns(doc)
        text, found = c.text, find(c.text)
        known = next(iter(records(doc, AnchorRecord)), None)
        day = _day(known.published) if known else None
        if known is None:
            places = [(block.start, block.end, block.kind) for block in c.blocks]
            day = anchor.from_text(text, found, places)
            if day:
                store(doc, AnchorRecord, [AnchorRecord(day.isoformat(), "dateline")])
        store(doc, DateRecord, self.process(c, found, day))
        wrong = [
            WarningRecord("date-contradiction", message, ((expression.start, expression.end),))
            for expression in found
            if (message := contradiction(text, expression))
        ]
        if wrong:
            store(doc, WarningRecord, [*records(doc, WarningRecord), *wrong])
        spans = []
        for expression in found:
            tokens = c.tokens_in(expression.start, expression.end)
            if tokens:
                spans.append(doc[tokens.start : tokens.stop])
        doc.spans[DateRecord.layer] = spans
        return doc

    def process(self, c: Columns, found: list[Expression], day: date | None) -> list[DateRecord]:
        """The records of what was found, resolved against the day of publication."""
        if not found:
            return []
        tenses = Tenses(c)
        clauses = Clauses(tenses)
        worker = Normaliser(day, lambda e: tenses.direction(e.start, e.end))
        out = []
        for expression, (kind, value) in zip(found, worker.process(c.text, found), strict=True):
            dated = kind in ("DATE", "TIME") and not expression.fiscal
            reach = almanac.bounds(value) if dated else None
            out.append(
                DateRecord(
                    start=expression.start,
                    end=expression.end,
                    type=kind.lower(),
                    value=value,
                    start_day=reach[0].isoformat() if reach else None,
                    end_day=reach[1].isoformat() if reach else None,
                    event=clauses.event(expression.start, expression.end),
                )
            )
        return out


def find(text: str) -> list[Expression]:
    """The time expressions of a text, in its order."""
    return Scanner(Stream(text)).find()


def contradiction(text: str, expression: Expression) -> str | None:
    """What is wrong with a date whose weekday does not fit it, else None."""
    node = expression.node
    if not isinstance(node, Day) or None in (node.year, node.month, node.day, node.weekday):
        return None
    assert node.year and node.month and node.day and node.weekday
    true = date(node.year, node.month, node.day).isoweekday()
    if true == node.weekday:
        return None
    words = " ".join(text[expression.start : expression.end].split())
    return f'"{words}" was a {_NAMES[true - 1]}, not a {_NAMES[node.weekday - 1]}'


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
