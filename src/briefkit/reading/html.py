"""A web page to its main article, by trafilatura."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefkit.errors import UnreadableError
from briefkit.layout import Block, Shape
from briefkit.reading.builder import TextBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

# Trafilatura's names of elements; a piece each. What stands inside of them belongs to them.
_PIECES: dict[str, Shape] = {"head": "heading", "p": "text", "item": "item", "row": "aside"}

# The extractor's second opinion takes a time that grows with their square; a news page has 3,000.
MANY_ELEMENTS = 4_000
MAX_ELEMENTS = 200_000


@dataclass(frozen=True)
class Page:
    """What a page says."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    authors: tuple[str, ...]
    day: str | None
    url: str | None
    language: str | None


def parse_html(source: str, where: str) -> Page:
    """The main article of a page. Raises UnreadableError where there is none."""
    # Slow to import, and needed for pages only.
    from trafilatura import bare_extraction, load_html

    nothing = UnreadableError(
        f"{where}: no article found in this page", "save its text as a .txt file"
    )
    try:
        root = load_html(source)
        if root is None:
            raise nothing
        # Trafilatura changes the tree; ask it first.
        language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        elements = _count(root, where)
        document: Any = bare_extraction(
            root, with_metadata=True, include_comments=False, fast=elements > MANY_ELEMENTS
        )
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{where}: not HTML that can be read: {error}") from error
    if document is None or document.body is None:
        raise nothing
    builder = TextBuilder()
    for shape, words in _pieces(document.body):
        builder.add(shape, words)
    text, blocks = builder.finish(document.title)
    if not text:
        raise nothing
    return Page(
        text=text,
        blocks=blocks,
        title=document.title,
        authors=tuple((document.author or "").split("; ")),
        day=document.date,
        url=document.url,
        language=language,
    )


def _count(root: Any, where: str) -> int:
    """The number of elements of a page. Raises UnreadableError where there are too many."""
    count = sum(1 for _ in root.iter())
    if count > MAX_ELEMENTS:
        raise UnreadableError(
            f"{where}: {count:,} elements are more than the {MAX_ELEMENTS:,} that a page may have",
            "save its text as a .txt file",
        )
    return count


def _pieces(element: Any) -> Iterator[tuple[Shape, str]]:
    """The pieces below an element, in order; loose words between them are text."""
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
        if child.tag == "graphic":
            yield "caption", child.get("alt") or child.get("title") or ""
        else:
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
