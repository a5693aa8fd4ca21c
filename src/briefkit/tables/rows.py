"""A brief as rows of flat tables; `columns` says what each row has."""

from __future__ import annotations

from collections.abc import Sequence

from briefkit.schema import Brief, Bullet, DateMention, Quote, Warning
from briefkit.tables.columns import (
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

Ends = tuple[int | None, int | None]


def rows(brief: Brief, key: str) -> dict[str, Sequence[Row]]:
    """The rows of a brief by table; `key` is the article's.

    Raises ValueError where the brief contradicts itself, so that a key would not join.
    """
    _check_actors(brief)
    actors, mentions = _actors(brief, key)
    return {
        "articles": [_article(brief, key)],
        "actors": actors,
        "mentions": mentions,
        "dates": [_date(date, key, n) for n, date in enumerate(brief.dates, 1)],
        "quotes": [_quote(quote, key, n) for n, quote in enumerate(brief.quotes, 1)],
        "bullets": [_bullet(bullet, key, n) for n, bullet in enumerate(brief.at_a_glance, 1)],
        "warnings": [_warning(warning, key, n) for n, warning in enumerate(brief.warnings, 1)],
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


def _actors(brief: Brief, key: str) -> tuple[list[ActorRow], list[MentionRow]]:
    """Actors and places in one table, so that a mention or a quote has one table to point to."""
    actors: list[ActorRow] = []
    mentions: list[MentionRow] = []
    listed = [("actor", *pair) for pair in enumerate(brief.actors, 1)]
    listed += [("place", *pair) for pair in enumerate(brief.places, 1)]
    for kind, number, actor in listed:
        id = f"{key}/{actor.id}"
        actors.append(
            ActorRow(
                id=id,
                article_id=key,
                number=number,
                kind=kind,
                type=actor.type,
                name=actor.name,
                role=actor.role,
                affiliation=actor.affiliation,
                aliases=actor.aliases,
                salience=actor.salience,
            )
        )
        mentions.extend(
            MentionRow(f"{id}/m{n}", key, id, n, start, end)
            for n, (start, end) in enumerate(actor.mentions, 1)
        )
    return actors, mentions


def _date(date: DateMention, key: str, number: int) -> DateRow:
    event_start, event_end = date.event_span or (None, None)
    anchor_start, anchor_end = date.anchor_span or (None, None)
    return DateRow(
        id=f"{key}/d{number}",
        article_id=key,
        number=number,
        text=date.text,
        type=date.type,
        value=date.value,
        mod=date.mod,
        start_date=date.start,
        end_date=date.end,
        anchor=date.anchor,
        anchor_start=anchor_start,
        anchor_end=anchor_end,
        tense=date.tense,
        span_start=date.span[0],
        span_end=date.span[1],
        event=date.event,
        event_start=event_start,
        event_end=event_end,
    )


def _quote(quote: Quote, key: str, number: int) -> QuoteRow:
    span_start, span_end = _ends(quote.spans)
    speaker_start, speaker_end = quote.speaker_span or (None, None)
    cue_start, cue_end = quote.cue_span or (None, None)
    return QuoteRow(
        id=f"{key}/q{number}",
        article_id=key,
        number=number,
        text=quote.text,
        kind=quote.kind,
        polarity=quote.polarity,
        speaker=quote.speaker,
        actor_id=None if quote.actor is None else f"{key}/{quote.actor}",
        attribution=quote.attribution,
        confidence=quote.confidence,
        speaker_text=quote.speaker_text,
        speaker_start=speaker_start,
        speaker_end=speaker_end,
        cue=quote.cue,
        cue_start=cue_start,
        cue_end=cue_end,
        span_start=span_start,
        span_end=span_end,
        spans=quote.spans,
    )


def _bullet(bullet: Bullet, key: str, number: int) -> BulletRow:
    return BulletRow(
        f"{key}/b{number}",
        key,
        number,
        bullet.text,
        bullet.origin,
        *_ends(bullet.spans),
        bullet.spans,
        bullet.resolved,
    )


def _warning(warning: Warning, key: str, number: int) -> WarningRow:
    return WarningRow(
        f"{key}/w{number}",
        key,
        number,
        warning.code,
        warning.message,
        *_ends(warning.spans),
        warning.spans,
    )


def _ends(spans: Spans) -> Ends:
    """The first start and the last end; nothing for what has no place."""
    if not spans:
        return None, None
    return min(start for start, _ in spans), max(end for _, end in spans)
