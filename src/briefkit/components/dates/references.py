"""The dates that a text has told so far: what later expressions are counted from.

"Two days later" and "that year" mean a date of the text. A reference holds for about two paragraphs
and ends at a heading. What stands in a quotation is no reference for the text around it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefkit.components.dates import almanac
from briefkit.components.dates.almanac import season_days
from briefkit.components.dates.nodes import Distance, Expression

_NEAR = 900  # characters: about two paragraphs
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


class ReferenceTimes:
    """The references of one text, in its order.

    `blocks` are the starts of its blocks, `sections` those of its headings.
    """

    def __init__(
        self,
        blocks: Sequence[int] = (),
        sections: Sequence[int] = (),
    ) -> None:
        self._blocks, self._sections = blocks, sections
        self._found: list[Reference] = []
        self._places: list[int] = []
        # When a weekday ("W6") or month ("M12") is: the "Saturday" of one story is one day.
        self.settled: dict[str, date] = {}

    def before(self, at: int, quoted: bool = False) -> Iterator[Reference]:
        """The references in force at a place, the last one first."""
        for number in range(bisect_left(self._places, at) - 1, -1, -1):
            reference, start = self._found[number], self._places[number]
            if at - start > _NEAR or self._apart(self._sections, start, at):
                return
            if quoted or not reference.quoted:
                yield reference

    def last(self, at: int, unit: str = "D", quoted: bool = False) -> Iterator[Reference]:
        """Those that are as fine as `unit`."""
        least = max(_FINER.find(unit[:1].replace("T", "D")), 0)
        for reference in self.before(at, quoted):
            if _FINER.find(reference.precision) <= least:
                yield reference

    def first(self) -> Iterator[Reference]:
        """The unquoted references of the opening, in text order."""
        for reference in self._found:
            if reference.place[0] > _NEAR:
                return
            if not reference.quoted:
                yield reference

    def same_paragraph(self, reference: Reference, at: int) -> bool:
        """Whether a reference stands in the paragraph of a place."""
        return not self._apart(self._blocks, *sorted((reference.place[0], at)))

    def remember(self, expression: Expression, value: str, way: float, own: bool) -> None:
        """Take note of what an expression was found to mean."""
        node = expression.node
        if isinstance(node, Distance) and node.story and node.unit == "Y" and node.direction < 0:
            return  # what a figure is compared with: the next "a year earlier" is the same year
        reach = almanac.bounds(value.split("/")[-1]) or season_days(value)
        if reach is None:
            return
        length = (reach[1] - reach[0]).days
        precision = next((p for p, days in _LENGTHS if length <= days), "")
        if not precision:
            return
        place, quoted = expression.place, expression.quoted
        reference = Reference(place, reach[0], precision, way, own, quoted)
        at = bisect_right(self._places, place[0])
        self._places.insert(at, place[0])
        self._found.insert(at, reference)

    @staticmethod
    def _apart(borders: Sequence[int], first: int, last: int) -> bool:
        return bisect_right(borders, first) != bisect_right(borders, last)
