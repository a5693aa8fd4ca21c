"""What the page of a brief says, in the order in which it says it."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from briefkit.rendering.timeline import Row, Timeline
from briefkit.schema import Brief, Quote, Span


def voices(brief: Brief) -> list[tuple[str, list[Quote]]]:
    """The quotes by speaker: actors in their order, then others, then those of nobody, ""."""
    ranks = {actor.id: rank for rank, actor in enumerate(brief.actors)}
    found: dict[tuple[int, str], list[Quote]] = {}
    for quote in brief.quotes:
        rank = ranks.get(quote.actor or "", len(ranks)) if quote.speaker else len(ranks) + 1
        found.setdefault((rank, quote.speaker or ""), []).append(quote)
    return [(key[1], found[key]) for key in sorted(found, key=lambda key: key[0])]


def parts(quote: Quote) -> list[Span]:
    """The places of a quote to step through; the stop that joins two of them is none."""
    return [span for span in quote.spans if span[1] - span[0] > 1]


def other_dates(brief: Brief, told: Timeline) -> list[Row]:
    """The time expressions that are no entry of the timeline, with their values."""
    seen = {date.span for row in (*told.settled, *told.open) for date in row.dates}
    return [
        Row([date.text], date.value or "", [date]) for date in brief.dates if date.span not in seen
    ]


def data(*groups: Iterable[Span | None]) -> Markup:
    """The attribute in which an entry tells a script its places, each with its length, in groups:
    the words, the event of a date, the speaker, the cue: ` data-s=895+43,1553+7;758+136`."""
    told = (
        ",".join(f"{span[0]}+{span[1] - span[0]}" for span in spans if span) for spans in groups
    )
    places = ";".join(told).rstrip(";")
    return Markup(f" data-s={places}" if places else " data-s")
