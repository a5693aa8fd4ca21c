"""The formatted summary: what an editor wants to see in ten seconds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from textwrap import wrap

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Column, Table
from rich.text import Text

from briefkit.rendering import amounts
from briefkit.rendering.amounts import SAID, Amounts, at_most
from briefkit.rendering.roles import told_role
from briefkit.rendering.terminal import cut, plain_text, safe
from briefkit.rendering.timeline import Timeline, distance, timeline
from briefkit.schema import Actor, Brief, Quote

_BAR = 8
# A line longer than this is hard to read, however wide the terminal; one that has room for two
# of the narrower kind gets them side by side.
_WIDEST = 130
_TWO_SIDES = 160
_WIDEST_SIDE = 100
# The summary is for a glance; the whole words are in the brief.
_LEDE = 520
_EVENT = 300
_SNIPPET = 50
_LABEL = 24
_DOUBTFUL = " (doubtful)"
_ABOUT_QUOTES = ("no-speaker", "speaker-doubt")
_REST = "--all shows the rest"


def render(brief: Brief) -> str:
    """The summary as plain text of 80 columns."""
    return plain_text(lambda console: print_summary(brief, console))


def print_summary(
    brief: Brief, console: Console, *, by_speaker: bool = False, everything: bool = False
) -> None:
    """Print the summary, at the width of the console.

    Unless `everything` is wanted, it has no more than fills a screen, and no more words than the
    article.
    """
    told = timeline(brief)
    most = amounts.EVERYTHING if everything else amounts.fitting(brief, told)
    sides = console.width >= _TWO_SIDES
    width = min(console.width, 2 * _WIDEST_SIDE + 3 if sides else _WIDEST)
    narrow = (width - 3) // 2 if sides else width
    head = [
        Text(safe(brief.headline or brief.source.id), style="bold"),
        Text(_facts(brief), style="dim"),
    ]
    if lede := amounts.untold(brief):
        head.append(Text(cut(lede, _LEDE)))
    who = [*_glance(brief), *_who(brief, narrow, most)]
    what = [*_when(told, brief.published, most), *_quotes(brief, by_speaker, most)]
    warnings = _warnings(brief)
    body: list[RenderableType] = [*who, *what, *warnings]
    foot = [Text(""), Text(_REST, style="dim")] if most.leave_out(brief, told) else []
    if sides:
        columns = Table.grid(Column(ratio=1), Column(ratio=1), padding=(0, 3, 0, 0), expand=True)
        columns.add_row(Group(*who, *warnings), Group(*what))
        body = [columns]
    console.print(*head, *body, *foot, sep="\n", width=width)


def section(
    title: str, *body: RenderableType, legend: str = "", shown: int = 0, of: int = 0
) -> list[RenderableType]:
    """A part under its title, which says how much is `shown` of what there is."""
    notes = [legend, f"{shown} of {of}" if shown < of else ""]
    told = Text(title, style="bold cyan")
    told.append("".join(f"  {note}" for note in notes if note), "dim not bold")
    rule = Rule(told, align="left", style="cyan")
    return [Text(""), rule, *body]


def _facts(brief: Brief) -> str:
    day = brief.published or "no day of publication; `briefkit extract --published DATE` sets one"
    if brief.published_from:
        day += f" ({brief.published_from.replace('option', 'as given')})"
    authors = ", ".join(brief.authors)
    place = brief.source.url or brief.source.path or ""
    facts = (day, authors, f"{brief.source.words:,} words", "" if place == "-" else place)
    return " · ".join(safe(fact) for fact in facts if fact)


def _glance(brief: Brief) -> list[RenderableType]:
    if not brief.at_a_glance:
        return []
    own = all(bullet.origin == "author" for bullet in brief.at_a_glance)
    bullets = listed(Text(safe(bullet.text)) for bullet in brief.at_a_glance)
    return section("At a glance" + (" (the article's own)" if own else ""), bullets)


def _who(brief: Brief, width: int, most: Amounts) -> list[RenderableType]:
    found, names = [], [safe(place.name) for place in brief.places]
    if brief.actors:
        actors = at_most(most.actors, brief.actors, amounts.stands_back(brief))
        table, shown, of = _actors(actors, width), len(actors), len(brief.actors)
        found = section("Actors", table, legend="▪ mentions", shown=shown, of=of)
    if names:
        shown = min(most.places, len(names))
        told = indented(Text(", ".join(names[:shown])))
        found += section("Places", told, shown=shown, of=len(names))
    return found


def _actors(shown: Sequence[Actor], width: int) -> Padding:
    """Name with dimmed aliases, what kind of actor in which role, and a bar of mentions."""
    # The names get the room that they need, up to half of it; the roles get the rest.
    room = width - _BAR - 9
    longest = max(len(safe(actor.name)) + len(_also(actor.aliases, room // 2)) for actor in shown)
    names = max(min(longest + 2, room // 2), room // 4)
    columns = Column(width=names), Column(ratio=1), Column(no_wrap=True, width=_BAR + 4)
    table = Table.grid(*columns, padding=(0, 2, 0, 0), expand=True)
    largest = max(len(actor.mentions) for actor in shown) or 1
    for actor in shown:
        name = Text(safe(actor.name), style="bold" if actor.salience >= 0.3 else "")
        if actor.aliases:
            name.append(f"  {_also(actor.aliases, room // 2)}", style="dim not bold")
        count = len(actor.mentions)
        bar = Text("▪" * max(1, round(count * _BAR / largest)), style="cyan")
        role = _role(actor, 2 * max(room - names, _BAR))
        table.add_row(name, role, bar.append(f" {count}", style="dim"))
    return indented(table)


def _role(actor: Actor, room: int) -> Text:
    """The role, on two lines at most; before it the kind of an actor that is no person."""
    role = told_role(actor)
    if role and actor.type == "person":
        return Text(cut(role, room))
    kind = Text(actor.type, style="dim")
    return kind.append(f" · {cut(role, room)}", style="not dim") if role else kind


def _also(aliases: Sequence[str], room: int) -> str:
    """As many of the aliases as there is room for, at least the first."""
    shown = [cut(alias, room) for alias in aliases[:1]]
    for alias in aliases[1:]:
        if sum(map(len, shown)) + len(alias) > room:
            return ", ".join([*shown, "…"])
        shown.append(safe(alias))
    return ", ".join(shown)


def _when(told: Timeline, published: str | None, most: Amounts) -> list[RenderableType]:
    """What happened when; what no anchor settles stands below, in the article's words."""
    settled = at_most(most.dates, told.settled, lambda row: distance(row, published))
    unsettled = told.open[: max(most.dates - len(settled), 0)]
    rows = [*settled, *unsettled]
    if not rows:
        return []
    lead = max(len(safe(day)) for row in rows for day in row.days)
    table = _grid(min(_LABEL, lead))
    told_days: list[str] = []
    for row in settled:
        days = [] if row.days == told_days else row.days
        table.add_row(_days(days, "green"), Text(cut(row.event, _EVENT)))
        told_days = row.days
    if settled and unsettled:
        table.add_row()
    for row in unsettled:
        table.add_row(_days(row.days, "dim"), Text(cut(row.event, _EVENT), style="dim"))
    if told.hint:
        table.add_row(Text(), Text(f"({told.hint})", style="dim italic"))
    of = len(told.settled) + len(told.open)
    return section("Timeline", indented(table), shown=len(rows), of=of)


