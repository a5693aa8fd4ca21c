"""Marked stretches with their tokens."""

from __future__ import annotations

from dataclasses import dataclass

from briefkit.components.marks import Marked
from briefkit.components.quotes.view import View

MARKS = "\"“”„‟«»‹›‘’‚'`"


@dataclass(slots=True)
class Piece:
    """One marked stretch and where it stands."""

    marked: Marked
    block: int
    first: int  # tokens inside of the marks, [first, last)
    last: int
    alone: bool = False  # stands for itself, not a part of the sentence around it


@dataclass(slots=True)
class Direct:
    """A direct quote in the making."""

    pieces: list[Piece]
    cue: int | None = None
    cue_span: tuple[int, int] | None = None
    speaker: int | None = None


def inside_marks(view: View, m: Marked) -> str:
    return view.text[m.start : m.end].strip(MARKS + " ")
