"""A story in lines, as Markdown and the summary have it: section by section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefkit.rendering.terminal import cut, safe
from briefkit.rendering.timeline import days
from briefkit.stories.extracts import EXTRACTS
from briefkit.stories.reader import People, day, in_marks, sides, sign, sources, when
from briefkit.stories.schema import (
    Claim,
    Contradiction,
    Correction,
    Event,
    Story,
    StoryActor,
    StoryQuote,
    Told,
)
from briefkit.text import counted

_SIDES = 4  # articles named on a side of a contradiction


class Row(NamedTuple):
    """A line for readers: its day or name, who says it, what, and where it stands.

    A form that has little room takes the rows of the highest rank; `mark` are words that stand out.
    """

    text: str
    lead: str = ""
    by: str = ""
    articles: Sequence[str] = ()
    rank: int = 0
    mark: str = ""


def outline(story: Story) -> Iterator[tuple[str, list[Row]]]:
    """The sections of a story in rows, but for its articles; a section may be empty."""
    people = People(story)

    def told(lines: Iterable[Told]) -> list[Row]:
        return [Row(people.line(x.text, x.actors), articles=[x.article]) for x in lines]

    yield "At a glance", told(story.at_a_glance)
    yield "Contradictions", [Row(_dispute(found)) for found in story.contradictions]
    yield "Corrections", [_correction(found, told(found.lines)) for found in story.corrections]
    for one in story.figures:
        yield f"Figures: {one.of}", list(map(_figure, one.members))
    yield "New in the last article", [row._replace(articles=()) for row in told(story.news)]
    for name, extract in EXTRACTS.items():
        lines = extract(story)
        yield name, [Row(people.line(x.text, x.actors), x.day, x.by, [*x.sources]) for x in lines]
    yield "Actors", [Row(_actor(actor), actor.name) for actor in story.actors]
    yield "Timeline", [_event(event, people) for event in story.timeline]
    yield "Quotes", [quote_row(quote, people) for quote in story.quotes]
    yield "Questions", [Row(question.message) for question in story.questions]
    yield "Warnings", [Row(warning.message) for warning in story.warnings]


def _correction(found: Correction, lines: Iterable[Row]) -> Row:
    of = f", on {', '.join(found.of)}" if found.of else ""
    text = " … ".join(row.text for row in lines)
    return Row(text, found.published or "undated", articles=[found.article + of])


def _figure(claim: Claim) -> Row:
    day = claim.published or "undated"
    return Row(claim.text, day, articles=[claim.article], mark=claim.value)


def _event(event: Event, people: People) -> Row:
    text = people.line(event.text, event.actors)
    return Row(text, when(event), "", list(sources(event.members)), len(event.members))


def quote_row(quote: StoryQuote, people: People) -> Row:
    """A quote as a line."""
    text = people.line(f"{sign(quote)} {in_marks(quote)}".strip(), quote.about, quote.actor)
    rank = len(quote.versions) if quote.actor else 0
    return Row(text, day(quote), quote.speaker or "no speaker", list(sources(quote.versions)), rank)


def _dispute(found: Contradiction) -> str:
    """A contradiction with its sides in order of publication."""
    told = []
    for side, claims in sides(found).items():
        named = [", ".join(filter(None, (c.article, c.published))) for c in claims[:_SIDES]]
        more = [f"{len(claims) - _SIDES} more"] if len(claims) > _SIDES else []
        shown = f"“{cut(side, 120)}”" if found.code == "different-figures" else safe(side)
        told.append(f"{shown} ({safe('; '.join(named + more))})")
    before, _, behind = found.message.partition(":")
    about = before if found.code in ("different-figures", "office-holders") else behind
    return f"{cut(about.strip(), 160)}: {' / '.join(told)}"


def _actor(actor: StoryActor) -> str:
    told = [f"{actor.type}, in {counted(len(sources(actor.members)), 'article')}"]
    for role in actor.roles:
        when = days(role.first, role.last)
        told.append(f"{role.role} ({when})" if when else role.role)
    return "; ".join(told + ([f"also {', '.join(actor.aliases)}"] if actor.aliases else []))
