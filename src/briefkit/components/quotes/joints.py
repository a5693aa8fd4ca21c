"""How the stretches of a quote hang together.

`“It is late,” she said. “We will go.”` is joined by the stop that the text has behind the cue;
`“The plan,” he said, “is good.”` by nothing, for the comma is of the cue alone. A comma within the
marks stays in the places, as the marks do; `briefkit.text.quoted_words` leaves both out.
"""

from __future__ import annotations

from briefkit.components.records import Place

_CLOSING = "”\"’'»"
_STOPS = ".!?"


def joined(text: str, spans: list[Place]) -> tuple[Place, ...]:
    """The places of a quote, with the stops between its sentences, without a comma behind it."""
    found: list[Place] = []
    for n, (start, end) in enumerate(spans):
        found.append((start, end))
        comma = text[start:end].rstrip(_CLOSING).endswith(",")
        if n + 1 < len(spans) and (comma or text[end : end + 1] == ","):
            found += _stop(text, end, spans[n + 1][0])
    return tuple(found)


def _stop(text: str, end: int, start: int) -> list[Place]:
    """The stop between two stretches where the second begins a sentence."""
    at = start - 1
    while at >= end and text[at].isspace():
        at -= 1
    return [(at, at + 1)] if at >= end and text[at] in _STOPS else []
