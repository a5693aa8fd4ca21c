"""What happened when: the dates of a brief as an editor reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Day
from datetime import timedelta
from typing import TYPE_CHECKING

from briefkit.rendering.sentences import as_sentence

if TYPE_CHECKING:
    from briefkit.schema import Brief, DateMention, Quote, Span

Labelled = tuple[str, "DateMention"]
"""A date with the words that stand for it."""

HINT = "extract --published DATE settles the dates that are counted from the day of publication"
# What a time of day has beside it where it does not stand on the day of something else.
_OWN_DAY = re.compile(
    r"(?<!mid)day\b|\b(?:following|last|next|overnight|previous|same|that|this|tonight|tomorrow)\b"
    r"|\d{4}|[A-Z][a-z]{2}"
)
_HOURS = re.compile(r"\b(?:hour|minute)s?\b", re.IGNORECASE)
_SEASONS = {"SP": "03", "SU": "06", "FA": "09", "WI": "12"}
_NAMES = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
# As a rule, "in the summer" tells when things are done, and not when one thing was.
_VAGUE = re.compile(
    r"(the )?(afternoon|autumn|day|evening|fall|morning|night|spring|summer|winter)", re.IGNORECASE
)
_BESIDE_NOW = re.compile(r"\b(?:tomorrow|yesterday)\b", re.IGNORECASE)
_MOST = 12  # days of one event: a fixture list is no line to be read
_FIGURE = re.compile(r"\d")
_PRONOUNS = frozenset(("he", "i", "it", "she", "they", "we", "you"))
_DECADE = 10  # years: a longer stretch is no date of an event
_OPENING = re.compile(r'“|(?<![^\s([—–])"')
_CLOSING = re.compile(r'”|(?<=[^\s([—–])"')


@dataclass
class Row:
    """An event, and the days that the article gives for it."""

    days: list[str]
    event: str
    dates: Sequence[DateMention] = field(default=(), compare=False)  # that tell it


@dataclass
class Timeline:
    """The events of settled days, the earliest first, those of open ones in the order of the text,
    and a hint where the day of publication would settle these."""

    settled: list[Row]
    open: list[Row]
    hint: str | None = None


def timeline(brief: Brief) -> Timeline:
    """The events of a brief's dates.

    An event is told once, with all of its dates. Durations, repetitions, ages, "now" and
    "recently", centuries, states that hold and times without a day of their own are no entries, and
    a date without an event (that of the dateline) tells nothing: they are in the brief, but not
    here.
    """
    points = [
        date
        for date in brief.dates
        if date.type in ("date", "time")
        and date.event_span
        and date.tense
        and (date.type == "date" or _OWN_DAY.search(date.text))
        and not _VAGUE.fullmatch(date.text)
        and not _HOURS.search(date.text)
        and not _is_end(date.event or "")
        and not _is_spoken(date, brief)
    ]
    points = [_with_season(date) for date in points]
    settled = [date for date in points if date.start and not _is_long(date)]
    known = []
    for group in _by_event([(day_of(date), date) for date in settled]):
        main = _main(_exact([date for _, date in group]), brief.published)
        group.sort(key=lambda pair: (pair[1] is not main, pair[1].start or "", pair[1].span))
        key = (main.start or "", main.value or "", group[0][1].span)
        known.append((key, _row(group, brief)))
    undated = [date for date in points if not date.start and _is_open(date, brief.published)]
    told = {_words(row.event) for _, row in known}
    rows = [_row(group, brief) for group in _by_event([(date.text, date) for date in undated])]
    rows = [row for row in rows if _words(row.event) not in told]
    counted = any(date.anchor == "published" for date in undated)
    hint = HINT if brief.published is None and counted else None
    return Timeline([row for _, row in sorted(known, key=lambda pair: pair[0])], rows, hint)


def _is_spoken(date: DateMention, brief: Brief) -> bool:
    """Whether this is "today" or "tomorrow" in a quotation of which nothing tells when it was
    said."""
    beside = date.start == brief.published or _BESIDE_NOW.search(date.text)
    if date.anchor != "published" or date.start is None or not beside:
        return False
    spoken = [quote for quote in brief.quotes if quote.kind != "indirect"]
    return any(_within(quote, *date.span) for quote in spoken)


def _with_season(date: DateMention) -> DateMention:
    """A season as if it began on the first of its first month, to be put in order; a brief does not
    say when it begins, which depends on the hemisphere."""
    year, _, season = (date.value or "").partition("-")
    if date.start or season not in _SEASONS or not year.isdigit():
        return date
    return replace(date, start=f"{year}-{_SEASONS[season]}-01")


def _is_open(date: DateMention, published: str | None) -> bool:
    # PAST_REF has no figure: "recently", or "last month" without a day of publication.
    counted = date.anchor == "published" and published is None
    return counted or bool(_FIGURE.search(date.value or ""))


def _is_long(date: DateMention) -> bool:
    first, last = _parsed(date.start), _parsed(date.end)
    decade = (date.value or "").endswith("X")
    return decade or bool(first and last and last.year - first.year >= _DECADE)


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


def _main(dates: Sequence[DateMention], published: str | None) -> DateMention:
    """The date of several on which their event took place: what is told beside it lies further
    from the day of publication ("after an attack in 2015, a law was proposed in 2016")."""
    day = _parsed(published) or Day.max
    return min(dates, key=lambda date: _distance(date, day))


def distance(dates: Sequence[DateMention], published: str | None) -> int:
    """How many days an event lies from the day of publication; 0 where that is not known."""
    day = _parsed(published)
    return _distance(_main(dates, published), day)[0] if day else 0


def _distance(date: DateMention, day: Day) -> tuple[int, str]:
    ends = [_parsed(date.start), _parsed(date.end)]
    return min((abs((end - day).days) for end in ends if end), default=0), date.value or ""


def _row(group: Sequence[Labelled], brief: Brief) -> Row:
    exact = _exact([date for _, date in group[:_MOST]])
    labels = list(dict.fromkeys(label for label, date in group[:_MOST] if date in exact))
    told = [date for _, date in group]
    longest = min(told, key=_extent)
    start, end = longest.event_span or longest.span
    event = _named(brief, longest.event or "", start, end)
    event = _spoken(brief, event, start, end) or _closed(as_sentence(event, longest.text))
    return Row(labels, event, told)


def _named(brief: Brief, event: str, start: int, end: int) -> str:
    """An event with the name in brackets behind the first "he" or "she" for each person whom it
    has not named by then."""
    found = sorted(
        (first - start, last - start, actor.name)
        for actor in brief.actors
        for first, last in actor.mentions
        if actor.type == "person" and start <= first and last <= end
    )
    told, parts, done = set[str](), list[str](), 0
    for first, last, name in found:
        if event[first:last].lower() in ("he", "she") and name not in told:
            parts.append(f"{event[done:last]} [{name}]")
            done = last
        told.add(name)
    return "".join((*parts, event[done:]))


def with_speakers(brief: Brief) -> Brief:
    """The brief with who says it in each event that stands in a quote, as if it had no quotes."""
    dates = [
        replace(date, event=_spoken(brief, date.event, *date.event_span) or date.event)
        if date.event and date.event_span
        else date
        for date in brief.dates
    ]
    return replace(brief, dates=tuple(dates))


def _spoken(brief: Brief, event: str, start: int, end: int) -> str | None:
    """An event that stands in a quote, with who says it where that is known."""
    for quote in brief.quotes:
        if quote.kind == "direct" and _within(quote, start, end):
            said, who = f"“{event.strip('“”')}”", quote.speaker
            if not who or who.lower() in _PRONOUNS:
                return said
            return f"{who[0].upper()}{who[1:]}: {said}"
    return None


def _within(quote: Quote, start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in quote.spans)


def _is_end(event: str) -> bool:
    """Whether an event is the end of a quotation whose beginning it does not hold."""
    return len(_CLOSING.findall(event)) > len(_OPENING.findall(event))


def _closed(event: str) -> str:
    """With the other mark of a quotation of which the event holds only the beginning."""
    if (len(_OPENING.findall(event)) - len(_CLOSING.findall(event))) % 2 == 0:
        return event  # closed, or with a wrong mark: “open“
    mark = '"' if '"' in event else "”"
    return f"{event} …{mark}"


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
