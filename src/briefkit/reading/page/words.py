"""How words of a page are measured, and held against each other."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from briefkit import lexicon

NO_TEXT = ("script", "style", "noscript", "template")
BLOCKS = frozenset(
    "address article aside blockquote br dd details div dl dt figcaption figure footer form"  # noqa: SIM905
    " h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th"
    " thead tr ul".split()
)
"""Elements that begin on a line of their own."""


class Measures(NamedTuple):
    """Characters: of all text, of the text in links, of the text in paragraphs."""

    text: int
    linked: int
    paragraphs: int


def measure(root: Any) -> dict[Any, Measures]:
    """The measures of each element; 0 for scripts and styles."""
    sizes: dict[Any, Measures] = {}
    for element in reversed(list(root.iter())):  # what is inside comes before what holds it
        if element.tag in NO_TEXT:
            sizes[element] = Measures(0, 0, 0)
            continue
        text = _length(element.text)
        linked = paragraphs = 0
        for child in element:
            inner = sizes[child]
            text += inner.text + _length(child.tail)
            linked += inner.linked
            paragraphs += inner.paragraphs
        linked = text if element.tag == "a" else linked
        sizes[element] = Measures(text, linked, text if element.tag == "p" else paragraphs)
    return sizes


def _length(words: str | None) -> int:
    return len(words.strip()) if words else 0


def likeness(one: str, other: str) -> float:
    """Share of words that two lines have in common (their F1), 0 to 1."""
    first, second = (Counter(re.findall(r"[^\W_]+", line.casefold())) for line in (one, other))
    common = (first & second).total()
    return 2 * common / (first.total() + second.total()) if common else 0.0


def text_of(element: Any) -> str:
    """The words of an element on one line; comments, scripts and the like have none."""
    parts = element.xpath(
        ".//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"
    )
    # What stands between two blocks is apart, what stands between two words is not.
    apart = (f" {part} " if part.getparent().tag in BLOCKS else str(part) for part in parts)
    return " ".join("".join(apart).split())


def is_linked(element: Any, words: str) -> bool:
    """Whether most of the words of an element are links, to other articles."""
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return linked * 2 > len(words)


def is_small(element: Any, most: int) -> bool:
    """Whether an element holds fewer than `most` others, found without counting them all."""
    return next(islice(element.iter(), most, None), None) is None


@cache
def _any_of(name: str) -> re.Pattern[str]:
    entries = "|".join(lexicon.entries("reading", name))
    return re.compile(rf"(?:\A|[\s_-])(?:{entries})(?=[\s_-]|\Z)")


def is_named(element: Any, name: str) -> bool:
    """Whether the class or id of an element has an entry of this data file as whole parts of it."""
    return _any_of(name).search(names(element)) is not None


def names(element: Any) -> str:
    """Class and id of an element, in lower case; "camelCase" as "camel-case"."""
    said = f"{element.get('class') or ''} {element.get('id') or ''}"
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", said).lower()
