"""The headline of a page: what stands over the article, not what is made for search and sharing."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, NamedTuple

from briefkit.reading.page.stated import Stated
from briefkit.reading.page.words import is_small, likeness, text_of
from briefkit.text import letters

_MOST_PARTS = 8  # elements inside of a headline
_MOST_LOOKED_AT = 100  # h1 of a page, each held against all titles
_ALIKE = 0.34  # share of words from which a heading is about what the metadata's title is
_SUFFIX = re.compile(r"\s+(?:[|·•*»/]|::?|-{1,2}|–|—|<|\\)\s+")


class Headline(NamedTuple):
    """The words, and the element that shows them, None where only metadata has them."""

    text: str | None
    element: Any


def find_headline(root: Any, stated: Stated) -> Headline:
    """The h1 nearest to a title of the metadata; else what shows such a title; else the title."""
    titles = stated.titles
    bare = [_without_site(title, stated) for title in titles]
    best, value = None, 0.0
    for element in islice(root.iter("h1"), _MOST_LOOKED_AT):
        words = text_of(element)
        near = max((likeness(words, title) for title in [*bare, *titles]), default=0.5)
        if near > value:
            best, value = Headline(words, element), near
    if best and value >= _ALIKE:
        return best
    wanted = {letters(title) for title in (*titles, *bare)} - {""}
    for element in root.iter("h2", "h3", "h1", "p", "div", "span", "strong", "b", "font", "td"):
        if is_small(element, _MOST_PARTS) and letters(text_of(element)) in wanted:
            return Headline(text_of(element), element)
    if best:
        return best
    return Headline(bare[0] if bare else None, None)


def _without_site(title: str, stated: Stated) -> str:
    """A title without the name of the site, a section or the like behind a mark."""
    title = " ".join(title.split())
    sites = {letters(site) for site in stated.sites}
    end = len(title)
    for mark in reversed(list(_SUFFIX.finditer(title))):
        last = title[mark.end() : end]
        known = any(site and site in letters(last) for site in sites)
        # A house, an author or a section has few words; the other half of a headline has more.
        if not known and len(last.split()) > 3:
            break
        end = mark.start()
    return title[:end]
