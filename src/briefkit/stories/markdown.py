"""A story as Markdown, whole: what the summary cuts is all here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefkit.rendering.markdown import plain
from briefkit.rendering.timeline import days
from briefkit.stories.extracts import EXTRACTS, Line
from briefkit.stories.phrases import (
    NOBODY,
    People,
    facts,
    parted,
    role_line,
    sign,
    title,
    voice,
    when,
)
from briefkit.stories.schema import Claim, Correction, Story, StoryActor, StoryQuote
from briefkit.stories.summary import disputes


def render(story: Story) -> str:
    """The story as a Markdown document."""
    lines = [f"# {plain(title(story))}", "", plain(facts(story)), ""]
    people = People(story)
    names = {actor.id: actor.name for actor in story.actors}
    lines += _section(
        "At a glance",
        (f"{plain(people.line(x.text, x.actors))} ({plain(x.article)})" for x in story.at_a_glance),
    )
    lines += _section("Contradictions", map(plain, disputes(story)))
    lines += _section("Corrections", (_correction(found, people) for found in story.corrections))
    for counted in story.figures:
        lines += _section(f"Figures: {plain(counted.of)}", map(_figure, counted.members))
    lines += _section(
        "New in the last article", (plain(people.line(x.text, x.actors)) for x in story.news)
    )
    for name, found in EXTRACTS.items():
        lines += _section(name, (_extract(line, people) for line in found(story)))
    lines += _section("Actors", map(_actor, story.actors))
    events = (
        f"**{plain(when(event))}**: {plain(people.line(event.text, event.actors))}"
        f" ({plain(', '.join(dict.fromkeys(member.article for member in event.members)))})"
        for event in story.timeline
    )
    lines += _section("Timeline", events)
    groups: dict[str, list[StoryQuote]] = {}
    for quote in story.quotes:
        groups.setdefault(names.get(quote.actor or "") or voice(quote), []).append(quote)
    if groups:
        lines += ["## Quotes", ""]
    for name, quotes in groups.items():
        lines += [
            f"### {plain(name)}",
            "",
            *(line for quote in quotes for line in _quote(quote, people)),
            "",
        ]
    lines += _section("Questions", (plain(question.message) for question in story.questions))
    lines += _section("Warnings", (plain(warning.message) for warning in story.warnings))
    sources = (
        " · ".join(
            plain(part) for part in (a.published or "undated", a.id, a.headline, a.url) if part
        )
        for a in story.articles
    )
    lines += _section("Articles", sources)
    return "\n".join(lines)


def _section(title: str, rows: Iterable[str]) -> list[str]:
    found = [f"- {row}" for row in rows]
    return [f"## {title}", "", *found, ""] if found else []


def _correction(found: Correction, people: People) -> str:
    of = f", on {', '.join(found.of)}" if found.of else ""
    told = " … ".join(people.line(line.text, line.actors) for line in found.lines)
    return f"{found.published or 'undated'}: {plain(told)} ({plain(found.article + of)})"


def _figure(claim: Claim) -> str:
    parts = parted(claim)
    text = " ".join(f"**{plain(p)}**" if p == claim.value else plain(p) for p in parts if p.strip())
    return f"{claim.published or 'undated'}: {text} ({plain(claim.article)})"


def _actor(actor: StoryActor) -> str:
    also = f"; also {', '.join(actor.aliases)}" if actor.aliases else ""
    articles = len({member.article for member in actor.members})
    count = f"in {articles} article{'' if articles == 1 else 's'}"
    said = ", ".join(part for part in (actor.type, role_line(actor), count) if part)
    return f"**{plain(actor.name)}**: {plain(said + also)}"


def _extract(line: Line, people: People) -> str:
    said = f"{line.by}: " if line.by else ""
    text = f"{said}{people.line(line.text, line.actors)} ({', '.join(line.sources)})"
    return f"**{plain(line.day)}**: {plain(text)}"


def _quote(quote: StoryQuote, people: People) -> Iterator[str]:
    when = f"said {quote.said}" if quote.said else f"printed {days(quote.first, quote.last)}"
    text = sign(quote).strip() + " " * bool(sign(quote))
    text += f"“{quote.text}”" if quote.kind == "direct" else quote.text
    text = people.line(text, quote.about, quote.actor)
    if voice(quote) == NOBODY and quote.speaker:
        text = f"{quote.speaker} {text}"
    sources = ", ".join(dict.fromkeys(version.article for version in quote.versions))
    yield f"- {plain(text)} ({plain(when.removesuffix('printed '))}; {plain(sources)})"
    for version in quote.versions:
        if version.relation != "same":
            lacks = f"; leaves out “{'”, “'.join(version.left_out)}”" if version.left_out else ""
            told = plain(f"{version.article}: {version.text}{lacks}")
            yield f"  - {version.relation}, {told}"
