"""Finds the time expressions of a text: `Grammar(Stream).find()`, left to right, no overlap.

Each step looks at a bounded number of tokens ahead of the trigger that it stands on, and goes on
behind what it found, so that the work is linear in the length of the text.
"""

from __future__ import annotations

from dataclasses import replace

from briefkit.components.dates.amounts import number
from briefkit.components.dates.nodes import (
    Anaphor,
    Clock,
    Day,
    Distance,
    Expression,
    Fixed,
    Holiday,
    Match,
    Node,
    Range,
    RelativeUnit,
    Stretch,
)
from briefkit.components.dates.patterns import match
from briefkit.components.dates.stream import DASHES, Stream

# The groups of patterns that an expression is looked for in, by the kind of its first token.
_DIGITS = ("clock", "division", "date", "amount", "year")
_GROUPS = {
    "det": ("amount",), "digits": _DIGITS, "fiscal": ("fiscal", "division"), "figure": _DIGITS,
    "fraction": ("amount",), "month": ("date",), "number": ("clock", "amount"),
    "ordinal": ("division", "date"), "quarter": ("division",), "scale": ("amount",),
    "tens": ("amount",), "unit": ("unit", "amount"), "vague": ("amount",),
    "weekday": ("date", "weekday"),
}  # fmt: skip
_AFTER_THE = frozenset(
    ("'", "‘", "distant", "final", "foreseeable", "future", "immediate", "near", "opening", "time")
)
_COUNTS = frozenset(("digits", "number", "vague"))
_ENDS = {"closing": -1, "final": -1, "last": -1, "opening": 1}
_JOINTS = frozenset(("to", "through", "until", "till", "thru"))
_DEEPEST = 4  # "the end of the first week of early May" is one of three


