"""What a node means from a standpoint: what leaves out its year or week ("Friday", "3 May",
"the summer"), and what is counted in units ("last week", "two years ago", "that year")."""

from __future__ import annotations

from datetime import date

from briefkit.components.dates import almanac
from briefkit.components.dates.almanac import SEASONS, division_year, moved, unit_of
from briefkit.components.dates.amounts import duration
from briefkit.components.dates.nodes import (
    REFS,
    Anaphor,
    Day,
    Distance,
    Division,
    Holiday,
    RelativeUnit,
)
from briefkit.components.dates.standpoint import Standpoint
from briefkit.components.dates.tense import PLAN

_OPEN = {"D": "XXXX-XX-XX", "M": "XXXX-XX", "W": "XXXX-WXX", "Y": "XXXX"}
_PARTS = frozenset(("TAF", "TEV", "TMO", "TNI"))
# In months: what is nearer is to come, although the sentence looks back, by how sure that is.
_AHEAD = {-0.5: 1, -0.25: 4.6}


def weekday(at: Standpoint, node: Day) -> str:
    """The day of a weekday."""
    assert node.weekday is not None
    told = node.told or node.shift in (-2, 2)
    last = at.last() if told else None
    if last:  # "the following Tuesday", "that Tuesday"
        base = at.take(last)
        ahead = (node.weekday - base.isoweekday() - (not node.told)) % 7 + (not node.told)
        days = ahead - 7 or -7 if node.shift == -2 else ahead
        return almanac.add_days(base, days).isoformat()
    now = at.now
    if now is None or told:
        return f"XXXX-WXX-{node.weekday}"
    if node.within is not None:
        days = 7 * node.within + node.weekday - now.isoweekday()
        return almanac.add_days(now, days).isoformat()
    gap = (now.isoweekday() - node.weekday) % 7
    if node.shift == -1:  # yesterday is no "last Monday"
        return almanac.add_days(now, -(gap if gap > 1 else gap + 7)).isoformat()
    if node.shift == 1:
        return almanac.add_days(now, 7 + node.weekday - now.isoweekday()).isoformat()
    if node.shift == 3:
        return almanac.add_days(now, 14 - gap if gap else 7).isoformat()
    if then := at.planned_then():
        ahead = (node.weekday - then.day.isoweekday()) % 7 or (0 if node.part else 7)
        return almanac.add_days(at.take(then), ahead).isoformat()
    known = at.references.settled.get((0, node.weekday))
    if known and abs(at.way) < 1 and not (at.way >= PLAN and known < now):
        return known.isoformat()
    if at.way > 0 or node.shift == 0:
        day = almanac.add_days(now, (7 - gap) % 7)
    else:
        day = almanac.add_days(now, -gap)
    if abs(at.way) == 1:
        at.references.settled[0, node.weekday] = day
    return day.isoformat()


def year_of(at: Standpoint, node: Day) -> int | None:
    """The year of a month or day that names none."""
    assert node.month is not None
    if node.told or node.shift == 2:
        return _year_of_text(at, node.month, node.shift)
    if node.shift is None and (last := at.narrative(node.month, node.day)):
        year = _year_after(last.day, node)
        if at.published is None or (year, node.month) <= (at.published.year, at.published.month):
            at.take(last)
            return year
    now = at.now
    if now is None:
        return None
    year = now.year
    here = (node.month, node.day) if node.day else (node.month,)
    there = (now.month, now.day) if node.day else (now.month,)
    way = node.shift or at.way
    known = at.references.settled.get((node.month, 0)) if not node.day else None
    if known and not node.shift and abs(at.way) < 1:
        return known.year
    ahead = (node.month - now.month + ((node.day or now.day) - now.day) / 31) % 12
    if not node.shift:
        if here == there:
            return year
        # "would have been 80 on 20 May"
        near = _AHEAD.get(way, 0.5 * at.sight.unreal)
        if way == 0:
            way = 0.5 if ahead < min(12 - ahead, 3.5) else -0.5
        elif (ahead > 11 or (way < 1 and ahead > 10)) if way > 0 else ahead < near:
            way = -way  # the nearer reading is the true one: a plan for next year names the year
    year += (way > 0 and here <= there) - (way < 0 and here >= there)
    if not node.day:
        at.references.settled[node.month, 0] = date(year, node.month, 1)
    return year


def _year_of_text(at: Standpoint, month: int, shift: int | None) -> int | None:
    """The year of "that July" or "the following July", counted from the last date of the text."""
    last = at.last("Y", told=shift != 2)
    if last is None:
        return None
    base = at.take(last)
    return base.year + (shift == 2 and (last.precision == "Y" or month <= base.month))


def day_of_month(at: Standpoint, day: int) -> str:
    """A day that names no month: "on the 5th"."""
    last = at.last("M")
    base = at.take(last) if last else at.now
    if base is None:
        return f"XXXX-XX-{day:02}"
    gone = base == at.published and base.day > day
    ahead = base == at.published and base.day < day
    month = moved(base.replace(day=1), "M", (gone and at.way > 0) - (ahead and at.way < 0))
    known = almanac.valid(month.year, month.month, day)
    return f"{month.year:04}-{month.month:02}-{day:02}" if known else f"XXXX-XX-{day:02}"


