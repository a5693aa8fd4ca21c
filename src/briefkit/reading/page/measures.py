"""How much text, links and paragraphs each element of a page holds, in one pass."""

from __future__ import annotations

from typing import Any, NamedTuple

_NO_TEXT = ("script", "style", "noscript", "template")


class Measures(NamedTuple):
    """Characters: of all text, of the text in links, of the text in paragraphs."""

    text: int
    linked: int
    paragraphs: int


def measure(root: Any) -> dict[Any, Measures]:
    """The measures of each element; 0 for scripts and styles."""
    sizes: dict[Any, Measures] = {}
    for element in reversed(list(root.iter())):  # what is inside comes before what holds it
        if element.tag in _NO_TEXT:
            sizes[element] = Measures(0, 0, 0)
            continue
        text = _length(element.text)
        linked = paragraphs = 0
        for child in element:
            inner = sizes[child]
            text += inner.text + _length(child.tail)
            linked += inner.linked
            paragraphs += inner.paragraphs
        linked = text if element.tag == "a" else linked
        sizes[element] = Measures(text, linked, text if element.tag == "p" else paragraphs)
    return sizes


def _length(words: str | None) -> int:
    return len(words.strip()) if words else 0
