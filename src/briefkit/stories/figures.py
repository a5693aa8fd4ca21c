"""Counts in texts: how many dead, injured or arrested, how much money, what share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from briefkit import lexicon
from briefkit.stories.ages import KIND as AGE
from briefkit.stories.ages import ages
from briefkit.stories.numbers import Bound, Number, Token, has_number, is_numeral, numbers, tokens
from briefkit.stories.votes import KIND as VOTES
from briefkit.stories.votes import votes
from briefkit.stories.words import content, stem

_BEFORE, _BEHIND = 6, 7
# What may stand between "killed", "the death toll" or "arrests" and its number.
_LINKS = {
    "a", "about", "an", "around", "as", "at", "by", "climbed", "estimated", "fewer", "from",
    "further", "had", "has", "is", "it", "jumped", "least", "less", "many", "more", "nearly",
    "no", "now", "of", "over", "put", "reached", "rise", "risen", "rises", "rose", "roughly",
    "some", "stands", "stood", "than", "the", "to", "toll", "up", "was", "were", "with",
}  # fmt: skip
_SIGNS = {"percent": "%", "dollars": "$", "euros": "€", "pounds": "£"}
_PLURALS = {"children", "men", "women", "police", "troops", "crew"}
_BREAKS = {",", ";", ":", ".", "and", "but", "while", "(", ")", "—", "–"}
_MONTHS = {"january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december"}  # fmt: skip
# Words behind a number that make it no count, or the count of a part.
_NO_COUNT = {"year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours",
             "minute", "minutes", "second", "seconds", "am", "pm", "th", "st", "nd", "rd", "of",
             "more", "other", "others", "-", "°", "/", "degrees", "times", "mph", "a",
             "miles", "mile", "kilometers", "kilometres", "km", "feet", "foot", "meters", "metres",
             "inches", "acres", "points", "percentage", *_MONTHS}  # fmt: skip
_NOT_BEFORE = {"another", "from", "age", "aged", "-", "/", "no", "number", "chapter", "route",
               "section", *_MONTHS}  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """A count: of what, how many, and its words with their place in the text."""

    kind: str
    unit: str
    value: float
    bound: Bound
    words: str
    start: int
    end: int


@cache
def _triggers() -> dict[str, str]:
    rows = lexicon.rows("stories", "counts.tsv")
    return {word: kind for kind, words in rows for word in words.split(";")}


@lru_cache(1 << 12)
def figures(text: str) -> tuple[Figure, ...]:
    """The counts of a text."""
    if not has_number(text):
        return ()
    found = tokens(text)
    result = []
    for number in numbers(found):
        before = found[number.first - 1][0] if number.first else ""
        behind = found[number.end][0] if number.end < len(found) else ""
        if before in _NOT_BEFORE or (behind in _NO_COUNT and not _is_magnitude(found, number)):
            continue
        if figure := _figure(text, found, number):
            result.append(figure)
    for unit, value, start, stop in votes(text):
        result.append(Figure(VOTES, unit, value, "exact", text[start:stop], start, stop))
    for unit, value, start, stop in ages(text):
        result.append(Figure(AGE, unit, value, "exact", text[start:stop], start, stop))
    return tuple(result)


def _is_magnitude(found: list[Token], number: Number) -> bool:
    near = found[max(0, number.start - 3) : number.end + 2]
    return any(word == "magnitude" for word, _, _ in near)


def _figure(text: str, found: list[Token], number: Number) -> Figure | None:
    behind = found[number.end][0] if number.end < len(found) else ""
    if number.currency or behind in _SIGNS:
        kind, unit, first = number.currency or _SIGNS[behind], "", number.first
        last = number.end - 1 if number.currency else number.end
    else:
        if 1900 <= number.value <= 2100 and text[found[number.start][1] :][:4].isdigit():
            return None  # a year
        at = _trigger(found, number)
        unit, end = _unit(found, number.end)
        if at is None:
            # A street, a score: only what is counted in plain words is a count.
            if not unit:
                return None
            kind, first, last = "", number.first, end - 1
        else:
            kind = _triggers()[found[at][0]]
            unit = "" if kind == "magnitude" else unit
            first, last = min(at, number.first), max(at, number.end - 1, end - 1)
    start, stop = found[first][1], found[last][2]
    return Figure(kind, unit, number.value, number.bound, text[start:stop], start, stop)


def _trigger(found: list[Token], number: Number) -> int | None:
    """The nearest word that says what is counted, in the same clause."""
    triggers = _triggers()
    near: list[tuple[int, int]] = []
    for at in range(number.first - 1, max(-1, number.first - 1 - _BEFORE), -1):
        if found[at][0] in _BREAKS or found[at][0][:1].isdigit():
            break
        if found[at][0] in triggers:
            near.append((number.first - at, at))
        if found[at][0] not in _LINKS and not is_numeral(found[at][0]):
            break
    for at in range(number.end, min(len(found), number.end + _BEHIND)):
        if found[at][0] in _BREAKS or found[at][0][:1].isdigit():
            break
        if found[at][0] in triggers:
            near.append((at - number.end + 1, at))
            break
    return min(near)[1] if near else None


def _unit(found: list[Token], at: int) -> tuple[str, int]:
    """What is counted, the stem of the first plural behind the number, and the token behind it."""
    function_words = lexicon.words("stories", "function_words.txt")
    people, triggers = lexicon.words("stories", "people.txt"), _triggers()
    for end in range(at, min(len(found), at + 3)):
        word = found[end][0]
        if word in people:
            return "", end + 1
        if not word[:1].isalpha() or word in function_words or word in triggers:
            break
        if word in _PLURALS or (word.endswith("s") and not word.endswith("ss")):
            return stem(word), end + 1
    return "", at


def context(text: str, figure: Figure) -> list[str]:
    """The stems of what stands around a count."""
    around = text[: figure.start] + " " + text[figure.end :]
    return [word for word in content(around) if not word.isdigit() or len(word) == 4]
