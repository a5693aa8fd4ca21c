"""Times of day: "7:15 p.m.", "4 a.m. EDT Thursday", "14:48 UTC", "noon"."""

from __future__ import annotations

from briefkit.components.dates.nodes import Clock, Day, Match, RelativeUnit
from briefkit.components.dates.stream import Stream

_SEPARATORS = (":", ".")
_ZONES = frozenset(("central", "eastern", "mountain", "pacific"))
_AT = frozenset(
    ("about", "after", "around", "at", "before", "between", "by", "from", "till", "until")
)
_IN_WORDS = {"morning": "a", "afternoon": "p", "evening": "p", "night": "p"}


def _minutes(s: Stream, i: int) -> tuple[int, int, int, bool] | None:
    """Hour and minute in digits at token `i`: stop, hour, minute, whether minutes were given."""
    if s.kinds[i] == "figure":
        hour, point, minute = s.words[i].partition(".")
        if point and len(minute) == 2 and hour.isdigit() and minute.isdigit() and len(hour) < 3:
            return i + 1, int(hour), int(minute), True
        return None
    hour_value = s.number(i)
    if hour_value < 0:
        if s.kinds[i] == "number":
            return i + 1, int(s.values[i]), 0, False
        return None
    if s.words[i + 1] == ":" and s.glued(i + 1) and s.glued(i + 2) and len(s.words[i + 2]) == 2:
        stop, minute_value = i + 3, s.number(i + 2)
        if s.words[stop] == ":" and s.glued(stop) and s.number(stop + 1) >= 0:
            stop += 2
        return stop, hour_value, minute_value, True
    if len(s.words[i]) == 4:
        return i + 1, hour_value // 100, hour_value % 100, False
    return i + 1, hour_value, 0, False


def clock(s: Stream, i: int) -> Match | None:
    """A time of day without its day."""
    if s.kinds[i] == "clock":
        return i + 1, Clock(s.values[i], "", None)
    found = _minutes(s, i)
    if found is None:
        return None
    stop, hour, minute, exact = found
    half, zone = "", ""
    four = len(s.words[i]) == 4 and stop == i + 1 and s.kinds[i] == "digits"
    if s.kinds[stop] == "meridiem" and not four:
        half, stop = s.values[stop], stop + 1
    elif s.words[stop] == "o" and s.words[stop + 1] in ("'", "'c") and s.words[stop + 2] == "clock":
        stop += 3
        exact = True
    if s.words[stop] in ("hrs", "hours") and _military(s, i, stop, four or exact):
        stop, exact = stop + 1, True
        if s.words[stop - 1] == "hrs" or four:
            zone = "local"
    if not half and s.words[stop] in ("in", "at"):
        k = stop + 1 + (s.words[stop + 1] == "the")
        if s.words[k] in _IN_WORDS and (s.words[stop] == "in") == (k > stop + 1):
            half, stop = _IN_WORDS[s.words[k]], k + 1
    if s.kinds[stop] == "zone" and (s.raw(stop).isupper() or _named_zone(s, stop)):
        named = s.words[stop] in _ZONES
        zone, stop = s.values[stop] or "local", stop + 1
        stop += s.words[stop] == "time" and named
    elif s.words[stop] == "(" and s.kinds[stop + 1] == "zone" and s.words[stop + 2] == ")":
        zone, stop = s.values[stop + 1] or "local", stop + 3
    if s.words[stop : stop + 2] == ["local", "time"]:
        zone, stop = zone or "local", stop + 2
    if not (half or exact or (zone and four)) or (
        exact and not half and not zone and not _timely(s, i, stop)
    ):
        return None
    if half and hour > 12 and half == "p":
        half = ""
    if half:
        if hour > 12 or not hour:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    return stop, Clock(f"{hour:02}:{minute:02}", "Z" if zone == "Z" else "", None)


def _military(s: Stream, i: int, stop: int, exact: bool) -> bool:
    """Whether "hrs" behind digits tells the time: "0600 hrs", "18:00hrs", "at 18hrs"."""
    glued = s.words[stop] == "hrs" and s.glued(stop) and bool(i) and s.words[i - 1] in _AT
    return (exact and len(s.words[i]) in (2, 4)) or (glued and s.number(i) < 25)


def _named_zone(s: Stream, i: int) -> bool:
    """Whether "eastern" or "central" is a zone: the latter needs "time" after it."""
    word = s.words[i]
    return word in ("eastern", "pacific") or (word in _ZONES and s.words[i + 1] == "time")


def _timely(s: Stream, i: int, stop: int) -> bool:
    """Whether bare "14:30" is a time and no score, ratio or verse: a preposition says so."""
    if s.words[stop - 1] == "clock":
        return True
    return s.words[i + 1] == ":" and s.words[i - 1] in _AT


def with_day(found: Match, day: Match | None) -> Match:
    """The clock with the day that was read after it."""
    node = found[1]
    if day and isinstance(node, Clock) and isinstance(day[1], Day | RelativeUnit):
        return day[0], Clock(node.time, node.zone, day[1])
    return found
