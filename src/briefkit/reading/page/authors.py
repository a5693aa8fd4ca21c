"""Who wrote the article of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, islice
from typing import Any, NamedTuple

from briefkit.layout import byline_names
from briefkit.reading.names import split_names
from briefkit.reading.page.stated import Stated
from briefkit.reading.page.words import is_small, names, text_of
from briefkit.text import letters

_META = (
    "author", "parsely-author", "sailthru.author", "article:author", "dc.creator", "byl",
    "citation_author", "article:author_name", "cxenseparse:author",
)  # fmt: skip
_SHOWN = ("//*[@rel='author']", "//*[@itemprop='author']//*[@itemprop='name']")
# What pages call the element that shows the byline, and elements with "author" in their names that
# do not: who commented, who took the picture, what the author looks like.
_CALLED = re.compile(r"by-?line|author")
_CALLED_ELSE = re.compile(r"comment|avatar|bio|photo|ima?ge?|caption|related")
_NEAR = 150  # elements behind the headline among which the byline is looked for
_MOST_PARTS = 15  # elements inside of a byline
_LONGEST = 150  # characters


class Authors(NamedTuple):
    """The names of persons, and where there is none those of the house that signs."""

    persons: tuple[str, ...] = ()
    house: tuple[str, ...] = ()


def find_authors(root: Any, stated: Stated, headline: Any = None) -> Authors:
    """Who the page says has written its article; what is stated for machines is trusted first.

    `headline` is the element that shows it, behind which the byline stands.
    """
    sites = {letters(site) for site in stated.sites}
    house: tuple[str, ...] = ()
    for source in _sources(root, stated, headline):
        told = split_names(source)
        persons = tuple(name for name in told if letters(name) not in sites)
        if persons:
            return Authors(persons)
        house = house or told
    return Authors((), house)


def _sources(root: Any, stated: Stated, headline: Any) -> Iterator[Sequence[str]]:
    yield stated.named("author")
    yield from (stated.meta.get(key, []) for key in _META)
    if any("by" in label.lower().split() for label in stated.meta.get("twitter:label1", [])):
        yield stated.meta.get("twitter:data1", [])
    for path in _SHOWN:
        shown = root.xpath(path)
        lines = [text_of(element) for element in shown[:20] if _near(element, shown[0])]
        yield [line for line in lines if 2 < len(line) < 80]
    if headline is not None:
        yield _byline(root, headline)


def _byline(root: Any, headline: Any) -> Sequence[str]:
    """The names of the first byline behind the headline, told by what its element is called."""
    behind = dropwhile(lambda element: element is not headline, root.iter("*"))
    for element in islice(behind, _NEAR):
        called = names(element)
        told = _CALLED.search(called) and not _CALLED_ELSE.search(called)
        if told and is_small(element, _MOST_PARTS):
            line = text_of(element)
            found = byline_names(line, dated=True) if len(line) <= _LONGEST else None
            if found:
                return found
    return ()


def _near(element: Any, first: Any) -> bool:
    """Whether an element stands in the line of the first, and not at another article's."""
    line = first.getparent()
    return element is first or any(up is line for up in element.iterancestors())
