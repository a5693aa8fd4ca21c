"""The summary of a story: what a reader of two hundred articles wants to know first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from briefkit.rendering.terminal import cut, plain_text, safe
from briefkit.rendering.timeline import days
from briefkit.stories.schema import Claim, Contradiction, Event, Story, StoryActor, StoryQuote
from briefkit.stories.timeline import SEASONS
from briefkit.stories.words import words

_ACTORS, _QUOTES, _EVENTS = 15, 25, 30
_CUT = 260
_PARTICLE = 2
_SIDES = 4


def render(story: Story) -> str:
    """The summary as plain text of 80 columns."""
    return plain_text(lambda console: print_story(story, console))


def print_story(story: Story, console: Console) -> None:
    """Print the summary, at the width of the console."""
    console.print(*_parts(story), sep="\n")


def _parts(story: Story) -> Iterator[RenderableType]:
    yield Text(safe(title(story)), style="bold")
    yield Text(facts(story), style="dim")
    cast = Cast(story)
    lines = (
        Text(f"{safe(cast.line(line.text, line.actors))}  ").append(safe(line.article), "dim")
        for line in story.at_a_glance
    )
    yield from _section("At a glance", lines)
    yield from _section("Contradictions", map(Text, disputes(story)))
    yield from _section(
        "New in the last article",
        (Text(cut(cast.line(line.text, line.actors), _CUT)) for line in story.news),
    )
    yield from _section("Actors", map(_actor, story.actors[:_ACTORS]), len(story.actors) - _ACTORS)
    shown = sorted(story.timeline, key=lambda event: -len(event.members))[:_EVENTS]
    events = [_event(event, cast) for event in story.timeline if event in shown]
    yield from _section("Timeline", events, len(story.timeline) - len(events))
    said = sorted(story.quotes, key=lambda quote: (quote.actor is None, -len(quote.versions)))[
        :_QUOTES
    ]
    quotes = [_quote(quote) for quote in story.quotes if quote in said]
    yield from _section("Quotes", quotes, len(story.quotes) - len(quotes))
    yield from _section("Questions", (Text(safe(question.message)) for question in story.questions))
    yield from _section("Warnings", (Text(safe(warning.message)) for warning in story.warnings))


def title(story: Story) -> str:
    """The headline of the newest article that has one; without any, the newest line."""
    dated = [article for article in story.articles if article.published] or story.articles
    headline = next((a.headline for a in reversed(dated) if a.headline), None)
    return headline or next((line.text for line in story.at_a_glance), "A story")


def facts(story: Story) -> str:
    """How many articles, and of which days."""
    days = [article.published for article in story.articles if article.published]
    count = f"{len(story.articles):,} article{'' if len(story.articles) == 1 else 's'}"
    ends = dict.fromkeys((days[0], days[-1])) if days else ["no day of publication"]
    return f"{count} · {' to '.join(ends)}"


def disputes(story: Story) -> Iterator[str]:
    """Each contradiction with its sides in order of publication, as one line."""
    for found in story.contradictions:
        told = []
        for side, claims in sides(found).items():
            named = [", ".join(filter(None, (c.article, c.published))) for c in claims[:_SIDES]]
            more = [f"{len(claims) - _SIDES} more"] if len(claims) > _SIDES else []
            shown = f"“{cut(side, 120)}”" if found.code == "different-figures" else safe(side)
            told.append(f"{shown} ({safe('; '.join(named + more))})")
        what = found.message.partition(":")
        about = what[0] if found.code in ("different-figures", "office-holders") else what[2]
        yield f"{cut(about.strip(), 160)}: {' / '.join(told)}"


def sides(found: Contradiction) -> dict[str, list[Claim]]:
    """What is claimed, the words of a figure or else its value, with those who do."""
    told: dict[str, list[Claim]] = {}
    for claim in found.members:
        side = claim.text if found.code == "different-figures" else claim.value
        told.setdefault(side, []).append(claim)
    return told


class Cast:
    """Who is meant where a text does not say so: by "she", by "the minister"."""

    def __init__(self, story: Story) -> None:
        self._actors = {actor.id: actor for actor in story.actors}

    def unnamed(self, text: str, actors: Iterable[str]) -> list[StoryActor]:
        """The people among the actors of a text whom it calls by no name.

        Bodies are not told: a brief is less sure of "the board" than of "she".
        """
        there = set(words(text))
        people = (one for id in actors if (one := self._actors[id]).type == "person")
        return [one for one in people if there.isdisjoint(_name_words(one))]

    def line(self, text: str, actors: Iterable[str], speaker: str | None = None) -> str:
        """The text, and behind it in brackets who is meant and not named; but for the speaker."""
        names = [one.name for one in self.unnamed(text, actors) if one.id != speaker]
        return f"{text} [{', '.join(names)}]" if names else text


def _name_words(actor: StoryActor) -> set[str]:
    """The words of an actor's names, letters and particles aside."""
    names = (actor.name, *actor.aliases)
    return {word for name in names for word in words(name) if len(word) > _PARTICLE}


