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

Labelled = tuple[str, "DateMention"]
"""A date with the words that stand for it."""

HINT = "extract --published DATE settles the dates that are counted from the day of publication"
# What a time of day has beside it where it does not stand on the day of something else.
_OWN_DAY = re.compile(
    r"(?<!mid)day\b|\b(?:following|last|next|overnight|previous|same|that|this|tonight|tomorrow)\b"
    r"|\d{4}|[A-Z][a-z]{2}"
)
_CLOCK = re.compile(r"\d\s?[ap]\.?m\b|^\d\d:?\d\d\b")
_LATELY = timedelta(31)  # what is older is told in passing, and its day is less sure
_SEASONS = {"SP": "03", "SU": "06", "FA": "09", "WI": "12"}
_NAMES = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_MOST = 12  # days of one event: a fixture list is no line to be read


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

    An event is told once, on its own day. Durations and repetitions, dates without a tense, which
    hardly tell when their event happened, times without a day of their own, and what nobody can
    read alone are no entries: they are in the brief, but not here.
    """
    points = [
        date
        for date in brief.dates
        if date.type in ("date", "time")
        and date.event_span
        and date.tense
        and (date.type == "date" or _OWN_DAY.search(date.text) or _goes_on(date, brief.published))
    ]
    points = [_with_season(date) for date in points]
    settled = [date for date in points if date.start]
    undated = [date for date in points if not date.start and _is_open(date, brief.published)]
    labelled = [(day_of(date), date) for date in settled]
    known, rows = [], []
    # An event may be of an open day, though it tells of a settled one.
    for group in _by_event([*labelled, *((date.text, date) for date in undated)]):
        for row in _rows(group, brief):
            first = row.dates[0]
            if first.start:
                known.append(((first.start, first.value or "", first.span), row))
            else:
                rows.append(row)
    told = {_words(row.event) for _, row in known}
    rows = [row for row in rows if _words(row.event) not in told]
    counted = any(date.anchor == "published" for date in undated)
    hint = HINT if brief.published is None and counted else None
    return Timeline([row for _, row in sorted(known, key=lambda pair: pair[0])], rows, hint)


def _goes_on(date: DateMention, published: str | None) -> bool:
    """Whether a time of the clock is of a day that the news has told: "at 7.30pm"."""
    day, told = _parsed(date.start), _parsed(published)
    lately = day and told and timedelta(0) <= told - day <= _LATELY
    return bool(date.anchor == "text" and lately and _CLOCK.search(date.text))


def _with_season(date: DateMention) -> DateMention:
    """A season as if it began on the first of its first month, to be put in order; a brief does not
    say when it begins, which depends on the hemisphere."""
    year, _, season = (date.value or "").partition("-")
    if date.start or season not in _SEASONS or not year.isdigit():
        return date
    return replace(date, start=f"{year}-{_SEASONS[season]}-01")


def _is_open(date: DateMention, published: str | None) -> bool:
    """Whether a day that is not known is one all the same: PAST_REF, of "recently", is none."""
    counted = date.anchor == "published" and published is None
    return counted or any(map(str.isdigit, date.value or ""))


def _by_event(dates: Sequence[Labelled]) -> list[list[Labelled]]:
    """The dates of each event: those whose events are the same, or lie in one another."""
    groups: dict[str, list[Labelled]] = {}
    reach, last = 0, ""  # of the event that the next ones may lie in
    for label, date in sorted(dates, key=lambda pair: _extent(pair[1])):
        words, (_, end) = _words(date.event or ""), date.event_span or date.span
        if end > reach:
            reach, last = end, words
        groups.setdefault(words if words in groups else last, []).append((label, date))
    return list(groups.values())


def _extent(date: DateMention) -> tuple[int, int, Span]:
    start, end = date.event_span or date.span
    return start, -end, date.span


def _words(event: str) -> str:
    return " ".join(event.split()).rstrip(".,;").lower()


def distance(dates: Sequence[DateMention], published: str | None) -> int:
    """How many days an event lies from the day of publication; 0 where that is not known."""
    day, ends = _parsed(published), [_parsed(dates[0].start), _parsed(dates[0].end)]
    return min((abs((end - day).days) for end in ends if day and end), default=0)


def _rows(group: Sequence[Labelled], brief: Brief) -> Iterator[Row]:
    """An event under its day, and those that are told within it and have a day of their own."""
    row = _row(group, brief)
    told = _words(min((date for _, date in group), key=_extent).event or "")
    if row:
        yield row
    shown = row.dates[: len(row.days)] if row else ()
    inner = [p for p in group if _words(p[1].event or "") != told and p[1] not in shown]
    for part in _by_event(inner):
        for other in _rows(part, brief):
            if row is None or other.event.rstrip(".") not in row.event:
                yield other


def _row(group: Sequence[Labelled], brief: Brief) -> Row | None:
    """An event under its day; None where it cannot be read without its article."""
    dates = [date for _, date in group]
    longest = min(dates, key=_extent)
    event = events.alone(brief, longest)
    if event is None:
        return None
    start = (longest.event_span or longest.span)[0]
    dates = [date for date in dates if date.anchor != "text" or date.type == "date"] or dates
    same = events.told_on(_exact(dates), longest.event or "", start)[:_MOST]
    days = [
        f"{events.beside(date)}{label}" if date.start else label
        for date in same
        for label, other in group
        if other is date
    ]
    rest = [date for date in dates if date not in same]
    return Row(list(dict.fromkeys(days)), event, [*same, *rest])


def _exact(dates: Sequence[DateMention]) -> list[DateMention]:
    """Those that do not only repeat the year or month of another one."""
    return [date for date in dates if not any(_holds(date, other) for other in dates)]


def _holds(vague: DateMention, exact: DateMention) -> bool:
    """Whether a date only repeats the year or month of another one: "2019" of "26 May 2019"."""
    if not (vague.start and vague.end and exact.start and exact.end):
        return False
    longer = (vague.start, vague.end) != (exact.start, exact.end)
    return longer and vague.start <= exact.start <= exact.end <= vague.end


def day_of(date: DateMention) -> str:
    """The day, month, year or range that a settled date stands for, as short as it can be told."""
    if date.start and not date.end and (season := _NAMES.get((date.value or "")[5:])):
        return f"{season} {date.start[:4]}"
    return days(date.start, date.end)


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
    same = next((n for n in (8, 5) if len(end) > n and start[:n] == end[:n]), 0)
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
