"""The word lists of the glance: data files, read once."""

from __future__ import annotations

from functools import cache, lru_cache

from briefkit import lexicon

_CONTENT = frozenset(
    ["NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "CD"]
)


@cache
def entries(name: str) -> tuple[str, ...]:
    """The lines of `data/glance_<name>.txt` in file order, without comments."""
    return lexicon.entries("components", f"glance_{name}.txt")


@cache
def words(name: str) -> frozenset[str]:
    """The same as a set."""
    return lexicon.words("components", f"glance_{name}.txt")


@cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """The same as tuples of words, for lists whose entries have several."""
    return frozenset(tuple(line.split()) for line in entries(name))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The beginning that the forms of a word share, roughly."""
    return word[:6] if len(word) > 6 else word.rstrip("s") if len(word) > 3 else word


@lru_cache(maxsize=20_000)
def content(word: str, tag: str) -> str:
    """The stem of a lower-cased word that carries content; "" for any other."""
    return stem(word) if tag in _CONTENT and word not in words("light") else ""
