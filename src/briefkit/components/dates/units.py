"""Units of time seen from a day: a week before it, the season that it lies in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from briefkit.components.dates import almanac

_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def moved(day: date, unit: str, count: float) -> date:
    """The day `count` units after or, below zero, before a day."""
    if unit in _MONTHS:
        return almanac.add_months(day, _bounded(count * _MONTHS[unit]))
    days = {"D": 1, "W": 7, "WE": 7, "F": 14, "TNI": 1, "TH": 1 / 24, "TM": 0, "TS": 0}
    return almanac.add_days(day, _bounded(count * days.get(unit, 0)))


def unit_of(day: date, unit: str) -> str:
    """The value of the unit that a day lies in."""
    match unit:
        case "Y":
            return f"{day.year:04}"
        case "M":
            return f"{day.year:04}-{day.month:02}"
        case "W":
            return almanac.week(day)
        case "WE":
            return f"{almanac.week(day)}-WE"
        case "Q":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "E":
            return f"{day.year // 10:03}X"
        case "C":
            return f"{day.year // 100:02}XX"
        case _:
            return day.isoformat()


def season_days(value: str) -> tuple[date, date] | None:
    """About the first and last day of a season's value, enough to count from."""
    if value[5:] not in SEASONS or not value[:4].isdigit() or not int(value[:4]):
        return None
    first = date(int(value[:4]), SEASONS[value[5:]], 1)
    return first, almanac.add_days(first, 91)


def division_year(code: str, shift: int | None, now: date, direction: Callable[[], float]) -> int:
    """The year of a season, quarter or half that names none, seen from `now`."""
    if code in SEASONS:
        start = SEASONS[code]
        begun = now.month >= start or (code == "WI" and now.month <= 2)
        year = now.year - (code == "WI" and now.month <= 2)
        if shift == 0:
            gone = code == "WI" and 3 <= now.month <= 8 and direction() < 0
            return year - gone
        running = begun and (now.month < start + 3 or code == "WI")
        if shift == -1:
            return year if begun and not running else year - 1
        if shift == 1:
            return year if not begun else year + 1
        if direction() > 0 or (not begun and now.month == start - 1):
            return year if not begun or running else year + 1
        return year if begun else year - 1
    if shift is not None:
        return now.year + shift
    first = int(code[1]) * 3 - 2 if code[0] == "Q" else int(code[1]) * 6 - 5
    # Results of the quarter that has just ended are told in the future tense as well.
    ended = 0 <= now.month - first - (3 if code[0] == "Q" else 6) <= 2
    if direction() > 0 and not ended:
        return now.year if now.month <= first + 2 else now.year + 1
    return now.year if now.month >= first else now.year - 1


def _bounded(count: float) -> int:
    return int(max(min(count, 4_000_000), -4_000_000))
