"""What is counted in units: "last week", "two years ago", "the next morning", "that year"."""

from __future__ import annotations

from datetime import date

from briefkit.components.dates.almanac import moved, unit_of
from briefkit.components.dates.nodes import Anaphor, Distance, RelativeUnit
from briefkit.components.dates.standpoint import Standpoint

_REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_OPEN = {"D": "XXXX-XX-XX", "M": "XXXX-XX", "W": "XXXX-WXX", "Y": "XXXX"}
_PARTS = frozenset(("TAF", "TEV", "TMO", "TNI"))


def shift(at: Standpoint, node: RelativeUnit) -> str:
    """A unit counted from now."""
    now = at.now
    if now is None:
        return _REFS[(node.shift > 0) - (node.shift < 0)]
    count = node.shift
    if node.unit == "WE" and not count and now.isoweekday() < 5:
        count = -(at.way < 0 or (at.way == 0 and now.isoweekday() == 1))
    part = f"T{node.part}" if node.part else ""
    return unit_of(moved(now, node.unit, count), node.unit) + part


def distance(at: Standpoint, node: Distance) -> str:
    """An amount of time before or after now or a date of the text."""
    if node.amount is None:
        # What came later in a story of the past is past as well.
        return _REFS[-1 if node.story and at.way <= 0 else node.direction]
    if node.grain:
        return _same_unit(at, node, node.amount)
    if node.unit == "Y" and (node.story or node.amount == 1) and node.direction < 0:
        quarter = None if at.references.yearly else at.references.quarter
        if quarter:
            return f"{at.take(quarter[0]).year - int(node.amount):04}-Q{quarter[1]}"
    base = None
    if node.story:
        last = at.last({"M": "M", "Y": "Y", "E": "Y", "C": "Y"}.get(node.unit, "D"))
        if last is None and node.direction > 0 and at.way <= 0:
            return "PAST_REF"
        base = at.take(last) if last else None
    base = base or at.now
    unit = node.unit
    if base is None or (unit in ("TH", "TM", "TS") and not node.story):
        return _REFS[node.direction]
    if unit in ("TH", "TM", "TS"):
        return base.isoformat()
    day = moved(base, unit, node.amount * node.direction)
    if node.direction > 0 > at.way and at.published and day > at.published:
        return "PAST_REF"  # of what has happened the text has told another beginning
    return unit_of(day, {"W": "D", "F": "D", "TNI": "D", "E": "Y", "C": "Y"}.get(unit, unit))


def _same_unit(at: Standpoint, node: Distance, amount: float) -> str:
    """ "The same month a year ago"."""
    quarter = at.references.quarter if node.grain == "Q" else None
    if quarter:
        return f"{at.take(quarter[0]).year - int(amount):04}-Q{quarter[1]}"
    last = at.last(node.grain)
    base = at.take(last) if last else at.now
    return unit_of(moved(base, "Y", -amount), node.grain) if base else "PAST_REF"


def anaphor(at: Standpoint, node: Anaphor) -> tuple[str, str]:
    """A unit counted from a date of the text."""
    unit, base = node.unit, None
    if unit == "Q":
        return "DATE", _quarter(at, node.shift)
    if unit == "FY":
        # "the full year" of a report is that of its quarter, else the running one.
        unit, near = "Y", at.references.quarter
        base = date(at.take(near[0]).year, 1, 1) if near else None
    elif not (node.ahead and at.way > 0) and (last := at.last(unit)):
        base = at.take(last)
    # In the past tense "the next morning" is none of publication.
    nowhere = at.way <= 0 if node.told else at.way < 0 < node.shift
    if base is None and nowhere:
        return "DATE", _OPEN.get(unit, "PAST_REF")
    base = base or at.now
    if base is None:
        return "DATE", _REFS[node.shift]
    if unit in _PARTS:
        return "TIME", unit_of(moved(base, "D", node.shift), "D") + unit
    return "DATE", unit_of(moved(base, unit, node.shift), unit)


def _quarter(at: Standpoint, shift: int) -> str:
    found = at.references.quarter
    if found:
        number = at.take(found[0]).year * 4 + found[1] - 1 + shift
        return f"{number // 4:04}-Q{number % 4 + 1}"
    now = at.now
    return f"{now.year:04}-QX" if now else "XXXX-QX"
