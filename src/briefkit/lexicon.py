"""The data files beside the code: word lists, tables of words, learned weights. Each is read once.

A list lies in the `data` folder of the room that knows what it is for. `#` begins a comment. A line
holds an entry, or several that are parted by ", "; columns are separated by tabs, and those behind
the first belong to every entry of the line.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def entries(room: str, name: str) -> tuple[str, ...]:
    """The entries of `briefkit/<room>/data/<name>` in their order, each with its columns."""
    lines = (line.partition("\t") for line in _text(room, name).splitlines() if line[:1] != "#")
    return tuple(
        word + tab + columns for line, tab, columns in lines for word in line.split(", ") if word
    )


@cache
def words(room: str, name: str) -> frozenset[str]:
    """The entries as a set."""
    return frozenset(entries(room, name))


@cache
def rows(room: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The entries in columns."""
    return tuple(tuple(line.split("\t")) for line in entries(room, name))


@cache
def weights(name: str) -> dict[str, Any]:
    """What a trainer of `models/` has written to `components/data`."""
    return dict(json.loads(_text("components", name)))


def _text(room: str, name: str) -> str:
    return files(f"briefkit.{room}").joinpath("data", name).read_text("utf-8")
