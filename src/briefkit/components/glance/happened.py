"""What speaks for a date's being the day of its event, as features of the model in `dated`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

from briefkit.components.glance.cuts import SUBJECTS
from briefkit.components.records import DateRecord, Place, QuoteRecord

if TYPE_CHECKING:
    from briefkit.components.columns import Columns
    from briefkit.components.linear import Features

_VERBS = ("MD", "VB")
_MODALS = frozenset({"would", "may", "might", "could", "can", "should", "must", "ca"})
_AUXILIARIES = frozenset({"will", "had", "has", "have", "was", "were", "is", "are", "been", "to"})
_BE = frozenset({"is", "was", "were", "are", "be", "been", "'s", "’s"})
_HAVE = frozenset({"has", "had", "have"})
_FINE = {10: "day", 7: "month", 4: "year"}  # by the length of the value
_STEPS = 8  # of the way from a date up to its event's verb
_LATE = 20  # sentences of an article, from which on all are late
# Days from the publication, and what lies so far from it at most.
_AGO = ((-365, "old"), (-31, "year"), (-7, "month"), (-1, "week"), (0, "day before"), (1, "day"))
_SOON = 31


@dataclass(frozen=True)
class Article:
    """What the features look at."""

    columns: Columns
    dates: Sequence[DateRecord]
    quotes: Sequence[QuoteRecord]
    published: Day | None
    points: Sequence[float]  # of each sentence, the log odds that it tells a key point

    @cached_property
    def paragraphs(self) -> list[int]:
        """Where the blocks begin."""
        return [block.start for block in self.columns.blocks]

    @cached_property
    def cues(self) -> frozenset[int]:
        """The tokens with which cues of quotes begin."""
        return frozenset(self.columns.token_at(q.cue[0]) for q in self.quotes if q.cue)

    @cached_property
    def _starts(self) -> list[int]:
        return [date.start for date in self.dates]

    def within(self, start: int, end: int) -> Sequence[DateRecord]:
        """The dates that begin within characters `[start, end)`; those of an article have order."""
        return self.dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def _spoken(self) -> tuple[list[tuple[int, int]], int]:
        """Where each piece of a quote begins and the quote's number; length of the longest."""
        pieces = [(n, *span) for n, quote in enumerate(self.quotes) for span in quote.spans]
        longest = max((end - start for _, start, end in pieces), default=0)
        return sorted((start, n) for n, start, _ in pieces), longest

    def quotes_near(self, start: int, end: int) -> list[QuoteRecord]:
        """The quotes with a piece that may have some of the characters `[start, end)`."""
        pieces, longest = self._spoken
        near = pieces[bisect_left(pieces, (start - longest,)) : bisect_left(pieces, (end,))]
        return [self.quotes[n] for n in sorted({n for _, n in near})]


def governor(c: Columns, date: DateRecord) -> tuple[int, int]:
    """The token by which a date hangs on a word, and that word, past a preposition."""
    tokens = c.tokens_in(date.start, date.end)
    own = set(tokens)
    token = next((i for i in tokens if c.heads[i] not in own or c.heads[i] == i), tokens.start)
    above = c.heads[token]
    return token, c.heads[above] if c.deps[token] == "pobj" else above


def features(article: Article, date: DateRecord, event: Place) -> Features:
    """What is seen of a date and its event."""
    c = article.columns
    words = c.tokens_in(*event)
    own = set(words)
    roots = [i for i in words if c.heads[i] not in own or c.heads[i] == i] or [words.start]
    root = next((i for i in roots if c.tags[i].startswith(_VERBS)), roots[0])
    token, above = governor(c, date)
    path = _path(c, token, root)
    named = _named(article, date, words, root, above, path)
    out: Features = dict.fromkeys(named, 1.0)
    order = c.sentences[words.start]
    first = c.token_at(date.start)
    return out | {
        "size": log(len(words)) / 3,
        "place": (first - words.start) / len(words),
        "steps": len(path) / _STEPS,
        "order": min(order, _LATE) / _LATE,
        "point": article.points[order] / 5,
    }


def _named(
    article: Article, date: DateRecord, words: range, root: int, above: int, path: list[int]
) -> Iterator[str]:
    c, token = article.columns, path[0]
    yield from _calendar(article, date)
    yield from _verb(c, above, root)
    yield f"date is {c.deps[token]}"
    if c.deps[token] == "pobj":
        yield f"behind {c.lower[c.heads[token]]}"
    for i in path[1:]:
        if i != root:
            yield f"under {c.deps[i]}"
            if c.tags[i].startswith(_VERBS):
                yield "under verb"
    yield f"root {c.tags[root]}"
    yield f"root is {c.deps[root]}"
    yield from _extent(c, date, words)
    yield from _beside(article, date, words, root)
    yield from _speech(article, date, words, above)


