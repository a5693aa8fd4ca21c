"""Tables that only place text on the page, as old pages and newsletters have them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from briefkit.reading.page.words import text_of

_MOST_WORDS = 50  # of a cell; more are text
_CELLS = ("td", "th")
_PARTS = ("tbody", "thead", "tfoot", "tr", *_CELLS)


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
