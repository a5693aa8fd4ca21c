"""A story as one page: what happened on the left, who said what on the right."""

from __future__ import annotations

from briefkit.rendering.html.page import page
from briefkit.rendering.timeline import days
from briefkit.stories import reader
from briefkit.stories.extracts import EXTRACTS
from briefkit.stories.pages import Pages
from briefkit.stories.schema import Story, StoryQuote

# Who has said nothing, and is in one article alone, is in the list of all names only.
_SHOWN = 40


def render(story: Story, pages: Pages) -> str:
    """The story as an HTML document that loads nothing; `pages` are linked where they are known."""
    said = reader.by_voice(story)
    said_of: dict[str, list[StoryQuote]] = {}
    for quote in story.quotes:
        for one in quote.about:
            if one != quote.actor:
                said_of.setdefault(one, []).append(quote)
    shown = {actor.id for n, actor in enumerate(story.actors) if n < _SHOWN or actor.id in said}
    return page(
        "story.html",
        styles=["story.css"],
        title=reader.title(story),
        story=story,
        reader=reader,
        days=days,
        unnamed=reader.People(story).unnamed,
        places={article.id: n for n, article in enumerate(story.articles, 1)},
        pages={a.id: pages[a.sha256] for a in story.articles if a.sha256 in pages},
        extracts=[(name, rows) for name, found in EXTRACTS.items() if (rows := found(story))],
        shown=shown,
        said=said,
        said_of=said_of,
        others={name: quotes for name, quotes in said.items() if not quotes[0].actor},
        sentences={(c.article, c.spans, c.value): c for one in story.figures for c in one.members},
    )
