"""Counts in texts: how many dead or arrested, how much money, which age."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefkit import lexicon
from briefkit.stories.numbers import (
    NUMERAL,
    WORDS,
    Bound,
    Number,
    Token,
    numbers,
    with_plain_marks,
    word_at,
)
from briefkit.stories.words import CAPITAL, content, fold_letters, stem

AGE, _VOTES = "age", "votes in favour"
_BEFORE, _BEHIND = 6, 7
# Words that say what is counted, and words before or behind which nothing is.
_TRIGGERS = {
    word: kind for kind, words in lexicon.rows("stories", "counts.tsv") for word in words.split(";")
}
_NO_COUNTS = {
    word: side.replace("both", "before behind")
    for word, side in lexicon.rows("stories", "no_counts.tsv")
}
_SIGNS = {"percent": "%", "per cent": "%", "dollars": "$", "euros": "€", "pounds": "£"}
_PLURALS = {"children", "men", "women", "police", "troops", "crew"}
_OF_ONE = {"is", "was", "has"}
_BREAKS = {",", ";", ":", ".", "and", "but", "while", "(", ")", "—", "–"}
_NAME = rf"(?P<of>{CAPITAL}[\w’'-]+(?: (?:{CAPITAL}\. |[a-z]{{1,3}} )?{CAPITAL}[\w’'-]+)+)"
_AGES = (  # "Gerda Holm, 71,", "the 71-year-old pilot Gerda Holm", "Gerda Holm (71)"
    re.compile(rf"\b{_NAME}, (?:aged )?(?P<value>\d\d)(?=[,.;)]|$)"),
    re.compile(rf"\b(?P<value>\d\d)-year-old(?: [a-z-]+){{0,4}},? {_NAME}"),
    re.compile(rf"\b{_NAME} \((?P<value>\d\d)\)"),
)
_VOTED = (  # "members voted 6-3", "five members were in favour and three against"
    re.compile(
        rf"(?:\b(?P<of>[a-z]+s) )?\b(?:vot(?:ed|es?|ing))(?: [a-z]+){{0,3}}? "
        rf"(?P<value>{NUMERAL})(?:\s?[-–]\s?|\sto\s){NUMERAL}\b(?! [a-z]*s\b| per|%)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<value>{NUMERAL})(?: (?P<of>[a-z]+s))?(?: [a-z]+){{0,2}}? (?:in favou?r|for)\b"
        rf"(?:,? [a-z]+){{0,3}}?,? {NUMERAL}(?: [a-z]+){{0,2}}? against\b",
        re.IGNORECASE,
    ),
)
_MAY_HAVE = {AGE: re.compile(r"\d\d(?:[,.;)-]|$)"), _VOTES: re.compile(r"[Vv]ot|against")}


class Figure(NamedTuple):
    """A count: of what, how many, and its words with their place in the text."""

    kind: str
    unit: str
    value: float
    bound: Bound
    words: str
    start: int
    end: int


@lru_cache(1 << 12)
def figures(text: str) -> tuple[Figure, ...]:
    """The counts of a text."""
    tokens, found = numbers(text)
    counts = (_figure(text, tokens, number) for number in found if _may_count(tokens, number))
    told = [figure for figure in counts if figure]
    return (*told, *_told(text, _VOTES, _VOTED), *_told(text, AGE, _AGES)) if found else ()


def _told(text: str, kind: str, forms: tuple[re.Pattern[str], ...]) -> Iterator[Figure]:
    """Figures told in set phrases: who voted, as a stem, or whose age, by two names."""
    plain = with_plain_marks(text)
    if not _MAY_HAVE[kind].search(plain):  # most texts need no closer look
        return
    for match in (match for form in forms for match in form.finditer(plain)):
        if kind == AGE:  # "Grandad" before two names is none
            names = [name for name in match["of"].split() if not name.endswith(".")]
            unit = fold_letters(" ".join(names[-2:]))
        else:
            unit = stem((match["of"] or "").lower())
        value = sum((number.value for number in numbers(match["value"])[1]), 0.0)
        start, end = match.span()
        yield Figure(kind, unit, value, "exact", text[start:end], start, end)


def _may_count(tokens: list[Token], number: Number) -> bool:
    if "before" in _NO_COUNTS.get(word_at(tokens, number.first - 1), ""):
        return False
    if "behind" not in _NO_COUNTS.get(word_at(tokens, number.end), ""):
        return True
    near = tokens[max(0, number.start - 3) : number.end + 2]
    return any(word == "magnitude" for word, _, _ in near)


def _figure(text: str, tokens: list[Token], number: Number) -> Figure | None:
    behind = word_at(tokens, number.end)
    if behind == "per" and word_at(tokens, number.end + 1) == "cent":
        behind = "per cent"
    if number.currency or behind in _SIGNS:
        kind, unit, first = number.currency or _SIGNS[behind], "", number.first
        last = number.end - 1 if number.currency else number.end + behind.count(" ")
    elif 1900 <= number.value <= 2100 and text[tokens[number.start][1] :][:4].isdigit():
        return None  # a year
    else:
        at = _trigger(tokens, number)
        unit, end = _unit(tokens, number.end)
        if at is None:
            # A street, a score: only what is counted in plain words is a count.
            if not unit:
                return None
            kind, first, last = "", number.first, end - 1
        else:
            kind = _TRIGGERS[tokens[at][0]]
            first, last = min(at, number.first), max(at, number.end - 1, end - 1)
    start, stop = tokens[first][1], tokens[last][2]
    return Figure(kind, unit, number.value, number.bound, text[start:stop], start, stop)


def _trigger(tokens: list[Token], number: Number) -> int | None:
    """The nearest word that says what is counted, in the same clause."""
    links = lexicon.words("stories", "count_links.txt")
    near: list[tuple[int, int]] = []
    for at in range(number.first - 1, max(-1, number.first - 1 - _BEFORE), -1):
        word = tokens[at][0]
        if word in _BREAKS or word[:1].isdecimal():
            break
        if word in _TRIGGERS:
            near.append((number.first - at, at))
        if word not in links and word not in WORDS:
            break
    # "Fan 3 is dead" tells which one it is; "a family of five was" and "12 were" count.
    before = word_at(tokens, number.first - 1)
    is_label = before.isalpha() and before not in links and number.value != 1
    for at in range(number.end, min(len(tokens), number.end + _BEHIND)):
        word = tokens[at][0]
        if word in _BREAKS or word[:1].isdecimal() or (is_label and word in _OF_ONE):
            break
        if word in _TRIGGERS:
            near.append((at - number.end + 1, at))
            break
    return min(near)[1] if near else None


def _unit(tokens: list[Token], at: int) -> tuple[str, int]:
    """What is counted, the stem of the first plural behind the number, and the token behind it."""
    function_words = lexicon.words("stories", "function_words.txt")
    people = lexicon.words("stories", "people.txt")
    for end in range(at, min(len(tokens), at + 3)):
        word = tokens[end][0]
        if word in people:
            return "", end + 1
        if not word[:1].isalpha() or word in function_words or word in _TRIGGERS:
            break
        if word in _PLURALS or (word.endswith("s") and not word.endswith("ss")):
            return stem(word), end + 1
    return "", at


def context(text: str, figure: Figure) -> list[str]:
    """The stems of what stands around a count."""
    around = text[: figure.start] + " " + text[figure.end :]
    return [word for word in content(around) if not word.isdigit() or len(word) == 4]
