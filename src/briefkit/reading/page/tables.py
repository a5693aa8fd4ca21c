"""Tables that only place text on the page, as old pages and newsletters have them."""

from __future__ import annotations

from typing import Any

from briefkit.reading.page.words import text_of

_MOST_WORDS = 50  # of a cell; more are text
_PARTS = ("tbody", "thead", "tfoot", "tr", "td", "th")


def free_layout_tables(root: Any) -> None:
    """Make tables divisions whose rows have one cell, or that have a cell of running text."""
    for table in list(root.iter("table")):
        parts = [part for part in table.iter(*_PARTS) if _table_of(part) is table]
        if _places_text(parts):
            for part in [table, *parts]:
                part.tag = "div"


def _table_of(part: Any) -> Any:
    return next(part.iterancestors("table"), None)


def _places_text(parts: list[Any]) -> bool:
    rows: dict[Any, list[str]] = {}
    for cell in parts:
        if cell.tag in ("td", "th") and (words := text_of(cell)):
            rows.setdefault(cell.getparent(), []).append(words)
    return bool(rows) and (
        all(len(cells) == 1 for cells in rows.values())
        or any(len(words.split()) > _MOST_WORDS for cells in rows.values() for words in cells)
    )