def parted(claim: Claim) -> tuple[str, str, str]:
    """The sentence of a figure before it, the figure, and what is behind it."""
    return claim.text.partition(claim.value)


def when(event: Event) -> str:
    """The days of an event as short as they can be told, or its season."""
    year, _, season = event.value.partition("-")
    return f"{SEASONS[season]} {year}" if season in SEASONS else days(event.start, event.end)


def role_line(actor: StoryActor) -> str:
    """The roles of an actor, each with its days."""
    told = []
    for role in actor.roles:
        when = days(role.first, role.last)
        told.append(f"{role.role} ({when})" if when else role.role)
    return "; ".join(told)


def sign(quote: StoryQuote) -> str:
    """How it was said where that tells something: a denial or a question, or in other words."""
    plain = quote.polarity == "asserted"
    if plain and (quote.kind == "direct" or not quote.cue):
        return ""
    return f"  {quote.cue or quote.polarity}:"


def _actor(actor: StoryActor) -> Text:
    line = Text(safe(actor.name), style="bold")
    articles = len({member.article for member in actor.members})
    line.append(f"  in {articles}", style="dim not bold")
    if actor.roles:
        line.append(f"  {cut(role_line(actor), 160)}", style="not bold")
    return line


def _event(event: Event, cast: Cast) -> Text:
    line = Text(when(event), style="green")
    line.append(f"  {cut(cast.line(event.text, event.actors), _CUT)}", style="default")
    return line.append(f"  {len(event.members)}", style="dim") if len(event.members) > 1 else line


def _quote(quote: StoryQuote) -> Text:
    line = Text(safe(quote.speaker or "no speaker"), style="bold")
    when = quote.said or quote.first
    line.append(f"  {when}" if when else "", style="dim not bold")
    style = "dim" if quote.polarity == "asserted" else "yellow"
    line.append(sign(quote), style=f"{style} not bold")
    mark = ("“", "”") if quote.kind == "direct" else ("", "")
    line.append(f"  {mark[0]}{cut(quote.text, _CUT)}{mark[1]}", style="not bold")
    if len(quote.versions) > 1:
        line.append(f"  in {len(quote.versions)} versions", style="dim not bold")
    return line


def _section(title: str, rows: Iterable[Text], more: int = 0) -> Iterator[RenderableType]:
    table = Table.grid(padding=(0, 1), expand=False)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for row in rows:
        table.add_row(Text("•", style="cyan"), row)
    if table.row_count:
        if more > 0:
            table.add_row("", Text(f"and {more:,} more", style="dim"))
        yield Text("")
        yield Rule(Text(title, style="bold cyan"), align="left", style="cyan")
        yield Padding(table, (0, 0, 0, 1))
