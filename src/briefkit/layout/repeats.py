"""What an article prints again: a pull quote, a caption shown twice, an entry posted twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from briefkit.layout.blocks import BlockKind

_LEAST = 40  # letters; fewer may well be said again
_MOST = 5_000  # characters; more are no paragraph
_BEGIN = 30
_HOLDERS = 8  # paragraphs with a sentence that begins alike; more are a form that is filled in
_SENTENCE = re.compile(r"(?:\A|[.!?:…][\"'”’)\]]*\s|[\"“‘(])[\"'“‘(\[]*(?=\w)")
_NO_WORD = re.compile(r"[\W_]+")


def mark_repeats(words: Sequence[str], kinds: list[BlockKind]) -> None:
    """Mark as furniture each paragraph that stands before, or whole within a longer one.

    A question that is asked again is a part of an interview.
    """
    prose = [i for i, kind in enumerate(kinds) if kind == "paragraph" and len(words[i]) <= _MOST]
    letters = {i: _NO_WORD.sub("", words[i]).casefold() for i in prose}
    holders: dict[str, list[int]] = defaultdict(list)
    for i in prose:
        for found in _SENTENCE.finditer(words[i]):
            begin = _begin(words[i], found.end())
            if len(holders[begin]) < _HOLDERS and i not in holders[begin]:
                holders[begin].append(i)
    for i in prose:
        mine = letters[i]
        if len(mine) < _LEAST or words[i].endswith("?"):
            continue
        for other in holders[mine[:_BEGIN]]:
            longer = len(letters[other]) > len(mine) and mine in letters[other]
            if longer or (other < i and letters[other] == mine):
                kinds[i] = "furniture"
                break


def _begin(line: str, at: int) -> str:
    """The first letters from a place on; enough of the line is looked at for them."""
    return _NO_WORD.sub("", line[at : at + 4 * _BEGIN]).casefold()[:_BEGIN]
