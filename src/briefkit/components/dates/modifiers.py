"""What limits a value: "over two years", "about noon", "early May" (the `mod` of TIMEX3).

"About" and "over" stand before the expression and outside of it, "early" and "the end of" within.
"""

from __future__ import annotations

from briefkit.components.dates.nodes import Clock, Day, Distance, Fixed, Node
from briefkit.components.dates.stream import Stream

_PAIRED = {
    ("at", "least"): "MORE_THAN",
    ("at", "most"): "LESS_THAN",
    ("fewer", "than"): "LESS_THAN",
    ("less", "than"): "LESS_THAN",
    ("more", "than"): "MORE_THAN",
    ("up", "to"): "LESS_THAN",
}
_PREPOSITIONS = frozenset(("about", "around", "over", "some", "under"))
_EDGES = {"early": "START", "mid": "MID", "late": "END"}
_SPANS = {"B": "START", "M": "MID", "E": "END"}


def of(s: Stream, start: int, stop: int, node: Node) -> str | None:
    """The TIMEX3 `mod` of the expression at tokens `[start, stop)`."""
    if found := _before(s, start, node):
        return found
    opening = start + (s.words[start] == "the")
    if s.kinds[opening] == "span":
        return _SPANS[s.values[opening]]
    if s.words[opening] in _EDGES and s.words[opening + 1] != "hours":
        return _EDGES[s.words[opening]]
    if s.words[stop - 2 : stop] == ["or", "so"]:
        return "APPROX"
    return "MORE_THAN" if s.words[start + 1] == "+" else None


def _before(s: Stream, start: int, node: Node) -> str | None:
    """What the words before an amount or time say; before a span ("over the years") they are
    prepositions."""
    amount = isinstance(node, Distance | Clock) or (
        isinstance(node, Fixed) and node.type == "DURATION"
    )
    if amount and s.words[max(start - 3, 0) : start] == ["no", "more", "than"]:
        return "LESS_THAN"
    if pair := _PAIRED.get((s.words[start - 2], s.words[start - 1])):
        return pair if amount else None  # "we were offered less than last year"
    word = s.words[start - 1]
    if word in _PREPOSITIONS:
        counted = amount and s.words[start] != "the" and s.kinds[start] != "shift"
        dated = isinstance(node, Day) and node.year is not None and word in ("about", "around")
        if not counted and not dated:
            return None
    if word == "some":
        return "APPROX"
    return s.values[start - 1] if s.kinds[start - 1] == "approx" else None