def _year_after(base: date, node: Day) -> int:
    """The year in which a month follows a reference: a story goes on."""
    assert node.month is not None
    return base.year + (node.month < base.month)


def holiday(at: Standpoint, node: Holiday) -> str:
    """The day of a holiday."""
    year = node.year
    if year is None:
        now = at.now
        rough = almanac.holiday(node.rule, now.year) if now else None
        day = rough and Day(None, rough.month, rough.day, None, node.shift)
        year = year_of(at, day) if day else None
    if year is None:
        plain = node.rule[:2].isdigit() and len(node.rule) == 5
        return f"XXXX-{node.rule}" if plain else "XXXX-XX-XX"
    return almanac.holiday(node.rule, year).isoformat()


def division(at: Standpoint, node: Division) -> str:
    """A quarter, half or season."""
    year, code = node.year, node.code
    if node.told or node.shift == 2:
        year = _year_of_text(at, SEASONS[code], node.shift)
    elif year is None and (now := at.now) is not None:
        year = division_year(code, node.shift, now, at.way)
    if code == "QX" and (quarter := at.references.quarter):
        code = f"Q{quarter[1]}"
    return (f"{year:04}" if year is not None else "XXXX") + f"-{code}"


def shift(at: Standpoint, node: RelativeUnit) -> str:
    """A unit counted from now."""
    now = at.now
    if now is None:
        return REFS[(node.shift > 0) - (node.shift < 0)]
    count = node.shift
    if node.unit == "WE" and not count and now.isoweekday() < 5:
        count = -(at.way < 0 or (at.way == 0 and now.isoweekday() == 1))
    if node.unit == "W" and now.isoweekday() == 7:  # papers begin a week with its Sunday
        count += count == -1 or (count == 0 and at.way > 0)
    part = f"T{node.part}" if node.part else ""
    return unit_of(moved(now, node.unit, count), node.unit) + part


def distance(at: Standpoint, node: Distance) -> tuple[str, str]:
    """An amount of time before or after now or a date of the text; from none of the text only how
    long it is."""
    if node.amount is None:
        # What came later in a story of the past is past as well.
        return "DATE", REFS[-1 if node.story and at.way <= 0 else node.direction]
    value = _counted(at, node, node.amount)
    return ("DATE", value) if value else ("DURATION", duration(node.amount, node.unit))


def _counted(at: Standpoint, node: Distance, amount: float) -> str | None:
    unit, base = node.unit, None
    quarter = None if at.references.yearly else at.references.quarter
    if quarter and unit == "Y" and node.direction < 0 and (node.story or amount == 1):
        return f"{at.take(quarter[0]).year - int(amount):04}-Q{quarter[1]}"
    if node.grain:  # "the same month a year ago"
        last = at.last(node.grain)
        then = at.take(last) if last else at.now
        return unit_of(moved(then, "Y", -amount), node.grain) if then else "PAST_REF"
    if node.story:
        last = at.last({"M": "M", "Y": "Y", "E": "Y", "C": "Y"}.get(unit, "D"))
        if unit in ("TH", "TM", "TS") or (last is None and node.direction > 0):
            return None
        base = at.take(last) if last else None
    base = base or at.now
    if base is None or unit in ("TH", "TM", "TS"):
        return REFS[node.direction]
    day = moved(base, unit, amount * node.direction)
    if node.direction > 0 > at.way and at.published and day > at.published:
        return None  # of what has happened the text has told another beginning
    return unit_of(day, {"W": "D", "F": "D", "TNI": "D", "E": "Y", "C": "Y"}.get(unit, unit))


def anaphor(at: Standpoint, node: Anaphor) -> tuple[str, str]:
    """A unit counted from a date of the text."""
    unit, base = node.unit, None
    if unit == "Q":
        return "DATE", _quarter(at, node.shift)
    if unit == "FY":
        # "the full year" of a report is that of its quarter, else the running one.
        unit, near = "Y", at.references.quarter
        told = near[0] if near else at.last("Y")
        base = date(at.take(told).year, 1, 1) if told else None
    # Not of "will go by the end of the month".
    elif (at.way <= 0 or node.told) and (last := at.last(unit)):
        base = at.take(last)
    # In the past tense "the next morning" is none of publication.
    nowhere = at.way <= 0 if node.told else at.way < 0 < node.shift
    if base is None and nowhere:
        return "DATE", _OPEN.get(unit, "PAST_REF")
    base = base or at.now
    if base is None:
        return "DATE", REFS[node.shift]
    if unit in _PARTS:
        return "TIME", unit_of(moved(base, "D", node.shift), "D") + unit
    return "DATE", unit_of(moved(base, unit, node.shift), unit)


def _quarter(at: Standpoint, shift: int) -> str:
    """The quarter that a report is of, or one beside it."""
    found = at.references.quarter
    if found:
        number = at.take(found[0]).year * 4 + found[1] - 1 + shift
        return f"{number // 4:04}-Q{number % 4 + 1}"
    now = at.now
    return f"{now.year:04}-QX" if now else "XXXX-QX"
