"""A brief as rows of flat tables; `data/columns.tsv` says what each row has, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from briefkit import lexicon
from briefkit.schema import Actor, Brief, DateMention, Quote, Span

Row = dict[str, Any]

TABLES: dict[str, list[str]] = {}
"""The tables by name, each after those that it points to, with their columns in order."""
for _table, _column, _ in lexicon.rows("tables", "columns.tsv"):
    TABLES.setdefault(_table, []).append(_column)


def rows(brief: Brief, key: str) -> dict[str, Sequence[Row]]:
    """The rows of a brief by table; `key` is the article's."""
    # Actors and places in one table, so that a mention or a quote has one table to point to.
    listed = [("actor", *pair) for pair in enumerate(brief.actors, 1)]
    listed += [("place", *pair) for pair in enumerate(brief.places, 1)]
    return {
        "articles": [_article(brief, key)],
        "actors": [
            _row("actors", actor, key, id=f"{key}/{actor.id}", number=number, kind=kind)
            for kind, number, actor in listed
        ],
        "mentions": [row for *_, actor in listed for row in _mentions(actor, key)],
        "dates": [_date(date, key, n) for n, date in enumerate(brief.dates, 1)],
        "quotes": [_quote(quote, key, n) for n, quote in enumerate(brief.quotes, 1)],
        "bullets": [
            _row("bullets", bullet, key, id=f"{key}/b{n}", number=n, **_ends(bullet.spans))
            for n, bullet in enumerate(brief.at_a_glance, 1)
        ],
        "warnings": [
            _row("warnings", warning, key, id=f"{key}/w{n}", number=n, **_ends(warning.spans))
            for n, warning in enumerate(brief.warnings, 1)
        ],
    }


def _row(table: str, item: object, key: str, /, **own: Any) -> Row:
    """A row with values of its own; its other columns are what the item has by their names."""
    own["article_id"] = key
    return {name: own[name] if name in own else getattr(item, name) for name in TABLES[table]}


def _article(brief: Brief, key: str) -> Row:
    own = vars(brief.source) | vars(brief.pipeline)
    own |= {"source_id": own["id"], "id": key, "bullets_asked": brief.pipeline.bullets}
    return _row("articles", brief, key, **own)


def _mentions(actor: Actor, key: str) -> Iterator[Row]:
    id = f"{key}/{actor.id}"
    for n, span in enumerate(actor.mentions, 1):
        yield _row(
            "mentions", actor, key, id=f"{id}/m{n}", actor_id=id, number=n, **_place("span", span)
        )


def _date(date: DateMention, key: str, number: int) -> Row:
    return _row(
        "dates",
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


def _quote(quote: Quote, key: str, number: int) -> Row:
    return _row(
        "quotes",
        quote,
        key,
        id=f"{key}/q{number}",
        number=number,
        actor_id=None if quote.actor is None else f"{key}/{quote.actor}",
        **_place("speaker", quote.speaker_span),
        **_place("cue", quote.cue_span),
        **_place("whom", quote.whom_span),
        **_ends(quote.spans),
    )


def _place(name: str, span: Span | None) -> dict[str, int | None]:
    """The two columns of a place."""
    start, end = span or (None, None)
    return {f"{name}_start": start, f"{name}_end": end}


def _ends(spans: Sequence[Span]) -> dict[str, int | None]:
    """The first start and the last end; nothing for what has no place."""
    whole = (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None
    return _place("span", whole)
