"""The dates that a text has told so far: what later expressions are counted from.

"Two days later" and "that year" mean a date of the text, "a year earlier" in a company's report
the same quarter of the year before. A reference holds for about two paragraphs
and ends at a heading. What stands in a quotation is no reference for the text around it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from briefkit.components.dates import almanac
from briefkit.components.dates.almanac import season_days
from briefkit.components.dates.nodes import Day, Distance, Division, Expression

_NEAR = 900  # characters: about two paragraphs
_NEWS = timedelta(7)  # an article tells what happened within a week
_LATELY = timedelta(31)  # what was said before is history, not news
_FINER = "DWMQY"
_LENGTHS = (("D", 0), ("W", 6), ("M", 30), ("Q", 92), ("Y", 366))


@dataclass(frozen=True, slots=True)
class Reference:
    """A settled date: its place, first day, precision ("D" to "Y") and the way that its
    sentence looks; `own` where it was not counted from the day of publication."""

    place: tuple[int, int]
    day: date
    precision: str
    way: float
    own: bool
    quoted: bool


def _start(reference: Reference) -> int:
    return reference.place[0]


class ReferenceTimes:
    """The references of one text, in its order.

    `blocks` are the starts of its blocks, `sections` those of its headings.
    """

    def __init__(
        self,
        blocks: Sequence[int] = (),
        sections: Sequence[int] = (),
        published: date | None = None,
    ) -> None:
        self._blocks, self._sections, self._published = blocks, sections, published
        self._found: list[Reference] = []
        # When a month or weekday is: the "Saturday" of one story is one day.
        self.settled: dict[tuple[int, int], date] = {}
        self.quarter: tuple[Reference, int] | None = None  # that the text is about
        self.yearly = False  # whether the text has turned from quarters to longer periods

    def last(self, at: int, unit: str = "D", quoted: bool = False) -> Iterator[Reference]:
        """The references in force at a place that are as fine as `unit`, the last one first."""
        least = max(_FINER.find(unit[:1].replace("T", "D")), 0)
        for number in range(bisect_left(self._found, at, key=_start) - 1, -1, -1):
            reference = self._found[number]
            start = reference.place[0]
            if at - start > _NEAR or self._apart(self._sections, start, at):
                return
            fine = _FINER.find(reference.precision) <= least
            if fine and (quoted or not reference.quoted):
                yield reference

    def news(self, published: date | None) -> Reference | None:
        """The day that the opening of an article tells of."""
        for reference in self._found:
            if published is None or reference.place[0] > _NEAR:
                return None
            told = reference.way < 0 and not (reference.own or reference.quoted)
            if told and reference.precision == "D":
                lately = published - _NEWS <= reference.day <= published
                return reference if lately else None
        return None

    def said(self, at: int, published: date | None) -> Reference | None:
        """The day when what is quoted at a place was said: one told in its paragraph, else that
        of the news."""
        number = bisect_left(self._found, at, key=_start)
        behind = (self._found[i] for i in range(number, len(self._found)))
        for reference in chain(self.last(at), behind):
            here = self.same_paragraph(reference, at)
            if not here and reference.place[0] > at:
                break
            if here and reference.precision == "D" and published:
                lately = published - _LATELY <= reference.day <= published
                if lately:
                    return reference
        return self.news(published)

    def same_paragraph(self, reference: Reference, at: int) -> bool:
        """Whether a reference stands in the paragraph of a place."""
        return not self._apart(self._blocks, *sorted((reference.place[0], at)))

    def remember(self, expression: Expression, value: str, way: float, own: bool) -> None:
        """Take note of what an expression was found to mean."""
        node = expression.node
        self.yearly = self.yearly or value in ("P9M", "P6M")
        if isinstance(node, Distance) and node.story and node.unit == "Y" and node.direction < 0:
            return  # what a figure is compared with: the next "a year earlier" is the same year
        reach = almanac.bounds(value.split("/")[-1]) or season_days(value)
        if reach is None:
            return
        length = (reach[1] - reach[0]).days
        precision = next((p for p, days in _LENGTHS if length <= days), "")
        if not precision:
            return
        quoted = expression.quoted
        reference = Reference(expression.place, reach[0], precision, way, own, quoted)
        if len(value) == 7 and value[5] == "Q":
            compared = isinstance(node, Distance | Day) or (
                isinstance(node, Division) and (node.shift == -1 or node.code == "QX")
            )
            if not compared and self._is_reported(reach):
                self.quarter, self.yearly = (reference, int(value[6])), False
            return
        insort(self._found, reference, key=_start)

    def _is_reported(self, quarter: tuple[date, date]) -> bool:
        """Whether a text tells of a quarter from here on: a report stays with its own, which is
        over, and only mentions the one before it and the running one."""
        if self.quarter is None:
            return True
        running = self._published is not None and quarter[1] >= self._published
        return quarter[0] >= self.quarter[0].day and not running

    @staticmethod
    def _apart(borders: Sequence[int], first: int, last: int) -> bool:
        return bisect_right(borders, first) != bisect_right(borders, last)
