"""Bodies that a page splits over several containers, put together."""

from __future__ import annotations

from typing import Any

from briefkit.reading.page.measures import measure

_LEAST_TEXT = 150  # characters of paragraphs that make a container of the body
_LEAST_SHARE = 0.5  # of all paragraphs of the page that the containers hold together
_HOLDERS = ("div", "section")


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
