"""Markdown to plain words and blocks; the structure is the author's.

Only where nothing is marked as a heading, headline and headings are told as in plain text.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from briefkit.layout import Block, Shape
from briefkit.reading.builder import Words, put_together

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_UNSEEN = re.compile(
    r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE
)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
_DEEPEST = 100  # lists, items and citations within each other
_SENTENCE_END = tuple('.!?…,;"”’')


def parse_markdown(text: str, title: str | None) -> tuple[str, tuple[Block, ...]]:
    """The plain words of a Markdown text, and its blocks."""
    from markdown_it import MarkdownIt

    # Four spaces before a paragraph of a news text are an indent, not program code. What is nested
    # deeper than it may be is left out, and by itself that is a list in ten lists.
    markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    tokens = markdown.enable("table").disable("code").parse(text)
    headed = any(token.type == "heading_open" for token in tokens)
    return put_together(_pieces(tokens), title, guess=not headed)


def _pieces(tokens: Sequence[Token]) -> Iterator[Words]:
    open_items = 0
    cells: list[str] | None = None
    heading: Shape | None = None
    for token in tokens:
        match token.type:
            case "list_item_open" | "list_item_close":
                open_items += token.nesting
            case "heading_open":
                heading = "title" if token.tag == "h1" else "heading"
            case "heading_close":
                heading = None
            case "tr_open":
                cells = []
            case "tr_close":
                yield Words("aside", " | ".join(cells or ()))
                cells = None
            case "inline":
                children = token.children or []
                words = _words(children)
                if cells is not None:
                    cells.append(words)
                else:
                    yield Words(heading or _shape(children, words, open_items > 0), words)
            case "fence":
                yield Words("aside", token.content)
            case "html_block":
                seen = _MARKUP.sub(" ", _UNSEEN.sub(" ", token.content))
                yield Words("text", html.unescape(seen))


def _shape(children: Sequence[Token], words: str, listed: bool) -> Shape:
    if listed:
        return "item"
    children = [child for child in children if child.type != "text" or child.content.strip()]
    if {child.type for child in children} <= {"image", "softbreak"}:
        return "caption"
    bold = (
        len(children) > 2
        and children[0].type == "strong_open"
        and children[-1].type == "strong_close"
        and sum(child.type == "strong_open" for child in children) == 1
    )
    # All bold is how many authors write a heading, and others stress a sentence.
    return "heading" if bold and not words.endswith(_SENTENCE_END) else "text"


def _words(children: Sequence[Token]) -> str:
    """The words of inline tokens without marks, link targets and tags."""
    parts = []
    for child in children:
        match child.type:
            case "text" | "code_inline" | "image":
                parts.append(child.content)
            case "softbreak":
                parts.append(" ")
            case "hardbreak":
                parts.append("\n")
            case "html_inline" if child.content[:3].lower() == "<br":
                parts.append("\n")
    return "".join(parts)
