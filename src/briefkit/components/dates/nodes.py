"""What a time expression says, before it is worked out against a calendar.

A `shift` counts units from the unit that the anchor lies in: -1 is "last", 0 "this", 1 "next",
None says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date with whatever parts it names; `part` is a TIMEX3 part of day (MO, NI).

    A `shift` of -2 or 2 counts from the story: "the following Tuesday"; 3 is "Tuesday week"; `told`
    is "that July". `within` counts the week of a weekday: "Friday last week" is -1. `of` is the
    year of a month in words: "June 5 last year", "March the same year".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    part: str | None = None
    told: bool = False
    within: int | None = None
    of: RelativeUnit | Anaphor | None = None


@dataclass(frozen=True, slots=True)
class RelativeUnit:
    """A unit counted from now: last year, this week, today; `part` as in `Day`."""

    unit: str
    shift: int
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A unit counted from a date of the text: that year, the following day, the quarter.

    `told` for "that year", which is open where the text has told none.
    """

    unit: str
    shift: int
    told: bool = False


@dataclass(frozen=True, slots=True)
class Distance:
    """An amount of time before or after now ("two years ago") or a date of the story."""

    amount: float | None
    unit: str
    direction: int
    story: bool
    grain: str = ""  # "the same month a year ago": what of then is meant


@dataclass(frozen=True, slots=True)
class Division:
    """A quarter (Q1), half (H1), week or season (SU) of a year; `shift` and `told` as in `Day`."""

    code: str
    year: int | None = None
    shift: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by its rule; `shift` as in `Day`."""

    rule: str
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """An expression whose value its words settle: a decade, a duration, a set, PAST_REF."""

    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, with the day where it is named."""

    time: str  # HH:MM
    zone: str
    day: Day | RelativeUnit | None


@dataclass(frozen=True, slots=True)
class Range:
    """From the first day of one to the last day of the other."""

    first: Node
    last: Node


@dataclass(frozen=True, slots=True)
class Stretch:
    """The first or last days, weeks or months of a longer time: "the last week of May"."""

    amount: float | None
    unit: str
    nth: int  # -1 for the last, 0 for what ends with it: "the year to June"
    of: Node


Node = (
    Stretch | Day | RelativeUnit | Anaphor | Distance | Division | Holiday | Fixed | Clock | Range
)
Match = tuple[int, Node]
"""The token after the expression, and what it says."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A node with its place `[start, end)` in the text."""

    start: int
    end: int
    node: Node
    fiscal: bool = False  # of a fiscal year, whose days differ from company to company
    mod: str | None = None  # TIMEX3: MORE_THAN, LESS_THAN, APPROX, START, MID, END
    quoted: bool = False  # within quotation marks

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end
