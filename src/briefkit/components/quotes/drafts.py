"""Quotes in the making: marked stretches with their tokens, and what cues report."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefkit.components.marks import Marked
from briefkit.components.quotes.view import View

MARKS = "\"“”„‟«»‹›‘’‚'`"
LONGEST = 300  # tokens of a report


@dataclass(slots=True)
class Piece:
    """One marked stretch and where it stands."""

    marked: Marked
    block: int
    first: int  # tokens inside of the marks, [first, last)
    last: int
    heard: bool = False  # by the encoder, as a direct quote
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


@dataclass(slots=True)
class Report:
    """A cue, its speaker's head token and the tokens `[start, end]` of what is reported."""

    cue: int
    cue_span: tuple[int, int]  # characters
    weak: bool  # of a cue that is one only beside marks
    speaker: int | None
    content: list[tuple[int, int]] = field(default_factory=list)  # tokens, both ends in
    frame: str = "that"
    cuts: list[int] = field(default_factory=list)  # cues of reports that follow in the clause
