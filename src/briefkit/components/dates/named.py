"""Holidays and seasons: "Good Friday", "Christmas Eve 2021", "last summer"."""

from __future__ import annotations

from briefkit.components.dates.lexicon import holiday_starts, holidays, word_set
from briefkit.components.dates.nodes import Day, Holiday, Match, WeekOf
from briefkit.components.dates.patterns import match
from briefkit.components.dates.stream import Stream

_SOLD = frozenset(("bargains", "deal", "deals", "discounts", "offers", "sale", "sales", "stock"))
_OWNERS = frozenset(("her", "his", "its", "my", "our", "their"))
_OPENERS = word_set("opener")


def holiday(s: Stream, i: int) -> Match | None:
    """A holiday, with the year that follows it."""
    for parts in holiday_starts().get(s.words[i], ()):
        stop = i + len(parts)
        if not s.capital(i):
            return None
        if all(s.words[i + k] == part for k, part in enumerate(parts)):
            name = " ".join(parts).replace(" '", "'").replace(" .", ".")
            if s.capital(stop) and s.words[stop] not in ("day", "eve"):
                return None
            if s.words[stop] in _SOLD and parts[0] in ("black", "cyber"):
                return None  # "the Black Friday sale", which may run for weeks
            if s.words[stop] in ("week", "weekend") and s.words[stop + 1] != "-":
                weekend = s.words[stop] == "weekend"
                return stop + 1, WeekOf(Holiday(holidays()[name]), weekend)
            dated = match(s, stop, "after")
            year = dated[1].year if dated and isinstance(dated[1], Day) else None
            return dated[0] if dated else stop, Holiday(holidays()[name], year)
    return None
