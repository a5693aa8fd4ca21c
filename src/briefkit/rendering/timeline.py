"""What happened when: the dates of a brief as an editor reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Day
from datetime import timedelta
from typing import TYPE_CHECKING

from briefkit.rendering import events

if TYPE_CHECKING:
    from briefkit.schema import Brief, DateMention, Span

HINT = "extract --published DATE settles the dates that are counted from the day of publication"
# What a time of day has beside it where it does not stand on the day of something else.
_OWN_DAY = re.compile(
    r"(?<!mid)day\b|\b(?:following|last|next|overnight|previous|same|that|this|tonight|tomorrow)\b"
    r"|\d{4}|[A-Z][a-z]{2}"
)
_CLOCK = re.compile(r"\d\s?[ap]\.?m\b|^\d\d:?\d\d\b")
_LATELY = timedelta(31)  # what is older is told in passing, and its day is less sure
SEASON = re.compile(r"([0-9]{4})-(SP|SU|FA|WI)")
# Their names, and the months from which they are put in order; when one begins depends on the
# hemisphere, and a brief does not say.
_SEASONS = {
    "SP": ("spring", "03"), "SU": ("summer", "06"), "FA": ("autumn", "09"), "WI": ("winter", "12"),
}  # fmt: skip


@dataclass
class Row:
    """An event, and the days that the article gives for it."""

    days: list[str]
    event: str
    dates: Sequence[DateMention] = field(default=(), compare=False)  # that tell it, its own first


@dataclass
class Timeline:
    """The events of settled days, the earliest first, those of open ones in the order of the text,
    and a hint where the day of publication would settle these."""

    settled: list[Row]
    open: list[Row]
    hint: str | None = None


def timeline(brief: Brief) -> Timeline:
    """The events of a brief's dates.

    An event is told once, on its own day. Durations and repetitions, dates without a tense, whose
    event hardly happened then or cannot be read alone, and times without a day of their own are no
    entries: they are in the brief, but not here.
    """
    points = [
        _with_season(date)
        for date in brief.dates
        if date.type in ("date", "time")
        and date.event_span
        and date.tense
        and (date.type == "date" or _OWN_DAY.search(date.text) or _goes_on(date, brief.published))
    ]
    if brief.published:
        points = [date for date in points if date.start]
    # An event may be of an open day, though it tells of a settled one.
    groups = _by_event([d for d in points if d.start or d.anchor == "published"])
    context = events.Context(brief)
    rows = [row for group in groups for row in _rows(group, context)]
    settled = sorted((row for row in rows if row.dates[0].start), key=_in_time)
    unsettled = [row for row in rows if not row.dates[0].start]
    return Timeline(settled, unsettled, HINT if unsettled else None)


def _in_time(row: Row) -> tuple[str, str, Span]:
    date = row.dates[0]
    return date.start or "", date.value or "", date.span


def _goes_on(date: DateMention, published: str | None) -> bool:
    """Whether a time of the clock is of a day that the news has told: "at 7.30pm"."""
    day, told = _parsed(date.start), _parsed(published)
    lately = day and told and timedelta(0) <= told - day <= _LATELY
    return bool(date.anchor == "text" and lately and _CLOCK.search(date.text))


def _with_season(date: DateMention) -> DateMention:
    """A season as if it began on the first of its first month, to be put in order."""
    found = SEASON.fullmatch(date.value or "")
    if date.start or not found:
        return date
    return replace(date, start=f"{found[1]}-{_SEASONS[found[2]][1]}-01")


def _by_event(dates: Sequence[DateMention]) -> list[list[DateMention]]:
    """The dates of each event: those whose events are the same, or lie in one another."""
    groups: dict[str, list[DateMention]] = {}
    reach, last = 0, ""  # of the event that the next ones may lie in
    for date in sorted(dates, key=_extent):
        _, end = date.event_span or date.span
        if end > reach:
            reach, last = end, _words(date.event or "")
        groups.setdefault(last, []).append(date)
    return list(groups.values())


def _extent(date: DateMention) -> tuple[int, int, Span]:
    start, end = date.event_span or date.span
    return start, -end, date.span


def _words(event: str) -> str:
    return " ".join(event.split()).rstrip(".,;").lower()


def distance(row: Row, published: str | None) -> int:
    """How many days an event lies from the day of publication; 0 where that is not known."""
    day, ends = _parsed(published), [_parsed(row.dates[0].start), _parsed(row.dates[0].end)]
    return min((abs((end - day).days) for end in ends if day and end), default=0)


def _rows(dates: Sequence[DateMention], context: events.Context) -> Iterator[Row]:
    """An event under its day, and those that are told within it and have a day of their own."""
    longest = min(dates, key=_extent)
    start, told = (longest.event_span or longest.span)[0], _words(longest.event or "")
    same = events.told_on(dates, longest.event or "", start)
    days = dict.fromkeys(day_of(date) if date.start else date.text for date in same)
    seen = set(same)
    rest = [date for date in dates if date not in seen]
    yield Row(list(days), events.alone(context, longest), [*same, *rest])
    for part in _by_event([date for date in rest if _words(date.event or "") != told]):
        yield from _rows(part, context)


def day_of(date: DateMention) -> str:
    """The day, month, year or range that a settled date stands for, as short as it can be told."""
    named = None if date.end else season(date.value)
    return named or days(date.start, date.end)


def season(value: str | None) -> str | None:
    """The name of a season, and its year."""
    found = SEASON.fullmatch(value or "")
    return f"{_SEASONS[found[2]][0]} {found[1]}" if found else None


def days(first: str | None, last: str | None) -> str:
    """Two days, one, or none, as short as they can be told: a whole year or month as that."""
    start, end = first or "", last or ""
    if not end or not start or start == end:
        return start or end
    if start.endswith("-01-01") and end.endswith("-12-31"):
        start, end = start[:4].lstrip("0"), end[:4].lstrip("0")
    elif start.endswith("-01") and _ends_month(end):
        start, end = start[:7], end[:7]
    if start == end:
        return start
    # Of the end only what differs: 2025-01-13 – 17, 2024-06 – 08.
    same = next((n for n in (8, 5) if start[:n] == end[:n]), 0)
    return f"{start} – {end[same:]}"


def _ends_month(text: str) -> bool:
    day = _parsed(text)
    return day is not None and day < Day.max and (day + timedelta(1)).day == 1


def _parsed(day: str | None) -> Day | None:
    """The day of an ISO date; None for what is no date, as a foreign brief may have it."""
    try:
        return Day.fromisoformat(day or "")
    except ValueError:
        return None
