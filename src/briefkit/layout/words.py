"""Lines that are told by the word lists of the layout: headers, furniture, calls to the reader."""

from __future__ import annotations

import re

from briefkit import lexicon

UPPER = "A-Z" + "".join(filter(str.isupper, map(chr, range(0xC0, 0x180))))
"""Capitals of names in Latin letters, for a class of characters."""
_EDGES = " \t:#*_=-–—|•.!…()[]"
_ARTICLE = re.compile(r"(?:the|our)\s+")
_HEADERS = lexicon.words("layout", "summary_headers.txt")
_HEADER_STARTS = tuple(f"{line[:-3]} " for line in _HEADERS if line.endswith("..."))


def _of(kind: str, name: str = "furniture.tsv") -> tuple[str, ...]:
    return tuple(words for of, words in lexicon.rows("layout", name) if of == kind)


_STARTS, _ENDS, _MARKED = _of("start"), _of("end"), frozenset(_of("mark"))
_LINES = _MARKED.union(_of("line"))
_ASK, _WAY, _NOTES = ("|".join(_of(kind, "calls.tsv")) for kind in ("ask", "way", "note"))
_CALL_STARTS = r"(?:\A|[.!?:|–—•*\[]\s*)(?:please,?\s+|you can(?: also)?\s+|to comment,?\s+|or\s+)?"
_CALL = re.compile(
    rf"{_CALL_STARTS}(?:{_ASK})\b(?:[^.!?]|\.(?=\w)){{0,140}}?(?<![\w@])(?:{_WAY})\b", re.IGNORECASE
)
_TO_WRITER = re.compile(
    rf"{_CALL_STARTS}(?:follow|e-?mail|contact|reach|write to|get in touch|tweet)\b[^!?]{{0,90}}?"
    r"(?:@\w|\w@\w|https?://)",
    re.IGNORECASE,
)
_NOTE = re.compile(rf"\W*(?:{_NOTES})", re.IGNORECASE)
# "Home | News | Sport | Weather"; a byline with the day has figures
_ROW = re.compile(r"(?:[^|\d]{2,25}\|){3,}[^|\d]{2,25}")
_QUOTED = re.compile(r"[\"“”«»]")
NO_LETTER = re.compile(r"[\W_]+")


def letters(line: str) -> str:
    """A line without case, marks and spaces."""
    return NO_LETTER.sub("", line).casefold()


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
    # "Opinion | Guest essay"
    if _LINES.issuperset(map(plain, line.split("|"))) or _ROW.fullmatch(line):
        return True
    if words.startswith(_STARTS) or words.endswith(_ENDS):
        return len(words.split()) <= 30
    before, _, _ = words.replace("|", ":").replace("–", ":").replace("—", ":").partition(":")
    return before.strip() in _MARKED


def is_call(line: str) -> bool:
    """Whether a line asks the reader for something, or says how the page came about.

    Speech is left alone: "“Sign up for our newsletter,” he said" is a part of the story.
    """
    if len(line) > 600:
        return False
    if _NOTE.match(line):
        return True
    return not _QUOTED.search(line) and bool(_CALL.search(line) or _TO_WRITER.search(line))
