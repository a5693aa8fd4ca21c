"""A story as one page: what happened on the left, who said what on the right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from briefkit.rendering.html.page import page
from briefkit.rendering.timeline import days
from briefkit.stories.extracts import EXTRACTS
from briefkit.stories.pages import Pages
from briefkit.stories.phrases import NOBODY, People, facts, parted, sides, sign, title, voice, when
from briefkit.stories.schema import Claim, Spans, Story, StoryActor, StoryQuote

Place = tuple[str, Spans, str]
# Who has said nothing, and is in one article alone, is in the list of all names only.
_SHOWN = 40


def render(story: Story, pages: Pages) -> str:
    """The story as an HTML document that loads nothing; `pages` are linked where they are known."""
    named = People(story)
    sentences = {(c.article, c.spans, c.value): c for one in story.figures for c in one.members}
    quotes: dict[str, list[dict[str, Any]]] = {}
    of_others: dict[str, list[dict[str, Any]]] = {}
    for quote in story.quotes:
        key, item = quote.actor or f"-{voice(quote)}", _quote(quote, named)
        quotes.setdefault(key, []).append(item)
        for one in quote.about:
            if one != quote.actor:
                of_others.setdefault(one, []).append(item)
    people = [
        _person(actor, quotes.get(actor.id, []), of_others.get(actor.id, []))
        for actor in story.actors
    ]
    others = [
        {"name": key[1:], "quotes": said} for key, said in quotes.items() if key.startswith("-")
    ]
    return page(
        "story.html",
        styles=["story.css"],
        title=title(story),
        facts=facts(story),
        story=story,
        named=named,
        places={article.id: n for n, article in enumerate(story.articles, 1)},
        pages={a.id: pages[a.sha256] for a in story.articles if a.sha256 in pages},
        counted=[
            {
                "of": one.of,
                "lines": [{"claim": claim, "parts": parted(claim)} for claim in one.members],
            }
            for one in story.figures
        ],
        extracts=[
            {
                "title": title,
                "id": title.split()[0].lower(),
                "lines": [
                    {"line": line, "unnamed": named.unnamed(line.text, line.actors)}
                    for line in found(story)
                ],
            }
            for title, found in EXTRACTS.items()
        ],
        people=[one for n, one in enumerate(people) if n < _SHOWN or one["quotes"]],
        rest=[one for n, one in enumerate(people) if n >= _SHOWN and not one["quotes"]],
        others=others,
        disputes=[
            {
                "message": found.message,
                "sides": [_side(*side, sentences) for side in sides(found).items()],
            }
            for found in story.contradictions
        ],
        events=[
            {
                "days": when(event),
                "text": event.text,
                "unnamed": named.unnamed(event.text, event.actors),
                "sources": _sources((m.article, (m.span,)) for m in event.members),
            }
            for event in story.timeline
        ],
    )


def _person(
    actor: StoryActor, said: list[dict[str, Any]], of_others: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "actor": actor,
        "roles": [{"role": role.role, "days": days(role.first, role.last)} for role in actor.roles],
        "sources": _sources((member.article, ()) for member in actor.members),
        "quotes": said,
        "of_others": of_others,
    }


def _day(quote: StoryQuote) -> str:
    if quote.said:
        return f"said {quote.said}"
    return f"printed {days(quote.first, quote.last)}" if quote.first else ""


def _quote(quote: StoryQuote, named: People) -> dict[str, Any]:
    unnamed = named.unnamed(quote.text, quote.about)
    return {
        "quote": quote,
        "speaker": quote.speaker,
        "is_nobody": quote.actor is None and voice(quote) == NOBODY,
        "unnamed": [one for one in unnamed if one.id != quote.actor],
        "sign": sign(quote).strip(),
        "day": _day(quote),
        "sources": _sources((version.article, version.spans) for version in quote.versions),
        "others": [version for version in quote.versions if version.relation != "same"],
    }


def _side(what: str, claims: list[Claim], sentences: dict[Place, Claim]) -> dict[str, Any]:
    dated = [claim.published for claim in claims if claim.published]
    text = claims[0].text
    sentence = sentences.get((claims[0].article, claims[0].spans, text))
    return {
        "days": days(min(dated, default=None), max(dated, default=None)),
        "what": "" if what in text else what,
        "parts": parted(sentence) if sentence else (text, "", ""),
        "sources": _sources((claim.article, claim.spans) for claim in claims),
    }


def _sources(found: Iterable[tuple[str, Spans]]) -> dict[str, Spans]:
    """Each article once, with its first place."""
    sources: dict[str, Spans] = {}
    for article, spans in found:
        sources.setdefault(article, spans)
    return sources
