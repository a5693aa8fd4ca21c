"""A web page read: trafilatura finds the article's body, what the page marks up says the rest."""

from __future__ import annotations

from typing import Any

from briefkit.errors import UnreadableError
from briefkit.reading.article import Content
from briefkit.reading.builder import put_together
from briefkit.reading.names import split_names
from briefkit.reading.page.authors import find_authors
from briefkit.reading.page.body import find_body, pieces
from briefkit.reading.page.day import find_published
from briefkit.reading.page.furniture import Around, tidy
from briefkit.reading.page.headline import find_headline
from briefkit.reading.page.stated import read_stated
from briefkit.reading.page.summary import find_key_points, find_standfirst
from briefkit.reading.page.tree import mend

# The extractor's second opinion takes a time that grows with their square; a news page has 3,000.
MANY_ELEMENTS = 4_000
MAX_ELEMENTS = 200_000
MAX_ATTRIBUTES = 1_000  # of one element; to go through them takes the square
_CURE = "save its text as a .txt file"


def parse_html(source: str, where: str) -> Content:
    """The main article of a page. Raises UnreadableError where there is none."""
    # Slow to import, and needed for pages only.
    from trafilatura import load_html

    try:
        root = load_html(source)
        page = None if root is None else _read(root, where)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{where}: not HTML that can be read: {error}") from error
    if page is None:
        raise UnreadableError(f"{where}: no article found in this page", _CURE)
    return page


def _read(root: Any, where: str) -> Content | None:
    count = sum(1 for _ in root.iter())
    if count > MAX_ELEMENTS:
        many = f"{count:,} elements are more than the {MAX_ELEMENTS:,} that a page may have"
        raise UnreadableError(f"{where}: {many}", _CURE)
    if root.xpath(f"boolean(//*[count(@*) > {MAX_ATTRIBUTES}])"):
        many = f"an element has more than {MAX_ATTRIBUTES:,} attributes"
        raise UnreadableError(f"{where}: {many}", _CURE)
    stated = read_stated(root)
    headline = find_headline(root, stated)
    standfirst = find_standfirst(headline.element, stated)
    points = find_key_points(root)
    authors = find_authors(root, stated, headline.element)
    day = find_published(root, stated)
    # From here on the tree is changed.
    mend(root)
    body = find_body(root, fast=count > MANY_ELEMENTS)
    found = [] if body is None else [piece for piece in pieces(body) if piece.words]
    if not found:
        return None
    shown = headline.text if headline.element is not None else None
    bylines, found = tidy(found, Around(shown, standfirst, points, authors))
    text, blocks = put_together(found, headline.text)
    return Content(
        text,
        blocks,
        title=headline.text,
        day=day,
        authors=authors.persons or split_names(bylines) or authors.house,
        url=stated.url,
        language=stated.language,
    )
