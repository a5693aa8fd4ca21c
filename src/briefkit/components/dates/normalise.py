"""From what an expression says to its TIMEX3 value, against the day of publication and the text.

Values follow TIMEX3 (ISO-TimeML, ISO 24617-1) and ISO 8601: "2024-12", "2024-W03", "P2Y6M",
"XXXX-WXX-1" for a Monday that nothing places. Without a day of publication, what counts from now
stays open: PAST_REF, PRESENT_REF, FUTURE_REF. A range is an ISO 8601 interval.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from briefkit.components.dates import almanac, meaning
from briefkit.components.dates.nodes import (
    Anaphor,
    Clock,
    Day,
    Distance,
    Division,
    Expression,
    Fixed,
    Holiday,
    Node,
    Range,
    RelativeUnit,
    Stretch,
)
from briefkit.components.dates.references import ReferenceTimes
from briefkit.components.dates.sights import Sight
from briefkit.components.dates.standpoint import Standpoint

Look = Callable[[Expression], Sight]
"""How the sentence of an expression puts it in time."""

# What stands between two times of one day, and between a time and its day.
_JOINTS = frozenset(("and", "to", "until", "-", "–", "—", "("))
_LABELS = frozenset(("", "\n", ":", "–", "—"))
_DAY_GAP = re.compile(r"[,()]|[,)]? ?on|[a-z]+ on")  # "its 9 a.m. bulletin on Friday"


@dataclass(frozen=True, slots=True)
class Value:
    """TIMEX3 type and value, and what it was counted from: "published", "text" with the place of
    the expression that set it, or None where its own words settle it."""

    type: str
    value: str
    anchor: str | None = None
    anchor_place: tuple[int, int] | None = None
    sight: Sight = field(default_factory=Sight, compare=False)


class Normaliser:
    """Works through the expressions of one text, remembering the dates it has met."""

    def __init__(self, published: date | None, look: Look, references: ReferenceTimes) -> None:
        # Nothing was published at the ends of the calendar, where counting on would leave it.
        self.published = published if published and 1000 <= published.year <= 9000 else None
        self.references = references
        self._look = look

    def process(self, text: str, found: Sequence[Expression]) -> list[Value]:
        """The value of each expression, in their order.

        Quotations come last: the day when something was said may be told behind it.
        """
        for expression in reversed(found):  # what a later sentence settles helps an earlier one
            node = expression.node
            bare = isinstance(node, Day) and node == Day(weekday=node.weekday, part=node.part)
            if bare and isinstance(node, Day) and node.weekday and not expression.quoted:
                meaning.weekday(self._standpoint(expression), node)
        values: dict[int, Value] = {}
        for at in sorted(range(len(found)), key=lambda i: found[i].quoted):
            expression = found[at]
            if isinstance(expression.node, Clock) and expression.node.day is None:
                day = _day_behind(text, expression.end, found[at + 1 : at + 4])
                if day is None and _is_line(text, expression):
                    day = RelativeUnit("D", 0)  # the entry of a live blog
                expression = replace(expression, node=replace(expression.node, day=day))
            values[at] = self._value(expression)
        return [values[at] for at in range(len(found))]

    def _standpoint(self, expression: Expression) -> Standpoint:
        sight = self._look(expression)
        return Standpoint(expression, sight, self.published, self.references)

    def _value(self, expression: Expression) -> Value:
        at = self._standpoint(expression)
        kind, value = _read(at, expression.node)
        own = at.origin.own if at.origin else not at.counted
        self.references.remember(expression, value, at.way, own)
        if at.origin:
            return Value(kind, value, "text", at.origin.place, at.sight)
        anchor = "published" if at.counted else None
        return Value(kind, value, anchor, None, at.sight)


def _read(at: Standpoint, node: Node) -> tuple[str, str]:
    """Type and value of what a node says."""
    match node:
        case Fixed():
            return node.type, node.value
        case Day():
            value = _day(at, node)
            return ("TIME" if "T" in value else "DATE"), value
        case RelativeUnit():
            value = meaning.shift(at, node)
            return ("TIME" if "T" in value[4:] and node.part else "DATE"), value
        case Anaphor():
            return meaning.anaphor(at, node)
        case Distance():
            return meaning.distance(at, node)
        case Division():
            return "DATE", meaning.division(at, node)
        case Holiday():
            return "DATE", meaning.holiday(at, node)
        case Clock():
            return "TIME", _clock(at, node)
        case Range():
            return "DATE", _range(at, node)
        case Stretch():
            return "DATE", almanac.stretch(_read(at, node.of)[1], node.unit, node.nth, node.amount)


def _day(at: Standpoint, node: Day) -> str:
    part = f"T{node.part}" if node.part else ""
    if node.month is None and node.weekday is None:
        return f"{node.year:04}{part}" if node.year else meaning.day_of_month(at, node.day or 1)
    if node.month is None:
        return meaning.weekday(at, node) + part
    if node.of is not None:
        said = _read(at, node.of)[1][:4]
        year = int(said) if said.isdigit() else None
    else:
        year = node.year if node.year is not None else meaning.year_of(at, node)
    if year is None or (node.day and not almanac.valid(year, node.month, node.day)):
        head = "XXXX"
    else:
        head = f"{year:04}"
    return f"{head}-{node.month:02}" + (f"-{node.day:02}" if node.day else "") + part


def _clock(at: Standpoint, node: Clock) -> str:
    if node.day is not None:
        day = _read(at, node.day)[1]
        day = "XXXX-XX-XX" if day.endswith("_REF") else day.partition("T")[0]
    elif at.is_usual():
        day = "XXXX-XX-XX"
    else:
        last = at.scene()
        now = at.take(last) if last else at.now
        day = now.isoformat() if now else "XXXX-XX-XX"
    return f"{day}T{node.time}{node.zone}"


def _range(at: Standpoint, node: Range) -> str:
    first, last = _read(at, node.first)[1], _read(at, node.last)[1]
    left, right = almanac.bounds(first), almanac.bounds(last)
    if not left or not right or left[0] <= right[1]:
        return f"{first}/{last}"
    if isinstance(node.last, Holiday) and not node.last.year and at.way > 0:
        last = almanac.holiday(node.last.rule, right[0].year + 1).isoformat()
    elif isinstance(node.first, Holiday):
        first = almanac.holiday(node.first.rule, left[0].year - 1).isoformat()
    elif isinstance(node.last, Holiday) or (isinstance(node.last, Day) and not node.last.weekday):
        first = f"{int(first[:4]) - 1:04}{first[4:]}"
    elif isinstance(node.last, Day) and at.way < 0:
        first = almanac.add_days(left[0], -7).isoformat()
    elif isinstance(node.last, Day):
        last = almanac.add_days(right[0], 7).isoformat()
    return f"{first}/{last}"


def _is_line(text: str, expression: Expression) -> bool:
    """Whether an expression is all of its line, or stands before a colon or dash in it."""
    start, end = expression.place
    behind = text[end : end + 2].strip(" ")[:1]
    return text[max(start - 1, 0) : start] in ("", "\n") and behind in _LABELS


def _day_behind(text: str, end: int, followers: Sequence[Expression]) -> Day | RelativeUnit | None:
    """The day of a time that ends there: "2pm, June 1", "2pm (1400 GMT) on Monday"."""
    for follower in followers:
        node, gap = follower.node, text[end : follower.start].strip()
        if isinstance(node, Day) and (node.day or node.weekday) and _DAY_GAP.fullmatch(gap):
            return node
        if not isinstance(node, Clock) or gap not in _JOINTS:
            return None
        if node.day is not None:
            return node.day
        end = follower.end
    return None
