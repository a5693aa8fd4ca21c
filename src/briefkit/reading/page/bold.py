"""Headings that a page only prints in bold."""

from __future__ import annotations

import re
from typing import Any

from briefkit.reading.page.words import BLOCKS, names, text_of

_HOLDERS = ("div", "section", "article", "td")
_BOLD = re.compile(r"\b(?:strong|bold)\b")
_CLOSED = re.compile(r"[.!,;:…][\"'”’)\]]*\Z")
_LONGEST = 100
_MOST_WORDS = 16


def name_headings(root: Any) -> None:
    """Make lines headings that are bold and nothing else, short and without a stop."""
    for line in list(root.iter("p")):
        if line.getnext() is not None and _reads_as_one(text_of(line)) and not _thin(line):
            _rename(line)
    for bold in list(root.iter("b", "strong", "span")):
        if bold.tag == "span" and not _BOLD.search(names(bold)):
            continue
        parent = bold.getparent()
        held = parent is not None and parent.tag in _HOLDERS
        if held and _stands_alone(bold) and _reads_as_one(text_of(bold)):
            _rename(bold)


def _thin(line: Any) -> bool:
    """Whether a part of a line is not bold."""
    return bool(line.xpath(".//text()[normalize-space() and not(ancestor::b or ancestor::strong)]"))


def _rename(element: Any) -> None:
    """Make an element a heading; extractors treat the levels alike."""
    for inner in list(element.iter("b", "strong")):
        if inner is not element:
            inner.drop_tag()
    element.tag = "h3"


def _reads_as_one(words: str) -> bool:
    return (
        2 < len(words) <= _LONGEST
        and len(words.split()) <= _MOST_WORDS
        and not _CLOSED.search(words)
        and not words[0].islower()
    )


def _tail(element: Any) -> str:
    return (element.tail or "").strip()


def _stands_alone(element: Any) -> bool:
    """Whether an element begins and ends its line."""
    before, after = element.getprevious(), element.getnext()
    if before is None:
        begins = not (element.getparent().text or "").strip()
    else:
        begins = not _tail(before) and before.tag in BLOCKS
    return begins and not _tail(element) and (after is None or after.tag in BLOCKS)
