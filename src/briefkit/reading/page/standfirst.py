"""The standfirst: what a page says of its story between the headline and the story itself."""

from __future__ import annotations

from itertools import islice
from typing import Any, NamedTuple

from briefkit.reading.page.stated import Stated
from briefkit.reading.page.words import is_linked, is_named, is_small, text_of
from briefkit.text import letters

_SHORTEST = 20  # letters
_LOOK = 120  # elements behind the headline
_TAGS = ("p", "h2", "h3", "h4", "div", "section", "span", "em", "strong")
_MOST_PARTS = 12
_BODY = 200  # letters; so long a paragraph is the story's


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