def _days(days: Sequence[str], style: str) -> Text:
    lines = [line for day in days for line in wrap(safe(day), _LABEL)]
    return Text("\n".join(lines), style=style)


def _quotes(brief: Brief, by_speaker: bool, most: Amounts) -> list[RenderableType]:
    """What is said in quotation marks, then what is reported, then what nobody is known to say."""
    show, unsure = _by_speaker if by_speaker else _in_order, amounts.doubtful(brief)
    found = []
    for title, part in amounts.parts(brief.quotes).items():
        shown = at_most(most.of(title), part, amounts.is_no_actors)
        body = show(shown, unsure, most.letters, title != SAID)
        found += section(title, *body, shown=len(shown), of=len(part))
    return found


def _in_order(
    quotes: Sequence[Quote], unsure: Collection[Quote], room: int, dim: bool
) -> Iterator[Padding]:
    for quote in quotes:
        name = f"{quote.speaker or ''}{_DOUBTFUL if quote in unsure else ''}"
        who = Text(safe(name), style="bold" if name and not dim else "dim")
        if cue := amounts.cue_of(quote):
            who.append(f"{' · ' if name else ''}{safe(cue)}", style="dim not bold")
        if who:
            yield indented(who)
        yield indented(_said(quote, room, dim), 3)


def _by_speaker(
    quotes: Sequence[Quote], unsure: Collection[Quote], room: int, dim: bool
) -> Iterator[Padding]:
    groups: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        groups[quote.speaker or "no speaker"].append(quote)
    for speaker, said in groups.items():
        who = Text(safe(speaker), style="dim" if dim else "bold")
        yield indented(who.append(f"  {len(said)}", style="dim not bold"))
        rows = [_said(quote, room, dim) for quote in said]
        for quote, row in zip(said, rows, strict=True):
            row.append(_DOUBTFUL if quote in unsure else "", "dim")
        yield indented(listed(rows), 2)


def _said(quote: Quote, room: int, dim: bool) -> Text:
    words = cut(quote.text, room)
    direct = quote.kind == "direct"
    style = "dim" if dim else "italic" if direct else ""
    shown = Text().append(amounts.sign_of(quote), style="yellow")
    return shown.append(f"“{words}”" if direct else words, style=style)


def _warnings(brief: Brief) -> list[RenderableType]:
    """Each message once; of the quotes that several are about, the first."""
    counts: Counter[str] = Counter()
    for warning in brief.warnings:
        message = warning.message
        about = [q for q in brief.quotes if not set(q.spans).isdisjoint(warning.spans)]
        if warning.code in _ABOUT_QUOTES and about:
            message += f": “{cut(about[0].text, _SNIPPET)}”"
            message += f" and {len(about) - 1} more" if len(about) > 1 else ""
        counts[message] += 1
    lines = [f"{text} ({count} times)" if count > 1 else text for text, count in counts.items()]
    marked = listed((Text(safe(line), style="yellow") for line in lines), "!")
    return section("Warnings", marked) if lines else []


def _grid(lead: int | None = None) -> Table:
    return Table.grid(Column(no_wrap=True, width=lead), Column(ratio=1), padding=(0, 1))


def listed(rows: Iterable[Text], mark: str = "•") -> Padding:
    """Rows with a mark before each."""
    table = _grid()
    for row in rows:
        table.add_row(Text(mark, style="cyan"), row)
    return indented(table)


def indented(item: RenderableType, columns: int = 1) -> Padding:
    """What stands some columns from the edge."""
    return Padding(item, (0, 0, 0, columns))
