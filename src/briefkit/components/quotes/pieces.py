"""Marked stretches with their tokens."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    continued: bool = False
    lead: int | None = None  # block whose end introduces it

    spans: list[tuple[int, int]] = field(default_factory=list)


def inside_marks(view: View, m: Marked) -> str:
    return view.text[m.start : m.end].strip(MARKS + " ")


def is_title(view: View, piece: Piece) -> bool:
    """Whether every longer word begins with a capital: "Ode to Joy"."""
    words = inside_marks(view, piece.marked).split()
    return len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 3)
