"""Blocks: the pieces of an article that nothing crosses."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple, get_args

BlockKind = Literal[
    "headline",
    "standfirst",  # the summary between headline and story
    "byline",
    "dateline",  # the place and date before the lede, or a date line of its own
    "heading",
    "bullets_header",  # "At a Glance"
    "bullet",  # one of the author's own summary bullets
    "item",  # an entry of any other list
    "caption",
    "furniture",  # "Read more", "Advertisement"
    "paragraph",
]
KINDS: tuple[BlockKind, ...] = get_args(BlockKind)

PROSE: frozenset[str] = frozenset({"standfirst", "paragraph", "item"})
"""Kinds that hold the running text of the article."""


class Block(NamedTuple):
    """A stretch `[start, end)` of the article's text, without list marker or outer white space."""

    start: int
    end: int
    kind: BlockKind


Shape = Literal["title", "standfirst", "byline", "heading", "item", "caption", "aside", "text"]
"""What a document's own marks say of a piece; "aside" is a table row, program code, furniture."""


class Piece(NamedTuple):
    """A stretch of text between two borders, before its kind is told."""

    start: int
    end: int
    shape: Shape


def clean(text: str) -> str:
    """`text` at the same length, each white space or control character a plain space or line end.

    Parsers trip over tabs, terminal escapes and hard line breaks; since every character keeps its
    place, spans found in the clean text hold in the original. In an endless run of marks every
    64th is a space too: a tokenizer that peels marks off one by one takes a time that grows with
    the square of the run.
    """
    return _RUN.sub(_break, text.translate(_Spaces()))


_RUN = re.compile(r"[^\w\s]{65,}")


def _break(run: re.Match[str]) -> str:
    marks = list(run.group())
    marks[64::64] = " " * len(marks[64::64])
    return "".join(marks)


class _Spaces(dict[int, int | str]):
    """A translation table that decides on each code point once, when it is first met."""

    def __missing__(self, code: int) -> int | str:
        char = chr(code)
        if char == "\n":
            out: int | str = code
        elif char.isspace() or unicodedata.category(char) in ("Cc", "Cf", "Zs", "Zl", "Zp"):
            out = " "
        else:
            out = code
        self[code] = out
        return out
