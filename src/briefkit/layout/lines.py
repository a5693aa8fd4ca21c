"""Plain text to pieces: lines with their list and heading marks, hard-wrapped ones joined."""

from __future__ import annotations

import re
from itertools import pairwise
from math import inf
from typing import NamedTuple

from briefkit.layout.blocks import Piece, Shape
from briefkit.layout.words import UPPER

_LINE = re.compile(r"^[^\n]*\S[^\n]*", re.MULTILINE)
_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
# A star may also open words that are stressed: "*The Herald* reported".
_ROUND = re.compile(
    r"(?!\*[^\s*][^*\n]{0,300}\*)[•●▪◦‣■►▶➤✓✔∙·*][ \t]*(?=[^\s*])|[*+-][ \t]+(?=\S)"
)
# How e-mail and Markdown mark what they cite.
_CITED = re.compile(r"(?:>[ \t]?)+(?=[^\s>])")
# A dash also opens turns of speech; a number also a sentence. Two in a row make a list.
_UNSURE = re.compile(r"(?:[–—][ \t]*|\(?\d{1,2}[.)][ \t]+)(?=\S)")
_TURN = re.compile(
    rf"(?:[QA]|[{UPPER}][{UPPER} .'’-]{{1,30}}|[{UPPER}][^\W\d_]+(?: [{UPPER}][^\W\d_]+)?):\s"
)
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*\Z")

_WIDEST = 140  # columns; longer lines are no hard-wrapped ones
_NARROWEST = 40
_INDENTED = 3  # lines with an indent that the next has not


class Line(NamedTuple):
    """A line with something on it; `start` is after its mark, `first` before it."""

    first: int
    start: int
    end: int
    indent: int
    shape: Shape
    unsure: bool
    gap: bool
    """Whether an empty line stands before."""

    @property
    def width(self) -> int:
        """Columns, its indent included."""
        return self.end - self.first + self.indent


def cut(text: str) -> list[Piece]:
    """The pieces of a plain text, in order. One line each, but for lines that wrapping broke."""
    lines = _settled(_lines(text))
    width, least = _wrap_width(text, lines), _least_indent(lines)
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1] if groups else None
        opens = last is None or (line.indent >= least and last[0].shape != "item")
        if last and not opens and _continues(text, last[0], last[-1], line, width):
            last.append(line)
        else:
            groups.append([line])
    ahead = [group[0].gap for group in groups[1:]] + [True] * bool(groups)
    return [
        Piece(group[0].start, group[-1].end, group[0].shape, group[0].gap, gap_after)
        for group, gap_after in zip(groups, ahead, strict=True)
    ]


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    before = 0
    for found in _LINE.finditer(text):
        words = found.group()
        if not words.strip("> \t"):
            continue  # between two paragraphs of what is cited
        indent = len(words) - len(words.lstrip())
        first, end = found.start() + indent, found.start() + len(words.rstrip())
        shape, start, unsure = _marked(text, first, end)
        gap = not lines or text.count("\n", before, found.start()) > 1
        lines.append(Line(first, start, end, indent, shape, unsure, gap))
        before = end
    return lines


def _marked(text: str, first: int, end: int) -> tuple[Shape, int, bool]:
    """Shape of a line, where its words start, and whether its mark may be none."""
    if found := _HEADING.match(text, first, end):
        return "heading", found.end(), False
    if found := _ROUND.match(text, first, end):
        return "item", found.end(), False
    if found := _CITED.match(text, first, end):
        return "text", found.end(), False
    if found := _UNSURE.match(text, first, end):
        return "item", found.end(), True
    return "text", first, False


def _settled(lines: list[Line]) -> list[Line]:
    """Lines that only look like list items back to text."""
    return [
        line._replace(start=line.first, shape="text")
        if line.unsure and sum(near.unsure for near in lines[max(0, at - 2) : at + 3]) == 1
        else line
        for at, line in enumerate(lines)
    ]


def _wrap_width(text: str, lines: list[Line]) -> int:
    """The column at which a text was wrapped, or 0 where it was not.

    In a wrapped text most lines break inside of sentences, and none is much longer than others.
    """
    inner = [
        line
        for line, after in pairwise(lines)
        if not after.gap and line.shape == after.shape == "text"
    ]
    width = max((line.width for line in inner), default=0)
    longer = sum(line.width > width for line in lines)
    if len(inner) < 2 or longer * 2 > len(inner) or not _NARROWEST <= width <= _WIDEST:
        return 0
    open_ends = sum(_is_open(text, line) for line in inner)
    long = sum(line.width > width * 0.7 for line in inner)
    return width if open_ends * 2 >= len(inner) and long * 3 >= len(inner) * 2 else 0


def _least_indent(lines: list[Line]) -> float:
    """From which indent on a line opens a paragraph, where paragraphs are told by that alone."""
    opens = [
        a.indent
        for a, b in pairwise(lines)
        if a.indent > b.indent + 1 and not b.gap and a.shape == b.shape == "text"
    ]
    return min(opens) if len(opens) >= _INDENTED else inf


def _is_open(text: str, line: Line) -> bool:
    """Whether a line ends within a sentence."""
    return not _SENTENCE_END.search(text, max(line.first, line.end - 4), line.end)


def _continues(text: str, head: Line, last: Line, line: Line, width: int) -> bool:
    """Whether `line` goes on with what `last` broke off; `head` is the first line of the piece."""
    if line.gap or line.shape != "text" or head.shape == "heading":
        return False
    if head.shape == "item" and line.indent > head.indent:
        return True
    if _TURN.match(text, line.start, min(line.end, line.start + 40)):
        return False
    if line.indent > last.indent and line.indent >= 2:
        # An indent begins a paragraph, but for what goes on in the middle of a sentence.
        return False
    wide = last.end - last.first >= _NARROWEST
    if wide and text[line.start].islower() and _is_open(text, last):
        return True
    if not width:
        return False
    space = text.find(" ", line.start, line.end)
    word = (line.end if space < 0 else space) - line.start
    return last.width + 1 + word > width - 3
