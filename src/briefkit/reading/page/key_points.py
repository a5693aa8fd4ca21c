"""The author's own summary list, where a page has it outside of the story."""

from __future__ import annotations

from typing import Any, NamedTuple

from briefkit.layout.marks import is_aside
from briefkit.layout.words import is_summary_header
from briefkit.reading.page.words import is_linked, is_named, is_small, text_of

_FEWEST, _MOST = 2, 10
_LEAST_WORDS = 5  # of an entry on average, so that it says something
_MOST_PARTS = 6  # elements in a header
_UP = 3  # elements above a list that may name it


class KeyPoints(NamedTuple):
    """The header, "" where the page shows none, and the entries."""

    header: str
    items: tuple[str, ...]


def find_key_points(root: Any) -> KeyPoints | None:
    """The first list that the page calls its key points, in a heading or a class."""
    for listed in root.iter("ul", "ol"):
        entries = listed.findall("li")
        if not _FEWEST <= len(entries) <= _MOST:
            continue
        above = [listed, *list(listed.iterancestors("div", "section", "aside"))[:_UP]]
        header = next((line for one in above[:2] if (line := _line_before(one))), "")
        if not is_summary_header(header):
            if not any(is_named(one, "key_points.txt") for one in above):
                continue
            header = ""
        items = tuple(map(text_of, entries))
        told = sum(len(words.split()) for words in items) >= _LEAST_WORDS * len(entries)
        told = told and sum(map(is_aside, items)) * 2 < len(items)
        if told and not is_linked(listed, "".join(items)):
            return KeyPoints(header, items)
    return None


def _line_before(element: Any) -> str:
    before = element.getprevious()
    return text_of(before) if before is not None and is_small(before, _MOST_PARTS) else ""
