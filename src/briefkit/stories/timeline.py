"""What happened on which day, as all articles tell it: each event once, with its sources."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date as Day
from functools import lru_cache, partial
from typing import NamedTuple

from briefkit.schema import Brief, DateMention
from briefkit.stories.cast import Cast
from briefkit.stories.claims import is_said, reported
from briefkit.stories.evidence import Meant
from briefkit.stories.matching import Index, lead
from briefkit.stories.schema import Event, EventMember
from briefkit.stories.store import Store
from briefkit.stories.words import Rarity, content, number_of

_RARE = 5
# One event on one day; and the same event on another day, for which more words must be the same:
# things happen again.
_ALIKE, _SAME_EVENT = 0.45, 0.7
_LEAST_SHARED = 3
_DAYS_APART = 31
_WEEK = 7
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_SEASON = re.compile(rf"([0-9]{{4}})-({'|'.join(SEASONS)})")
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_DATE = re.compile(r"\d(?!.*\b(?:ago|earlier|later)\b)")


class Row(NamedTuple):
    """A dated clause as it waits on disk; `stems` are without those of the date.

    `ground`: what the day is known from, a date ("sure"), a weekday by its name or the day of
    publication alone ("today"); None where the clause has another date, and may be of that.
    """

    start: str
    end: str
    stems: frozenset[str]
    ground: str | None
    published: str | None


class Timeline:
    """Takes the dated clauses of briefs and finds those that tell one event."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rarity = Rarity()
        store.run(
            "CREATE TABLE events (number INTEGER PRIMARY KEY, article INT, start TEXT, end TEXT,"
            " value TEXT, text TEXT, stems TEXT, size INT, s INT, e INT, es INT, ee INT,"
            " ground TEXT, published TEXT, meant TEXT, leader INT)"
        )
        # The cache of a method would keep this object, and all its rows, beyond the story.
        self._row = lru_cache(4096)(partial(_read, store))

    def add(self, number: int, brief: Brief) -> None:
        """The dates of one article that are settled and have an event that the article tells."""
        meant = Meant(brief)
        starts = sorted(date.span[0] for date in brief.dates)
        for date in brief.dates:
            if date.event_span is None or is_said(brief, date.event_span):
                continue
            start, end = _stretch(date)
            if start and end and date.event and date.type != "set":
                stems = sorted(set(_without_date(date, reported(brief, date.span))))
                first, last = (bisect_left(starts, end) for end in date.event_span)
                ground = _ground(date) if last - first < 2 else None
                self._rarity.add(stems)
                self._store.run(
                    "INSERT INTO events VALUES"
                    " (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
                    (number, start, end, date.value or start, date.event,
                     " ".join(stems), len(stems), *date.span, *date.event_span, ground,
                     brief.published, meant.within(date.event_span)),
                )  # fmt: skip

    def gather(self) -> None:
        """Find what is one."""
        index = Index(self._store, "events")
        order = "SELECT number FROM events ORDER BY start, end, size DESC, article, number"
        for (number,) in self._store.run(order).fetchall():
            row = self._row(number)
            keys = [
                number_of(row.start, row.end, word)
                for word in self._rarity.rarest(row.stems, _RARE) or [""]
            ]
            leader = lead(index, number, keys, self._is_one)
            self._store.run("UPDATE events SET leader = ? WHERE number = ?", (leader, number))
        self._store.run("CREATE INDEX by_event ON events (leader, article)")

    def _is_one(self, leader: int, number: int) -> bool:
        first, second = self._row(leader), self._row(number)
        if first.stems == second.stems:
            return True
        shared = len(first.stems & second.stems)
        if shared < _LEAST_SHARED:
            return False
        # What all articles tell is told in words that all have, and none of them is rare.
        half = shared > _LEAST_SHARED and 2 * shared >= min(len(first.stems), len(second.stems))
        return half or self._rarity.alike(first.stems, second.stems) >= _ALIKE

    def items(self, cast: Cast) -> Iterator[Event]:
        """The events in order of time."""
        leaders = self._store.run(
            "SELECT leader, start, end, value, text, article, meant FROM events"
            " WHERE leader = number"
            " ORDER BY start, end, article, number"
        ).fetchall()
        for leader, start, end, value, text, article, meant in leaders:
            members = self._store.run(
                "SELECT a.id, s, e, es, ee FROM events JOIN articles a ON a.number = article"
                " WHERE leader = ? ORDER BY article, events.number",
                (leader,),
            )
            told = tuple(EventMember(id, (s, e), (es, ee)) for id, s, e, es, ee in members)
            actors = cast.ids(article, meant)
            yield Event(start, end, value, text, told, actors=actors)

    def disagreements(self) -> Iterator[tuple[int, int]]:
        """Pairs of leading clauses that tell one event of two days, in no article of both."""
        index = Index(self._store, "days")
        leaders = self._store.run(
            "SELECT number FROM events WHERE leader = number AND start = end AND size >= ?"
            " AND ground IS NOT NULL ORDER BY article, number",
            (_LEAST_SHARED,),
        ).fetchall()
        for (number,) in leaders:
            row = self._row(number)
            keys = [number_of(word) for word in self._rarity.rarest(row.stems, _RARE)]
            for other in index.candidates(keys):
                if self._disagree(other, number):
                    yield other, number
            index.add(keys, number)

    def _disagree(self, one: int, other: int) -> bool:
        first, second = self._row(one), self._row(other)
        apart = abs((Day.fromisoformat(first.start) - Day.fromisoformat(second.start)).days)
        if not 0 < apart <= _DAYS_APART or not _may_disagree(first, second, apart):
            return False
        shared = first.stems & second.stems
        if (
            len(shared) < _LEAST_SHARED
            or self._rarity.alike(first.stems, second.stems) < _SAME_EVENT
        ):
            return False
        both = self._store.run(
            "SELECT 1 FROM events a JOIN events b ON a.article = b.article"
            " WHERE a.leader = ? AND b.leader = ? LIMIT 1",
            (one, other),
        ).fetchone()
        return both is None


