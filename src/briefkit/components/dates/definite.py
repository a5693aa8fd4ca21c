"""Periods that need their "the": "the day before", "the first nine months", "the full year"."""

from __future__ import annotations

from briefkit.components.dates.amounts import quantity
from briefkit.components.dates.nodes import Anaphor, Distance, Division, Fixed, Match, RelativeUnit
from briefkit.components.dates.periods import STOPS, division, length
from briefkit.components.dates.shifts import TOLD, year_ago
from briefkit.components.dates.stream import Stream
from briefkit.components.dates.years import year

_COUNTED = frozenset(("number", "digits", "tens", "scale", "vague", "unit", "units", "filler"))
_TERMS = frozenset(("near", "foreseeable", "distant", "immediate"))
_WITHIN = frozenset(("during", "end", "finish", "for", "of"))
# "In the year since", "the year ended in June": as long as a year, and not the running one.
_BOUND = frozenset(("after", "before", "ended", "ending", "leading", "since"))
_ENDING = STOPS | {"as", "at", "from", "in", "on", "while", "with"}
_BESIDE = {"following": 1, "next": 1, "previous": -1}
_STEPS = {"before": -1, "after": 1, "earlier": -1, "prior": -1}
_PARTS = frozenset((
    "beginning", "close", "course", "end", "finish", "half", "most", "much", "part", "remainder",
    "rest", "start", "third",
))  # fmt: skip
_PARTED = frozenset(("during", "in", "into", "through", "throughout"))
_ENDED = frozenset(("ended", "ending", "to", ",", ".", "was", "were"))
_YEARLY = frozenset(("during", "for", "in", "of", "through", "throughout"))


def the_period(s: Stream, i: int) -> Match | None:
    """What follows "the" at token `i` and needs it."""
    return _of_story(s, i) or _running(s, i) or _vague(s, i) or _amount(s, i) or _reported(s, i)


def _of_story(s: Stream, i: int) -> Match | None:
    """ "the year-ago quarter", "the day before", "the day after tomorrow", "the week of May 6"."""
    j, word = i + 1, s.words[i + 1]
    if word in ("year", "quarter", "month") and s.words[j + 1] == "-":
        return _year_ago(s, j) if s.words[j + 2] in ("ago", "earlier") else None
    if s.kinds[j] == "unit" and s.values[j] in TOLD and (step := _STEPS.get(s.words[j + 1])):
        if s.words[j + 2] in _ENDING:
            return j + 2, Anaphor(s.values[j], step)
        if word == "day" and s.words[j + 2] in ("yesterday", "tomorrow"):
            return j + 3, RelativeUnit("D", 2 * step)
    if word == "week" and s.words[j + 1] == "of" and s.kinds[j + 2] == "month":
        return j + 2, Anaphor("W", 0)
    return None


def _running(s: Stream, i: int) -> Match | None:
    """The day, week, month, quarter or year that the text is in: "the rest of the year"."""
    j, word, after = i + 1, s.words[i + 1], s.words[i + 2]
    before = s.words[i - 1]
    if word == "weekend":
        return j + 1, RelativeUnit("WE", 0)
    if before in _PARTED and (part := _part(s, j)) and after in _ENDING:
        return j + 1, Anaphor(part, 0)
    if word in ("quarter", "year") and after in ("to", "-", "of"):
        return None
    if before == "of" and s.words[i - 2] not in _PARTS and s.kinds[i - 2] not in ("units", "edge"):
        return None  # "player of the year", "the day of the week"
    if word == "quarter":
        return year_ago(s, j + 1, "Q") or (j + 1, Anaphor("Q", 0))
    if word == "year" and before in _YEARLY:
        if after in _BOUND:
            return j + 1, Fixed("DURATION", "P1Y")
        return j + 1, RelativeUnit("Y", 0)
    if word in ("day", "week", "month") and before in _WITHIN:
        if after in ("of", "when", "that", "-", "after", "before"):
            return None
        if word == "day":
            return j + 1, Anaphor("D", 0)
        return j + 1, RelativeUnit({"week": "W", "month": "M"}[word], 0)
    return None


def _part(s: Stream, j: int) -> str:
    """A part of a day, "TMO" or "TNI", or nothing."""
    if s.kinds[j] == "part":
        return f"T{s.values[j]}"
    return "TNI" if s.words[j] == "night" else ""


def _vague(s: Stream, i: int) -> Match | None:
    """ "the time being", "the near future", "in the past", "over the years"."""
    j, word, after = i + 1, s.words[i + 1], s.words[i + 2]
    before = s.words[i - 1]
    if word == "time" and after == "being":
        return j + 2, Fixed("DATE", "PRESENT_REF")
    if word in _TERMS and after in ("future", "term"):
        return j + 2, Fixed("DATE", "FUTURE_REF")
    led = before in ("in", "for", "about", "of", "into")
    if led and word == "future" and after != "of":
        return j + 1, Fixed("DATE", "FUTURE_REF")
    if word == "past" and before in ("in", "of", "from") and s.kinds[j + 1] not in _COUNTED:
        return j + 1, Fixed("DATE", "PAST_REF")
    if word == "years" and before == "over":
        return j + 1, Fixed("DURATION", "PXY")
    return None


def _amount(s: Stream, i: int) -> Match | None:
    """ "the sixties", "the first nine months", "the six months ended"."""
    j, word = i + 1, s.words[i + 1]
    if s.kinds[j] == "decade":
        return j + 1, Fixed("DATE", f"19{s.values[j]}X")
    led = word in ("first", "final", "latest", "opening")
    found = quantity(s, j + led) if led or s.kinds[j] in ("digits", "number") else None
    if found and found.plural and (led or s.words[found.stop] in _ENDED):
        return found.stop, length(found)
    return None


def _reported(s: Stream, i: int) -> Match | None:
    """Periods of a report: "the 1989 period", "the full year", "the latest quarter"."""
    j, word, after = i + 1, s.words[i + 1], s.words[i + 2]
    value = year(s, j)
    if value and 1900 < value < 2100 and after in ("quarter", "period"):
        return j + 2, Division("QX", value)
    if word in ("full", "entire", "fiscal", "whole") and after == "year":
        return j + 2, Anaphor("FY", 0)
    if word in _BESIDE and (part := _part(s, j + 1)):
        return j + 2, Anaphor(part, _BESIDE[word])
    if word == "current" and after in ("quarter", "period"):
        return j + 2, RelativeUnit("Q", 0)
    if word == "latest" and after in ("quarter", "period"):
        return j + 2, Anaphor("Q", 0)
    return None


def _year_ago(s: Stream, j: int) -> Match | None:
    """ "the year-earlier quarter", "the year-ago period"."""
    stop = j + 3
    if s.words[stop] in ("quarter", "period"):
        return stop + 1, Distance(1, "Y", -1, True)
    if (found := division(s, stop)) and isinstance(found[1], Division):
        return found[0], Division(found[1].code, shift=-1)
    amount = quantity(s, stop)
    return (amount.stop, length(amount)) if amount else None


def ends(s: Stream, i: int) -> int | None:
    """The token after "the end of" or "the early hours of"."""
    if s.kinds[i + 1] == "span" and s.words[i + 2] == "of":
        return i + 3
    hours = s.words[i + 1] in ("early", "small") and s.words[i + 2 : i + 4] == ["hours", "of"]
    return i + 4 if hours else None
