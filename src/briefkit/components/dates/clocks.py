"""Times of day: "7:15 p.m.", "4 a.m. EDT Thursday", "14:48 UTC", "noon"."""

from __future__ import annotations

from briefkit.components.dates.nodes import Clock, Day, Match, RelativeUnit
from briefkit.components.dates.stream import Stream

_AT = frozenset(
    ("about", "after", "around", "at", "before", "between", "by", "from", "till", "until")
)
_IN_WORDS = {"morning": "a", "afternoon": "p", "evening": "p", "night": "p"}


def _minutes(s: Stream, i: int) -> tuple[int, int, int, bool] | None:
    """Hour and minute in digits at token `i`: stop, hour, minute, whether minutes were given."""
    if s.kinds[i] == "figure":
        hour, point, minute = s.words[i].partition(".")
        if point and len(minute) == 2 and hour.isdigit() and len(hour) < 3:
            return i + 1, int(hour), int(minute), True
        return None
    hour_value = s.number(i)
    if hour_value < 0:
        if s.kinds[i] == "number":
            return i + 1, int(s.values[i]), 0, False
        return None
    if s.words[i + 1] == ":" and s.glued(i + 2) and len(s.words[i + 2]) == 2:
        return i + 3, hour_value, s.number(i + 2), True
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
    elif s.words[stop] == "o" and s.words[stop + 2] == "clock":
        stop, exact = stop + 3, True
    if s.words[stop] == "hrs" or (s.words[stop] == "hours" and four):
        stop, exact, zone = stop + 1, True, "local"
    if not half and s.words[stop] in ("in", "at"):
        k = stop + 1 + (s.words[stop + 1] == "the")
        if s.words[k] in _IN_WORDS:
            half, stop = _IN_WORDS[s.words[k]], k + 1
    if s.kinds[stop] == "zone" and (s.raw(stop).isupper() or s.words[stop + 1] == "time"):
        zone, stop = s.values[stop] or "local", stop + 1
        stop += s.words[stop] == "time"
    if s.words[stop : stop + 2] == ["local", "time"]:
        zone, stop = zone or "local", stop + 2
    # Bare "14:30" may be a score, a ratio or a verse.
    timely = s.words[stop - 1] == "clock" or (s.words[i + 1] == ":" and s.words[i - 1] in _AT)
    if not half and not (exact or four if zone else exact and timely):
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or not 0 <= minute < 60:
        return None
    return stop, Clock(f"{hour:02}:{minute:02}", "Z" if zone == "Z" else "", None)


def with_day(found: Match, day: Match) -> Match:
    """The clock with the day that was read after it."""
    node = found[1]
    if isinstance(node, Clock) and isinstance(day[1], Day | RelativeUnit):
        return day[0], Clock(node.time, node.zone, day[1])
    return found
