"""HTML within the text of a record, as feeds and content systems have it: a body without a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from briefkit.layout import Block, Shape
from briefkit.reading.builder import Words, put_together
from briefkit.reading.page.body import folded
from briefkit.reading.page.words import BLOCKS, NO_TEXT

_BLOCK = re.compile(
    r"<(?:/(?:article|blockquote|div|figure|h[1-6]|li|p|section|table)|br\b[^<>]{0,99})\s*>",
    re.IGNORECASE,
)
_INLINE = re.compile(r"</(?:a|b|em|i|span|strong)>", re.IGNORECASE)
_HEADED = re.compile(r"</h[1-6]>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d?);", re.IGNORECASE)
_APART = re.compile(r"\n\s*\n")
_SHAPES: dict[str, Shape] = {"li": "item", "figcaption": "caption", "tr": "aside"}
_SHAPES |= dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading")


def read_markup(text: str, title: str | None) -> tuple[str, tuple[Block, ...] | None]:
    """The text of what may be HTML, and its blocks; None where it has no elements.

    Without elements that part paragraphs empty lines do, as content systems store what was typed.
    Raises ValueError where elements stand deeper in each other than can be read.
    """
    if _BLOCK.search(text):
        return put_together(markup_pieces(text), title, guess=not _HEADED.search(text))
    if _INLINE.search(text):
        return put_together(
            markup_pieces(_APART.sub("</p><p>", f"<p>{text}</p>")), title, guess=True
        )
    return without_entities(text), None


def without_entities(words: str) -> str:
    """ "Town & pier" for "Town &amp; pier"."""
    return unescape(words) if _ENTITY.search(words) else words


def markup_pieces(markup: str) -> Iterator[Words]:
    """The pieces of some HTML. Raises ValueError where it is too deep."""
    # Slow to import, and needed for markup only.
    from lxml import etree, html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    root = html.document_fromstring(f"<div>{markup}</div>", parser=parser)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise ValueError("elements stand more than 2,000 deep in each other")
    shapes: list[Shape] = ["text"]
    words: list[str] = []
    hidden = 0  # elements without text that are open
    for event, element in etree.iterwalk(root, events=("start", "end")):
        opens, breaks = event == "start", element.tag == "br"
        # Two breaks part paragraphs, one does not.
        parts = opens and words[-1:] == ["\n"] if breaks else element.tag in BLOCKS
        if parts:
            yield Words(shapes[-1], "".join(words))
            words.clear()
        elif breaks and opens:
            words.append("\n")
        if element.tag in BLOCKS and not breaks:
            if opens:
                shapes.append(_SHAPES.get(element.tag, shapes[-1]))
            else:
                shapes.pop()
        told = folded(element.text if opens else element.tail)
        between = told.isspace() and words[-1:] == ["\n"]
        if element.tag in NO_TEXT:
            hidden += 1 if opens else -1
        if not between and not hidden:
            words += filter(None, [told])
    yield Words("text", "".join(words))
