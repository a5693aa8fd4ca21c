"""What is wrong with a date: a weekday that does not fit, a day of publication that cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from briefkit.components.dates import almanac
from briefkit.components.dates.nodes import Day, Expression
from briefkit.components.dates.normalise import Value
from briefkit.components.records import WarningRecord

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LATE = timedelta(31)  # a plan of the last weeks may be told as one in an update


def contradictions(text: str, found: Sequence[Expression]) -> list[WarningRecord]:
    """A warning for each date whose weekday does not fit it."""
    warnings = []
    for expression in found:
        node = expression.node
        if not isinstance(node, Day) or None in (node.year, node.month, node.day, node.weekday):
            continue
        assert node.year and node.month and node.day and node.weekday
        if not almanac.valid(node.year, node.month, node.day):
            continue
        true = date(node.year, node.month, node.day).isoweekday()
        if true != node.weekday:
            said = f'"{_words(text, expression)}" was a {_NAMES[true - 1]}'
            message = f"{said}, not a {_NAMES[node.weekday - 1]}"
            warnings.append(WarningRecord("date-contradiction", message, (expression.place,)))
    return warnings


def stale(
    text: str, found: Sequence[Expression], values: Sequence[Value], published: date
) -> list[WarningRecord]:
    """A warning where the text tells a day after publication as past, or one long before it as
    still to come: then all that is counted from that day is in doubt."""
    past, planned = [], []
    for expression, value in zip(found, values, strict=True):
        reach = almanac.bounds(value.value) if value.type in ("DATE", "TIME") else None
        if value.anchor or expression.quoted or expression.fiscal or reach is None:
            continue
        if reach[0] > published and value.sight.way == -1:
            past.append(expression)
        elif published - reach[1] > _LATE and value.sight.way == 1 and not value.sight.then:
            planned.append(expression)
    warnings = []
    for doubtful, told, side in (
        (past, "is told as past", "after"),
        (planned, "is told as still to come", "before"),
    ):
        if doubtful:
            said = f'"{_words(text, doubtful[0])}" {told}, but lies {side} the day of publication'
            places = tuple(expression.place for expression in doubtful)
            warnings.append(WarningRecord("stale-date", f"{said} ({published})", places))
    return warnings


def _words(text: str, expression: Expression) -> str:
    return " ".join(text[expression.start : expression.end].split())
