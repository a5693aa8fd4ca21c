"""From what an expression says to its TIMEX3 value, against the anchor and the story so far.

Values follow TIMEX3 (ISO-TimeML, ISO 24617-1) and ISO 8601: "2024-12", "2024-W03", "P2Y6M",
"XXXX-WXX-1" for a Monday that nothing places. Without an anchor, what counts from now stays
open: PAST_REF, PRESENT_REF, FUTURE_REF. A range is an ISO 8601 interval.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from briefkit.components.dates import almanac
from briefkit.components.dates.nodes import (
    Anaphor,
    Clock,
    Day,
    Distance,
    Division,
    Expression,
    Feast,
    Fixed,
    Node,
    Range,
    Shift,
    WeekOf,
)
from briefkit.components.dates.story import Story
from briefkit.components.dates.units import division_year, moved, unit_of

Direction = Callable[[Expression], float]
"""Where the sentence puts an expression: -1 past, 1 to come, 0 unknown; half where only likely."""

_REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


# What stands between two times of one day, and between a time and its day.
_JOINTS = frozenset(("and", "to", "until", "-", "–", "—", "("))
_DAY_GAPS = frozenset((",", "on", ", on", "(", ")", ") on"))


class Normaliser:
    """Works through the expressions of one text, remembering the dates it has met."""

    def __init__(self, anchor: date | None, direction: Direction) -> None:
        # Nothing was published at the ends of the calendar, where counting on would leave it.
        self.anchor = anchor if anchor and 1000 <= anchor.year <= 9000 else None
        self._judge = direction
        self._ways: dict[int, float] = {}
        self.story = Story()

    def direction(self, expression: Expression) -> float:
        """Where its sentence puts an expression, asked once for each."""
        way = self._ways.get(expression.start)
        if way is None:
            way = self._ways[expression.start] = self._judge(expression)
        return way

    def process(self, text: str, found: Sequence[Expression]) -> list[tuple[str, str]]:
        """TIMEX3 type and value of each expression, in their order."""
        for expression in reversed(found):  # what a later sentence settles helps an earlier one
            node = expression.node
            if (
                isinstance(node, Day)
                and node.weekday
                and not (node.shift or node.month or node.told or node.within is not None)
            ):
                self._weekday(expression, node)
        out = []
        for at, expression in enumerate(found):
            expression = self._with_neighbour(text, expression, found[at + 1 : at + 4])
            pair = self._one(expression, expression.node)
            self.story.remember(expression, pair[1])
            out.append(pair)
        return out

    def _with_neighbour(
        self, text: str, expression: Expression, followers: Sequence[Expression]
    ) -> Expression:
        """With what a neighbour tells: "March 11 this year", "16:15 UTC, June 1st"."""
        node, follower = expression.node, followers[0] if followers else None
        if isinstance(node, Clock) and node.day is None:
            day = _day_behind(text, expression, followers)
            return replace(expression, node=replace(node, day=day))
        if not isinstance(node, Day) or node.year is not None or self.anchor is None:
            return expression
        if node.month is not None and follower and isinstance(follower.node, Shift):
            gap = text[expression.end : follower.start].strip(" ,()-")
            if follower.node.unit == "Y" and gap in ("", "of", "in"):
                return replace(
                    expression, node=replace(node, year=self.anchor.year + follower.node.shift)
                )
        return expression

    def _one(self, expression: Expression, node: Node) -> tuple[str, str]:
        match node:
            case Fixed():
                return node.type, node.value
            case Day():
                value = self._day(expression, node)
                return ("TIME" if "T" in value else "DATE"), value
            case Shift():
                value = self._shift(expression, node)
                return ("TIME" if "T" in value[4:] and node.part else "DATE"), value
            case Anaphor():
                return self._anaphor(expression, node)
            case Distance():
                return "DATE", self._distance(expression, node)
            case Division():
                return "DATE", self._division(expression, node)
            case Feast():
                return "DATE", self._feast(expression, node)
            case Clock():
                return "TIME", self._clock(expression, node)
            case WeekOf():
                reach = almanac.bounds(self._one(expression, node.day)[1])
                return "DATE", almanac.week(reach[0]) if reach else "XXXX-WXX"
            case Range():
                return "DATE", self._range(expression, node)

    # ---- calendar dates

    def _day(self, expression: Expression, node: Day) -> str:
        part = f"T{node.part}" if node.part else ""
        if node.month is None and node.weekday is None:
            return f"{node.year:04}{part}" if node.year is not None else f"XXXX-XX-{node.day:02}"
        if node.month is None:
            return self._weekday(expression, node) + part
        year = node.year if node.year is not None else self._year_of(expression, node)
        if year is None or (node.day and not almanac.valid(year, node.month, node.day)):
            head = "XXXX"
        else:
            head = f"{year:04}"
        return f"{head}-{node.month:02}" + (f"-{node.day:02}" if node.day else "") + part

    def _weekday(self, expression: Expression, node: Day) -> str:
        assert node.weekday is not None
        if self.anchor is None:
            return f"XXXX-WXX-{node.weekday}"
        if node.told and not self.story.day(expression.start):
            return f"XXXX-WXX-{node.weekday}"
        if node.within is not None:
            days = 7 * node.within + node.weekday - self.anchor.isoweekday()
            return almanac.add_days(self.anchor, days).isoformat()
        if node.told or node.shift in (-2, 2):
            return self._weekday_of_story(expression, node)
        gap = (self.anchor.isoweekday() - node.weekday) % 7
        if node.shift == -1:
            return almanac.add_days(self.anchor, -(gap or 7)).isoformat()
        if node.shift == 1:
            monday = almanac.add_days(self.anchor, 8 - self.anchor.isoweekday())
            return almanac.add_days(monday, node.weekday - 1).isoformat()
        forward = self.direction(expression)
        known = self.story.settled(f"W{node.weekday}")
        if known and node.shift is None and abs(forward) < 1:
            return known.isoformat()
        if forward > 0 or (node.shift == 0 and forward == 0):
            day = almanac.add_days(self.anchor, (7 - gap) % 7)
        else:
            day = almanac.add_days(self.anchor, -gap)
        if node.shift is None and abs(forward) == 1:
            self.story.settle(f"W{node.weekday}", day)
        return day.isoformat()

    def _weekday_of_story(self, expression: Expression, node: Day) -> str:
        """ "The following Tuesday": counted from the last date of the story, else from now."""
        assert node.weekday is not None
        known = self.story.day(expression.start)
        base = known[0] if known and known[1] == "D" else None
        if base and node.told:
            return almanac.add_days(base, (node.weekday - base.isoweekday()) % 7).isoformat()
        if base is None or node.shift is None:
            assert node.shift is not None
            return self._weekday(expression, replace(node, shift=node.shift // 2))
        if node.shift > 0:
            days = (node.weekday - base.isoweekday() - 1) % 7 + 1
        else:
            days = -((base.isoweekday() - node.weekday - 1) % 7 + 1)
        return almanac.add_days(base, days).isoformat()

    def _year_of(self, expression: Expression, node: Day) -> int | None:
        """The year of a month or day that names none."""
        if self.anchor is None or node.month is None:
            return None
        year, now = self.anchor.year, self.anchor
        if node.told:
            base = self.story.day(expression.start, "Y")
            return base[0].year if base else None
        here = (node.month, node.day) if node.day else (node.month,)
        there = (now.month, now.day) if node.day else (now.month,)
        if node.shift == -1:
            return year if here < there else year - 1
        if node.shift == 1:
            return year if here > there else year + 1
        if here == there:
            return year
        forward = self.direction(expression)
        if node.day is None and node.weekday is None:
            told = self.story.year_told(expression.start, node.month)
            if told is not None and told < year and forward <= 0:
                return told
            known = self.story.settled(f"M{node.month}")
            if known and abs(forward) < 1:
                return known.year
        ahead = (node.month - now.month + ((node.day or now.day) - now.day) / 31) % 12
        back = 12 - ahead
        if node.weekday is not None and node.day:
            for guess in (year, year - 1, year + 1):
                if (
                    almanac.valid(guess, node.month, node.day)
                    and date(guess, node.month, node.day).isoweekday() == node.weekday
                ):
                    return guess
        if forward == 0:
            forward = 0.5 if ahead < min(back, 3.5) else -0.5
        elif (forward > 0 and ahead > (11 if node.day else 10.9)) or (forward < 0 and back > 11):
            # "will" far ahead and "had" just before: the nearer reading is the true one.
            forward = -forward
        if forward > 0:
            found = year if here > there else year + 1
        else:
            found = year if here < there else year - 1
        if node.day is None and abs(forward) == 1:
            self.story.settle(f"M{node.month}", date(found, node.month, 1))
        return found

    def _feast(self, expression: Expression, node: Feast) -> str:
        year = node.year
        if year is None:
            if self.anchor is None:
                day = "XXXX-" + node.rule if node.rule[:2].isdigit() and len(node.rule) == 5 else ""
                return day or "XXXX-XX-XX"
            rough = almanac.holiday(node.rule, self.anchor.year)
            ahead = (rough - self.anchor).days
            if node.shift is None and 0 <= ahead < 183 and self.direction(expression) == 0:
                return rough.isoformat()
            year = self._year_of(expression, Day(None, rough.month, rough.day, None, node.shift))
        return almanac.holiday(node.rule, year or 1).isoformat()

    def _division(self, expression: Expression, node: Division) -> str:
        year = node.year
        if year is None and self.anchor is not None:
            year = division_year(
                node.code, node.shift, self.anchor, lambda: self.direction(expression)
            )
        head, code = f"{year:04}" if year is not None else "XXXX", node.code
        if code == "QX" and (quarter := self.story.quarter_near(expression.start)):
            code = f"Q{quarter[1]}"
        return f"{head}-{code}"

    # ---- counted from now

    def _shift(self, expression: Expression, node: Shift) -> str:
        if self.anchor is None:
            return _REFS[(node.shift > 0) - (node.shift < 0)]
        part = f"T{node.part}" if node.part else ""
        day, shift = self.anchor, node.shift
        if node.unit == "WE" and not shift and day.isoweekday() < 5:
            way = self.direction(expression)
            if way < 0 or (way == 0 and day.isoweekday() == 1):
                shift = -1
        return unit_of(moved(day, node.unit, shift), node.unit) + part

    def _distance(self, expression: Expression, node: Distance) -> str:
        if node.amount is None:
            # What came later in a story of the past is past as well.
            back = node.story and self.direction(expression) <= 0
            return _REFS[-1 if back else node.direction]
        base = self.anchor
        if node.grain:
            head = moved(base, "Y", -node.amount) if base else None
            if node.grain == "Q" and self.story.quarter:
                return f"{self.story.quarter[1] - int(node.amount):04}-Q{self.story.quarter[2]}"
            known = self.story.day(expression.start, node.grain)
            head = moved(known[0], "Y", -node.amount) if known else head
            return unit_of(head, node.grain) if head else "PAST_REF"
        if node.unit == "Y" and (node.story or node.amount == 1) and node.direction < 0:
            quarter = None if self.story.yearly else self.story.quarter_near(expression.start)
            if quarter:
                return f"{quarter[0] - int(node.amount):04}-Q{quarter[1]}"
        if node.story:
            unit = node.unit if node.unit in ("M", "Y") else "D"
            known = self.story.day(expression.start, unit, exact=True)
            if known:
                base = known[0]
            elif node.direction > 0 and self.direction(expression) <= 0:
                return "PAST_REF"
        if base is None:
            return _REFS[node.direction]
        unit = node.unit
        if unit in ("TH", "TM", "TS"):
            return _REFS[node.direction] if not node.story else base.isoformat()
        day = moved(base, unit, node.amount * node.direction)
        if unit in ("W", "F", "TNI"):
            unit = "D"
        if unit in ("E", "C"):
            unit = "Y"
        return unit_of(day, unit)

    # ---- counted from the story

    def _anaphor(self, expression: Expression, node: Anaphor) -> tuple[str, str]:
        unit = node.unit
        if unit == "Q":
            near = self.story.quarter
            if near:
                number = near[1] * 4 + near[2] - 1 + node.shift
                return "DATE", f"{number // 4:04}-Q{number % 4 + 1}"
            if self.anchor is None:
                return "DATE", "XXXX-QX"
            return "DATE", f"{self.anchor.year:04}-QX"
        if unit == "FY":
            # "the full year" of a report is that of its quarter, else the running one.
            recent, unit = self.story.quarter_near(expression.start), "Y"
            known = (date(recent[0], 1, 1), "Y") if recent else None
        else:
            known = self.story.day(expression.start, unit)
        base = known[0] if known else self.anchor
        if base is None:
            return "DATE", _REFS[node.shift]
        part = ""
        if unit in ("TNI", "TMO"):
            unit, part = "D", unit
        return ("TIME" if part else "DATE"), unit_of(moved(base, unit, node.shift), unit) + part

    # ---- times and ranges

    def _clock(self, expression: Expression, node: Clock) -> str:
        day = self.anchor
        if node.day is not None:
            value = self._one(expression, node.day)[1].partition("T")[0]
            return f"{value}T{node.time}{node.zone}"
        known = self.story.day(expression.start)
        if known and known[1] == "D":
            ahead = self.anchor is not None and known[0] > self.anchor
            way = self.direction(expression)
            if not ahead or way > 0 or (way == 0 and self.story.just_named(expression.start)):
                day = known[0]
        head = day.isoformat() if day else "XXXX-XX-XX"
        return f"{head}T{node.time}{node.zone}"

    def _range(self, expression: Expression, node: Range) -> str:
        first, last = self._one(expression, node.first)[1], self._one(expression, node.last)[1]
        left, right = almanac.bounds(first), almanac.bounds(last)
        wrong = left and right and left[0] > right[1]
        if wrong and left and right and isinstance(node.first, Day) and isinstance(node.last, Day):
            if node.first.weekday is not None and node.first.day is None:
                if self.direction(expression) < 0:
                    first = almanac.add_days(left[0], -7).isoformat()
                else:
                    last = almanac.add_days(right[0], 7).isoformat()
            elif node.first.year is None and node.last.year is None:
                first = f"{int(first[:4]) - 1:04}{first[4:]}"
        return f"{first}/{last}"


def _day_behind(
    text: str, expression: Expression, followers: Sequence[Expression]
) -> Day | Shift | None:
    """The day of a time: "2pm, June 1", "2pm and 3pm on Monday", "2pm (1400 GMT) on Monday"."""
    end = expression.end
    for follower in followers:
        node, gap = follower.node, text[end : follower.start].strip()
        if isinstance(node, Day) and gap in _DAY_GAPS:
            return node if (node.day or node.weekday) and node.part is None else None
        if not isinstance(node, Clock) or gap not in _JOINTS:
            return None
        if node.day is not None:
            return node.day
        end = follower.end
    return None
