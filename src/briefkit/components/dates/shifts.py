"""Units counted from now: "last year", "this Friday", "the next five years"."""

from __future__ import annotations

from dataclasses import replace

from briefkit.components.dates.amounts import duration, quantity
from briefkit.components.dates.days import after_month, calendar_date, weekday
from briefkit.components.dates.named import holiday
from briefkit.components.dates.nodes import (
    Anaphor,
    Day,
    Distance,
    Division,
    Fixed,
    Holiday,
    Match,
    RelativeUnit,
)
from briefkit.components.dates.stream import Stream

_VERBAL = frozenset((
    "can", "could", "may", "might", "must", "not", "should", "to", "will", "would",
))  # fmt: skip
_LEADING = frozenset(("a", "each", "every", "its", "that", "the", "their", "this"))
_UP_TO_NOW = [[word, "the"] for word in ("during", "for", "in", "over", "within")]
_SEASONAL = frozenset(("coming", "current", "last", "next", "previous", "this", "upcoming"))
TOLD = frozenset(("D", "M", "Q", "TNI", "W", "Y"))  # units that a text can go back to
_REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def shifted(s: Stream, i: int) -> Match | None:  # noqa: C901 - a branch for each kind of token
    """A unit, weekday, month or season with "last", "next", "this" or their like at token `i`."""
    word, shift = s.words[i], int(s.values[i])
    j = i + 1
    if word == "last" and s.words[i - 1] in _VERBAL:
        return None  # "expected to last six weeks"
    if word == "following" and s.words[i - 1] not in _LEADING:
        return None  # "following Monday's attack": after it
    if word in ("this", "the") and s.words[j] in ("past", "last", "coming", "same"):
        shift, word, j = int(s.values[j]), f"this {s.words[j]}", j + 1
    if s.kinds[j] == "unit" and s.words[j + 1] in ("-", "‑") and s.glued(j + 1):
        return None  # "that year-long period"
    if word == "same" and s.values[j] in TOLD:
        return year_ago(s, j + 1, s.values[j]) or (j + 1, Anaphor(s.values[j], 0, told=True))
    if word == "that":
        j += s.words[j] == "same"
        if s.kinds[j] == "unit" and s.values[j] in TOLD:
            return j + 1, Anaphor(s.values[j], 0, told=True)
        if s.kinds[j] == "month" and s.capital(j):
            return j + 1, Day(month=int(s.values[j]), told=True)
        if (day := weekday(s, j)) and s.capital(j):
            return day[0], Day(weekday=day[1], told=True)
        return None
    j += s.kinds[j] == "fiscal"
    kind, value = s.kinds[j], s.values[j]
    if kind == "unit":
        return _unit(s, i, j, word, shift)
    if s.words[j] == "season" and word in _SEASONAL:
        # Of sport, rain or harvest: no calendar says when it begins.
        return j + 1, Fixed("DATE", _REFS[shift])
    if kind == "units" and value[0] != "T":
        if word == "these" and value == "D":
            return j + 1, Fixed("DATE", "PRESENT_REF")
        if word in ("recent", "coming", "past", "previous", "last", "following", "upcoming"):
            return j + 1, Fixed("DURATION", duration(None, value))
        return None
    if word in ("past", "recent", "latest", "current", "these", "those", "prior", "preceding"):
        return _amount(s, i, j, word)
    if kind == "weekday" and (day := weekday(s, j)):
        if s.words[day[0]] == "," and (dated := calendar_date(s, j)):
            return dated  # "last Friday, 3 May"
        if word.endswith("coming"):
            shift = 0  # "the coming Friday" is the next one, "next Friday" that of next week
        elif word in ("following", "previous", "preceding") or s.words[i - 1] == "the":
            shift *= 2
        return day[0], Day(weekday=day[1], shift=shift)
    if kind == "month" and s.capital(j):
        stop = after_month(s, j + 1)
        number = s.number(stop) if s.number(stop) <= 31 else 0
        return stop + (number > 0), Day(month=int(value), day=max(number, 0) or None, shift=shift)
    if found := holiday(s, j):
        node = found[1]
        return found[0], replace(node, shift=shift) if isinstance(node, Holiday) else node
    if kind == "season":
        return j + 1, Division(value, shift=shift)
    if kind == "part" and word in ("this", "last"):
        return j + 1, RelativeUnit("D", shift, value)
    return _amount(s, i, j, word)


def _unit(s: Stream, i: int, j: int, word: str, shift: int) -> Match | None:
    unit = s.values[j]
    if unit == "TNI":
        return (j + 1, RelativeUnit("D", shift, "NI")) if word in ("last", "this") else None
    lasting = word in ("past", "coming")
    if unit[0] in "TECF":
        lasting = lasting or word in ("last", "next", "previous")
        if not lasting and unit[0] in "TF":
            return None
    # "over the last year"
    if lasting or (word == "last" and s.words[i - 2 : i] in _UP_TO_NOW):
        return j + 1, Fixed("DURATION", duration(1, unit))
    if word == "next" and s.words[i - 1] == "the":
        return j + 1, Anaphor(unit, shift, ahead=True)
    if word in ("previous", "following", "preceding", "prior", "same") or unit == "D":
        if unit == "D" and word in ("last", "this", "latest", "current", "recent"):
            return None
        return j + 1, Anaphor(unit, shift)
    return j + 1, RelativeUnit(unit, shift)


def _amount(s: Stream, i: int, j: int, word: str) -> Match | None:
    """ "the last five years": how long; when it began is no part of a TIMEX3 value."""
    found = quantity(s, j)
    if found is None or s.kinds[j] == "det" or not found.plural:
        return None
    return found.stop, Fixed("DURATION", found.value)


def year_ago(s: Stream, i: int, grain: str) -> Match | None:
    """ "a year ago" behind "the quarter" or "the same month": that of the year before."""
    if s.words[i : i + 2] == ["a", "year"] and s.words[i + 2] in ("ago", "earlier"):
        return i + 3, Distance(1, "Y", -1, True, grain)
    return None
