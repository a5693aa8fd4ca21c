"""A brief, and an article as it was read, as JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from briefkit.schema import Brief

if TYPE_CHECKING:
    from briefkit.reading import Article

# Controls beyond those that JSON escapes by itself, and marks that turn the text around.
_COMMANDS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
# The fields of an article and of a block of it, in the order in which they are written.
_ARTICLE = ("id", "path", "url", "sha256", "language", "words", "title", "authors", "published",
            "published_from", "blocks", "warnings", "text")  # fmt: skip
_BLOCK = ("kind", "start", "end")
# A place; within a string no line ends.
_PAIR = re.compile(r"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")


def render(brief: Brief) -> str:
    """The brief as an indented JSON document."""
    return _PAIR.sub(r"[\1, \2]", indented(brief)) + "\n"


def render_article(article: Article) -> str:
    """The article as an indented JSON document; every field is always there, in this order."""
    blocks = [{name: getattr(block, name) for name in _BLOCK} for block in article.blocks]
    return indented({name: getattr(article, name) for name in _ARTICLE} | {"blocks": blocks}) + "\n"


def render_line(item: object) -> str:
    """A brief, or another record, as one line of a JSON Lines file."""
    return escaped(msgspec.json.encode(item).decode()) + "\n"


def indented(item: object) -> str:
    """Any record as indented JSON."""
    return escaped(msgspec.json.format(msgspec.json.encode(item), indent=2).decode())


def escaped(text: str) -> str:
    """The same JSON; what commands a terminal in it can only stand within strings."""
    return _COMMANDS.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
