"""What a text has been about: the dates that later expressions are counted from.

"Two days later" and "that year" mean a date of the story, "a year earlier" in a company's report
the same quarter of the year before. A story keeps its reference time for about two paragraphs.
"""

from __future__ import annotations

from datetime import date

from briefkit.components.dates import almanac
from briefkit.components.dates.nodes import Day, Distance, Division, Expression, Fixed

_NEAR = 900  # characters: about two paragraphs
_FINER = "DWMQY"
_LENGTHS = (("D", 0), ("W", 6), ("M", 30), ("Q", 92), ("Y", 366), ("E", 3660))


class Story:
    """The dates of one text so far, each with its place, first day and precision."""

    def __init__(self) -> None:
        self.quarter: tuple[int, int, int] | None = None  # place, year, number
        self.yearly = False  # whether the text has since turned to longer periods
        self._days: list[tuple[int, date, str]] = []
        self._settled: dict[str, date] = {}

    def day(self, place: int, unit: str = "D", exact: bool = False) -> tuple[date, str] | None:
        """The last date before `place`, as fine as `unit`, that is not too far back.

        `exact` finds nothing where a decade has been named since: "seven years later" than the
        early 2010s is no year that the text settles.
        """
        least = _FINER.find({"TNI": "D", "TMO": "D"}.get(unit, unit))
        for at, day, precision in reversed(self._days):
            if place - at > _NEAR or (exact and precision == "E"):
                break
            if precision != "E" and _FINER.find(precision) <= max(least, 0):
                return day, precision
        return None

    def settle(self, name: str, day: date) -> None:
        """Note when a weekday ("W6") or month ("M12") is, where its sentence left no doubt."""
        self._settled[name] = day

    def settled(self, name: str) -> date | None:
        """When it was before: the "Saturday" of one story is one day."""
        return self._settled.get(name)

    def year_told(self, place: int, month: int) -> int | None:
        """The year in which the text is telling: its last two days or months lie in it, in order
        before `month`: "On 19 March 2020 he wrote. The following month he asked. In May ..."."""
        last = [day for at, day, p in self._days[-2:] if place - at <= _NEAR and p in "DM"]
        if last and last[-1].month == month and place - self._days[-1][0] < _NEAR // 2:
            return last[-1].year  # "in May 2023. ... The riots of May"
        if len(last) < 2 or last[0].year != last[1].year:
            return None
        return last[0].year if last[0].month < last[1].month < month else None

    def just_named(self, place: int) -> bool:
        """Whether the last date stands in this sentence or the one before."""
        return bool(self._days) and place - self._days[-1][0] < _NEAR // 6

    def quarter_near(self, place: int) -> tuple[int, int] | None:
        """Year and number of the quarter that the text has just been about."""
        if self.quarter is None or place - self.quarter[0] > _NEAR:
            return None
        return self.quarter[1:]

    def remember(self, expression: Expression, value: str) -> None:
        """Take note of what an expression was found to mean."""
        node = expression.node
        if len(value) == 7 and value[5] == "Q" and value[:4].isdigit() and value[6].isdigit():
            back = isinstance(node, Distance | Day) or (
                isinstance(node, Division) and (node.shift == -1 or node.code == "QX")
            )
            if not back:
                self.quarter = (expression.start, int(value[:4]), int(value[6]))
                self.yearly = False
            return
        if value in ("P9M", "P6M") and isinstance(node, Fixed):
            self.yearly = True
        if isinstance(node, Distance) and node.story and node.unit == "Y" and node.direction < 0:
            return  # what a figure is compared with: the next "a year earlier" is the same year
        reach = almanac.bounds(value.split("/")[-1])
        if reach is None:
            return
        length = (reach[1] - reach[0]).days
        precision = next((p for p, days in _LENGTHS if length <= days), "")
        if precision:
            self._days.append((expression.start, reach[0], precision))
