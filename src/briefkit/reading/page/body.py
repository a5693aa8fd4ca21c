"""The body of an article, found by trafilatura, and its pieces of text.

A page may split it over several containers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from briefkit.layout import Shape
from briefkit.reading.builder import Words
from briefkit.reading.page.words import measure

_LEAST_TEXT = 150  # characters of paragraphs that make a container of the body
_LEAST_SHARE = 0.5  # of all paragraphs of the page that the containers hold together
_HOLDERS = ("div", "section")
_ENOUGH = 0.8  # of the text of a split body; less is one of its parts
_INLINE = ("code", "del", "hi", "ref")  # in the middle of a line
_APART = re.compile(r"\n\s*\n")  # two breaks part paragraphs, one does not
# Trafilatura's names of elements; a piece each. What stands inside of them belongs to them.
_PIECES: dict[str, Shape] = {"head": "heading", "p": "text", "item": "item", "row": "aside"}


def find_body(root: Any, *, fast: bool) -> Any:
    """The body as trafilatura's elements (p, head, list, item, quote, table), or None.

    `fast` leaves out its second opinion.
    """
    _, size = split_body(root)
    whole = deepcopy(root) if size else None
    body = _extract(root, fast)
    if whole is not None and (body is None or len(" ".join(body.itertext())) < _ENOUGH * size):
        join_containers(split_body(whole)[0])
        body = _extract(whole, fast)
    return body


def _extract(root: Any, fast: bool) -> Any:
    from trafilatura import bare_extraction

    # It changes the tree.
    document: Any = bare_extraction(root, with_metadata=False, include_comments=False, fast=fast)
    return None if document is None else document.body


def split_body(root: Any) -> tuple[list[Any], int]:
    """The containers of one class that together hold a story, and the characters in them.

    An extractor takes the first container that looks like a body; advertisements between the
    chunks of a story make several of it. ([], 0) where the story is in one.
    """
    sizes = measure(root)
    groups: dict[tuple[str, str], list[Any]] = {}
    for element in root.iter(*_HOLDERS):
        kind = " ".join((element.get("class") or "").split())
        own = sum(sizes[p].text - sizes[p].linked for p in element.iterchildren("p"))
        if kind and own >= _LEAST_TEXT:
            groups.setdefault((element.tag, kind), []).append(element)
    best: list[Any] = []
    most = int(_LEAST_SHARE * sizes[root].paragraphs)
    for group in groups.values():
        total = sum(sizes[element].paragraphs for element in group)
        if len(group) > 1 and total >= most:
            best, most = group, total
    return (best, most) if best else ([], 0)


def join_containers(group: list[Any]) -> None:
    """Move what is in the later containers into the first."""
    first, *others = group
    for other in others:
        first.extend(list(other))
        other.drop_tree()


def pieces(element: Any) -> Iterator[Words]:
    """The pieces below an element, in order, some empty; loose words between them are text."""
    if shape := _PIECES.get(element.tag):
        if element.tag == "head" and element.get("rend") == "h1":
            shape = "title"
        words = _words(element)
        parts = _APART.split(words) if shape == "text" else [words]
        yield from (Words(shape, part.strip()) for part in parts)
        for nested in element.iterchildren("list"):
            yield from pieces(nested)
        return
    loose = folded(element.text)
    for child in element:
        if child.tag in _INLINE:
            loose += _words(child)
        else:
            yield Words("text", loose.strip())
            yield from pieces(child)
            loose = ""
        loose += folded(child.tail)
    yield Words("text", loose.strip())


def _words(element: Any) -> str:
    """The words inside of an element, cells apart; lists in it are pieces of their own."""
    parts = [folded(element.text)]
    for child in element:
        if child.tag == "lb":
            parts.append("\n")
        elif child.tag == "cell":
            parts += [_words(child), " | " if child.getnext() is not None else ""]
        elif child.tag != "list":
            parts.append(_words(child))
        parts.append(folded(child.tail))
    return "".join(parts)


def folded(words: str | None) -> str:
    """Line ends in a page's source mean nothing."""
    return words.replace("\n", " ") if words else ""
