"""Stories as they are read back, and whether every place in one still holds its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from briefkit.errors import UnreadableError
from briefkit.reading import Article
from briefkit.reading.briefs import as_brief, read_trees
from briefkit.schema import Brief, Source
from briefkit.stories.schema import ArticleRef, Spans, Story
from briefkit.stories.words import words
from briefkit.text import fold
from briefkit.verify import inside

# The lists whose items have items of articles, and what these are called.
_PARTS = {"corrections": "lines", "figures": "members", "quotes": "versions",
          "timeline": "members", "contradictions": "members"}  # fmt: skip
# Values of one story; a story of ten thousand articles has a tenth of them.
_MOST = 50_000_000


def read_told(source: str) -> Iterator[Brief | Story]:
    """The briefs and stories of a file, or of standard input for "-", one by one.

    Raises UnreadableError, with the place that is wrong.
    """
    for tree, place in read_trees(source, most=_MOST):
        is_story = isinstance(tree, dict) and tree.get("kind") == "story"
        yield _story(tree, place) if is_story else as_brief(tree, place)


def _story(tree: object, where: str) -> Story:
    try:
        return msgspec.convert(tree, Story)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            f"{where}: not a story: {error}", "give YAML or JSON that `briefkit story` wrote"
        ) from error


def source_of(article: ArticleRef) -> Source:
    """What an article of a story was read from; a key that was made longer is the id again."""
    digits = f"-{article.sha256[:8]}"
    id = article.id.rpartition(digits)[0] or article.id
    return Source(id, article.path, article.url, article.sha256, None, 0)


def verify_story(story: Story, id: str, article: Article) -> Iterator[str]:
    """Each difference between what a story says of the article with this id and the article."""
    (reference,) = (ref for ref in story.articles if ref.id == id)
    if reference.sha256 != article.sha256:
        yield (
            f"sha256: the article is another: {article.sha256[:12]}…, not {reference.sha256[:12]}…"
        )
    for where, text, spans in _items(story, id):
        yield from _held(where, text, spans, article.text)


def _items(story: Story, id: str) -> Iterator[tuple[str, str, Spans]]:
    """Every text that a story has of an article, with its places."""
    groups: list[tuple[str, Any, bool]] = [
        ("at_a_glance", story.at_a_glance, True),
        ("news", story.news, True),
    ]
    for name, part in _PARTS.items():
        for i, one in enumerate(getattr(story, name)):
            # Who holds an office is named where the role need not stand.
            is_quoted = getattr(one, "code", None) != "office-holders"
            groups.append((f"{name}[{i}].{part}", getattr(one, part), is_quoted))
    for name, items, is_quoted in groups:
        for j, item in enumerate(items):
            if item.article == id:
                yield f"{name}[{j}]", getattr(item, "text", "") if is_quoted else "", item.spans


def _held(where: str, text: str, spans: Spans, source: str) -> Iterator[str]:
    """A difference where a place lies outside of the article, or lacks a word of the text.

    Words are looked for in their order: a bullet is its places shortened, a figure stands in its
    sentence.
    """
    outside = list(inside(where, spans, source))
    yield from outside
    if outside or not spans or not text:
        return
    there = iter(words(" ".join(fold(source[start:end]) for start, end in spans)))
    missing = next((word for word in words(text) if word not in there), None)
    if missing:
        yield f"{where}: “{missing}” is not in its places, in this order"
