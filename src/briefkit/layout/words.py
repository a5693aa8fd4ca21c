"""Lines that are told by the word lists of the layout."""

from __future__ import annotations

import re

from briefkit import lexicon

_EDGES = " \t:#*_=-–—|•.!…[]"
_ARTICLE = re.compile(r"(?:the|our)\s+")
_HEADERS = lexicon.words("layout", "summary_headers.txt")
_HEADER_STARTS = tuple(f"{line[:-3]} " for line in _HEADERS if line.endswith("..."))


def _furniture(how: str) -> tuple[str, ...]:
    return tuple(words for kind, words in lexicon.rows("layout", "furniture.tsv") if kind == how)


_STARTS, _ENDS, _MARKED = _furniture("start"), _furniture("end"), frozenset(_furniture("mark"))
_LINES = _MARKED.union(_furniture("line"))


def plain(line: str) -> str:
    """A line in lower case, its white space folded, without marks around it."""
    return " ".join(line.strip(_EDGES).lower().split())


def is_summary_header(line: str) -> bool:
    """Whether a line is what authors write above their own summary list."""
    if len(line) > 100:
        return False
    words = _ARTICLE.sub("", plain(line), count=1)
    return words in _HEADERS or f"{words} ".startswith(_HEADER_STARTS)


def is_furniture(line: str) -> bool:
    """Whether a line is no part of the story but of the page around it."""
    if len(line) > 250:
        return False
    if not any(map(str.isalnum, line)):
        return True
    words = plain(line)
    if words in _LINES:
        return True
    if words.startswith(_STARTS) or words.endswith(_ENDS):
        return len(words.split()) <= 30
    before, _, _ = words.replace("|", ":").replace("–", ":").replace("—", ":").partition(":")
    return before.strip() in _MARKED
