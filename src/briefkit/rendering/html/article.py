"""The article's text in blocks, with everything that a brief found in it marked.

All of the text is there, character for character, so that a script can count places in it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from markupsafe import Markup, escape

from briefkit.reading import Article
from briefkit.rendering.html.page import shown
from briefkit.schema import Brief, Span

ACTORS = {"person": "p", "organization": "o", "group": "g", "place": "l"}
# Short ones: a long article has thousands of marks.
_MARKS = {"p": "<u>", "o": "<u class=o>", "g": "<u class=g>", "l": "<u class=l>", "d": "<b>",
          "q": "<q>", "m": "<q class=m>", "r": "<span class=r>", "c": "<i>"}  # fmt: skip
_QUOTES = {"direct": "q", "mixed": "m", "indirect": "r"}
_TAGS = {"headline": "h2", "heading": "h3", "bullets_header": "h3"}
_CLASSES = {"bullet", "item", "caption", "byline", "dateline", "standfirst", "furniture"}


def marked(article: Article, brief: Brief) -> Markup:
    """The article as HTML blocks."""
    text = article.text
    layers = _layers(brief, len(text))
    cuts = sorted({cut for layer in layers for span in layer.spans for cut in span})
    parts: list[str] = []
    at = 0
    for block in article.blocks:
        if block.start < at:
            continue
        # What stands before the block on its own line is its list's mark.
        line = max(text.rfind("\n", at, block.start) + 1, at)
        parts.append(_between(text[at:line]))
        tag = _TAGS.get(block.kind, "p")
        kind = f' class="{block.kind}"' if block.kind in _CLASSES else ""
        parts.append(f"<{tag}{kind}>{escape(shown(text[line : block.start]))}")
        parts += _segments(text, block.start, block.end, cuts, layers)
        parts.append(f"</{tag}>")
        at = block.end
    parts.append(_between(text[at:]))
    return Markup("".join(parts))


class _Layer:
    """Spans of one kind painted over the text: the class of each character, 0 for none."""

    def __init__(self, size: int, names: str) -> None:
        self.spans: list[Span] = []
        self._names, self._paint = names, bytearray(size)

    def paint(self, spans: Iterable[Span], name: str) -> None:
        size = len(self._paint)
        for start, end in spans:
            start, end = max(0, start), min(end, size)
            if start < end:
                self.spans.append((start, end))
                self._paint[start:end] = bytes([self._names.index(name) + 1]) * (end - start)

    def at(self, place: int) -> str:
        number = self._paint[place]
        return self._names[number - 1] if number else ""


def _layers(brief: Brief, size: int) -> list[_Layer]:
    who, when, said, cue = (_Layer(size, names) for names in ("pogl", "d", "qmr", "c"))
    mentions = [(s, ACTORS[a.type]) for a in (*brief.actors, *brief.places) for s in a.mentions]
    # The shortest last: "Japan" within "Japan's prime minister" is seen.
    for span, kind in sorted(mentions, key=lambda mention: mention[0][0] - mention[0][1]):
        who.paint([span], kind)
    when.paint((date.span for date in brief.dates), "d")
    for quote in sorted(brief.quotes, key=lambda quote: quote.kind != "indirect"):
        said.paint(quote.spans, _QUOTES[quote.kind])
        cue.paint([quote.cue_span] if quote.cue_span else [], "c")
    return [said, cue, when, who]


def _segments(
    text: str, start: int, end: int, cuts: list[int], layers: list[_Layer]
) -> Iterator[str]:
    """The text with its marks, each layer within the one before it."""
    inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
    pieces = (
        ([layer.at(first) for layer in layers], first, last)
        for first, last in pairwise([start, *inner, end])
    )
    opened: list[str] = [""] * len(layers)
    for kinds, group in groupby(pieces, key=lambda piece: piece[0]):
        same = list(group)
        changed = next((n for n, kind in enumerate(kinds) if kind != opened[n]), len(layers))
        yield _closing(opened[changed:])
        yield "".join(_MARKS[kind] for kind in kinds[changed:] if kind)
        yield escape(shown(text[same[0][1] : same[-1][2]]))
        opened = kinds
    yield _closing(opened)


def _closing(kinds: list[str]) -> str:
    """The ends of the marks of these kinds, the last one first."""
    names = (_MARKS[kind].strip("<>").partition(" ")[0] for kind in reversed(kinds) if kind)
    return "".join(f"</{name}>" for name in names)


def _between(text: str) -> str:
    """What stands between two blocks: line ends, seldom more."""
    told = shown(text)
    return escape(told) if not told.strip() else f"<div>{escape(told)}</div>"
