"""A story as Markdown, whole: what the summary cuts is all here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefkit.rendering.markdown import plain
from briefkit.stories.outline import Row, outline, quote_row
from briefkit.stories.reader import NOBODY, People, by_voice, facts, title, voice
from briefkit.stories.schema import Story

_MARK = "\ue000"  # a character of no script, which stays as it is


def render(story: Story) -> str:
    """The story as a Markdown document."""
    lines = [f"# {plain(title(story))}", "", plain(facts(story)), ""]
    for name, rows in outline(story):
        told = _quotes(story) if name == "Quotes" else (f"- {_line(row)}" for row in rows)
        lines += _section(name, told)
    sources = (
        " · ".join(plain(x) for x in (a.published or "undated", a.id, a.headline, a.url) if x)
        for a in story.articles
    )
    return "\n".join([*lines, *_section("Articles", (f"- {source}" for source in sources))])


def _section(title: str, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return [f"## {plain(title)}", "", *found, ""] if found else []


def _line(row: Row) -> str:
    lead = f"**{plain(row.lead)}**: " if row.lead else ""
    text = f"{row.by}: {row.text}" if row.by else row.text
    marked = text.replace(row.mark, f"{_MARK}{row.mark}{_MARK}", 1) if row.mark else text
    where = f" ({plain(', '.join(row.articles))})" if row.articles else ""
    return lead + plain(marked).replace(_MARK, "**") + where


def _quotes(story: Story) -> Iterator[str]:
    """The quotes under the names of those who say them, each with its other versions."""
    people, names = People(story), {actor.id: actor.name for actor in story.actors}
    for number, (who, quotes) in enumerate(by_voice(story).items()):
        name = names.get(who, who)
        yield from (*([""] if number else []), f"### {plain(name)}", "")
        for quote in quotes:
            by = (quote.speaker or "") if voice(quote) == NOBODY else ""
            yield f"- {_line(quote_row(quote, people)._replace(by=by))}"
            for version in quote.versions:
                if version.relation != "same":
                    left = "”, “".join(version.left_out)
                    lacks = f"; leaves out “{left}”" if left else ""
                    told = plain(f"{version.article}: {version.text}{lacks}")
                    yield f"  - {version.relation}, {told}"
