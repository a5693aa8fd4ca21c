"""The word lists of the layout, loaded once."""

from __future__ import annotations

import re
from functools import lru_cache

from briefkit import lexicon

_EDGES = " \t:#*_=-–—|•.!…[]"
_ARTICLE = re.compile(r"(?:the|our)\s+")


def plain(line: str) -> str:
    """A line in lower case, its white space folded, without marks around it."""
    return " ".join(line.strip(_EDGES).lower().split())


def is_summary_header(line: str) -> bool:
    """Whether a line is what authors write above their own summary list."""
    if len(line) > 100:
        return False
    words = _ARTICLE.sub("", plain(line), count=1)
    whole, starts = _headers()
    return words in whole or words.startswith(starts)


def is_furniture(line: str) -> bool:
    """Whether a line is no part of the story but of the page around it."""
    if len(line) > 250:
        return False
    if not any(map(str.isalnum, line)):
        return True
    words = plain(line)
    whole, starts, ends, marked = _furniture()
    if words in whole or words in marked:
        return True
    if words.startswith(starts) or words.endswith(ends):
        return len(words.split()) <= 30
    before, _, _ = words.replace("|", ":").replace("–", ":").replace("—", ":").partition(":")
    return before.strip() in marked


@lru_cache(maxsize=1)
def _headers() -> tuple[frozenset[str], tuple[str, ...]]:
    lines = lexicon.entries("layout", "summary_headers.txt")
    starts = tuple(line[:-3] for line in lines if line.endswith("..."))
    return frozenset(lines) | frozenset(starts), tuple(start + " " for start in starts)


@lru_cache(maxsize=1)
def _furniture() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...], frozenset[str]]:
    pairs = lexicon.rows("layout", "furniture.tsv")
    by = {
        how: [words for h, words in pairs if h == how] for how in ("line", "start", "end", "mark")
    }
    return frozenset(by["line"]), tuple(by["start"]), tuple(by["end"]), frozenset(by["mark"])