def _stretch(date: DateMention) -> tuple[str | None, str | None]:
    """The first and the last day of a date; of a season those that it lies between anywhere."""
    found = _SEASON.fullmatch(date.value or "")
    if date.start or not found:
        return date.start, date.end
    year, season = found.groups()
    if season == "WI":  # which begins in June or in December
        return f"{year}-06-01", f"{min(int(year) + 1, 9999):04}-03-31"
    return f"{year}-01-01", f"{year}-12-31"


def _without_date(date: DateMention, said: str | None) -> tuple[str, ...]:
    """The stems of a dated clause, or of what somebody reports in it, without those of its date."""
    text = min(date.event or "", said or date.event or "", key=len)
    at = text.find(date.text)
    return content(text if at < 0 else text[:at] + text[at + len(date.text) :])


def _ground(date: DateMention) -> str | None:
    """What the day of a clause is known from."""
    if date.anchor is None or _DATE.search(date.text):
        return "sure"
    if date.anchor == "text":
        return None
    weekday = _WEEKDAY.search(date.text)
    return weekday[0].lower() if weekday else "today"


def _may_disagree(one: Row, other: Row, apart: int) -> bool:
    """Whether two days are no mere trace of the days on which the articles appeared.

    "This morning" in two papers is one morning, printed on two days; so is "on Monday", as far as
    the papers tell. Weekdays of two weeks are of two events.
    """
    if "today" in (one.ground, other.ground):
        return one.published is not None and one.published == other.published
    return "sure" in (one.ground, other.ground) or (one.ground != other.ground and apart < _WEEK)


def _read(store: Store, number: int) -> Row:
    start, end, stems, *known = store.run(
        "SELECT start, end, stems, ground, published FROM events WHERE number = ?", (number,)
    ).fetchone()
    return Row(start, end, frozenset(stems.split()), *known)
