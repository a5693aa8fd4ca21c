"""The tree of a page mended before the body is looked for: what misleads an extractor is put right.

All of it is linear in the size of the page, whose depth the parser bounds.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from briefkit.reading.page.bold import name_headings
from briefkit.reading.page.words import BLOCKS, Measures, is_named, measure, text_of

_MOST_WORDS = 50  # of a cell; more are text
_CELLS = ("td", "th")
_PARTS = ("tbody", "thead", "tfoot", "tr", *_CELLS)
_LARGEST_SHARE = 0.3  # of the page's paragraphs: what holds more is the article, whatever its name
# The same; a page may hide a copy of its story, or the story until it is paid.
_LARGEST_HIDDEN = 0.5
_LEAST_MARKED = 0.2  # of a page's text that is in paragraphs
_WHOLE = ("html", "body", "main", "article", "h1")
_LINKED = 0.8  # of a list's text
_CARDS = ("article", "p", "h2", "h3", "h4", "h5")
_SENTENCE_END = re.compile(r"[.!,;:…][\"'”’)\]]*\Z")
_LONGEST_CAPTION = 200
_LABEL = re.compile(r"[^.!?]{0,40}[:|–—>»-]\s*\Z")
_TWO_WORDS = re.compile(r"\w\W+\w")
_MOST_PARTS = 200  # of a paragraph


def free_layout_tables(root: Any) -> None:
    """Make tables divisions whose rows have one cell, or that have a cell of running text."""
    for table in list(root.iter("table")):
        parts = list(table.iter(*_PARTS))
        if _places_text(parts):
            for part in [table, *parts]:
                part.tag = "div"


def _places_text(parts: list[Any]) -> bool:
    cells = [(part, words) for part in parts if part.tag in _CELLS and (words := text_of(part))]
    row = Counter(cell.getparent() for cell, _ in cells)
    running = any(len(words.split()) > _MOST_WORDS for _, words in cells)
    return running or set(row.values()) == {1}


def mend(root: Any) -> None:
    """Drop what is no article, and give its text the elements that an extractor expects."""
    for space in root.xpath("//span[contains(concat(' ', @class, ' '), ' br ') and not(node())]"):
        space.tag = "br"
    _drop(root)
    free_layout_tables(root)
    _free_links(root)
    name_headings(root)


def _drop(root: Any) -> None:
    """Drop what is not to be seen, and what its own name says to be furniture."""
    sizes = measure(root)
    whole = sizes[root]
    # Some pages have no paragraphs, and their story is in divisions and breaks.
    marked = whole.paragraphs > _LEAST_MARKED * whole.text
    all_of_it = whole.paragraphs if marked else whole.text
    for element in list(root.iter()):
        if element.tag in _WHOLE or element.getparent() is None:
            continue
        size = sizes[element].paragraphs if marked else sizes[element].text
        if size <= _LARGEST_HIDDEN * all_of_it and _unseen(element):
            element.drop_tree()
        elif size > _LARGEST_SHARE * all_of_it:
            continue
        elif (
            _leads_away(element, sizes)
            or is_named(element, "page_furniture.txt")
            or _pops_up(element)
            or _captions(element)
        ):
            element.drop_tree()


def _unseen(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(
        style and "display:none" in style.replace(" ", "").lower()
    )


def _leads_away(element: Any, sizes: dict[Any, Measures]) -> bool:
    """Whether an element is a list of links, a card that is a link, or a loud line that is."""
    size = sizes[element]
    if element.tag in ("ul", "ol"):
        return len(element) > 1 and size.linked > _LINKED * size.text
    if element.tag == "a":
        return any(part.tag in _CARDS for part in element.iter())
    if element.tag == "p" and size.text and size.linked == size.text:
        return text_of(element).isupper()
    return False


def _pops_up(element: Any) -> bool:
    """Whether an inline element is a card that shows when the mouse is over a name."""
    return (
        element.tag == "span" and element.find("img") is not None and len(element.findall("a")) > 1
    )


def _captions(element: Any) -> bool:
    """Whether a paragraph behind a picture is all in italics and no sentence."""
    slanted = next(element.iter("em", "i"), None) if element.tag == "p" else None
    if slanted is None:
        return False
    words = text_of(element)
    if len(words) > _LONGEST_CAPTION or _SENTENCE_END.search(words) or text_of(slanted) != words:
        return False
    before = element.getprevious()
    pictured = (element, before) if before is not None else (element,)
    return any(next(one.iter("img", "figure", "iframe"), None) is not None for one in pictured)


def _free_links(root: Any) -> None:
    """Links in the middle of sentences become plain words: an extractor takes them for a menu."""
    free: dict[Any, bool] = {}
    for link in list(root.iter("a")):
        block = next((up for up in link.iterancestors() if up.tag in BLOCKS), None)
        if block is None or block.tag not in ("p", "div", "blockquote", "td"):
            continue
        if block not in free:
            free[block] = _has_sentence(block)
        if free[block]:
            link.drop_tag()


def _has_sentence(block: Any) -> bool:
    """Whether there is more beside the links of a block than a label such as "Read more:"."""
    if len(block) > _MOST_PARTS or block.find(".//img") is not None:
        return False
    beside = "".join(block.xpath(".//text()[not(ancestor::a)]")).strip()
    return bool(_TWO_WORDS.search(beside) and not _LABEL.fullmatch(beside))
