"""Quotation marks: which characters open and close a quote, and which are apostrophes or inches.

Works on the text of one block at a time, in one pass from left to right, so that its time is linear
in the number of marks whatever their order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = re.compile(r"\"|“|”|„|‟|«|»|‹|›|‘|’|‚|''|'|``|`")
_CLOSERS = {
    "“": '”“"',
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    '"': ('"', "”", "''"),
    "''": ("''", '"'),
    "”": "”",
    "``": ("''",),
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    "`": "'",
}
_SINGLE = frozenset("‘’‚'`")
# Words that lose their first letters: the mark before them is an apostrophe.
_ELIDED = re.compile(r"(?:em|til|tis|twas|cause|n|round|bout|cos|fraid|neath|\d0s)\b", re.I)
_STRONG = frozenset(",.!?…—")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch `[start, end)` between marks, marks included; `closed` if the second was found."""

    start: int
    end: int
    closed: bool
    opened: bool = True


def find_marked(text: str, start: int, end: int, following: str = "") -> list[Marked]:
    """The outermost marked stretches of `text[start:end]`, in order.

    An unclosed one runs to `end`. One without an opening mark (the last paragraph of a quote that
    was opened before) has `opened` False and begins at `start`. `following` is the first character
    of the next paragraph: a single mark that never closes is a quote only if it is opened again.
    """
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text, start, end)]
    if not marks:
        return []
    single = any(mark in _SINGLE for _, mark in marks)
    closers = _next_single_closers(text, marks, end) if single else []
    found: list[Marked] = []
    opened: tuple[int, str] | None = None
    skip_until = -1
    for n, (at, mark) in enumerate(marks):
        if at < skip_until:
            continue
        after = at + len(mark)
        left = text[at - 1] if at > start else " "
        right = text[after] if after < end else " "
        if opened is not None:
            if mark in _CLOSERS[opened[1]] and not _opens_again(mark, opened[1], left, right):
                if mark == '"' and _inches(text, at, marks, n, right):
                    continue
                found.append(Marked(opened[0], after, True))
                opened = None
            continue
        if mark in _SINGLE:
            opens = _can_open_single(text, mark, left, right, after)
            close = closers[n] if opens else None
            if close is not None:
                found.append(Marked(at, close + 1, True))
                skip_until = close + 1
            elif opens and mark == following and mark in "‘'":
                found.append(Marked(at, end, False))
                skip_until = end
        elif _can_open(mark, left, right) or _opens_apart(text, at, marks, n, end):
            opened = (at, mark)
        elif not found and not (left.isspace() or left.isdigit()):
            found.append(Marked(start, after, True, opened=False))
    if opened is not None:
        found.append(Marked(opened[0], end, False))
    return found


def _can_open(mark: str, left: str, right: str) -> bool:
    """Whether a double mark can stand before a quote."""
    if mark == "’":
        return False
    if mark == "”":
        return (left.isspace() or left in "([—–-:") and right.isalnum()
    if mark in "»›":
        return left.isspace() and not right.isspace()
    if mark in ('"', "''"):
        return not right.isspace() and (not left.isalnum() or right.isupper())
    return True


def _opens_apart(text: str, at: int, marks: Sequence[tuple[int, str]], n: int, end: int) -> bool:
    """Whether a mark after a comma opens although a space follows: `She says,” we are done.”`."""
    if marks[n][1] not in '"”' or at == 0 or text[at - 1] not in ",:":
        return False
    # An apostrophe or two may stand in between, no more than a quote holds.
    close = next((place for place, mark in marks[n + 1 : n + 9] if mark in '"”'), None)
    if close is None or text[close - 1].isspace():
        return False
    return close + 1 >= end or not text[close + 1].isalnum()


def _opens_again(mark: str, opener: str, left: str, right: str) -> bool:
    """Whether a mark that may close stands where only an opening one can: a nested quote."""
    if mark != "“" or opener not in "“":
        return False
    return right.isalnum() and (left.isspace() or left in "([—")


def _inches(text: str, at: int, marks: Sequence[tuple[int, str]], n: int, right: str) -> bool:
    """Whether a straight mark after a digit measures length, since the quote goes on after it."""
    if at == 0 or not text[at - 1].isdigit() or not right.isspace():
        return False
    following = text[at + 2 : at + 3]
    if not following.islower() or n + 1 >= len(marks) or marks[n + 1][1] not in '"”':
        return False
    close = marks[n + 1][0]
    return not text[close - 1].isspace()


def _can_open_single(text: str, mark: str, left: str, right: str, after: int) -> bool:
    """Whether a single mark can stand before a quote, and is no apostrophe."""
    if left.isalnum() or left in "’'”\"" or right.isspace() or mark == "’":
        return False
    if mark == "'" and _ELIDED.match(text, after):
        return False
    return right.isalnum() or right in '“"[(…¿¡$£€#@-'


def _next_single_closers(text: str, marks: Sequence[tuple[int, str]], end: int) -> list[int | None]:
    """For each mark the place of the single mark that would close a quote opened by it.

    Read from the right. A mark after punctuation closes; after a letter it does unless that is an
    "s" (a plural possessive), which closes only if no better one comes before the next opener.
    """
    out: list[int | None] = [None] * len(marks)
    strong: int | None = None
    weak: int | None = None
    for n in range(len(marks) - 1, -1, -1):
        at, mark = marks[n]
        out[n] = strong if strong is not None else weak
        if mark not in _SINGLE:
            continue
        left = text[at - 1] if at else " "
        right = text[at + 1] if at + 1 < end else " "
        if mark in "‘`" or (mark == "'" and not left.isalnum() and left not in _STRONG):
            if mark != "'" or right.isalnum():
                strong = weak = None
            continue
        if right.isalnum() or left.isspace():
            continue
        if left in "sS" and right.isspace():
            weak = at
        else:
            strong = at
    return out