class Grammar:
    """Reads expressions of one stream; `steps` counts how often one was tried."""

    def __init__(self, stream: Stream) -> None:
        self.s = stream
        self.steps = 0
        self._depth = 0

    def find(self) -> list[Expression]:
        """The expressions of the stream in text order."""
        s, found, behind = self.s, [], 0
        for i in s.starters:
            # Most of "the" are no beginning of a time.
            the = s.words[i] == "the" and not s.kinds[i + 1] and s.words[i + 1] not in _AFTER_THE
            if i < behind or the:
                continue
            if read := self._core(i):
                behind, node = read
                fiscal = any(s.kinds[k] == "fiscal" for k in range(i, behind))
                place = s.starts[i], s.ends[behind - 1]
                found.append(Expression(*place, node, fiscal, _mod(s, i, node)))
                behind = self._more_days(found, behind)
        return found

    def _more_days(self, found: list[Expression], i: int) -> int:
        """The days that a month shares: "April 24 and 25"."""
        s, last = self.s, found[-1].node
        while isinstance(last, Day) and last.month and last.day and (told := match(s, i, "more")):
            stop, more = told
            if not isinstance(more, Day) or (more.day or 0) <= last.day:
                break
            if more.year:
                found[-1] = replace(found[-1], node=replace(last, year=more.year))
            last = replace(last, year=more.year or last.year, day=more.day, weekday=None)
            start = next(j for j in range(i, stop) if s.kinds[j] == "digits")
            found.append(Expression(s.starts[start], s.ends[stop - 1], last))
            i = stop
        return i

    def _core(self, i: int) -> Match | None:
        """The longest expression at token `i`; with its part of day and time, or as a range."""
        if self.s.kinds[i] == "edge":
            return self._edge(i)
        found = self._period(i)
        return self._joined(i, self._at_a_time(self._part(found))) if found else None

    def _at_a_time(self, found: Match) -> Match:
        """With the time behind a day: "June 26 at 9 am", "Friday noon"."""
        s, (stop, node) = self.s, found
        stop += s.words[stop] == "at"
        if (stop == found[0] and s.kinds[stop] != "clock") or not _is_day(node):
            return found
        timed = match(s, stop, "clock")
        return _with_day(timed, (timed[0], node)) if timed else found

    def _the(self, i: int) -> Match | None:
        s = self.s
        if found := self._stretch(i + 1) or match(s, i, "the"):
            return found
        j = i + 1
        kind = s.kinds[j]
        if kind == "span" and s.words[j + 1] == "of":
            return self._period(j + 2)
        if s.words[j + 1] == "of" and (part := self._part_at(j)):
            day = self._period(j + 2)
            return _with_part(day, part) if day else None
        if s.words[j] in ("early", "small") and s.words[j + 1 : j + 3] == ["hours", "of"]:
            return self._period(j + 3)
        if kind == "edge" and s.words[j + 1] not in ("-", "‑"):
            return self._edge(j)
        if kind in ("shift", "ordinal", "quarter", "season", "fiscal"):
            return self.simple(j)
        if kind == "digits" or s.words[j] in ("'", "‘"):
            if day := match(s, j, "date"):
                return day
            decade = match(s, j + (kind != "digits"), "year")
            return decade if decade and isinstance(decade[1], Fixed) else None
        return None

    def _stretch(self, i: int) -> Match | None:
        """The part at one end of a month or year, or the time up to its end: "[the] last week of
        May", "[the] nine months to 30 September"."""
        s = self.s
        nth = int(s.values[i]) if s.kinds[i] == "ordinal" else _ENDS.get(s.words[i], 0)
        i += bool(nth)
        told = number(s, i) if s.kinds[i] in _COUNTS else None
        stop, amount = told or (i, 1.0 if s.kinds[i] == "unit" else None)
        unit = s.values[stop]
        if unit not in ("D", "W", "M", "Y") or s.words[stop + 1] != ("of" if nth else "to"):
            return None
        whole = self._period(stop + 2) if nth else match(s, stop + 2, "date")
        if whole is None or not isinstance(whole[1], Day | RelativeUnit):
            return None
        if isinstance(whole[1], Day) and not whole[1].month:
            return None  # "the first nine months of 1997" are told as two times
        return whole[0], Stretch(amount, unit, nth, whole[1])

    def _period(self, i: int) -> Match | None:
        """An expression with or without its article: what "the end of" is the end of."""
        if self._depth == _DEEPEST:
            return None
        self._depth += 1
        found = self._the(i) if self.s.words[i] == "the" else self.simple(i)
        self._depth -= 1
        return found

    def _edge(self, i: int) -> Match | None:
        """ "early next year", "mid-July", "later this month", "late November"."""
        s = self.s
        j = i + 1 + (s.words[i + 1] in ("-", "‑") and s.glued(i + 1))
        later = s.words[i] in ("later", "earlier")
        if s.words[j] == "the" and later:
            return None
        if s.words[j] == "in" and s.words[j + 1] in ("the", "this"):
            if later and s.kinds[j + 2] == "unit":
                return j + 3, Anaphor(s.values[j + 2], 0)  # "earlier in the year"
            j += 1
        elif s.words[j] == "on" and not later and s.kinds[j + 1] == "weekday":
            j += 1  # "late on Tuesday"
        inner = self._period(j)
        if inner is None:
            return None
        if isinstance(inner[1], Day) and later and inner[1].weekday:
            return None
        return self._joined(i, self._part(inner))

    def simple(self, i: int) -> Match | None:
        """An expression by the kind of its first token, or, of holidays, by its word."""
        found = self._plain(i)
        return self._clock_day(found) if found else None

    def _plain(self, i: int) -> Match | None:
        self.steps += 1
        kind = self.s.kinds[i]
        groups = (*_GROUPS.get(kind, (kind,)), self.s.words[i])
        return next((found for group in groups if (found := match(self.s, i, group))), None)

    def _joined(self, i: int, found: Match) -> Match:
        """The range that starts with what was found: "Monday to Friday", "1990–94"."""
        s, (stop, first) = self.s, found
        if not isinstance(first, Day | Holiday):
            return found
        if isinstance(first, Day) and (first.part or first.shift is not None):
            return found
        joint = s.words[stop]
        dashed = joint in DASHES and (joint != "—" or s.glued(stop))
        between = joint == "and" and s.words[i - 1] == "between"
        if not (joint in _JOINTS or dashed or between):
            return found
        j = stop + 1
        inner = s.kinds[j + 1] in ("month", "digits", "season")
        j += s.words[j] in ("early", "late", "the") and inner
        second = self.simple(j) if s.kinds[j] != "shift" else None
        last = second[1] if second else None
        alike = isinstance(last, Holiday) or (last and _shape(first) == _shape(last))
        if second is None or last is None or not alike:
            return found
        if isinstance(first, Day) and isinstance(last, Day) and last.year and last.month:
            over = (first.month or 0) > last.month
            first = replace(first, year=first.year or last.year - over)
        if isinstance(last, Holiday) and last.year and not first.year:
            first = replace(first, year=last.year)
        return second[0], Range(first, last)

    def _part(self, found: Match) -> Match:
        """With the part of day that follows a weekday or day: "Friday night"."""
        stop, node = found
        part = self._part_at(stop)
        many = part and self.s.words[stop].endswith("s")  # "on Saturday mornings"
        if many and isinstance(node, Day) and node == Day(weekday=node.weekday):
            return stop + 1, Fixed("SET", f"XXXX-WXX-{node.weekday}T{part}")
        return _with_part((stop + 1, node), part) or found if part else found

    def _part_at(self, i: int) -> str:
        """The part of day that token `i` means, if any."""
        if self.s.words[i] in ("night", "nights"):
            return "NI"
        return self.s.values[i] if self.s.kinds[i] == "part" else ""

    def _clock_day(self, found: Match) -> Match:
        """With the day that follows a time: "9 a.m. EST Tuesday", not "9 a.m. Monday to Friday"."""
        s, (stop, node) = self.s, found
        if not isinstance(node, Clock):
            return found
        j = stop + (s.words[stop] == "on")
        dated = s.kinds[j] in ("weekday", "month", "deictic", "shift", "digits")
        day = self._plain(j) if dated else None
        alone = day and self._joined(j, day) == day
        return _with_day(found, self._part(day)) if day and alone else found


