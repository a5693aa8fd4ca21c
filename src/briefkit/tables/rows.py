"""A brief as rows of flat tables; `columns` says what each row has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from briefkit.schema import Actor, Brief, DateMention, Quote, Span
from briefkit.tables.columns import (
    TABLES,
    ActorRow,
    ArticleRow,
    BulletRow,
    DateRow,
    MentionRow,
    QuoteRow,
    Row,
    Spans,
    WarningRow,
)

R = TypeVar("R", bound=Row)
_COLUMNS: dict[type[Any], list[str]] = {
    table: [field.name for field in fields(table)] for table in TABLES.values()
}


def rows(brief: Brief, key: str) -> dict[str, Sequence[Row]]:
    """The rows of a brief by table; `key` is the article's.

    Raises ValueError where the brief contradicts itself, so that a key would not join.
    """
    _check_actors(brief)
    # Actors and places in one table, so that a mention or a quote has one table to point to.
    listed = [("actor", *pair) for pair in enumerate(brief.actors, 1)]
    listed += [("place", *pair) for pair in enumerate(brief.places, 1)]
    return {
        "articles": [_article(brief, key)],
        "actors": [
            _row(ActorRow, actor, key, id=f"{key}/{actor.id}", number=number, kind=kind)
            for kind, number, actor in listed
        ],
        "mentions": [row for *_, actor in listed for row in _mentions(actor, key)],
        "dates": [_date(date, key, n) for n, date in enumerate(brief.dates, 1)],
        "quotes": [_quote(quote, key, n) for n, quote in enumerate(brief.quotes, 1)],
        "bullets": [
            _row(BulletRow, bullet, key, id=f"{key}/b{n}", number=n, **_ends(bullet.spans))
            for n, bullet in enumerate(brief.at_a_glance, 1)
        ],
        "warnings": [
            _row(WarningRow, warning, key, id=f"{key}/w{n}", number=n, **_ends(warning.spans))
            for n, warning in enumerate(brief.warnings, 1)
        ],
    }


def _check_actors(brief: Brief) -> None:
    known: set[str] = set()
    for name, listed in (("actors", brief.actors), ("places", brief.places)):
        for index, actor in enumerate(listed):
            if actor.id in known:
                raise ValueError(f"two actors with the id {actor.id!r} - at `$.{name}[{index}].id`")
            known.add(actor.id)
    for index, quote in enumerate(brief.quotes):
        if quote.actor is not None and quote.actor not in known:
            raise ValueError(f"no actor {quote.actor!r} - at `$.quotes[{index}].actor`")


def _row(table: type[R], item: object, key: str, /, **own: Any) -> R:
    """A row with values of its own; its other columns are what the item has by their names."""
    own["article_id"] = key
    return table(
        **{name: own[name] if name in own else getattr(item, name) for name in _COLUMNS[table]}
    )


def _article(brief: Brief, key: str) -> ArticleRow:
    source = brief.source
    return ArticleRow(
        id=key,
        source_id=source.id,
        path=source.path,
        url=source.url,
        sha256=source.sha256,
        language=source.language,
        words=source.words,
        headline=brief.headline,
        authors=brief.authors,
        published=brief.published,
        published_from=brief.published_from,
        lede=brief.lede,
        briefkit=brief.pipeline.briefkit,
        model=brief.pipeline.model,
        bullets_asked=brief.pipeline.bullets,
        schema_version=brief.schema_version,
    )


def _mentions(actor: Actor, key: str) -> Iterator[MentionRow]:
    id = f"{key}/{actor.id}"
    for n, (start, end) in enumerate(actor.mentions, 1):
        yield MentionRow(f"{id}/m{n}", key, id, n, start, end)


def _date(date: DateMention, key: str, number: int) -> DateRow:
    return _row(
        DateRow,
        date,
        key,
        id=f"{key}/d{number}",
        number=number,
        start_date=date.start,
        end_date=date.end,
        **_place("anchor", date.anchor_span),
        **_place("span", date.span),
        **_place("event", date.event_span),
    )


def _quote(quote: Quote, key: str, number: int) -> QuoteRow:
    return _row(
        QuoteRow,
        quote,
        key,
        id=f"{key}/q{number}",
        number=number,
        actor_id=None if quote.actor is None else f"{key}/{quote.actor}",
        **_place("speaker", quote.speaker_span),
        **_place("cue", quote.cue_span),
        **_ends(quote.spans),
    )


def _place(name: str, span: Span | None) -> dict[str, int | None]:
    """The two columns of a place."""
    start, end = span or (None, None)
    return {f"{name}_start": start, f"{name}_end": end}


def _ends(spans: Spans) -> dict[str, int | None]:
    """The first start and the last end; nothing for what has no place."""
    whole = (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None
    return _place("span", whole)
