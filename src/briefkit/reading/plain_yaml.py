"""YAML as far as front matter and briefs need it: mappings, lists and scalars, within limits.

Built from the parser's events, one after the other: PyYAML's own composer calls itself for every
level, so that a deep text ends the process, and hands out what an alias stands for without counting
it, so that a few lines can stand for gigabytes. Here an alias stands for a scalar alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

MAX_DEPTH = 50
MAX_ALIASES = 100
_TAGS = "tag:yaml.org,2002:"
_OWN = {
    MappingStartEvent: f"{_TAGS}map",
    SequenceStartEvent: f"{_TAGS}seq",
    ScalarEvent: f"{_TAGS}str",
}
_TRUE = ("yes", "true", "on")

Resolve = Callable[[str], Any]


def as_written(word: str) -> str | None:
    """A plain scalar as the text that it is: "no" is a title; None where YAML says so."""
    return None if word in ("null", "~") else word


def by_kind(word: str) -> Any:
    """A plain scalar as YAML 1.1 reads it; but days stay text, as they are in a brief."""
    for tag, pattern in yaml.SafeLoader.yaml_implicit_resolvers.get(word[:1], ()):
        if pattern.match(word):
            return _KINDS.get(tag.removeprefix(_TAGS), as_written)(word)
    return word


def _whole(word: str) -> int | str:
    digits = word.replace("_", "")
    # Old forms such as 1:30 are none of a brief's numbers.
    return int(digits) if digits.lstrip("+-").isdigit() and len(digits) < 100 else word


def _real(word: str) -> float | str:
    try:
        return float(word.replace("_", ""))
    except ValueError:
        return word


_KINDS: dict[str, Resolve] = {
    "null": lambda word: None,
    "bool": lambda word: word.lower() in _TRUE,
    "int": _whole,
    "float": _real,
}


def load_documents(source: IO[bytes] | bytes | str, resolve: Resolve, most: int) -> Iterator[Any]:
    """The documents of a stream, each of at most `most` values.

    Raises yaml.YAMLError for what is no YAML, ValueError for what is more than plain YAML.
    """
    parser = yaml.CSafeLoader(source)
    try:
        while not isinstance(event := parser.get_event(), StreamEndEvent):
            if isinstance(event, (MappingStartEvent, SequenceStartEvent, ScalarEvent)):
                yield _Builder(resolve, most).value(parser, event)
    finally:
        parser.dispose()


class _Builder:
    """Makes the value of one document."""

    def __init__(self, resolve: Resolve, most: int) -> None:
        self._resolve, self._most = resolve, most
        self._scalars: dict[str, Any] = {}
        self._aliases = 0

    def value(self, parser: Any, event: Any) -> Any:
        """The value that begins with an event; takes the events up to its end."""
        top: list[Any] = []
        # Of each open collection its list, or for a mapping its keys and values in turn.
        open_lists: list[list[Any]] = [top]
        kinds: list[type] = [list]
        count = 0
        while True:
            kind = type(event)
            count += 1
            if count > self._most:
                raise ValueError(f"more than {self._most:,} values")
            if kind is ScalarEvent:
                open_lists[-1].append(self._scalar(event))
            elif kind is SequenceStartEvent or kind is MappingStartEvent:
                _check_tag(event)
                if len(open_lists) > MAX_DEPTH:
                    raise ValueError(f"nested deeper than {MAX_DEPTH} levels")
                open_lists.append([])
                kinds.append(dict if kind is MappingStartEvent else list)
            elif kind is SequenceEndEvent or kind is MappingEndEvent:
                made = open_lists.pop()
                open_lists[-1].append(_mapping(made) if kinds.pop() is dict else made)
            elif kind is AliasEvent:
                open_lists[-1].append(self._alias(event))
            elif kind is DocumentEndEvent:
                return top[0]
            event = parser.get_event()

    def _scalar(self, event: Any) -> Any:
        _check_tag(event)
        value = self._resolve(event.value) if event.implicit[0] else event.value
        if event.anchor:
            self._scalars[event.anchor] = value
        return value

    def _alias(self, event: Any) -> Any:
        self._aliases += 1
        if event.anchor not in self._scalars:
            raise ValueError(f"the alias *{event.anchor} stands for more than a word or number")
        if self._aliases > MAX_ALIASES:
            raise ValueError(f"more than {MAX_ALIASES} aliases")
        return self._scalars[event.anchor]


def _mapping(parts: list[Any]) -> dict[Any, Any]:
    keys = parts[::2]
    if any(isinstance(key, (list, dict)) for key in keys):
        raise ValueError("a key is a list or a mapping")
    return dict(zip(keys, parts[1::2], strict=True))


def _check_tag(event: Any) -> None:
    if event.tag and event.tag not in ("!", _OWN[type(event)]):
        raise ValueError(f"could not determine a constructor for the tag {event.tag!r}")