def _with_part(found: Match, part: str) -> Match | None:
    """A day with a part of it."""
    stop, node = found
    if isinstance(node, Day | RelativeUnit) and _is_day(node):
        return stop, replace(node, part=part)
    return None


def _with_day(found: Match, day: Match) -> Match:
    """The clock with the day that stands beside it."""
    node, told = found[1], day[1]
    if isinstance(node, Clock) and isinstance(told, Day | RelativeUnit):
        hour = int(node.time[:2])
        late = (told.part in ("AF", "EV") and hour < 12) or (told.part == "NI" and 6 <= hour < 12)
        return day[0], replace(node, day=told, time=f"{hour + 12 * late:02}{node.time[2:]}")
    return found


def _is_day(node: Node) -> bool:
    """Whether a node means one day, of which no part is told."""
    if isinstance(node, Day):
        return bool(node.weekday or node.day) and node.part is None
    return isinstance(node, RelativeUnit) and node.unit == "D" and node.part is None


def _shape(node: Node) -> tuple[object, ...]:
    """What parts a day names: the ends of one range name the same."""
    parts = (node.month, node.day, node.weekday) if isinstance(node, Day) else ()
    return type(node), *(part is None for part in parts)


def _mod(s: Stream, i: int, node: Node) -> str | None:
    """What limits a value (the `mod` of TIMEX3): "over two years", "about 1900", "early May"."""
    counted = isinstance(node, Distance | Clock) or (
        isinstance(node, Fixed) and node.type == "DURATION"
    )
    dated = isinstance(node, Day) and node.year is not None
    beside = "mod-amount" if counted else "mod-year" if dated else "mod"
    found = match(s, i, beside) or match(s, i, "mod-within")
    if found is None and isinstance(node, Distance):
        found = match(s, i, "mod-ago")
    return found[1].value if found and isinstance(found[1], Fixed) else None
