"""Pieces of a structured document put together to an article's text."""

from __future__ import annotations

import re

from briefkit.layout import Block, Piece, Shape, label

_INNER = re.compile(r"[^\S\n]+")


class TextBuilder:
    """Collects the pieces of a document; the text is plain, with a blank line between pieces.

    List items stand on lines of their own with "- " before them, which no piece includes.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []

    def add(self, shape: Shape, words: str) -> None:
        """Add a piece, its white space folded; line ends in it stay. Nothing if it is empty."""
        lines = (_INNER.sub(" ", line).strip() for line in words.split("\n"))
        words = "\n".join(line for line in lines if line)
        if not words:
            return
        listed = shape == "item"
        if self._pieces:
            self._write("\n" if listed and self._pieces[-1].shape == "item" else "\n\n")
        if listed:
            self._write("- ")
        self._pieces.append(Piece(self._length, self._length + len(words), shape))
        self._write(words)

    def finish(self, title: str | None, *, guess: bool = False) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks; with `guess`, headline and headings also by their looks."""
        text = "".join(self._parts)
        return text, label(text, self._pieces, title, guess=guess)

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)
