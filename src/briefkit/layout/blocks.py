"""Blocks: the pieces of an article that nothing crosses."""

from __future__ import annotations

from typing import Literal, NamedTuple

BlockKind = Literal[
    "headline",
    "standfirst",  # the summary between headline and story
    "byline",
    "dateline",  # the place and date before the lede, or a date line of its own
    "heading",
    "bullets_header",  # "At a Glance"
    "bullet",  # one of the author's own summary bullets
    "item",  # an entry of any other list
    "caption",
    "furniture",  # "Read more", "Advertisement"
    "paragraph",
]

PROSE: frozenset[str] = frozenset({"standfirst", "paragraph", "item"})
"""Kinds that hold the running text of the article."""


class Block(NamedTuple):
    """A stretch `[start, end)` of the article's text, without list marker or outer white space."""

    start: int
    end: int
    kind: BlockKind


Shape = Literal["title", "standfirst", "byline", "heading", "item", "caption", "aside", "text"]
"""What a document's own marks say of a piece; "aside" is a table row, program code, furniture."""


class Piece(NamedTuple):
    """A stretch of text between two borders, and whether empty lines stand before and after it."""

    start: int
    end: int
    shape: Shape
    gap_before: bool = True
    gap_after: bool = True
