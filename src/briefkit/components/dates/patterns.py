"""The expressions that a table can tell: `data/dates_patterns.tsv`, read as regular expressions.

Tokens are written as one line, each with its kind and value, so that a pattern is matched by `re`.
A pattern is bounded in length: no text makes it slow.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from briefkit.components.dates import almanac, nodes
from briefkit.components.dates.amounts import Quantity, duration, quantity
from briefkit.components.dates.lexicon import rows, word_set
from briefkit.components.dates.nodes import (
    REFS,
    Anaphor,
    Clock,
    Day,
    Fixed,
    Holiday,
    Match,
    Node,
    Range,
    RelativeUnit,
)
from briefkit.components.dates.stream import Stream

_ATOM = re.compile(r"([~^_]*)([^<]*)(?:<([\w!]*)(?:=([^>]*))?>)?")
_OR = re.compile(r"\|(?![^<]*>)(?![^(]*\))")
_SHORT = re.compile(r"\b[A-Z]{2,}\b")
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "half": 30}
_PLAIN = {"True": True, "False": False, "None": None, "": None}
_AMOUNT = re.compile(r"\{(amount|counted|hyphen|some)\}")
_ANY = "[^\x1c]*+"  # all of a token's rest, never a part
# Any kind or none, any, none; of others the value is kept.
_KINDS = {None: _ANY, "": f"[^\x1e]+\x1e{_ANY}", "!": f"\x1e{_ANY}"}

Value = int | float | str | bool | None


class Pattern(NamedTuple):
    """`before` and `after` are what has to stand beside the words, or must not (`no`); between
    `words` and `rest` stands an amount of a kind, if any."""

    before: tuple[tuple[re.Pattern[str], int, bool], ...]
    words: str
    amount: str
    rest: str
    make: Callable[[list[Value]], Node | None] | None


class Group(NamedTuple):
    """Patterns in their order. Of most tokens none holds: `some` says so at once, unless some
    begin with an amount."""

    some: re.Pattern[str]
    amounts: bool
    patterns: list[Pattern]


def match(s: Stream, i: int, group: str) -> Match | None:
    """The first pattern of a group that holds at token `i`; its value may be that this is none."""
    amounts: dict[int, Quantity | None] = {}
    known = _group(group)
    if known is None:
        return None
    told = known.some.match(s.line, s.places[i])
    if not told and (not known.amounts or quantity(s, i) is None):
        return None
    for pattern in known.patterns:
        found = _compiled(pattern.words).match(s.line, s.places[i])
        if not found or (pattern.before and not any(_led(s, i, *b) for b in pattern.before)):
            continue
        values = [_value(text or "") for text in found.groups()]
        if pattern.amount:
            at = bisect_left(s.places, found.end())
            if at not in amounts:
                amounts[at] = quantity(s, at)
            amount = amounts[at]
            if amount is None or not _AMOUNTS[pattern.amount](amount):
                continue
            values += amount.value, amount.amount, amount.unit
            found = _compiled(pattern.rest).match(s.line, s.places[amount.stop])
            if not found:
                continue
        node = pattern.make(values) if pattern.make else None
        if node or not pattern.make:
            return (bisect_left(s.places, found.end()), node) if node else None
    return None


_AMOUNTS: dict[str, Callable[[Quantity], bool]] = {
    "amount": lambda amount: amount.counted and amount.plural,
    "counted": lambda amount: amount.counted,
    "hyphen": lambda amount: amount.hyphen,
    "some": lambda _: True,
}


_compiled = cache(re.compile)  # re keeps only so many itself


def _led(s: Stream, i: int, words: re.Pattern[str], size: int, no: bool) -> bool:
    start = s.places[i - size]
    return bool(words.fullmatch(s.line, start, s.places[i])) != no


@cache
def _rows() -> dict[str, list[list[str]]]:
    groups: dict[str, list[list[str]]] = {}
    for group, *row in _table():
        groups.setdefault(group, []).append(row)
    return groups


@cache
def _group(name: str) -> Group | None:
    """Made when a text first asks for it; None where the table has none of the name."""
    patterns = []
    if name not in _rows():
        return None
    for before, words, after, value in _rows()[name]:
        led = tuple(_context(text) for text in before.split(" ; ")) if before != "-" else ()
        ahead = "" if after == "-" else f"(?{'!' if after[0] == '!' else '='}{_regex(after)})"
        bare, *more = _AMOUNT.split(words)
        amount, rest = more or ("", "")
        bare, rest = (_regex(bare), _regex(rest) + ahead) if more else (_regex(bare) + ahead, "")
        patterns.append(Pattern(led, bare, amount, rest, _maker(value)))
    told = [pattern.words for pattern in patterns]
    some = "|".join(f"(?:{text})" for text in told if text) or "(?!)"
    return Group(re.compile(some), "" in told, patterns)


def _table() -> Iterator[list[str]]:
    """The rows of the table with what their short forms stand for."""
    short: dict[str, str] = {}
    for group, *cells in rows("dates_patterns.tsv"):
        if group[0] == "=":
            short[group[1:]] = cells[0]
            continue
        yield [
            group,
            *(_SHORT.sub(lambda name: short.get(name[0], name[0]), cell) for cell in cells),
        ]
    for name, rule in sorted(rows("dates_holidays.tsv"), key=lambda row: -len(row[0].split())):
        words = name.replace("'s", " 's").replace("s'", "s '").replace(".", r" \.")
        first, ahead = words.partition(" ")[0], r"!^(?!day\b|eve\b)\S+"
        yield [first, "-", f"^{words} of|,? {short['YEAR']}", "-", f"Holiday {rule} {{1}}"]
        if words.endswith((" day", " eve", "monday", "sunday", "thursday")):
            ahead = "-"  # it ends the name: "on Easter Sunday Pope Francis"
        yield [first, "-", f"^{words}", ahead, f"Holiday {rule}"]
        for shift, word in enumerate(("last", "this", "next", "following"), -1):
            yield [word, "-", f"{word} ^{words}", ahead, f"Holiday {rule} None {shift}"]


def _context(text: str) -> tuple[re.Pattern[str], int, bool]:
    return re.compile(_regex(text)), len(text.split()), text[0] == "!"


def _regex(text: str) -> str:
    """The atoms of a cell as one regular expression."""
    return "".join(map(_atom, text.lstrip("!").split()))


def _atom(text: str) -> str:
    if text in ("(", ")?") or text.startswith(r"(?!\x1c"):
        return "(?:" if text == "(" else text
    optional = text.endswith("?") and len(text) > 1
    parts = []
    for part in _OR.split(text[:-1] if optional else text):
        found = _ATOM.fullmatch(part)
        assert found, part
        flags, words, kind, values = found.groups()
        if words.startswith("@"):
            words = "|".join(map(re.escape, sorted(word_set(words[1:]))))
        words = f"(?:{words})" if words else "[^\x1d]*"
        capital = "" if "_" in flags else "\\^" if "^" in flags else "\\^?"
        told = _KINDS.get(kind, f"{kind}\x1e({values or _ANY})")
        end = "(?![^\x1c])" if values else ""
        parts.append(f"\x1c~{'' if '~' in flags else '?'}{capital}{words}\x1d{told}{end}")
    whole = parts[0] if len(parts) == 1 and not optional else f"(?:{'|'.join(parts)})"
    return whole + "?" * optional


def _maker(text: str) -> Callable[[list[Value]], Node | None] | None:
    """What makes the node that a value says: "Anaphor {1} -1", "Length 1 {2}"; "-" for none."""
    name, *words = text.split()
    if name == "-":
        return None
    plain = [word.partition("=")[::2] if "=" in word else ("", word) for word in words]
    build: Callable[..., Node | None] = _BUILDERS.get(name) or getattr(nodes, name)

    def make(values: list[Value]) -> Node | None:
        filled = [(key, _filled(word, values)) for key, word in plain]
        return build(
            *(value for key, value in filled if not key),
            **{key: value for key, value in filled if key},
        )

    return make


def _day(
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
    of: int | None = None,
    then: int | None = None,
    **more: Any,
) -> Day | None:
    """A day of the calendar, its year told as a number or by "last year" or "that year"."""
    if year and month and day and not almanac.valid(year, month, day):
        return None
    told = None if of is None else RelativeUnit("Y", of)
    return Day(year, month, day, weekday, of=told if then is None else Anaphor("Y", then), **more)


def _days(year: int | None, month: int, first: int, last: int) -> Range | None:
    return Range(Day(year, month, first), Day(year, month, last)) if first < last else None


def _both(year: int | None, month: int, first: int, last: int) -> Range | None:
    """Two days that follow each other; no more lie between them."""
    return _days(year, month, first, last) if last == first + 1 else None


def _years(first: int, last: int) -> Range | None:
    last += first - first % 100 if last < 100 else 0
    return Range(Day(first), Day(last)) if first < last < first + 100 else None


def _nth(nth: int | None, weekday: int, month: int, year: int | None = None) -> Holiday:
    """ "The second Friday of June", the last one with None."""
    return Holiday(f"{month:02}-{almanac.WEEKDAYS[weekday - 1]}-{nth or 'last'}", year)


def _length(amount: int | None, unit: str) -> Fixed:
    return Fixed("DURATION", duration(amount and float(amount), unit))


def _time(hour: int, minute: int | None, half: str = "", zone: str = "") -> Clock | None:
    if half and hour <= 12:
        early = half in ("a", "morning") or (half == "night" and hour % 12 < 6)
        hour = hour % 12 + (0 if early else 12)
    if hour * 60 + (minute or 0) > 24 * 60:
        return None
    return Clock(f"{hour:02}:{minute or 0:02}", "Z" if zone == "Z" else "", None)


def _hour(hour: int, minute: int | None, half: str = "") -> Clock | None:
    """A time as it is spoken: up to five it is that of the afternoon where nothing is said."""
    return _time(hour, minute, half or ("afternoon" if hour < 5 else ""))


def _to(minutes: str, hour: int, half: str = "") -> Clock | None:
    """ "Ten to seven"."""
    return _hour((hour - 2) % 12 + 1, 60 - _MINUTES[minutes], half)


_BUILDERS: dict[str, Callable[..., Node | None]] = {
    "Both": _both,
    "Century": lambda nth: Fixed("DATE", f"{nth - 1:02}XX"),
    "Day": _day,
    "Days": _days,
    "Hour": _hour,
    "Length": _length,
    "Noon": lambda time, zone="": Clock(time, "Z" if zone == "Z" else "", None),
    "Nth": _nth,
    "Often": lambda amount, unit: Fixed("SET", duration(amount, unit)),
    "Past": lambda minutes, hour, half="": _hour(hour, _MINUTES[minutes], half),
    "Spoken": lambda tens, ones, month=None: Day(1900 + tens + (ones or 0), month),
    "Ref": lambda shift: Fixed("DATE", REFS[shift]),
    "Time": _time,
    "To": _to,
    "Years": _years,
}


def _filled(word: str, values: list[Value]) -> Value:
    if word[0] == "{" and word[1:-1].isdigit():
        return values[int(word[1:-1]) - 1]
    return _value(word.format(None, *values))


def _value(text: str) -> Value:
    if text in _PLAIN:
        return _PLAIN[text]
    return int(text) if text.lstrip("-").isdigit() else text
