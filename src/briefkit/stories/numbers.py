"""Numbers in texts, in digits and in words, with what makes them a bound or a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefkit import lexicon

Bound = Literal["exact", "least", "most", "about"]
_TOKEN = re.compile(r"[$€£]?\d+(?:,\d{3})*(?:\.\d+)?%?|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")
_WORDS = {word: int(value) for word, value in lexicon.rows("stories", "numbers.tsv")}
_ONES = {word: value for word, value in _WORDS.items() if value < 20}
_TENS = {word: value for word, value in _WORDS.items() if value >= 20}
_POWERS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
           "trillion": 10**12, "bn": 10**9, "m": 10**6, "dozen": 12}  # fmt: skip
_BOUNDS: tuple[tuple[tuple[str, ...], Bound], ...] = (
    (("at", "least"), "least"), (("more", "than"), "least"), (("no", "fewer", "than"), "least"),
    (("over",), "least"), (("as", "many", "as"), "most"), (("up", "to"), "most"),
    (("fewer", "than"), "most"), (("less", "than"), "most"), (("nearly",), "about"),
    (("almost",), "about"), (("about",), "about"), (("around",), "about"), (("some",), "about"),
    (("roughly",), "about"), (("approximately",), "about"), (("an", "estimated"), "about"),
)  # fmt: skip
NUMERAL = rf"(?:\d+|(?:{'|'.join([*_ONES, *_TENS])})(?:-(?:{'|'.join(_ONES)}))?\b)"
"""A plain number of less than a hundred in words, or of any size in digits."""
_ANY = re.compile(rf"\d|\b(?:{'|'.join([*_ONES, *_TENS, *_POWERS])})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Number:
    """A number: its value, and where its words begin and end among the tokens of a text."""

    value: float
    bound: Bound
    currency: str
    first: int  # with the words that bound it
    start: int
    end: int


Token = tuple[str, int, int]


def tokens(text: str) -> list[Token]:
    """Words, numbers and marks in small letters, with their places."""
    return [(found.group().lower(), *found.span()) for found in _TOKEN.finditer(text)]


def has_number(text: str) -> bool:
    """Whether a text may hold a number; most hold none, and need no closer look."""
    return _ANY.search(text) is not None


def is_numeral(word: str) -> bool:
    """Whether a token is a number or a part of one."""
    return word[:1].isdigit() or word in _ONES or word in _TENS or word in _POWERS


def numbers(found: list[Token]) -> list[Number]:
    """The numbers among the tokens."""
    result: list[Number] = []
    at = 0
    while at < len(found):
        value, end, currency = _read(found, at)
        if value is None:
            at += 1
            continue
        first, bound = _bounded(found, at)
        result.append(Number(value, bound, currency, first, at, end))
        at = end
    return result


def _read(found: list[Token], at: int) -> tuple[float | None, int, str]:
    """The number that begins at a token, the token behind it, and its currency or per cent."""
    word = found[at][0]
    currency = ""
    if word[0] in "$€£":
        currency, word = word[0], word[1:]
    if word.endswith("%"):
        currency, word = "%", word[:-1]
    total: float
    if word[:1].isdigit():
        total, end = float(word.replace(",", "")), at + 1
        while end < len(found) and found[end][0] in _POWERS:
            total, end = total * _POWERS[found[end][0]], end + 1
        return total, end, currency
    total, part, end = 0, 0.0, at
    if word == "a" and at + 1 < len(found) and found[at + 1][0] in ("dozen", "hundred", "thousand"):
        part, end = 1, at + 1
    while end < len(found):
        word = found[end][0]
        if word in _ONES or word in _TENS:
            part += _ONES.get(word, 0) + _TENS.get(word, 0)
        elif word in _POWERS and part:
            part *= _POWERS[word]
            if word != "hundred":
                total, part = total + part, 0
        elif not (
            word in ("and", "-") and end > at and end + 1 < len(found) and _goes_on(found, end)
        ):
            break
        end += 1
    return (total + part, end, currency) if end > at and total + part else (None, at, "")


def _goes_on(found: list[Token], at: int) -> bool:
    """Whether a hyphen or an "and" stands within a number: twenty-three, a hundred and two."""
    before, mark, behind = found[at - 1][0], found[at][0], found[at + 1][0]
    if mark == "-":
        return before in _TENS and behind in _ONES
    return before in ("hundred", "thousand") and (behind in _ONES or behind in _TENS)


def _bounded(found: list[Token], at: int) -> tuple[int, Bound]:
    for words, bound in _BOUNDS:
        start = at - len(words)
        if start >= 0 and tuple(word for word, _, _ in found[start:at]) == words:
            return start, bound
    return at, "exact"
