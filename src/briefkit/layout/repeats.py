"""What an article prints again: a pull quote, a caption shown twice, an entry posted twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from briefkit.layout.blocks import BlockKind
from briefkit.layout.words import letters

_LEAST = 40  # letters; fewer may well be said again
_MOST = 5_000  # characters; more are no paragraph
_BEGIN = 30
_HOLDERS = 8  # paragraphs with a sentence that begins alike; more are a form that is filled in
_SENTENCE = re.compile(r"(?:\A|[.!?:…][\"'”’)\]]*\s|[\"“‘(])[\"'“‘(\[]*(?=\w)")


def mark_repeats(words: Sequence[str], kinds: list[BlockKind]) -> None:
    """Mark as furniture each paragraph that stands before, or whole within a longer one.

    A question that is asked again is a part of an interview.
    """
    prose = [i for i, kind in enumerate(kinds) if kind == "paragraph" and len(words[i]) <= _MOST]
    whole = {i: letters(words[i]) for i in prose}
    holders: dict[str, list[int]] = defaultdict(list)
    for i in prose:
        for found in _SENTENCE.finditer(words[i]):
            # Enough of the line is looked at for its first letters.
            begin = letters(words[i][found.end() : found.end() + 4 * _BEGIN])[:_BEGIN]
            if len(holders[begin]) < _HOLDERS and i not in holders[begin]:
                holders[begin].append(i)
    for i in prose:
        mine = whole[i]
        if len(mine) < _LEAST or words[i].endswith("?"):
            continue
        for other in holders[mine[:_BEGIN]]:
            longer = len(whole[other]) > len(mine) and mine in whole[other]
            if longer or (other < i and whole[other] == mine):
                kinds[i] = "furniture"
                break
