"""Layers as span groups, for those who read a Doc with spaCy: `doc.spans["briefkit_quotes"]`.

A span is a place of an item: its `id_` is the item's ("a1", "d2", "q3", "b4": the first actor, the
second date, the third quote, the fourth bullet), its `label_` the actor's or date's type, the
quote's kind or the bullet's origin. The item itself is `records(doc, QuoteRecord)[2]`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from spacy.tokens import Doc, Span

# By layer: the letter of its ids, and the label and the places of an item.
_LAYERS: dict[str, tuple[str, Callable[[Any], str], Callable[[Any], Iterable[tuple[int, int]]]]] = {
    "briefkit_actors": ("a", lambda r: r.type, lambda r: ((m.start, m.end) for m in r.mentions)),
    "briefkit_dates": ("d", lambda r: r.type, lambda r: ((r.start, r.end),)),
    "briefkit_quotes": ("q", lambda r: r.kind, lambda r: r.spans),
    "briefkit_glance": ("b", lambda r: r.origin, lambda r: r.spans),
}


def show(doc: Doc, layer: str, found: Sequence[Any]) -> None:
    """Put the records of a layer into its span group; layers of no items have none."""
    if layer not in _LAYERS:
        return
    letter, label, places = _LAYERS[layer]
    spans: list[Span] = []
    for number, record in enumerate(found, 1):
        for start, end in places(record):
            span = doc.char_span(
                start, end, label(record), span_id=f"{letter}{number}", alignment_mode="expand"
            )
            if span is not None:
                spans.append(span)
    doc.spans[layer] = spans
