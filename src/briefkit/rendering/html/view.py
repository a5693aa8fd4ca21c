"""What the page of a brief says, in the order in which it says it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefkit.rendering.timeline import Row, Timeline

if TYPE_CHECKING:
    from briefkit.schema import Actor, Brief, Quote, Span

_STRIP = 95  # pixels: the last place of a strip of mentions


@dataclass
class Voice:
    """A speaker and what he or she said; without a name, what nobody is known to have said."""

    name: str | None
    quotes: list[Quote] = field(default_factory=list)


def voices(brief: Brief) -> list[Voice]:
    """The quotes by speaker: actors in their order, then others, then those of nobody."""
    ranks = {actor.id: rank for rank, actor in enumerate(brief.actors)}
    found: dict[tuple[int, str], Voice] = {}
    for quote in brief.quotes:
        rank = ranks.get(quote.actor or "", len(ranks)) if quote.speaker else len(ranks) + 1
        found.setdefault((rank, quote.speaker or ""), Voice(quote.speaker)).quotes.append(quote)
    return [found[key] for key in sorted(found, key=lambda key: key[0])]


def other_dates(brief: Brief, told: Timeline) -> list[Row]:
    """The time expressions that are no entry of the timeline, with their values."""
    seen = {date.span for row in (*told.settled, *told.open) for date in row.dates}
    return [
        Row([date.text], date.value or "", [date]) for date in brief.dates if date.span not in seen
    ]


def places(spans: Iterable[Span | None]) -> str:
    """Spans for a script, each with its length: "895+43 1553+7"."""
    return " ".join(f"{span[0]}+{span[1] - span[0]}" for span in spans if span)


def strip(actor: Actor, size: int) -> str:
    """A stroke for each mention, from the article's start to its end: the path of an SVG."""
    marks = sorted({min(start * _STRIP // max(size, 1), _STRIP) for start, _ in actor.mentions})
    return "".join(f"M{mark} 0v14" for mark in marks)


def extent(brief: Brief) -> int:
    """How far the places of a brief reach, where the article itself is not at hand."""
    found = [actor.mentions for actor in (*brief.actors, *brief.places)]
    return max((end for spans in found for _, end in spans), default=1)
