"""The formatted summary: what an editor wants to see in ten seconds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from briefkit.rendering.terminal import plain_text, safe
from briefkit.rendering.timeline import day_of, in_time_order

if TYPE_CHECKING:
    from rich.console import Console

    from briefkit.schema import Actor, Brief, DateMention, Quote

_BAR = 8
_ACTORS = 15
# A line longer than this is hard to read, however wide the terminal.
_WIDEST = 130
_SIGNS = {"negated": "not: ", "questioned": "open: "}


def render(brief: Brief) -> str:
    """The summary as plain text of 80 columns."""
    return plain_text(lambda console: print_summary(brief, console))


def print_summary(brief: Brief, console: Console, *, by_speaker: bool = False) -> None:
    """Print the summary, at the width of the console."""
    width = min(console.width, _WIDEST)

    def show(item: Text | Table | Padding | Rule) -> None:
        console.print(item, width=width)

    def section(title: str) -> None:
        show(Text(""))
        show(Rule(Text(title, style="bold cyan"), align="left", style="cyan"))

    show(Text(safe(brief.headline or brief.source.id), style="bold"))
    show(Text(_facts(brief), style="dim"))
    if brief.at_a_glance:
        own = all(bullet.origin == "author" for bullet in brief.at_a_glance)
        section("At a glance" + (" (the article's own)" if own else ""))
        show(_listed(Text(safe(bullet.text)) for bullet in brief.at_a_glance))
    elif brief.lede:
        section("Lede")
        show(Padding(Text(safe(brief.lede)), (0, 0, 0, 1)))
    if brief.actors:
        section("Actors")
        show(_actors(brief.actors, width))
    if brief.places:
        section("Places")
        show(Padding(Text(", ".join(safe(place.name) for place in brief.places)), (0, 0, 0, 1)))
    if brief.dates:
        section("Timeline")
        show(_timeline(brief.dates))
    if brief.quotes:
        section("Quotes")
        for block in _by_speaker(brief.quotes) if by_speaker else _in_order(brief.quotes):
            show(block)
    if brief.warnings:
        section("Warnings")
        show(_listed((Text(safe(w.message), style="yellow") for w in brief.warnings), "!"))


def _facts(brief: Brief) -> str:
    source = {"option": "as given", "metadata": "metadata", "dateline": "dateline"}
    day = brief.published or "no date of publication"
    if brief.published_from:
        day += f" ({source[brief.published_from]})"
    authors = ", ".join(brief.authors)
    place = brief.source.url or brief.source.path or ""
    facts = (day, authors, f"{brief.source.words:,} words", "" if place == "-" else place)
    return " · ".join(safe(fact) for fact in facts if fact)


def _grid(*, lead: int | None = None) -> Table:
    table = Table.grid(padding=(0, 1), expand=False)
    table.add_column(no_wrap=True, width=lead)
    return table


def _listed(rows: Iterable[Text], mark: str = "•") -> Padding:
    table = _grid()
    table.add_column(ratio=1)
    for row in rows:
        table.add_row(Text(mark, style="cyan"), row)
    return Padding(table, (0, 0, 0, 1))


def _actors(actors: Sequence[Actor], width: int) -> Padding:
    """Name with dimmed aliases, role, and a bar of mentions."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(ratio=5)
    table.add_column(ratio=4)
    table.add_column(no_wrap=True, width=_BAR + 4)
    most = max(len(actor.mentions) for actor in actors) or 1
    for actor in actors[:_ACTORS]:
        name = Text(safe(actor.name), style="bold" if actor.salience >= 0.3 else "")
        if actor.aliases:
            room = 2 if width < 100 else 4
            more = ", …" if len(actor.aliases) > room else ""
            also = ", ".join(safe(alias) for alias in actor.aliases[:room])
            name.append(f"  {also}{more}", style="dim not bold")
        role = Text(safe(actor.role)) if actor.role else Text(actor.type, style="dim")
        count = len(actor.mentions)
        bar = Text("▪" * max(1, round(count * _BAR / most)), style="cyan")
        table.add_row(name, role, bar.append(f" {count}", style="dim"))
    if len(actors) > _ACTORS:
        table.add_row(Text(f"and {len(actors) - _ACTORS} more", style="dim"))
    table.expand = True
    return Padding(table, (0, 0, 0, 1))


def _timeline(dates: Sequence[DateMention]) -> Padding:
    """What happened when; what no anchor settles stands below, in the article's words."""
    settled, undated = in_time_order(dates)
    lead = max([len(day_of(date)) for date in settled] + [min(24, len(d.text)) for d in undated])
    table = _grid(lead=lead)
    table.add_column(ratio=1)
    shown = set()
    for date in settled:
        row = (day_of(date), date.event or date.text)
        if row not in shown:
            shown.add(row)
            table.add_row(Text(safe(row[0]), style="green"), Text(safe(row[1])))
    if settled and undated:
        table.add_row()
    for date in undated:
        label = Text(safe(date.text), style="dim", overflow="ellipsis")
        table.add_row(label, Text(safe(date.event or ""), style="dim"))
    return Padding(table, (0, 0, 0, 1))


def _in_order(quotes: Sequence[Quote]) -> list[Padding]:
    found = []
    for quote in quotes:
        who = Text(safe(quote.speaker or "no speaker"), style="bold" if quote.speaker else "dim")
        if quote.cue:
            who.append(f" · {safe(quote.cue)}", style="dim not bold")
        found += [Padding(who, (0, 0, 0, 1)), Padding(_said(quote), (0, 0, 0, 3))]
    return found


def _by_speaker(quotes: Sequence[Quote]) -> list[Padding]:
    groups: dict[str, list[Quote]] = {}
    for quote in quotes:
        groups.setdefault(quote.speaker or "no speaker", []).append(quote)
    found = []
    for speaker, said in groups.items():
        who = Text(safe(speaker), style="bold").append(f"  {len(said)}", style="dim not bold")
        found.append(Padding(who, (0, 0, 0, 1)))
        found.append(Padding(_listed(_said(quote) for quote in said), (0, 0, 0, 2)))
    return found


def _said(quote: Quote) -> Text:
    words = safe(quote.text)
    text = f"“{words}”" if quote.kind == "direct" else words
    sign = _SIGNS.get(quote.polarity, "")
    return Text(sign, style="yellow").append(text, style="italic" if quote.kind == "direct" else "")
