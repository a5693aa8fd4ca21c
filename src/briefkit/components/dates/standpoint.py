"""From where an expression is counted: the day of publication, the day that a quotation was said,
or a date of the text that is still in force.

Papers count bare weekdays and months from the day of publication. A text has left that day where
its last reference names another time (`narrative`), where it tells what was to come in the past
(`planned_then`), or where the words say so ("the following", "that", "later").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefkit.components.dates.nodes import Expression
from briefkit.components.dates.references import Reference, ReferenceTimes
from briefkit.components.dates.sights import Sight
from briefkit.components.dates.tense import SINCE

_BESIDE = 40  # characters between dates of one sentence
_JUST_NOW = 62  # days
_MOVED = 1.5  # evidence from which on a text has moved to another year


@dataclass(slots=True)
class Standpoint:
    """One expression, its tense, and what it can be counted from; notes what it was."""

    expression: Expression
    sight: Sight
    published: date | None
    references: ReferenceTimes
    origin: Reference | None = None
    counted: bool = False

    @property
    def place(self) -> int:
        """The character where the expression starts."""
        return self.expression.start

    @property
    def way(self) -> float:
        """-1 past, 1 to come, 0 unknown; half where that is only likely."""
        return self.sight.way

    @property
    def now(self) -> date | None:
        """The day of publication; within a quotation the day when it was said."""
        self.counted = True
        quoted, place = self.expression.quoted, self.place
        said = self.references.said(place, self.published) if quoted else None
        return self.take(said) if said else self.published

    def take(self, reference: Reference) -> date:
        """Count from a reference."""
        self.origin = reference
        return reference.day

    def last(self, unit: str = "D", *, told: bool = False, since: bool = True) -> Reference | None:
        """The last reference as fine as a unit on the side that the tense looks to: what has
        happened is not counted from a day to come, unless it is told ("that winter")."""
        for reference in self.references.last(self.place, unit, self.expression.quoted):
            ahead = self.published is not None and reference.day > self.published
            if reference.way == SINCE and not since:
                continue
            if not ahead or told or self.way > 0:
                return reference
        return None

    def scene(self) -> Reference | None:
        """The day that a story is at: that of the last reference, or of the news."""
        news = self.references.news(self.published) if self.way < 0 else None
        return self.last(since=False) or news

    def is_usual(self) -> bool:
        """Whether a time is that of each day: "the shop closes at six", where the paragraph has
        told no day."""
        last = self.last()
        told = last is not None and self.references.same_paragraph(last, self.place)
        return self.sight.usual and not told

    def planned_then(self) -> Reference | None:
        """The day on which something was still to come that may be past by now: "said on Tuesday
        that schools would reopen on Thursday"."""
        last = next(self.references.last(self.place), None)
        gone = last and self.published and last.day < self.published
        return last if self.sight.then and gone else None

    def narrative(self, month: int, day: int | None) -> Reference | None:
        """The reference whose year the text is telling of, where that is not the year of
        publication.

        A year that is only mentioned does not move a text: papers name the year of all that is not
        recent. What counts is how much speaks for a story that goes on.
        """
        if self.way > 0:
            return None
        if day and (told := self._month_told(month, day)):
            return told
        found = self.references.last(self.place, "M", self.expression.quoted)
        last = next(found, None)
        if last is None or not last.own:
            return None
        before = next(found, None)
        sustained = before is not None and before.own and before.day.year == last.day.year
        months = (month - last.day.month) % 12 + ((day or last.day.day) - last.day.day) / 31
        # Whether the month has just gone by on the day of publication: it is the news itself.
        recent = self.published is not None and (self.published.month - month) % 12 <= 1
        evidence = (
            1.0 * sustained
            + 1.0 * (0 <= months <= 2)
            + 0.5 * (not day and month == last.day.month)
            + 0.5 * self.references.same_paragraph(last, self.place)
            + 0.5 * (self.place - last.place[1] < _BESIDE)
            + 0.5 * self.sight.before
            - 0.5 * (self.way == 0)
            - 0.5 * recent
        )
        return last if evidence >= _MOVED else None

    def _month_told(self, month: int, day: int) -> Reference | None:
        """The last reference to this month of an earlier year: "14 November" is of that year, too.

        In another paragraph only behind a whole day, and where this year's has not just gone by.
        """
        now = self.published
        if now is None:
            return None
        gone = 31 * (now.month - month) + now.day - day
        for found in self.references.last(self.place, "M", self.expression.quoted):
            if found.own and found.day.month == month and found.day.year < now.year:
                here = self.references.same_paragraph(found, self.place)
                whole = found.precision == "D" and not 0 <= gone % 372 <= _JUST_NOW
                return found if here or whole else None
            if found.own and found.day.year >= now.year:
                return None
        return None
