"""The expressions that a table can tell: `data/dates_patterns.tsv`, read as regular expressions.

Tokens are written as one line, each with its kind and value, so that a pattern is matched by `re`.
A pattern is bounded in length: no text makes it slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from briefkit.components.dates import nodes
from briefkit.components.dates.amounts import duration, quantity
from briefkit.components.dates.lexicon import rows, word_set
from briefkit.components.dates.nodes import Fixed, Match, Node
from briefkit.components.dates.stream import Stream

_ATOM = re.compile(r"(\^?)(~?)([^<]*)(?:<([\w!]*)(?:=([^>]*))?>)?")
_YEAR = r"(?:1\d\d\d|2[01]\d\d)<digits>"
_ANY = "[^\x1c]*"

Value = int | str | bool | None


class Pattern(NamedTuple):
    """`before` and `after` are what has to stand beside the words, or must not (`no`)."""

    before: tuple[tuple[re.Pattern[str], int, bool], ...]
    words: re.Pattern[str]
    amount: bool
    after: re.Pattern[str]
    make: Callable[[list[Value]], Node] | None


def match(s: Stream, i: int, group: str) -> Match | None:
    """The first pattern of a group that holds at token `i`; its value may be that this is none."""
    for pattern in _patterns().get(group, ()):
        found = pattern.words.match(s.line, s.places[i])
        if not found or (pattern.before and not any(_led(s, i, *b) for b in pattern.before)):
            continue
        stop, values = s.tokens[found.end()], [_value(text or "") for text in found.groups()]
        if pattern.amount:
            amount = quantity(s, stop)
            if amount is None or not amount.plural or not amount.counted:
                continue
            stop = amount.stop
            values.append(amount.value)
        if pattern.after.match(s.line, s.places[stop]):
            return (stop, pattern.make(values)) if pattern.make else None
    return None


def _led(s: Stream, i: int, words: re.Pattern[str], size: int, no: bool) -> bool:
    start = s.places[i - size]
    return bool(words.fullmatch(s.line, start, s.places[i])) != no


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[Pattern]]:
    groups: dict[str, list[Pattern]] = {}
    for group, before, words, after, value in rows("dates_patterns.tsv"):
        led = tuple(_context(text) for text in before.split(" ; ")) if before != "-" else ()
        bare = words.partition("{amount}")[0]
        ahead = "" if after == "-" else f"(?{'!' if after[0] == '!' else '='}{_regex(after)})"
        pattern = Pattern(
            led, re.compile(_regex(bare)), words != bare, re.compile(ahead), _maker(value)
        )
        groups.setdefault(group, []).append(pattern)
    return groups


def _context(text: str) -> tuple[re.Pattern[str], int, bool]:
    return re.compile(_regex(text)), len(text.split()), text[0] == "!"


def _regex(text: str) -> str:
    """Atoms as a regular expression. `near|far` are words, `@set` those of a set, `<unit>` tokens
    of a kind, `<>` of any, `<!>` of none, `<unit=D|W>` of a value, `^` wants a capital and `~` no space before it; `YEAR`."""
    return "".join(map(_atom, text.replace("YEAR", _YEAR).lstrip("!").split()))


def _atom(text: str) -> str:
    optional = text.endswith("?") and len(text) > 1
    parts = []
    for part in re.split(r"\|(?![^<]*>)(?![^(]*\))", text[:-1] if optional else text):
        found = _ATOM.fullmatch(part)
        assert found, part
        capital, glued, words, kind, values = found.groups()
        if words.startswith("@"):
            words = "|".join(map(re.escape, sorted(word_set(words[1:]))))
        value = f"({values or _ANY})" if kind and kind != "!" else _ANY
        words = f"(?:{words})" if words else "[^\x1d]*"
        kind = {None: "[^\x1e]*", "": "[^\x1e]+", "!": ""}.get(kind, kind)
        marks = f"~{'' if glued else '?'}\\^{'' if capital else '?'}"
        parts.append(f"\x1c{marks}{words}\x1d{kind}\x1e{value}(?![^\x1c])")
    return f"(?:{'|'.join(parts)})" + "?" * optional


def _maker(text: str) -> Callable[[list[Value]], Node] | None:
    """What makes the node that a value says: "Anaphor {1} -1", "Length 1 {2}"; "-" for none."""
    name, *words = text.split()
    if name == "-":
        return None
    if name == "Century":
        return lambda values: Fixed("DATE", f"{int(str(values[0])) - 1:02}XX")
    plain = [word.partition("=")[::2] if "=" in word else ("", word) for word in words]

    def make(values: list[Value]) -> Node:
        filled = [(key, _filled(word, values)) for key, word in plain]
        args = [value for key, value in filled if not key]
        if name in ("Length", "Often"):
            amount, unit = args
            value = duration(None if amount is None else float(str(amount)), str(unit))
            return Fixed("DURATION" if name == "Length" else "SET", value)
        node: Node = getattr(nodes, name)(*args, **{key: value for key, value in filled if key})
        return node

    return make


def _filled(word: str, values: list[Value]) -> Value:
    if word[0] == "{" and word[1:-1].isdigit():
        return values[int(word[1:-1]) - 1]
    return _value(word.format(None, *values))


def _value(text: str) -> Value:
    if text in ("True", "None", ""):
        return text == "True" or None
    return int(text) if text.lstrip("-").isdigit() else text
