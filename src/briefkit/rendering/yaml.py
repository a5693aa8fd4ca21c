"""A brief as one YAML document that YAML 1.1 and 1.2 readers take for the same strings.

The structure of a brief is fixed and its keys are plain words, so it is laid out here; every
string goes through libyaml's emitter, all of them in one call. That is four times as fast as
handing it the whole tree, most of which is pairs of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import StringIO
from typing import Any

import msgspec
import yaml

from briefkit.schema import Brief

# What some reader of YAML 1.1 or 1.2 takes for a number, date, time, boolean or null when it
# stands unquoted ("no", "1e3", "12:30", "0o17", "2025-01-13", "~", "<<").
_AMBIGUOUS = re.compile(
    r"""(?ix) y|n|yes|no|true|false|on|off|null | ~? | <<? | = | _+
        | [-+]? \.? (?:inf|nan)
        | [-+]? 0 (?: x[0-9a-f_]+ | o[0-7_]+ | b[01_]+ )
        | [-+]? (?: [0-9][0-9_,]* (?: \.[0-9_]* )? | \.[0-9_]+ ) (?: e[-+]?[0-9]+ )?
        | [-+]? [0-9][0-9_]* (?: :[0-9]+ )+ (?: \.[0-9_]* )?
        | [0-9]{4}-[0-9]{1,2} (?: -[0-9]{1,2} (?: [t\s][0-9].* )? )?""",
)
# What may stand in no line as it is: line ends, and marks that turn the writing around, behind
# which a terminal or an editor shows another brief than a program reads.
_TURNS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ESCAPED = re.compile(rf"[\n\r\x85\u2028\u2029{_TURNS}]")
_TURN = re.compile(f"[{_TURNS}]")
# An escape of a double-quoted scalar, told from a backslash before a "U" by reading all of them.
_ESCAPE = re.compile(r"\\(?:U([0-9A-F]{8})|.)")


def render(brief: Brief) -> str:
    """The brief as a YAML document, `---` before it."""
    return "---\n" + mapping(tree(brief))


def tree(item: object) -> dict[str, Any]:
    """A record as mappings, lists and scalars."""
    # By way of JSON, which makes every tuple a list, in less time than a walk over the tree.
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(item))
    return found


def mapping(tree: dict[str, Any]) -> str:
    """A tree of mappings, lists, strings, numbers and null as the lines of a YAML document."""
    lines: list[tuple[str, str | None]] = []
    _mapping(tree, "", "", lines)
    strings = dict.fromkeys(string for _, string in lines if string is not None)
    scalars: dict[str | None, str] = dict(zip(strings, _scalars(strings), strict=True))
    return "".join(f"{lead}{scalars.get(string, '')}\n" for lead, string in lines)


def _scalars(strings: Iterable[str]) -> list[str]:
    """Each string as a YAML scalar on one line."""
    stream = StringIO()
    # A width that no line reaches: a folded line would make a diff of two briefs unreadable.
    emitter = yaml.CDumper(stream, allow_unicode=True, width=1 << 30)
    emit = emitter.emit
    emit(yaml.StreamStartEvent())
    emit(yaml.DocumentStartEvent(explicit=False))
    emit(yaml.SequenceStartEvent(None, None, True, flow_style=False))
    for string in strings:
        plain = _AMBIGUOUS.fullmatch(string) is None
        style = '"' if _ESCAPED.search(string) else None
        emit(yaml.ScalarEvent(None, None, (plain, True), string, style=style))
    emit(yaml.SequenceEndEvent())
    emit(yaml.DocumentEndEvent(explicit=False))
    emit(yaml.StreamEndEvent())
    return [
        _ESCAPE.sub(_beyond_bmp, _TURN.sub(_code, line[2:])) if line.startswith('- "') else line[2:]
        for line in stream.getvalue().split("\n")[:-1]
    ]


def _code(mark: re.Match[str]) -> str:
    return f"\\u{ord(mark.group()):04X}"


def _beyond_bmp(escape: re.Match[str]) -> str:
    """The character itself: libyaml writes emoji as escapes, which YAML does not ask for."""
    return chr(int(escape[1], 16)) if escape[1] else escape[0]


def _mapping(
    tree: dict[str, Any], lead: str, indent: str, lines: list[tuple[str, str | None]]
) -> None:
    """The lines of a mapping, each with the string at its end, or None; `lead` stands before its
    first key, `indent` before the others."""
    for key, value in tree.items():
        kind = type(value)
        if kind is str:
            lines.append((f"{lead}{key}: ", value))
        elif kind is dict:
            lines.append((f"{lead}{key}:", None))
            _mapping(value, indent + "  ", indent + "  ", lines)
        elif kind is list and value and type(value[0]) is dict:
            lines.append((f"{lead}{key}:", None))
            for item in value:
                _mapping(item, indent + "- ", indent + "  ", lines)
        elif kind is list and value and type(value[0]) is str:
            lines.append((f"{lead}{key}:", None))
            lines.extend((f"{indent}- ", item) for item in value)
        else:  # of a number, a list of numbers or, but for its capital, a truth: as Python has it
            said = "null" if value is None else str(value).lower()
            lines.append((f"{lead}{key}: {said}", None))
        lead = indent
