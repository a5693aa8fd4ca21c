"""The summary of a story: what a reader of two hundred articles wants to know first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from briefkit.rendering.terminal import cut, plain_text, safe
from briefkit.stories.extracts import EXTRACTS, Line
from briefkit.stories.phrases import People, facts, role_line, sides, sign, title, when
from briefkit.stories.schema import Event, Story, StoryActor, StoryQuote

_ACTORS, _QUOTES, _EVENTS, _LINES = 15, 25, 30, 15
_CUT = 260
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
    people = People(story)
    lines = (
        Text(f"{safe(people.line(line.text, line.actors))}  ").append(safe(line.article), "dim")
        for line in story.at_a_glance
    )
    yield from _section("At a glance", lines)
    yield from _section("Contradictions", map(Text, disputes(story)))
    corrected = (
        Text(safe(" … ".join(line.text for line in found.lines))).append(
            f"  {found.article}", "dim"
        )
        for found in story.corrections
    )
    yield from _section("Corrections", corrected)
    yield from _section(
        "New in the last article",
        (Text(cut(people.line(line.text, line.actors), _CUT)) for line in story.news),
    )
    yield from _section("Actors", map(_actor, story.actors[:_ACTORS]), len(story.actors) - _ACTORS)
    shown = sorted(story.timeline, key=lambda event: -len(event.members))[:_EVENTS]
    events = [_event(event, people) for event in story.timeline if event in shown]
    yield from _section("Timeline", events, len(story.timeline) - len(events))
    said = sorted(story.quotes, key=lambda quote: (quote.actor is None, -len(quote.versions)))[
        :_QUOTES
    ]
    quotes = [_quote(quote) for quote in story.quotes if quote in said]
    yield from _section("Quotes", quotes, len(story.quotes) - len(quotes))
    for name, lines_of in EXTRACTS.items():
        told = [_extract(line, people) for line in lines_of(story)]
        yield from _section(name, told[:_LINES], len(told) - _LINES)
    yield from _section("Questions", (Text(safe(question.message)) for question in story.questions))
    yield from _section("Warnings", (Text(safe(warning.message)) for warning in story.warnings))


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


def _actor(actor: StoryActor) -> Text:
    line = Text(safe(actor.name), style="bold")
    articles = len({member.article for member in actor.members})
    line.append(f"  in {articles}", style="dim not bold")
    if actor.roles:
        line.append(f"  {cut(role_line(actor), 160)}", style="not bold")
    return line


def _event(event: Event, people: People) -> Text:
    line = Text(when(event), style="green")
    line.append(f"  {cut(people.line(event.text, event.actors), _CUT)}", style="default")
    return line.append(f"  {len(event.members)}", style="dim") if len(event.members) > 1 else line


def _extract(line: Line, people: People) -> Text:
    text = Text(line.day, style="green").append(f"  {safe(line.by)}", "bold")
    return text.append(f"  {cut(people.line(line.text, line.actors), _CUT)}", "default not bold")


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
