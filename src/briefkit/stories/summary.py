"""The summary of a story: what a reader of two hundred articles wants to know first."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from briefkit.rendering.summary import indented, listed, section
from briefkit.rendering.terminal import cut, plain_text, safe
from briefkit.stories.extracts import EXTRACTS
from briefkit.stories.outline import Row, outline
from briefkit.stories.reader import facts, title
from briefkit.stories.schema import Story

# Rows of a section, in the order of the sections.
_MOST = {"At a glance": None, "Contradictions": None, "Corrections": None,
         "New in the last article": None, "Actors": 15, "Timeline": 30, "Quotes": 25,
         **dict.fromkeys(EXTRACTS, 15), "Questions": None, "Warnings": None}  # fmt: skip
_WHOLE = {"Contradictions", "Corrections"}
_CUT = 260


def render(story: Story) -> str:
    """The summary as plain text of 80 columns."""
    return plain_text(lambda console: console.print(*_parts(story), sep="\n"))


def _parts(story: Story) -> Iterator[RenderableType]:
    yield Text(safe(title(story)), style="bold")
    yield Text(facts(story), style="dim")
    sections = dict(outline(story))
    for name, most in _MOST.items():
        if not (rows := sections[name]):
            continue
        shown = sorted(range(len(rows)), key=lambda number: -rows[number].rank)[:most]
        yield from section(name, listed(_line(rows[n], name in _WHOLE) for n in sorted(shown)))
        if more := len(rows) - len(shown):
            yield indented(Text(f"and {more:,} more", style="dim"), 3)


def _line(row: Row, is_whole: bool) -> Text:
    places = row.articles if len(row.articles) == 1 else [f"in {len(row.articles)} articles"]
    parts = [
        Text(safe(row.lead), style="green"),
        Text(safe(row.by), style="bold"),
        Text(safe(row.text) if is_whole else cut(row.text, _CUT)),
        Text(safe(places[0]) if row.articles else "", style="dim"),
    ]
    return Text("  ").join(part for part in parts if part)
