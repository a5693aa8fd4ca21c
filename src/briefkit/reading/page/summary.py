"""What a page says of its story outside of it: the standfirst, and the author's own list."""

from __future__ import annotations

from itertools import islice
from typing import Any, NamedTuple

from briefkit.layout.marks import is_aside
from briefkit.layout.words import is_summary_header
from briefkit.reading.page.stated import Stated
from briefkit.reading.page.words import is_linked, is_named, is_small, text_of
from briefkit.text import letters

_SHORTEST = 20  # letters
_LOOK = 120  # elements behind the headline
_TAGS = ("p", "h2", "h3", "h4", "div", "section", "span", "em", "strong")
_MOST_PARTS = 12
_BODY = 200  # letters; so long a paragraph is the story's
_FEWEST, _MOST = 2, 10
_LEAST_WORDS = 5  # of an entry on average, so that it says something
_HEADER_PARTS = 6  # elements in a header
_UP = 3  # elements above a list that may name it


class Standfirst(NamedTuple):
    """The words, and whether the page names them so; else they equal its description."""

    text: str
    named: bool


def find_standfirst(headline: Any, stated: Stated) -> Standfirst | None:
    """What stands near the headline and is named or stated as the summary of the article."""
    if headline is None:
        return None
    wanted = [letters(words.rstrip("…. ")) for words in stated.descriptions]
    behind = (one for one in headline.xpath("following::*") if one.tag in _TAGS)
    for element in islice(behind, _LOOK):
        if not is_small(element, _MOST_PARTS):
            continue
        words = text_of(element)
        said = letters(words)
        if len(said) < _SHORTEST:
            continue
        named = (
            is_named(element, "standfirst.txt")
            and not is_linked(element, words)
            and not words.endswith(("...", "…", "]"))  # a teaser, cut off
        )
        if named or said in wanted:
            return Standfirst(words, named or element.tag in ("h2", "h3", "h4"))
        if len(said) > _BODY:
            break  # the story has begun
    return None


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
    return text_of(before) if before is not None and is_small(before, _HEADER_PARTS) else ""
