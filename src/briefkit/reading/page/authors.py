"""Who wrote the article of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from briefkit.reading.names import split_names
from briefkit.reading.page.stated import Stated
from briefkit.reading.page.words import text_of
from briefkit.text import letters

_META = (
    "author", "parsely-author", "sailthru.author", "article:author", "dc.creator", "byl",
    "citation_author", "article:author_name", "cxenseparse:author", "twitter:data1",
)  # fmt: skip
_SHOWN = ("//*[@rel='author']", "//*[@itemprop='author']//*[@itemprop='name']")


class Authors(NamedTuple):
    """The names of persons, and where there is none those of the house that signs."""

    persons: tuple[str, ...] = ()
    house: tuple[str, ...] = ()


def find_authors(root: Any, stated: Stated) -> Authors:
    """Who the page says has written its article; what is stated for machines is trusted first."""
    sites = {letters(site) for site in stated.sites}
    house: tuple[str, ...] = ()
    for source in _sources(root, stated):
        names = split_names(source)
        persons = tuple(name for name in names if letters(name) not in sites)
        if persons:
            return Authors(persons)
        house = house or names
    return Authors((), house)


def _sources(root: Any, stated: Stated) -> Iterator[Sequence[str]]:
    yield stated.named("author")
    yield from (stated.meta.get(key, []) for key in _META)
    for path in _SHOWN:
        shown = root.xpath(path)
        lines = [text_of(element) for element in shown[:20] if _near(element, shown[0])]
        yield [line for line in lines if 2 < len(line) < 80]


def _near(element: Any, first: Any) -> bool:
    """Whether an element stands in the line of the first, and not at another article's."""
    line = first.getparent()
    return element is first or any(up is line for up in element.iterancestors())
