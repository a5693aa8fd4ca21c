"""Pieces of a structured document put together to an article's text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from briefkit.layout import Block, Piece, Shape, label

_INNER = re.compile(r"[^\S\n]+")


class Words(NamedTuple):
    """A piece of a document, on one line but for breaks of its own."""

    shape: Shape
    words: str


class Document(NamedTuple):
    """The pieces of a document, and what its properties say of it."""

    pieces: tuple[Words, ...]
    title: str | None = None
    author: str | None = None


def put_together(
    pieces: Iterable[Words], title: str | None, *, guess: bool = False
) -> tuple[str, tuple[Block, ...]]:
    """A plain text, with a blank line between pieces that have words, and its blocks.

    White space within a line is folded. List items stand on lines of their own with "- " before
    them, which no block includes. With `guess`, headline and headings are told by their looks, too.
    """
    parts: list[str] = []
    length = 0
    placed: list[Piece] = []
    for shape, words in pieces:
        lines = (_INNER.sub(" ", line).strip() for line in words.split("\n"))
        words = "\n".join(line for line in lines if line)
        if not words:
            continue
        listed = shape == "item"
        lead = "- " if listed else ""
        if placed:
            lead = ("\n" if listed and placed[-1].shape == "item" else "\n\n") + lead
        start = length + len(lead)
        length = start + len(words)
        placed.append(Piece(start, length, shape))
        parts += [lead, words]
    text = "".join(parts)
    return text, label(text, placed, title, guess=guess)
