"""Turns of a conversation: "Q: …", "SMITH: …", "MB: …", "((MB)) …" at the head of paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol

from briefkit.layout.words import UPPER

_LABEL = re.compile(
    r"(?:\(\(|\[)?"
    rf"(?P<label>[{UPPER}][\w'’.-]*(?: (?:[{UPPER}][\w'’.-]*|de|van|von|al)){{0,3}})"
    r"(?:\)\)|\])?"
    # "ANN LEE, MAYOR OF YORK:"
    rf"(?:(?<=[{UPPER}]), [{UPPER}][{UPPER}\d .,'’&/-]{{1,80}}(?=:| \())?"
    r"(?: ?\([^)\n]{2,40}\))?(?:\s?(?P<colon>:)|(?<=\)\)))\s+(?=\S)"
)
# A table's "Smith: 1,204." says nothing.
_SPOKEN = re.compile(r"[A-Za-z]{2}")
_READ = frozenset({"paragraph", "item", "heading"})
# A single "Note: …" is no conversation.
_LEAST = 3
_TOLD = frozenset(".?!…”\"'’)]")  # what ends a sentence
_GOES_ON = 4  # paragraphs without a label between two turns; more are the story again

Place = tuple[int, int]


class Placed(Protocol):
    """A block of the layout, or the record of one."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says: who (`label`), the colon if any, the words, one place a block.

    `block` is the number of the first; the others follow it.
    """

    block: int
    label: Place
    colon: Place | None
    words: tuple[Place, ...]

    @property
    def blocks(self) -> range:
        """The numbers of its blocks."""
        return range(self.block, self.block + len(self.words))


def find_turns(text: str, blocks: Sequence[Placed]) -> list[Turn]:
    """The turns of the article, where labels come back as in a transcript or an interview."""
    found: list[Turn] = []
    for number, block in enumerate(blocks):
        match = _LABEL.match(text, block.start, block.end) if block.kind in _READ else None
        if match is not None and _SPOKEN.search(text, match.end(), block.end):
            words = (match.end(), block.end)
            colon = match.span("colon") if match["colon"] else None
            found.append(Turn(number, match.span("label"), colon, (words,)))
    if len(found) < _LEAST:
        return []
    counts = Counter(_label(text, turn) for turn in found)
    kept: list[Turn] = []
    # Turns without a paragraph between them are as far from their numbers.
    for _, numbered in groupby(enumerate(found), key=lambda pair: pair[1].block - pair[0]):
        run = [turn for _, turn in numbered]
        # Whoever speaks once does so next to one who speaks again, or is told with an office.
        if any(counts[_label(text, turn)] > 1 or text[turn.label[1]] == "," for turn in run):
            kept += run
    labels = {_label(text, turn) for turn in kept}
    if len(labels) == 1:
        # "Food: What to eat", "Food: The great soup" lead to other articles.
        told = [turn for turn in kept if text[turn.words[-1][1] - 1] in _TOLD]
        return kept if len(told) * 2 > len(kept) else []
    if sum(counts[label] > 1 for label in labels) < 2:
        return kept
    after = [turn.block for turn in kept[1:]]
    return [_whole(turn, end, blocks) for turn, end in zip(kept, [*after, 0], strict=True)]


def _label(text: str, turn: Turn) -> str:
    return text[slice(*turn.label)].lower()


def _whole(turn: Turn, end: int, blocks: Sequence[Placed]) -> Turn:
    """The turn with the paragraphs behind it, up to the next turn, which is block `end`."""
    more = blocks[turn.block + 1 : end]
    if len(more) > _GOES_ON or any(block.kind != "paragraph" for block in more):
        return turn
    return replace(turn, words=(*turn.words, *((block.start, block.end) for block in more)))
