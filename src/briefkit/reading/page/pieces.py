"""An extracted body to pieces of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefkit.layout import Shape
from briefkit.reading.builder import Words

# Trafilatura's names of elements; a piece each. What stands inside of them belongs to them.
_PIECES: dict[str, Shape] = {"head": "heading", "p": "text", "item": "item", "row": "aside"}


def pieces(element: Any) -> Iterator[Words]:
    """The pieces below an element, in order; loose words between them are text."""
    for shape, words in _pieces(element):
        if words.strip():
            yield Words(shape, words.strip())


def _pieces(element: Any) -> Iterator[tuple[Shape, str]]:
    if shape := _PIECES.get(element.tag):
        if element.tag == "head" and element.get("rend") == "h1":
            shape = "title"
        nested = next((child for child in element if child.tag == "list"), None)
        yield shape, _words(element)
        if nested is not None:
            yield from _pieces(nested)
        return
    yield "text", _folded(element.text)
    for child in element:
        yield from _pieces(child)
        yield "text", _folded(child.tail)


def _words(element: Any) -> str:
    """The words inside of an element, cells apart; lists in it are pieces of their own."""
    parts = [_folded(element.text)]
    for child in element:
        if child.tag == "lb":
            parts.append("\n")
        elif child.tag == "cell":
            parts += [_words(child), " | " if child.getnext() is not None else ""]
        elif child.tag != "list":
            parts.append(_words(child))
        parts.append(_folded(child.tail))
    return "".join(parts)


def _folded(words: str | None) -> str:
    """Line ends in a page's source mean nothing."""
    return words.replace("\n", " ") if words else ""
