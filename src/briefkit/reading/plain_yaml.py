"""YAML as far as front matter and briefs need it: mappings, lists and scalars, within limits.

Built from the parser's events, one after the other: PyYAML's own composer calls itself for every
level, so that a deep text ends the process, and hands out what an alias stands for without counting
it, so that a few lines can stand for gigabytes. Here an alias stands for a scalar alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, Any

import yaml

MAX_DEPTH = 50
MAX_ALIASES = 100
_TAGS = "tag:yaml.org,2002:"
_OWN = {
    yaml.MappingStartEvent: f"{_TAGS}map",
    yaml.SequenceStartEvent: f"{_TAGS}seq",
    yaml.ScalarEvent: f"{_TAGS}str",
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
        while type(event := parser.get_event()) is not yaml.StreamEndEvent:
            if type(event) in _OWN:
                yield _document(parser, event, resolve, most)
    finally:
        parser.dispose()


def _document(parser: Any, event: Any, resolve: Resolve, most: int) -> Any:
    """The value that begins with an event; takes the events up to its end."""
    # Of each open collection its list, or for a mapping its keys and values in turn.
    open_lists: list[list[Any]] = [[]]
    anchored: dict[str, Any] = {}
    count = aliases = 0
    while (kind := type(event)) is not yaml.DocumentEndEvent:
        count += 1
        if count >= most:
            raise ValueError(f"more than {most:,} values")
        if kind in _OWN and event.tag not in (None, "", "!", _OWN[kind]):
            raise ValueError(f"could not determine a constructor for the tag {event.tag!r}")
        if kind is yaml.ScalarEvent:
            value = resolve(event.value) if event.implicit[0] else event.value
            open_lists[-1].append(value)
            if event.anchor:
                anchored[event.anchor] = value
        elif kind in _OWN:
            if len(open_lists) > MAX_DEPTH:
                raise ValueError(f"nested deeper than {MAX_DEPTH} levels")
            open_lists.append([])
        elif kind is yaml.AliasEvent:
            aliases += 1
            if event.anchor not in anchored:
                raise ValueError(f"the alias *{event.anchor} stands for more than a word or number")
            if aliases > MAX_ALIASES:
                raise ValueError(f"more than {MAX_ALIASES} aliases")
            open_lists[-1].append(anchored[event.anchor])
        else:
            made = open_lists.pop()
            open_lists[-1].append(_mapping(made) if kind is yaml.MappingEndEvent else made)
        event = parser.get_event()
    return open_lists[0][0]


def _mapping(parts: list[Any]) -> dict[Any, Any]:
    keys = parts[::2]
    if any(isinstance(key, (list, dict)) for key in keys):
        raise ValueError("a key is a list or a mapping")
    return dict(zip(keys, parts[1::2], strict=True))
