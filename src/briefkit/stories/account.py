"""One story of many briefs: every part reads them once, in the order of publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from briefkit import __version__
from briefkit.schema import Brief
from briefkit.stories.actors import ACTING, Actors
from briefkit.stories.bodies import is_state
from briefkit.stories.cast import Cast
from briefkit.stories.corrections import Corrections
from briefkit.stories.counting import Counting
from briefkit.stories.evidence import Evidence
from briefkit.stories.glance import Glance
from briefkit.stories.merging import merge
from briefkit.stories.news import News
from briefkit.stories.quotes import Quotes
from briefkit.stories.schema import STORY_VERSION, MadeBy, Story, StoryWarning
from briefkit.stories.store import Store
from briefkit.stories.timeline import Timeline
from briefkit.text import counted

Sections = Iterator[tuple[str, Any]]


def tell(briefs: Iterable[Brief | tuple[str, Brief]]) -> Sections:
    """The fields of a story in their order; those that are lists as iterators of their items.

    Each list has to be gone through before the next field is asked for. Memory grows neither with
    the briefs nor with the lists, which wait on disk. A brief may come with its id in the story.
    """
    with Store() as store:
        for item in briefs:
            key, brief = item if isinstance(item, tuple) else (None, item)
            store.add(brief, key)
        yield from _sections(store)


def whole(sections: Sections) -> Story:
    """The story in memory."""
    found: dict[str, Any] = {
        name: tuple(value) if isinstance(value, Iterator) else value for name, value in sections
    }
    return Story(**found)


def _sections(store: Store) -> Sections:
    actors, quotes, timeline = Actors(store), Quotes(store), Timeline(store)
    counting, glance, news = Counting(store), Glance(store), News(store)
    corrections = Corrections(store)
    for _, reference, brief in store.ordered():
        article, evidence = store.articles.add(reference), Evidence(brief)
        for part in (actors, quotes, timeline, counting, glance, news, corrections):
            part.add(article, evidence)
    actors.gather()
    merge(actors)
    cast = Cast(store, actors)
    for gathering in (quotes, timeline, counting):
        gathering.gather()
    yield "schema_version", STORY_VERSION
    yield "kind", "story"
    yield "articles", store.articles.rows()
    yield "at_a_glance", glance.items(cast)
    yield "actors", cast.items()
    yield "quotes", quotes.items(cast)
    yield "timeline", timeline.items(cast)
    parts = (counting, timeline, quotes, cast)
    yield "contradictions", chain.from_iterable(part.contradictions() for part in parts)
    yield "corrections", corrections.items(cast)
    yield "figures", counting.tallies()
    yield "news", news.items(cast)
    yield "questions", cast.questions()
    yield "warnings", _warnings(store)
    yield "pipeline", MadeBy(__version__)


def _warnings(store: Store) -> Iterator[StoryWarning]:
    if apart := _apart(store):
        message = (
            f"{_articles_that(apart, 'shares', 'share')} no name but that of a state with another:"
            f" `briefkit stories` finds out which articles are of one story"
        )
        yield StoryWarning("unrelated", message, apart)
    if undated := _ids(store, "published IS NULL"):
        message = f"{_articles_that(undated, 'has', 'have')} no day of publication"
        yield StoryWarning("undated", message, undated)
    for (sha,) in store.run(
        "SELECT sha256 FROM articles GROUP BY sha256 HAVING count(*) > 1 ORDER BY min(number)"
    ).fetchall():
        same = _ids(store, "sha256 = ?", sha)
        yield StoryWarning("same-text", f"{_articles_that(same, '', 'have')} the same text", same)


def _articles_that(ids: tuple[str, ...], one: str, many: str) -> str:
    return f"{counted(len(ids), 'article')} {one if len(ids) == 1 else many}"


def _ids(store: Store, which: str, *values: str) -> tuple[str, ...]:
    """The articles of which something is true."""
    found = store.articles.rows(f"WHERE {which} ORDER BY number", *values)
    return tuple(article.id for article in found)


def _apart(store: Store) -> tuple[str, ...]:
    """The articles of which nobody and no place is in another one; states are everywhere."""
    actors = store.run("SELECT who, min(key) FROM actors GROUP BY who")
    states = [str(who) for who, key in actors if is_state(key.removesuffix(ACTING))]
    return _ids(
        store,
        "(SELECT count(*) FROM articles) > 1 AND number NOT IN (SELECT article FROM actors"
        f" WHERE who NOT IN ({', '.join(states)}) AND who IN"
        " (SELECT who FROM actors GROUP BY who HAVING min(article) < max(article)))",
    )
