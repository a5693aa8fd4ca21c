"""Who wrote the article of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from briefkit.reading.page.stated import Stated
from briefkit.reading.page.words import letters, text_of

_META = (
    "author", "parsely-author", "sailthru.author", "article:author", "dc.creator", "byl",
    "citation_author", "article:author_name", "cxenseparse:author", "twitter:data1",
)  # fmt: skip
_SHOWN = (
    "//*[@rel='author']", "//*[@itemprop='author']//*[@itemprop='name']", "//*[@itemprop='author']",
    "//*[contains(concat(' ', @class, ' '), ' author-name ')]",
    "//*[contains(@class, 'byline')]//a", "//*[contains(@class, 'author')]//a",
)  # fmt: skip
_LEAD = re.compile(r"\b(?:written |reported |posted |words |story )?by[:\s]+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[;|/\n]\s*|,?\s+(?:and|&)\s+|\s*,\s*(?=[^,]+\s[^,]+(?:,|\Z))")
_ADDRESS = re.compile(r"https?://\S*|www\.\S+|\S+@\S+|\S+\.(?:com|org|net|co|uk|php|html)\b\S*")
_ROLE = re.compile(
    r"\b(?:writer|reporter|correspondent|editor|columnist|contributor|journalist)\b", re.IGNORECASE
)
# Accounts that a site's software makes.
_NOBODY = frozenset(
    {"admin", "administrator", "anonymous", "guest", "na", "none", "null", "webmaster"}
)
_LONGEST = 1_000  # with addresses; in longer entries a search for them takes for ever


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


def split_names(entries: Sequence[str]) -> tuple[str, ...]:
    """The names in some entries, without addresses."""
    found: dict[str, str] = {}
    for entry in entries[:50]:
        if len(entry) > _LONGEST:
            continue
        words = " ".join(_ADDRESS.sub(" ", _LEAD.sub("", entry.strip(), count=1)).split()).strip(
            " ,;|-"
        )
        parts = _BETWEEN.split(words)
        for part in parts:
            name = part.strip(" ,;|-")
            key = letters(name)
            if key in _NOBODY or (len(parts) > 1 and _ROLE.search(name)):
                continue
            if any(map(str.isalpha, key)):
                found.setdefault(key, name)
    return tuple(found.values())
