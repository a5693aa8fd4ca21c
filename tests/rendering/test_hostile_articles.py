"""Hostile briefs and articles, through the page, Markdown and the summary."""

from __future__ import annotations

import html
import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefkit.api import brief_articles
from briefkit.reading import Article, make_article
from briefkit.rendering import Format, render
from briefkit.rendering.html.article import marked
from briefkit.rendering.html.page import shown
from briefkit.rendering.terminal import safe
from briefkit.schema import Brief
from briefkit.verify import verify
from tests.fuzz.check import COMMANDS
from tests.invariants import faults
from tests.rendering.html.test_hostile import ODD, PAYLOADS, hostile

FIELDS = range(5)
# What a brief in Markdown is made of; anything else came out of the article.
OURS = {"text", "softbreak", "inline", *(f"{name}_{end}" for end in ("open", "close") for name in
        ("heading", "paragraph", "bullet_list", "list_item", "strong", "em"))}  # fmt: skip
GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def flat(tokens: list[Token]) -> list[Token]:
    return [one for token in tokens for one in (token, *flat(token.children or []))]


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_brief_is_told_and_nothing_of_it_obeyed(payload: str, field: int) -> None:
    brief, _ = hostile(payload, field)
    tokens = flat(GITHUB.parse(render(brief, Format.MARKDOWN)))
    assert {token.type for token in tokens} <= OURS
    # The headline, and the parts that the brief has.
    assert [token.tag for token in tokens if token.type == "heading_open"][:2] == ["h1", "h2"]
    told = letters("".join(token.content for token in tokens if token.type == "text"))
    assert letters(safe(payload)) in told
    summary = render(brief, Format.SUMMARY)
    assert not COMMANDS.search(summary) and letters(safe(payload)) in letters(summary)


def real(payload: str, number: int) -> Article:
    """An article that a news desk could have printed, but for what is in it."""
    odd = ODD[number % len(ODD)]
    return make_article(
        f"{odd}\n\nThe mayor of {payload} said on Friday: “We will {payload} rebuild.” {odd}\n\n"
        f"“{odd} It is {payload},” Ada Quill told the council on 3 May 2024.\n\n- {payload}\n",
        id=payload, published="2024-05-04", published_from="option",
    )  # fmt: skip


@pytest.fixture(scope="module")
def briefs() -> list[tuple[Article, Brief]]:
    # Each payload beside two of the odd lines, and each odd line beside eleven payloads or more.
    made = [real(one, n + more) for n, one in enumerate(PAYLOADS) for more in (0, 3)]
    found = []
    for article, brief in zip(made, brief_articles(made), strict=True):
        assert isinstance(brief, Brief)
        found.append((article, brief))
    return found


def test_every_place_in_eighty_hostile_articles_holds_its_text(
    briefs: list[tuple[Article, Brief]],
) -> None:
    assert len(briefs) == 80
    for article, brief in briefs:
        assert not faults(brief, article.text) and not list(verify(brief, article)), article.id
    assert sum(len(brief.quotes) for _, brief in briefs) > 80
    assert sum(len(brief.actors) for _, brief in briefs) > 80


def test_their_pages_hold_all_of_the_text_and_no_tag_of_it(
    briefs: list[tuple[Article, Brief]],
) -> None:
    for article, brief in briefs:
        page = marked(article, brief)
        assert html.unescape(re.sub("<[^>]*>", "", page)) == shown(article.text), article.id
        for tag in set(re.findall(r"<[^/>][^>]*>", page)):
            assert re.fullmatch(r'<([bipqu]|div|h[23]|span)( class=("?)\w+\3)?>', tag), article.id


def test_their_markdown_and_summaries_obey_nothing(briefs: list[tuple[Article, Brief]]) -> None:
    for article, brief in briefs:
        tokens = flat(GITHUB.parse(render(brief, Format.MARKDOWN)))
        assert {token.type for token in tokens} <= OURS, article.id
        assert not COMMANDS.search(render(brief, Format.SUMMARY)), article.id
