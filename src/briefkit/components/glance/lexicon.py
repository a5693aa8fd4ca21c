"""The word lists of the glance: data files, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def entries(name: str) -> tuple[str, ...]:
    """The lines of `data/glance_<name>.txt` in file order, without comments."""
    text = (files("briefkit.components") / "data" / f"glance_{name}.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """The same as a set."""
    return frozenset(entries(name))


@cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """The same as tuples of words, for lists whose entries have several."""
    return frozenset(tuple(line.split()) for line in entries(name))
