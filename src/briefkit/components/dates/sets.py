"""What comes again, and bare units: "every Monday", "twice a year", "for weeks"."""

from __future__ import annotations

from briefkit.components.dates import days
from briefkit.components.dates.amounts import duration, quantity
from briefkit.components.dates.nodes import Day, Distance, Fixed, Match
from briefkit.components.dates.stream import Stream

_LASTING = frozenset((
    "after", "for", "in", "just", "lasted", "over", "spent", "take", "takes", "took", "within",
))  # fmt: skip
_EACH = {
    "weekday": "XXXX-WXX-{}", "month": "XXXX-{:0>2}", "season": "XXXX-{}", "part": "XXXX-XX-XXT{}",
}  # fmt: skip
_SPEEDS = frozenset((
    "feet", "kilometers", "kilometres", "km", "knots", "meters", "metres", "miles", "m",
))  # fmt: skip


def bare_units(s: Stream, i: int) -> Match | None:
    """Plural units without a number: "for weeks", "decades-long", "months ago"."""
    unit, j = s.values[i], i + 1
    if unit in ("WE", "SU", "WI", "Q", "TNI", "TS"):
        return None
    if s.words[j] in ("ago", "earlier", "later"):
        way = 1 if s.words[j] == "later" else -1
        return j + 1, Distance(None, unit, way, s.words[j] != "ago")
    before, vague = s.words[i - 1], Fixed("DURATION", duration(None, unit))
    if s.words[j] in ("-", "‑"):
        return (j + 2, vague) if s.words[j + 1] == "long" else None
    if before == "of":
        return None
    # "decades of work", but "103 years of age" and "the early hours of the day"
    plain = not s.kinds[i - 1] and before not in ("more", "the")
    filled = plain and s.words[j] == "of" and s.words[j + 1] not in ("age", "the")
    lasting = before in _LASTING or s.words[j] in ("before", "after", "until")
    return (j, vague) if lasting or filled else None


def recurring(s: Stream, i: int) -> Match | None:
    """ "every Monday", "each year", "every two weeks", "twice a day"."""
    counted = s.kinds[i] in ("digits", "number", "vague")
    if s.kinds[i] == "times" or (counted and s.words[i + 1] == "times"):
        j = i + 1 + (s.words[i + 1] == "times")
        if s.words[j] in ("a", "an", "per", "each", "every") and s.kinds[j + 1] == "unit":
            return j + 2, Fixed("SET", duration(1, s.values[j + 1]))
        return None
    if s.kinds[i] == "set":
        return i + 1, Fixed("SET", s.values[i])
    if s.kinds[i] == "weekdays":
        return i + 1, Fixed("SET", f"XXXX-WXX-{s.values[i]}")
    if s.words[i] == "weekends" and s.words[i - 1] in ("on", "at"):
        return i + 1, Fixed("SET", "XXXX-WXX-WE")
    if s.words[i] == "per" and s.kinds[i + 1] == "unit" and s.words[i - 1] not in _SPEEDS:
        return i + 2, Fixed("SET", duration(1, s.values[i + 1]))
    if s.kinds[i] != "each":
        return None
    j = i + 1 + (s.words[i + 1] in ("other", "single"))
    kind, value = s.kinds[j], s.values[j]
    if s.words[j] == "night":
        kind, value = "part", "NI"
    if kind == "unit":
        return j + 1, Fixed("SET", duration(1 + (s.words[i + 1] == "other"), value))
    dated = days.calendar_date(s, j)
    if dated and isinstance(dated[1], Day) and dated[1].day:
        return dated[0], Fixed("SET", f"XXXX-{dated[1].month:02}-{dated[1].day:02}")
    if kind in _EACH and (kind != "month" or s.capital(j)):
        return j + 1, Fixed("SET", _EACH[kind].format(value))
    found = quantity(s, j)
    return (found.stop, Fixed("SET", found.value)) if found else None
