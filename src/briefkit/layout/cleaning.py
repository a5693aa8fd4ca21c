"""What a parser reads of a text, and how it leads back to the text itself.

Parsers trip over tabs, terminal escapes and hard line breaks, which become plain spaces and line
ends in their places. What nobody sees (soft hyphens, zero-width and bidi marks) is left out, so
that a word with one in it is one word; accents that follow their letter become one with it. So is
what makes the parse another and says nothing: all white space but the first of a run, marks of
*emphasis*, numbers of notes[1], bylines, furniture.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from briefkit.layout.blocks import Block

_RUN = re.compile(r"[^\w\s]{65,}")
# Characters that are spaces for the parser alone: of the source they are words or marks.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_UNIT = re.compile(r"\w+|[^\w\s]+")
_WHITE, _WORD = re.compile(r"\s*"), re.compile(r"\S")
_MORE_WHITE = re.compile(r"(?<!\S) | (?=\n)")
_EMPHASIS = re.compile(
    r"(?<![\w*_])(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])[^*_\n]{1,300}(?<=[^\s*_])(?P<end>(?P=mark))(?![\w*_])"
)
_CITATION = re.compile(r"(?<=[^\s\[(])\[\d{1,3}\]")
_HYPHENS = frozenset("\u2010\u2011")
_ACCENTS = "".join(map(chr, range(0x300, 0x370)))
# No letter has more, and thousands of them take the square of their time to be put in order.
_ACCENTED = re.compile(rf"\w[{_ACCENTS}]{{1,3}}")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that is parsed; `left_out` are the places in the source of what it lacks, rising."""

    text: str
    source: str
    left_out: Sequence[int]
    altered: bool  # not only in white space

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of what stands at `[start, end)` of the clean text."""
        if start >= end:
            return (self._in_source(start),) * 2
        last = self._in_source(end - 1) + 1
        behind = self.source[last : self._in_source(end)]
        return self._in_source(start), last + len(behind) - len(behind.lstrip(_ACCENTS))

    def _in_source(self, char: int) -> int:
        before = range(len(self.left_out))
        return char + bisect_right(before, char, key=lambda n: self.left_out[n] - n)

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Blocks of the source as those of the clean text, without what has nothing left in it."""
        moved = (
            block._replace(
                start=block.start - bisect_left(self.left_out, block.start),
                end=block.end - bisect_left(self.left_out, block.end),
            )
            for block in blocks
        )
        return tuple(block for block in moved if self.text[block.start : block.end].strip())

    def words(self, words: str, places: Iterable[tuple[int, int]]) -> str:
        """Words taken from these places of the clean text, as the source writes them.

        What stands between two words in the source comes with them where nothing was cut there.
        """
        if not self.altered:
            return words
        rest = [*places]
        parts: list[str] = []
        done, last = 0, -1  # in `words`; and in the clean text, where the word before was found
        for unit in _UNIT.finditer(words):
            gap = words[done : unit.start()]
            found = _find(self.text, unit.group(), rest, last)
            if found is None:
                parts += [gap, unit.group()]
                last = -1
            else:
                start, end = self.place(found, found + len(unit.group()))
                if last >= 0 and _WHITE.fullmatch(self.text, last, found) and not gap.strip():
                    gap = self.source[self.place(last - 1, last)[1] : start]
                # A bullet begins with a capital, whatever its sentence does.
                first, letter = self.source[start], unit.group()[0]
                if letter.isalpha():
                    first = first.upper() if letter.isupper() else first.lower()
                parts += [gap, first, self.source[start + 1 : end]]
                last = found + len(unit.group())
            done = unit.end()
        return " ".join("".join([*parts, words[done:]]).split())


def _find(text: str, unit: str, places: list[tuple[int, int]], last: int) -> int | None:
    """Where a word stands next in places of the text, behind `last`; takes off those gone by.

    As a word of its own where it does: the "a" of "said" is not the article.
    """
    other = unit[0].swapcase()
    forms = f"[{re.escape(unit[0] + other)}]" if len(other) == 1 else re.escape(unit[0])
    form = forms + re.escape(unit[1:])
    for pattern in (rf"(?<!\w){form}(?!\w)", form) if unit[0].isalnum() else (form,):
        for number, (start, end) in enumerate(places):
            begin = max(start, last) if number == 0 else start
            # A place may begin within a word, which then counts as one.
            if found := re.search(pattern, text[begin:end]):
                del places[:number]
                return begin + found.start()
    return None


def cleaned(text: str, blocks: Iterable[Block] = ()) -> Cleaned:
    """The text that is parsed, with the way back, without bylines and furniture among the `blocks`.

    In an endless run of marks every 64th is a space too: a tokenizer that peels marks off one by
    one takes a time that grows with the square of the run.
    """
    table = _Plain()
    plain = text.translate(table)
    letters = {
        (found.start(), found.start() + size): letter
        for found in _ACCENTED.finditer(plain)
        for letter, size in [_as_one(found.group())]
    }
    gone = {at for start, end in letters for at in range(start + 1, end)}
    gone |= {
        at
        for found in _EMPHASIS.finditer(plain)
        for at in (*range(*found.span("mark")), *range(*found.span("end")))
    }
    gone.update(at for found in _CITATION.finditer(plain) for at in range(*found.span()))
    if unseen := "".join(char for char in map(chr, table) if unicodedata.category(char) == "Cf"):
        gone.update(found.start() for found in re.finditer(f"[{re.escape(unseen)}]", text))
    altered = bool(gone) or not _HYPHENS.isdisjoint(text) or bool(_CONTROL.search(text))
    gone.update(found.start() for found in _MORE_WHITE.finditer(plain))
    for block in blocks:
        if block.kind in ("byline", "furniture"):
            after = _WORD.search(text, block.end)
            gone.update(range(block.start, after.start() if after else len(text)))
    for way in (range(len(text)), reversed(range(len(text)))):
        gone.update(takewhile(lambda at: at in gone or plain[at].isspace(), way))
    if letters:
        chars = list(plain)
        for (start, _), letter in letters.items():
            chars[start] = letter
        plain = "".join(chars)
    left_out = sorted(gone)
    ends = [-1, *left_out, len(plain)]
    plain = "".join([plain[before + 1 : after] for before, after in pairwise(ends)])
    broken = _RUN.sub(_break, plain)
    return Cleaned(broken, text, left_out, altered or broken != plain)


def _as_one(accented: str) -> tuple[str, int]:
    """A letter with as many of the accents behind it as there is a letter for, and how many
    characters these are."""
    for size in range(len(accented), 1, -1):
        letter = unicodedata.normalize("NFC", accented[:size])
        if len(letter) == 1:
            return letter, size
    return accented[0], 1


def _break(run: re.Match[str]) -> str:
    return "".join(" " if at and at % 64 == 0 else mark for at, mark in enumerate(run.group()))


class _Plain(dict[int, int | str]):
    """A translation table that decides on each code point once, when it is first met."""

    def __missing__(self, code: int) -> int | str:
        char = chr(code)
        if char != "\n" and (char.isspace() or unicodedata.category(char) == "Cc"):
            return self.setdefault(code, " ")
        return self.setdefault(code, "-" if char in _HYPHENS else code)
