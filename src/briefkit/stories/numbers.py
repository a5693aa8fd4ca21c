"""Numbers in texts, in digits and in words, with what makes them a bound or a guess."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from briefkit import lexicon

Bound = Literal["exact", "least", "most", "about"]
_TOKEN = re.compile(
    r"[$€£]?(?:[1-9]\d{0,2}(?: \d{3})+(?!\d)|\d+(?:,\d{3})*)(?:\.\d+)?%?"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]"
)
_PLAIN = str.maketrans("‐‑\u00a0\u2009\u202f", "--   ")
WORDS = {word: int(value) for word, value in lexicon.rows("stories", "numbers.tsv")}
_ONES = {word: value for word, value in WORDS.items() if value < 20}
_TENS = {word: value for word, value in WORDS.items() if value >= 20}
_POWERS = {word: int(value) for word, value in lexicon.rows("stories", "powers.tsv")}
_FRACTIONS = {"quarter", "quarters", "third", "thirds"}
_BOUNDS = [
    (words.split(), cast(Bound, bound)) for words, bound in lexicon.rows("stories", "bounds.tsv")
]
NUMERAL = rf"(?:\d+|(?:{'|'.join(WORDS)})(?:-(?:{'|'.join(_ONES)}))?\b)"
"""A plain number of less than a hundred in words, or of any size in digits."""
_ANY = re.compile(rf"\d|\b(?:{'|'.join([*WORDS, *_POWERS])})\b", re.IGNORECASE)

Token = tuple[str, int, int]


class Number(NamedTuple):
    """A number: its value, and where its words begin and end among the tokens of a text."""

    value: float
    bound: Bound
    currency: str
    first: int  # with the words that bound it
    start: int
    end: int


def with_plain_marks(text: str) -> str:
    """The text with the hyphens and spaces of a keyboard, of the same length."""
    return text if text.isascii() else text.translate(_PLAIN)


@lru_cache(64)  # a text is asked for several times in a row
def numbers(text: str) -> tuple[list[Token], list[Number]]:
    """The words, numbers and marks of a text in small letters with their places, and the numbers.

    Most texts hold no number: then both are empty.
    """
    if not _ANY.search(text):
        return [], []
    text = with_plain_marks(text)
    tokens = [(found.group().lower(), *found.span()) for found in _TOKEN.finditer(text)]
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        value, end, currency = _read(tokens, at)
        if value is not None:
            first, bound = _bounded(tokens, at)
            found.append(Number(value, bound, currency, first, at, end))
        at = end
    return tokens, found


def _read(tokens: list[Token], at: int) -> tuple[float | None, int, str]:
    """The number that begins at a token, the token behind it, and its currency or per cent."""
    word = tokens[at][0]
    currency = ""
    if word[0] in "$€£":
        currency, word = word[0], word[1:]
    if word.endswith("%"):
        currency, word = "%", word[:-1]
    if word[:1].isdecimal():
        value, end = float(word.replace(",", "").replace(" ", "")), at + 1
        while end < len(tokens) and tokens[end][0] in _POWERS:
            value, end = value * _POWERS[tokens[end][0]], end + 1
        return value, end, currency
    total, part, end = 0.0, 0.0, at
    article = at + (word == "half")
    if word_at(tokens, article) == "a" and word_at(tokens, article + 1) in _POWERS:
        if word_at(tokens, max(0, at - 2)) in _FRACTIONS:  # "a quarter of a million"
            return None, at + 2, ""
        part, end = 0.5 if word == "half" else 1.0, article + 1
    while end < len(tokens):
        word = tokens[end][0]
        if word in WORDS:
            part += WORDS[word]
        elif word in _POWERS and part:
            part *= _POWERS[word]
            if word != "hundred":
                total, part = total + part, 0.0
        elif end == at or not _goes_on(tokens, end):
            break
        end += 1
    return (total + part, end, currency) if total + part else (None, at + 1, "")


def word_at(tokens: list[Token], at: int) -> str:
    """The word at a place; nothing before the first one and behind the last."""
    return tokens[at][0] if 0 <= at < len(tokens) else ""


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a hyphen or an "and" stands within a number: twenty-three, a hundred and two."""
    before, mark, behind = (word_at(tokens, place) for place in (at - 1, at, at + 1))
    if mark == "-":
        return before in _TENS and behind in _ONES
    return mark == "and" and before in ("hundred", "thousand") and behind in WORDS


def _bounded(tokens: list[Token], at: int) -> tuple[int, Bound]:
    for words, bound in _BOUNDS:
        start = at - len(words)
        if start >= 0 and [word for word, _, _ in tokens[start:at]] == words:
            return start, bound
    return at, "exact"
