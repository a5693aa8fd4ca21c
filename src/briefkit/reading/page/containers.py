"""Bodies that a page splits over several containers, put together."""

from __future__ import annotations

from typing import Any

from briefkit.reading.page.measures import measure
from briefkit.reading.page.words import any_of, names

_LEAST_TEXT = 150  # characters of paragraphs that make a container of the body
_LEAST_SHARE = 0.5  # of all paragraphs of the page that the containers hold together
_HOLDERS = ("div", "section")
_HEADINGS = ("h2", "h3", "h4")


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
        if len(group) > 1 and total >= most and _one_story(group):
            best, most = group, total
    return (best, most) if best else ([], 0)


def join_containers(group: list[Any]) -> None:
    """Move what is in the later containers into the first, with the headings between them."""
    first, *others = group
    within = next(
        up for up in first.iterancestors() if all(up in o.iterancestors() for o in others)
    )
    inside, later = set(group), set(others)
    parts: list[Any] = []
    seen = False
    for element in within.iter():
        if element in inside:
            seen = True
            parts += list(element) if element in later else []
        elif seen and element.tag in _HEADINGS and inside.isdisjoint(element.iterancestors()):
            parts.append(element)
    first.extend(parts)
    for other in others:
        other.drop_tree()


def _one_story(group: list[Any]) -> bool:
    """Whether containers are parts of one article, not articles or comments of their own."""
    if len({next(element.iterancestors("article"), None) for element in group}) > 1:
        return False
    inside = set(group)
    pattern = any_of("page_furniture.txt")
    return not any(
        up in inside or (up.tag != "body" and pattern.search(names(up)))
        for element in group
        for up in element.iterancestors("div", "section", "li", "aside", "footer")
    )
