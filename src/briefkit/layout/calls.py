"""Lines that speak to whoever reads the page: sign up, follow us, write to us, read that."""

from __future__ import annotations

import re

from briefkit import lexicon

_MOST_WORDS = 80
_QUOTED = re.compile(r"[\"“”«»]")
_STARTS = r"(?:\A|[.!?:|–—•*\[]\s*)(?:please,?\s+|you can(?: also)?\s+|to comment,?\s+|or\s+)?"


def _any_of(kind: str) -> str:
    """The patterns of a kind as one."""
    return "|".join(form for of, form in lexicon.rows("layout", "calls.tsv") if of == kind)


_CALL = re.compile(
    rf"{_STARTS}(?:{_any_of('ask')})\b(?:[^.!?]|\.(?=\w)){{0,140}}?(?<![\w@])(?:{_any_of('way')})\b",
    re.IGNORECASE,
)
_TO_WRITER = re.compile(
    rf"{_STARTS}(?:follow|e-?mail|contact|reach|write to|get in touch|tweet)\b[^!?]{{0,90}}?"
    r"(?:@\w|\w@\w|https?://)",
    re.IGNORECASE,
)
_NOTE = re.compile(_any_of("note"), re.IGNORECASE)


def is_call(line: str) -> bool:
    """Whether a line asks the reader for something, or says how the page came about.

    Speech is left alone: "“Sign up for our newsletter,” he said" is a part of the story.
    """
    if len(line) > 600 or len(line.split()) > _MOST_WORDS or _QUOTED.search(line):
        return False
    return bool(_CALL.search(line) or _TO_WRITER.search(line) or _NOTE.match(line))
