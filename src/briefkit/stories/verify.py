"""Whether a story still says the truth about one of its articles: every place holds its text."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.reading import Article
from briefkit.schema import Source, Span
from briefkit.stories.schema import ArticleRef, Claim, Spans, Story, Told, Version
from briefkit.stories.words import words
from briefkit.text import fold


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
    for name, lines in (("at_a_glance", story.at_a_glance), ("news", story.news)):
        for i, line in enumerate(lines):
            if line.article == id:
                yield f"{name}[{i}]", line.text, line.spans
    parts: tuple[tuple[str, str, list[tuple[Told | Claim | Version, ...]]], ...] = (
        ("corrections", "lines", [correction.lines for correction in story.corrections]),
        ("figures", "members", [counted.members for counted in story.figures]),
        ("quotes", "versions", [quote.versions for quote in story.quotes]),
    )
    for name, part, groups in parts:
        for i, group in enumerate(groups):
            for j, one in enumerate(group):
                if one.article == id:
                    yield f"{name}[{i}].{part}[{j}]", one.text, one.spans
    for i, event in enumerate(story.timeline):
        for j, member in enumerate(event.members):
            if member.article == id:
                yield f"timeline[{i}].members[{j}]", "", (member.span, member.event_span)
    for i, found in enumerate(story.contradictions):
        for j, claim in enumerate(found.members):
            if claim.article == id:
                words_of = "" if found.code == "office-holders" else claim.text
                yield f"contradictions[{i}].members[{j}]", words_of, claim.spans


def _held(where: str, text: str, spans: Spans, source: str) -> Iterator[str]:
    """A difference where a place lies outside of the article, or lacks a word of the text.

    Words are looked for in their order: a bullet is its places shortened, a figure stands in its
    sentence.
    """
    outside = [span for span in spans if not 0 <= span[0] <= span[1] <= len(source)]
    for start, end in outside:
        yield f"{where}: [{start}, {end}] is not a place in a text of {len(source)} characters"
    if outside or not spans or not text:
        return
    there = iter(words(" ".join(_piece(source, span) for span in spans)))
    missing = next((word for word in words(text) if word not in there), None)
    if missing:
        yield f"{where}: “{missing}” is not in its places, in this order"


def _piece(source: str, span: Span) -> str:
    return fold(source[span[0] : span[1]])
