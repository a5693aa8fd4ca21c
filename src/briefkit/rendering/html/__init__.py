"""Pages for a browser: a brief on its article, and lists of pages; Jinja2 is imported only here."""

from __future__ import annotations

import json
from collections.abc import Iterable

import msgspec
from markupsafe import Markup, escape

from briefkit.rendering.amounts import cue_of, doubtful, untold
from briefkit.rendering.html.article import ACTORS, marked
from briefkit.rendering.html.page import page
from briefkit.rendering.roles import told_role
from briefkit.rendering.timeline import Row, Timeline, timeline
from briefkit.schema import Brief, Quote, Span

_NAMED = 4  # actors that a list of pages names


def render(brief: Brief) -> str:
    """The page of a brief: what was found on the left, the article with its places on the right.

    Without the article, or where it is no longer the one that the brief was made of, the page has
    the brief alone and says so.
    """
    article = brief.article
    same = article is not None and article.sha256 == brief.source.sha256
    text = marked(article, brief) if article is not None and same else None
    told = timeline(brief)
    return page(
        "brief.html",
        styles=["brief.css"],
        scripts=["brief.js"],
        title=brief.headline or brief.source.id,
        brief=brief,
        lede=untold(brief),
        head=Markup(_head(brief)),
        article=text,
        changed=article is not None and not same,
        told=told,
        other_dates=_other_dates(brief, told),
        voices=_voices(brief),
        doubtful=doubtful(brief),
        cue_of=cue_of,
        told_role=told_role,
        kinds=ACTORS,
        data=_data,
        parts=_parts,
    )


def frame(brief: Brief) -> str:
    """The page within a frame, as a notebook shows it; its scripts can reach nothing outside."""
    page = escape(render(brief))
    return (
        f'<iframe srcdoc="{page}" sandbox="allow-scripts" title="Brief" '
        'style="width: 100%; height: 640px; border: 1px solid #ccc"></iframe>'
    )


def _head(brief: Brief) -> str:
    """What a list of pages, and a batch that goes on, read of a page again: JSON in a script."""
    head = {
        "source": brief.source,
        "headline": brief.headline,
        "authors": brief.authors,
        "published": brief.published,
        "published_from": brief.published_from,
        "actors": [actor.name for actor in brief.actors[:_NAMED]],
        "quotes": len(brief.quotes),
        "pipeline": brief.pipeline,
    }
    text = json.dumps(msgspec.to_builtins(head))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _voices(brief: Brief) -> list[tuple[str, list[Quote]]]:
    """The quotes by speaker: actors in their order, then others, then those of nobody, ""."""
    ranks = {actor.id: rank for rank, actor in enumerate(brief.actors)}
    found: dict[tuple[int, str], list[Quote]] = {}
    for quote in brief.quotes:
        rank = ranks.get(quote.actor or "", len(ranks)) if quote.speaker else len(ranks) + 1
        found.setdefault((rank, quote.speaker or ""), []).append(quote)
    return [(key[1], found[key]) for key in sorted(found, key=lambda key: key[0])]


def _parts(quote: Quote) -> list[Span]:
    """The places of a quote to step through; the stop that joins two of them is none."""
    return [span for span in quote.spans if span[1] - span[0] > 1]


def _other_dates(brief: Brief, told: Timeline) -> list[Row]:
    """The time expressions that are no entry of the timeline, with their values."""
    seen = {date.span for row in (*told.settled, *told.open) for date in row.dates}
    return [
        Row([date.text], date.value or "", [date]) for date in brief.dates if date.span not in seen
    ]


def _data(*groups: Iterable[Span | None]) -> Markup:
    """The attribute in which an entry tells a script its places, each with its length, in groups:
    the words, the event of a date, the speaker, the cue: ` data-s=895+43,1553+7;758+136`."""
    told = (
        ",".join(f"{span[0]}+{span[1] - span[0]}" for span in spans if span) for spans in groups
    )
    places = ";".join(told).rstrip(";")
    return Markup(f" data-s={places}" if places else " data-s")
