"""Calendar arithmetic: values of TIMEX3 and ISO 8601, the days that they reach over, and units of
time seen from a day: a week before it, the season that it lies in."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})(-WE)?")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T.*)?")
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_FORMS = {
    "Y": "{0.year:04}", "M": "{0.year:04}-{0.month:02}", "Q": "{0.year:04}-Q{1}", "E": "{1:03}X",
    "C": "{1:02}XX",
}  # fmt: skip
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

Bounds = tuple[date, date]


def valid(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def bounds(value: str) -> Bounds | None:
    """First and last day of a value, or None where it does not settle them.

    Seasons are not settled: they fall apart by hemisphere, and no two almanacs agree. Nor are
    durations, sets, fiscal years and whatever holds an X other than a decade or century.
    """
    first, slash, last = value.partition("/")
    if slash:
        left, right = bounds(first), bounds(last)
        return (left[0], right[1]) if left and right and left[0] <= right[1] else None
    if found := _DAY.fullmatch(value):
        year, month, day = (int(part) for part in found.groups())
        return (date(year, month, day),) * 2 if valid(year, month, day) else None
    if found := _WEEK.fullmatch(value):
        year, number = int(found[1]), int(found[2])
        if not year or not 1 <= number <= date(year, 12, 28).isocalendar()[1]:
            return None
        monday = date.fromisocalendar(year, number, 1)
        return add_days(monday, 5 if found[3] else 0), add_days(monday, 6)
    head, rest = value[:4], value[5:]
    if head[:2].isdigit() and head.rstrip("X").isdigit() and len(head) == 4 and not rest:
        low, high = int(head.replace("X", "0")), int(head.replace("X", "9"))
        return (date(low, 1, 1), date(high, 12, 31)) if low else None
    if not head.isdigit() or not int(head):
        return None
    months = _DAYS.get(rest) or ((int(rest),) * 2 if rest.isdigit() and len(rest) == 2 else None)
    if not months or not 1 <= months[0] <= 12:
        return None
    year = int(head)
    return date(year, months[0], 1), date(year, months[1], monthrange(year, months[1])[1])


def add_months(day: date, months: int) -> date:
    """The day that many months on, or the last of its month where it has no such day."""
    count = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """The day that many days on, kept within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the Meeus/Jones/Butcher algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> date:
    """The day of a holiday by its rule: "MM-DD", "MM-mon-2", "MM-mon-last", "easter-46",
    "thanksgiving+1", "election" (the Tuesday after the first Monday in November)."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(int(rule[6:]))
    if rule.startswith("thanksgiving"):
        return _nth(year, 11, 3, 4) + timedelta(int(rule[12:]))
    if rule == "election":
        return _nth(year, 11, 0, 1) + timedelta(1)
    month, day, *nth = rule.split("-")
    if not nth:
        return date(year, int(month), int(day))
    weekday = WEEKDAYS.index(day)
    if nth[0] != "last":
        return _nth(year, int(month), weekday, int(nth[0]))
    last = date(year, int(month), monthrange(year, int(month))[1])
    return last - timedelta((last.weekday() - weekday) % 7)


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def stretch(value: str, unit: str, nth: int, amount: float | None) -> str:
    """The first or last months of a year, or a day of a month; of what else a month or year has
    the whole. With `nth` 0, the time that ends with a day or month."""
    reach = bounds(value)
    if not nth and reach and amount:
        begin = moved(add_days(reach[1], 1), unit, -amount)
        return f"{unit_of(begin, 'M' if len(value) == 7 else 'D')}/{value}"
    if unit == "M" and len(value) == 4 and value.isdigit() and amount and nth in (1, -1):
        count = min(int(amount), 12)
        first, last = (1, count) if nth > 0 else (13 - count, 12)
        return f"{value}-{first:02}" + (f"/{value}-{last:02}" if count > 1 else "")
    if unit == "D" and amount == 1 and len(value) == 7 and reach:
        return (reach[1] if nth < 0 else add_days(reach[0], nth - 1)).isoformat()
    return value


def moved(day: date, unit: str, count: float) -> date:
    """The day `count` units after or, below zero, before a day."""
    if unit in _MONTHS:
        return add_months(day, _bounded(count * _MONTHS[unit]))
    days = {"D": 1, "W": 7, "WE": 7, "F": 14, "TNI": 1, "TH": 1 / 24, "TM": 0, "TS": 0}
    return add_days(day, _bounded(count * days.get(unit, 0)))


def unit_of(day: date, unit: str) -> str:
    """The value of the unit that a day lies in."""
    if unit in ("W", "WE"):
        year, number, _ = day.isocalendar()
        return f"{year:04}-W{number:02}" + ("-WE" if unit == "WE" else "")
    parts = {"Q": (day.month + 2) // 3, "E": day.year // 10, "C": day.year // 100}
    return _FORMS.get(unit, "{0}").format(day, parts.get(unit))


def season_days(value: str) -> tuple[date, date] | None:
    """About the first and last day of a season's value, enough to count from."""
    if value[5:] not in SEASONS or not value[:4].isdigit() or not int(value[:4]):
        return None
    first = date(int(value[:4]), SEASONS[value[5:]], 1)
    return first, add_days(first, 91)


def division_year(code: str, shift: int | None, now: date, way: float) -> int:
    """The year of a season, quarter or half that names none, by the way its sentence looks."""
    if code in SEASONS:
        start = SEASONS[code]
        begun = now.month >= start or (code == "WI" and now.month <= 2)
        year = now.year - (code == "WI" and now.month <= 2)
        if shift == 0:
            gone = code == "WI" and 3 <= now.month <= 8 and way < 0
            return year - gone
        running = begun and (now.month < start + 3 or code == "WI")
        if shift == -1:
            return year if begun and not running else year - 1
        if shift == 1:
            return year if not begun else year + 1
        if way > 0 or (not begun and now.month == start - 1):
            return year if not begun or running else year + 1
        return year if begun else year - 1
    if shift is not None:
        return now.year + shift
    first = int(code[1]) * 3 - 2 if code[0] == "Q" else int(code[1]) * 6 - 5
    # Results of the quarter that has just ended are told in the future tense as well.
    ended = 0 <= now.month - first - (3 if code[0] == "Q" else 6) <= 2
    if way > 0 and not ended:
        return now.year if now.month <= first + 2 else now.year + 1
    return now.year if now.month >= first else now.year - 1


def _bounded(count: float) -> int:
    return int(max(min(count, 4_000_000), -4_000_000))