def _path(c: Columns, token: int, root: int) -> list[int]:
    path = [token]
    while path[-1] != root and c.heads[path[-1]] != path[-1] and len(path) < _STEPS:
        path.append(c.heads[path[-1]])
    return path


def _calendar(article: Article, date: DateRecord) -> Iterator[str]:
    value = date.value or ""
    fine = "time" if "T" in value else "week" if "W" in value else _FINE.get(len(value), "other")
    yield f"told as {fine}"
    yield f"{date.type}"
    yield f"from {date.anchor}"
    yield f"tense {date.tense}"
    yield f"word {article.columns.lower[article.columns.token_at(date.start)]}"
    if date.mod:
        yield "mod"
    if date.start_day is None:
        yield "open"
    elif date.start_day != date.end_day:
        yield "stretch"
    if date.start_day and article.published:
        days = (Day.fromisoformat(date.start_day) - article.published).days
        far = "soon" if days <= _SOON else "far"
        yield "published " + next((name for limit, name in _AGO if days < limit), far)
    if date.anchor_place:
        here, there = (
            bisect_right(article.paragraphs, at) for at in (date.start, date.anchor_place[0])
        )
        yield "counted from afar" if here != there else "counted from near"


def _verb(c: Columns, above: int, root: int) -> Iterator[str]:
    yield f"governed by {c.tags[above]}"
    if above == root:
        yield "by root"
    children = c.children[above]
    kinds = {c.deps[i] for i in children}
    yield from (f"has {kind}" for kind in sorted(kinds))
    if not c.tags[above].startswith(_VERBS):
        return
    yield f"verb {c.lower[above]}"
    aids = {c.lower[i] for i in children if c.deps[i] in ("aux", "auxpass")}
    yield from (f"aux {aid}" for aid in sorted(aids & _AUXILIARIES))
    if aids & _MODALS:
        yield "modal"
    if c.lower[above] in _BE:
        yield "being"
    if c.lower[above] in _HAVE:
        yield "having"
    subject = next((i for i in children if c.deps[i] in SUBJECTS), None)
    if subject is not None and c.tags[subject] == "PRP":
        yield "subject I" if c.lower[subject] in ("i", "we") else "subject pronoun"


def _extent(c: Columns, date: DateRecord, words: range) -> Iterator[str]:
    own = c.tokens_in(date.start, date.end)
    if own.start - words.start < 3:
        yield "at the beginning"
    if words.stop - own.stop < 3:
        yield "at the end"
    if own.start:
        yield f"behind word {c.lower[own.start - 1]}"
        yield f"behind tag {c.tags[own.start - 1]}"
    if own.stop < len(c):
        yield f"before tag {c.tags[own.stop]}"
    start, stop = c.sentence(words.start)
    if start >= words.start - 1 and stop <= words.stop + 2:
        yield "whole sentence"
    if c.sentences[words.start] != c.sentences[words[-1]]:
        yield "several sentences"
    if not c.words[words.start][0].islower():
        yield "capital"
    yield f"begins {c.tags[words.start]}"
    yield f"begins {c.lower[words.start]}"
    if any(c.tags[i] == "CD" and i not in own for i in words):
        yield "figure"
    if len(words) < 6:
        yield "short"
    if len(words) > 40:
        yield "long"
    if not c.sentences[words.start]:
        yield "lede"


def _beside(article: Article, date: DateRecord, words: range, root: int) -> Iterator[str]:
    c = article.columns
    start, end = c.starts[words.start], c.ends[words[-1]]
    others = [
        other
        for other in article.within(start, end)
        if (other.start, other.end) != (date.start, date.end) and other.type in ("date", "time")
        if start <= other.start and other.end <= end
    ]
    if all(other.start > date.start for other in others):
        yield "first date"
    if others:
        yield "several dates"
    if len(others) > 1:
        yield "many dates"
    if any(other.value == date.value for other in others):
        yield "same date"
    if any(other.event == date.event for other in others):
        yield "same event"
    if any(governor(c, other)[1] == root for other in others):
        yield "root has other"


def _speech(article: Article, date: DateRecord, words: range, above: int) -> Iterator[str]:
    c = article.columns
    start, end = c.starts[words.start], c.ends[words[-1]]
    for quote in article.quotes_near(min(start, date.start), max(end, date.end)):
        if any(first < date.end and date.start < last for first, last in quote.spans):
            yield f"in {quote.kind}"
            if quote.polarity != "asserted":
                yield "in denied"
        elif any(first < end and start < last for first, last in quote.spans):
            yield f"beside {quote.kind}"
    if above in article.cues:
        yield "by cue"
