"""The pieces of a body put in order: headline and standfirst first, furniture told from prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefkit.reading.page.authors import Authors
from briefkit.reading.page.pieces import Words
from briefkit.reading.page.standfirst import Standfirst
from briefkit.reading.page.words import letters

_BODY = 200  # characters; so long a piece is the story's
_SAME = 60  # letters by which a standfirst is the beginning of the story once more
_HEAD = 8  # pieces in which headline, standfirst and byline are looked for
_BIO = re.compile(
    r"(?:is|was|are) (?:an?|the|our) |(?:is|are) \w+(?:ing|ed) |covers |writes |reports "
    r"|has (?:been|worked|written|covered) "
)
_NAME = r"[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|de|der|van|von|bin|al|el|la)){1,3}"
_NAMES = re.compile(rf"{_NAME}(?:\s*(?:/|,|&|\band\b)\s*{_NAME}){{0,5}}")


def tidy(
    found: Sequence[Words], title: str | None, standfirst: Standfirst | None, authors: Authors
) -> tuple[list[str], list[Words]]:
    """The bylines that stand alone before the story, and the pieces in order."""
    wanted = letters(title)
    summary = letters(standfirst.text) if standfirst else ""
    known = [letters(name) for name in authors.persons]
    bylines: list[str] = []
    head: list[Words] = []
    rest: list[Words] = []
    titled = next(
        (at for at, piece in enumerate(found[:_HEAD]) if letters(piece.words) == wanted), -1
    )
    told = ""
    for at, piece in enumerate(found):
        said = letters(piece.words)
        if wanted and said == wanted:
            continue
        if at < titled and len(piece.words.split()) <= 6:
            rest.append(Words("aside", piece.words))  # a kicker
            continue
        if summary and said == summary and at < _HEAD:
            if standfirst and (standfirst.named or piece.shape != "text"):
                continue
            told = summary  # it is the first paragraph
        begun = any(len(piece.words) > _BODY for piece in rest)
        if at < _HEAD and not begun and not bylines and _signs(piece, known):
            bylines.append(piece.words)
            rest.append(Words("byline", piece.words))
            continue
        rest.append(piece)
    if title:
        head.append(Words("title", title))
    story = "".join(letters(piece.words) for piece in rest if piece.shape == "text")
    if standfirst and told != summary and summary[:_SAME] not in story:
        head.append(Words("standfirst", standfirst.text))
    return bylines, [*head, *_without_ends(rest, known)]


def _signs(piece: Words, authors: Sequence[str]) -> bool:
    """Whether a piece before the story holds nothing but names of persons."""
    if piece.shape not in ("text", "heading") or len(piece.words) > 100:
        return False
    if authors:
        return letters(piece.words) in authors
    return bool(_NAMES.fullmatch(piece.words))


def _without_ends(pieces: list[Words], authors: Sequence[str]) -> list[Words]:
    """Headings that head nothing and notes on the author, at the end, as asides."""
    found = list(pieces)
    at = len(found) - 1
    while at >= 0:
        piece = found[at]
        if piece.shape == "heading" or (piece.shape == "text" and _is_bio(piece.words, authors)):
            found[at] = Words("aside", piece.words)
        elif piece.shape != "aside":
            break
        at -= 1
    return found


def _is_bio(words: str, authors: Sequence[str]) -> bool:
    """Whether a paragraph says who the author is."""
    for end in (match.start() for match in _BIO.finditer(words[:120])):
        name = letters(words[:end])
        if name and any(name == author for author in authors):
            return True
    return False
