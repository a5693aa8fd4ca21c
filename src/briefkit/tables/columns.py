"""The tables that briefs are flattened to: the columns of each.

Every row has a text `id` of its own, and `article_id` (a mention and a quote also `actor_id`) that
is the `id` of a row in another table. `number` is the place in the brief's list, from 1. Of items
with several spans, `span_start` is the first start and `span_end` the last end. No column is called
`start` or `end`: `end` is a keyword of SQL, and a date has days of those names in a brief.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefkit.schema import Resolved, Span

Spans = tuple[Span, ...]


@dataclass(slots=True)
class ArticleRow:
    id: str
    source_id: str
    path: str | None
    url: str | None
    sha256: str
    language: str | None
    words: int
    headline: str | None
    authors: tuple[str, ...]
    published: str | None
    published_from: str | None
    lede: str | None
    briefkit: str
    model: str
    bullets_asked: int | None
    schema_version: str


@dataclass(slots=True)
class ActorRow:
    id: str
    article_id: str
    number: int
    kind: str
    type: str
    name: str
    role: str | None
    affiliation: str | None
    aliases: tuple[str, ...]
    salience: float


@dataclass(slots=True)
class MentionRow:
    id: str
    article_id: str
    actor_id: str
    number: int
    span_start: int
    span_end: int


@dataclass(slots=True)
class DateRow:
    id: str
    article_id: str
    number: int
    text: str
    type: str
    value: str | None
    mod: str | None
    start_date: str | None
    end_date: str | None
    anchor: str | None
    anchor_start: int | None
    anchor_end: int | None
    tense: str | None
    span_start: int
    span_end: int
    event: str | None
    event_start: int | None
    event_end: int | None


@dataclass(slots=True)
class QuoteRow:
    id: str
    article_id: str
    number: int
    text: str
    kind: str
    polarity: str
    speaker: str | None
    actor_id: str | None
    attribution: str
    confidence: float | None
    speaker_text: str | None
    speaker_start: int | None
    speaker_end: int | None
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    span_start: int | None
    span_end: int | None
    spans: Spans


@dataclass(slots=True)
class BulletRow:
    id: str
    article_id: str
    number: int
    text: str
    origin: str
    span_start: int | None
    span_end: int | None
    spans: Spans
    resolved: tuple[Resolved, ...]


@dataclass(slots=True)
class WarningRow:
    id: str
    article_id: str
    number: int
    code: str
    message: str
    span_start: int | None
    span_end: int | None
    spans: Spans


Row = ArticleRow | ActorRow | MentionRow | DateRow | QuoteRow | BulletRow | WarningRow

TABLES: dict[str, type[Row]] = {
    "articles": ArticleRow,
    "actors": ActorRow,
    "mentions": MentionRow,
    "dates": DateRow,
    "quotes": QuoteRow,
    "bullets": BulletRow,
    "warnings": WarningRow,
}
"""The tables by name, each after those that it points to."""
