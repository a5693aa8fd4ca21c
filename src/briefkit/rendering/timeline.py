"""What happened when: the dates of a brief as an editor reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefkit.schema import DateMention

_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT(\d\d:\d\d)")


@dataclass
class Row:
    """An event, and the days that the article gives for it."""

    days: list[str]
    event: str


def timeline(dates: Sequence[DateMention]) -> tuple[list[Row], list[Row]]:
    """The events of settled days, the earliest first, and apart from them those of open ones.

    An event is told once, with all of its dates. Durations, repetitions and "now" or "recently"
    are no points in time, and a date without an event (that of the dateline) tells nothing: they
    are in the brief, but not here.
    """
    points = [date for date in dates if date.type in ("date", "time") and date.event]
    settled = [date for date in points if date.start]
    settled.sort(key=lambda date: (date.start or "", _clock(date), date.end or "", date.span))
    # PAST_REF, PRESENT_REF and FUTURE_REF have no figures; XXXX-12 and XXXX-WXX-1 have.
    unsettled = [d for d in points if not d.start and re.search(r"\d", d.value or "")]
    known = _rows((day_of(date), date) for date in settled)
    return known, _rows((date.text, date) for date in unsettled)


def _rows(labelled: Iterable[tuple[str, DateMention]]) -> list[Row]:
    rows: dict[str, Row] = {}
    for day, date in labelled:
        event = date.event or ""
        row = rows.setdefault(" ".join(event.split()).rstrip(".,;").lower(), Row([], event))
        if day not in row.days:
            row.days.append(day)
    return list(rows.values())


def _clock(date: DateMention) -> str:
    found = _CLOCK.match(date.value or "")
    return found[1] if found else ""


def day_of(date: DateMention) -> str:
    """The day, month, year or range that a settled date stands for, as short as it can be told."""
    start, end = date.start or "", date.end or ""
    if not end or start == end:
        return f"{start} {_clock(date)}".rstrip()
    if start.endswith("-01-01") and end.endswith("-12-31"):
        start, end = start[:4], end[:4]
    elif start.endswith("-01") and _ends_month(end):
        start, end = start[:7], end[:7]
    if start == end:
        return start
    # Of the end only what differs: 2025-01-13 – 17, 2024-06 – 08.
    same = next((n for n in (8, 5) if len(end) > n and start[:n] == end[:n]), 0)
    return f"{start} – {end[same:]}"


def _ends_month(day: str) -> bool:
    try:
        return (Day.fromisoformat(day) + timedelta(1)).day == 1
    except (ValueError, OverflowError):
        return False  # not a day, or the last of the calendar
