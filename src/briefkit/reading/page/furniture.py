"""The pieces of a body put in order: headline and standfirst first, furniture told from prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefkit.layout.words import UPPER
from briefkit.reading.builder import Words
from briefkit.reading.page.authors import Authors
from briefkit.reading.page.summary import KeyPoints, Standfirst
from briefkit.text import letters

_BODY = 200  # characters; so long a piece is the story's
_SAME = 60  # letters by which a standfirst is the beginning of the story once more
_HEAD = 8  # pieces in which headline, standfirst and byline are looked for
_NAME = rf"[{UPPER}][\w.'’-]+(?: (?:[{UPPER}][\w.'’-]*|de|der|van|von|bin|al|el|la)){{1,3}}"
_NAMES = re.compile(rf"{_NAME}(?:\s*(?:/|,|&|\band\b)\s*{_NAME}){{0,5}}")


@dataclass(frozen=True)
class Around:
    """What stands around the story of a page; `title` only where the page shows it."""

    title: str | None
    standfirst: Standfirst | None
    points: KeyPoints | None
    authors: Authors


def tidy(found: Sequence[Words], around: Around) -> tuple[list[str], list[Words]]:
    """The bylines that stand alone before the story, and all pieces in order."""
    title = letters(around.title)
    known = [letters(name) for name in around.authors.persons]
    titled = next(
        (at for at, piece in enumerate(found[:_HEAD]) if title and letters(piece.words) == title), 0
    )
    bylines: list[str] = []
    rest: list[Words] = []
    begun = False
    for at, piece in enumerate(found):
        said = letters(piece.words)
        if (title and said == title) or (at < _HEAD and _is_standfirst(piece, around.standfirst)):
            continue  # it is put first
        begun = begun or len(piece.words) > _BODY
        if at < titled:
            piece = Words("aside", piece.words)
        elif at < _HEAD and not begun and _signs(piece, known):
            bylines.append(piece.words)
            piece = Words("byline", piece.words)
        rest.append(piece)
    return bylines, [*_head(around, rest), *rest]


def _is_standfirst(piece: Words, standfirst: Standfirst | None) -> bool:
    """Whether a piece is the standfirst, and not the first paragraph that a page repeats as it."""
    return (
        standfirst is not None
        and letters(piece.words) == letters(standfirst.text)
        and (standfirst.named or piece.shape != "text")
    )


def _head(around: Around, rest: Sequence[Words]) -> Iterator[Words]:
    """What belongs before the story, unless the story has it already."""
    story = "".join(letters(piece.words) for piece in rest if piece.shape in ("text", "item"))
    if around.title:
        yield Words("title", around.title)
    if around.standfirst and letters(around.standfirst.text)[:_SAME] not in story:
        yield Words("standfirst", around.standfirst.text)
    if around.points and letters(around.points.items[0]) not in story:
        if around.points.header:
            yield Words("heading", around.points.header)
        yield from (Words("item", words) for words in around.points.items)


def _signs(piece: Words, authors: Sequence[str]) -> bool:
    """Whether a piece before the story holds nothing but names of persons."""
    if authors:
        return letters(piece.words) in authors
    return len(piece.words) <= 100 and bool(_NAMES.fullmatch(piece.words))
