"""The article's text in blocks, with everything that a brief found in it marked.

All of the text is there, character for character, so that a script can count places in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

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
        parts += _segments(text, block.start, block.end, layers)
        parts.append(f"</{tag}>")
        at = block.end
    parts.append(_between(text[at:]))
    return Markup("".join(parts))


def _layers(brief: Brief, size: int) -> list[list[str]]:
    """The kinds of each character, "" for none: of a quote, a cue, a date and an actor."""
    said = [(span, _QUOTES[q.kind]) for q in brief.quotes for span in q.spans]
    # A report first: words in marks within it are seen.
    said.sort(key=lambda mark: mark[1] != "r")
    cues = [(quote.cue_span, "c") for quote in brief.quotes if quote.cue_span]
    dates = [(date.span, "d") for date in brief.dates]
    who = [(s, ACTORS[a.type]) for a in (*brief.actors, *brief.places) for s in a.mentions]
    # The shortest last: "Japan" within "Japan's prime minister" is seen.
    who.sort(key=lambda mark: mark[0][0] - mark[0][1])
    return [_painted(marks, size) for marks in (said, cues, dates, who)]


def _painted(marks: Iterable[tuple[Span, str]], size: int) -> list[str]:
    """For each character the kind of the last mark over it."""
    paint = [""] * size
    for (start, end), kind in marks:
        start, end = max(0, start), min(end, size)
        if start < end:
            paint[start:end] = [kind] * (end - start)
    return paint


def _segments(text: str, start: int, end: int, layers: list[list[str]]) -> Iterator[str]:
    """The text with its marks, each layer within the one before it."""
    opened: tuple[str, ...] = ("",) * len(layers)
    for kinds, group in groupby(zip(*(layer[start:end] for layer in layers), strict=True)):
        changed = next((n for n, kind in enumerate(kinds) if kind != opened[n]), len(layers))
        yield _closing(opened[changed:])
        yield "".join(_MARKS[kind] for kind in kinds[changed:] if kind)
        behind = start + sum(1 for _ in group)
        yield escape(shown(text[start:behind]))
        start, opened = behind, kinds
    yield _closing(opened)


def _closing(kinds: Sequence[str]) -> str:
    """The ends of the marks of these kinds, the last one first."""
    names = (_MARKS[kind].strip("<>").partition(" ")[0] for kind in reversed(kinds) if kind)
    return "".join(f"</{name}>" for name in names)


def _between(text: str) -> str:
    """What stands between two blocks: line ends, seldom more."""
    told = shown(text)
    return escape(told) if not told.strip() else f"<div>{escape(told)}</div>"
