"""The day of publication where only the text tells it: a dateline or a date line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefkit.components.dates import almanac
from briefkit.components.dates.lexicon import word_set
from briefkit.components.dates.nodes import Day, Expression

_TOP = 1500  # characters: a date line stands above the text, not in it
_LINE = 90
_AROUND = word_set("dateline")

Block = tuple[int, int, str]


def from_text(text: str, found: Sequence[Expression], blocks: Sequence[Block]) -> date | None:
    """The day of a dateline or date line near the top, where it names its year."""
    for expression in found:
        node = expression.node
        if expression.start > _TOP:
            return None
        if not isinstance(node, Day) or node.year is None or not node.month or not node.day:
            continue
        start, end, kind = _block(blocks, expression.start, len(text))
        if (
            kind == "dateline"
            or (
                kind not in ("headline", "furniture")
                and (
                    _date_line(
                        text[start : expression.start], text[expression.end : end], end - start
                    )
                    or _dateline(text[start : expression.start], text[expression.end : end])
                )
            )
        ) and almanac.valid(node.year, node.month, node.day):
            return date(node.year, node.month, node.day)
    return None


def _block(blocks: Sequence[Block], at: int, size: int) -> Block:
    for start, end, kind in blocks:
        if start <= at < end:
            return start, end, kind
    return 0, size, ""


def _date_line(before: str, after: str, length: int) -> bool:
    """Whether nothing but "Published", a time and the like stands beside the date."""
    if length > _LINE:
        return False
    words = "".join(c if c.isalpha() else " " for c in f"{before} {after}".lower()).split()
    return all(word in _AROUND for word in words)


def _dateline(before: str, after: str) -> bool:
    """ "TOKYO, Dec. 16, 2024 (Reuters) —": a place in capitals before, a dash or agency after."""
    place = before.strip(" ,(")
    city = place.partition(",")[0]
    if not (2 < len(city) < 40 and city.isupper()):
        return False
    tail = after.lstrip(" ,")
    return tail[:1] in ("(", "/", "—", "–", "-") or tail[:2] == "--"
