"""What happened on which day, as all articles tell it: each event once, with its sources."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date as Day
from itertools import chain

from msgspec import Struct

from briefkit.rendering.timeline import SEASON
from briefkit.schema import DateMention, Span
from briefkit.stories.cast import Cast
from briefkit.stories.evidence import Evidence
from briefkit.stories.matching import Index, put_together
from briefkit.stories.schema import Contradiction, Event, EventMember
from briefkit.stories.store import Store, Table
from briefkit.stories.words import Rarity, content, number_of

_RARE = 5
# One event on one day; and the same event on another day, for which more words must be the same:
# things happen again.
_ALIKE, _SAME_EVENT = 0.45, 0.7
_LEAST_SHARED = 3
_DAYS_APART = 31
_WEEK = 7
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
# "At 9 a.m. on Monday", "within 24 hours": their digits are of no day.
_TIME = re.compile(
    r"\d\d?[:.]\d\d\b|\d[\d.:]*[\s-]*(?:[ap]\.?m\b|o.clock"
    r"|(?:second|minute|hour|day|week|month|year)s?\b)",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d(?!.*\b(?:ago|earlier|later)\b)")


class Clause(Struct, frozen=True):
    """A dated clause; `stems` are those of its words but for the date's, `size` is their number.

    `ground`: what the day is known from, a date ("sure") or a weekday by its name; None where that
    is the day of publication alone ("this morning" of two papers is one morning, printed on two
    days), or the clause has another date, and may be of that.
    """

    article: int
    start: str
    end: str
    value: str
    text: str
    stems: frozenset[str]
    size: int
    span: Span
    event_span: Span
    ground: str | None
    meant: tuple[str, ...]
    leader: int | None = None
    number: int = 0


class Timeline:
    """Takes the dated clauses of briefs and finds those that tell one event."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rarity = Rarity()
        self._clauses = Table(store, "clauses", Clause)

    def add(self, article: int, evidence: Evidence) -> None:
        """The dates of one article that are settled and have an event that the article tells."""
        dates = evidence.brief.dates
        starts = sorted(date.span[0] for date in dates)
        for date in dates:
            start, end = _stretch(date)
            clause = date.event_span
            if not (start and end and date.event and clause) or date.type == "set":
                continue
            if evidence.is_said(clause):
                continue
            stems = frozenset(_without_date(date.event, date.text, evidence.reported(date.span)))
            first, last = (bisect_left(starts, place) for place in clause)
            ground = _ground(date) if last - first < 2 else None
            self._rarity.add(stems)
            self._clauses.add(
                Clause(
                    article, start, end, date.value or start, date.event, stems, len(stems),
                    date.span, clause, ground, evidence.meant(clause),
                )
            )  # fmt: skip

    def gather(self) -> None:
        """Find what is one."""

        def keys(row: Clause) -> list[int]:
            words = self._rarity.rarest(row.stems, _RARE) or [""]
            return [number_of(row.start, row.end, word) for word in words]

        order = "ORDER BY start, end, size DESC, article, number"
        put_together(self._clauses, order, keys, self._is_one)

    def _is_one(self, first: Clause, second: Clause) -> bool:
        if first.stems == second.stems:
            return True
        shared = len(first.stems & second.stems)
        if shared < _LEAST_SHARED:
            return False
        # What all articles tell is told in words that all have, and none of them is rare.
        half = shared > _LEAST_SHARED and 2 * shared >= min(first.size, second.size)
        return half or self._rarity.alike(first.stems, second.stems) >= _ALIKE

    def items(self, cast: Cast) -> Iterator[Event]:
        """The events in order of time."""
        order = "WHERE leader = number ORDER BY start, end, article, number"
        for row in self._clauses.rows(order):
            members = tuple(
                EventMember(self._store.id(other.article), other.span, other.event_span)
                for other in self._members(row)
            )
            actors = cast.ids(row.article, row.meant)
            yield Event(
                start=row.start, end=row.end, value=row.value, text=row.text, actors=actors,
                members=members,
            )  # fmt: skip

    def _members(self, leader: Clause) -> Iterator[Clause]:
        return self._clauses.rows("WHERE leader = ? ORDER BY article, number", leader.number)

    def contradictions(self) -> Iterator[Contradiction]:
        """The events that articles tell of two days, none of them of both."""
        index = Index(self._store, "days")
        which = "WHERE leader = number AND start = end AND size >= ? AND ground IS NOT NULL"
        for row in self._clauses.rows(f"{which} ORDER BY article, number", _LEAST_SHARED):
            keys = [number_of(word) for word in self._rarity.rarest(row.stems, _RARE)]
            for other in map(self._clauses.at, index.candidates(keys)):
                if self._disagree(other, row):
                    yield self._contradiction(other, row)
            index.add(keys, row.number)

    def _contradiction(self, one: Clause, other: Clause) -> Contradiction:
        told = [
            self._store.claim(row.article, row.start, row.text, (row.event_span,))
            for row in chain(self._members(one), self._members(other))
        ]
        message = f"on {one.start} or on {other.start}: {' '.join(told[0].text.split())}"
        return Contradiction("different-days", message, tuple(told))

    def _disagree(self, first: Clause, second: Clause) -> bool:
        """Whether two events are one on two days.

        "On Monday" in two papers is one Monday, as far as they tell, and weekdays of two weeks are
        of two events.
        """
        apart = abs((Day.fromisoformat(first.start) - Day.fromisoformat(second.start)).days)
        return (
            0 < apart <= _DAYS_APART
            and (
                "sure" in (first.ground, second.ground)
                or (first.ground != second.ground and apart < _WEEK)
            )
            and self._rarity.alike(first.stems, second.stems) >= _SAME_EVENT
            and {row.article for row in self._members(first)}.isdisjoint(
                row.article for row in self._members(second)
            )
        )


def _stretch(date: DateMention) -> tuple[str | None, str | None]:
    """The first and the last day of a date; of a season those that it lies between anywhere."""
    found = SEASON.fullmatch(date.value or "")
    if date.start or not found:
        return date.start, date.end
    year, season = found.groups()
    if season == "WI":  # which begins in June or in December
        return f"{year}-06-01", f"{min(int(year) + 1, 9999):04}-03-31"
    return f"{year}-01-01", f"{year}-12-31"


def _without_date(clause: str, date: str, said: str | None) -> tuple[str, ...]:
    """The stems of a dated clause, or of what somebody reports in it, without those of its date."""
    return content(min(clause, said or clause, key=len).replace(date, "", 1))


def _ground(date: DateMention) -> str | None:
    """What the day of a clause is known from."""
    if date.anchor is None or _DATE.search(_TIME.sub("", date.text)):
        return "sure"
    weekday = None if date.anchor == "text" else _WEEKDAY.search(date.text)
    return weekday[0].lower() if weekday else None
