"""Dates that leave out their year or week: "Friday", "3 May", "October", "Easter", "the summer"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefkit.components.dates import almanac
from briefkit.components.dates.almanac import division_year
from briefkit.components.dates.nodes import Day, Division, Holiday
from briefkit.components.dates.standpoint import Standpoint

# In months: what is nearer is to come, although the sentence looks back, by how sure that is.
_AHEAD = {-0.5: 1, -0.25: 4.6}


def weekday(at: Standpoint, node: Day) -> str:
    """The day of a weekday."""
    assert node.weekday is not None
    if node.told or node.shift in (-2, 2):
        return _weekday_of_text(at, node)
    now = at.now
    if now is None:
        return f"XXXX-WXX-{node.weekday}"
    if node.within is not None:
        days = 7 * node.within + node.weekday - now.isoweekday()
        return almanac.add_days(now, days).isoformat()
    gap = (now.isoweekday() - node.weekday) % 7
    if node.shift == -1:
        return almanac.add_days(now, -(gap or 7)).isoformat()
    if node.shift == 1:
        return almanac.add_days(now, 7 + node.weekday - now.isoweekday()).isoformat()
    if then := at.planned_then():
        ahead = (node.weekday - then.day.isoweekday()) % 7 or (0 if node.part else 7)
        return almanac.add_days(at.take(then), ahead).isoformat()
    known = at.references.settled.get(f"W{node.weekday}")
    if known and abs(at.way) < 1:
        return known.isoformat()
    if at.way > 0 or (node.shift == 0 and at.way == 0):
        day = almanac.add_days(now, (7 - gap) % 7)
    else:
        day = almanac.add_days(now, -gap)
    if abs(at.way) == 1:
        at.references.settled[f"W{node.weekday}"] = day
    return day.isoformat()


def _weekday_of_text(at: Standpoint, node: Day) -> str:
    """ "The following Tuesday": counted from the last day of the text, else from now."""
    assert node.weekday is not None
    last = at.last()
    if last is None:
        if node.told or not node.shift:
            return f"XXXX-WXX-{node.weekday}"
        return weekday(at, replace(node, shift=node.shift // 2))
    base = at.take(last)
    if node.told:
        days = (node.weekday - base.isoweekday()) % 7
    elif node.shift == 2:
        days = (node.weekday - base.isoweekday() - 1) % 7 + 1
    else:
        days = -((base.isoweekday() - node.weekday - 1) % 7 + 1)
    return almanac.add_days(base, days).isoformat()


def year_of(at: Standpoint, node: Day) -> int | None:
    """The year of a month or day that names none."""
    assert node.month is not None
    if node.told:
        last = at.last("Y")
        return at.take(last).year if last else None
    if node.shift is None and (last := at.narrative(node.month, node.day)):
        return _year_after(at, at.take(last), node)
    now = at.now
    if now is None:
        return None
    year = now.year
    here = (node.month, node.day) if node.day else (node.month,)
    there = (now.month, now.day) if node.day else (now.month,)
    if node.shift == -1:
        return year if here < there else year - 1
    if node.shift == 1:
        return year if here > there else year + 1
    if here == there:
        return year
    if node.day is None:
        known = at.references.settled.get(f"M{node.month}")
        if known and abs(at.way) < 1:
            return known.year
    way = at.way
    ahead = (node.month - now.month + ((node.day or now.day) - now.day) / 31) % 12
    if way == 0:
        way = 0.5 if ahead < min(12 - ahead, 3.5) else -0.5
    elif (ahead > 11 or (way < 1 and ahead > 10)) if way > 0 else ahead < _AHEAD.get(way, 0):
        way = -way  # the nearer reading is the true one: a plan for next year names the year
    if way > 0:
        found = year if here > there else year + 1
    else:
        found = year if here < there else year - 1
    if node.day is None:
        at.references.settled[f"M{node.month}"] = date(found, node.month, 1)
    return found


def _year_after(at: Standpoint, base: date, node: Day) -> int:
    """The year in which a month follows a reference: a story goes on, unless it looks back."""
    assert node.month is not None
    if (node.month, node.day or 31) >= (base.month, base.day) or at.sight.before:
        return base.year
    return base.year + 1


def holiday(at: Standpoint, node: Holiday) -> str:
    """The day of a holiday."""
    year = node.year
    if year is None:
        now = at.now
        if now is None:
            plain = node.rule[:2].isdigit() and len(node.rule) == 5
            return f"XXXX-{node.rule}" if plain else "XXXX-XX-XX"
        rough = almanac.holiday(node.rule, now.year)
        year = year_of(at, Day(None, rough.month, rough.day, None, node.shift))
    return almanac.holiday(node.rule, year or 1).isoformat()


def division(at: Standpoint, node: Division) -> str:
    """A quarter, half or season."""
    year, code = node.year, node.code
    if year is None and (now := at.now) is not None:
        year = division_year(code, node.shift, now, lambda: at.way)
    if code == "QX" and (quarter := at.references.quarter):
        code = f"Q{quarter[1]}"
    return (f"{year:04}" if year is not None else "XXXX") + f"-{code}"
