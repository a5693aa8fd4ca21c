"""Labels of words: which tags are right, as sets, since not every source knows every tag.

A word's label is a bit mask over the tags of a head: bit `t` says that tag `t` is right. One bit
is a plain label, all bits ask for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from briefkit.components.encoder.tags import (
    CLASSES,
    NAME_TAGS,
    ROLE_TAGS,
    SPEECH_TAGS,
    begin,
    inside,
)

OUTSIDE = 1
ANY_NAME = (1 << len(NAME_TAGS)) - 1
ANY_ROLE = (1 << len(ROLE_TAGS)) - 1
ANY_SPEECH = (1 << len(SPEECH_TAGS)) - 1
DIRECT, BEGIN, INSIDE, CUE, SOURCE = (1 << tag for tag in range(1, len(SPEECH_TAGS)))
# What no source of actors tells: a word may belong to a product, a work, an event.
NO_ACTOR = OUTSIDE | 1 << begin("other") | 1 << inside("other")

Span = tuple[int, int]


@dataclass(frozen=True)
class Ask:
    """A pronoun or the head of a noun phrase, and whom it means: actors by number, or nobody."""

    word: int
    right: Set[int]
    nobody: bool


@dataclass
class Marked:
    """An article's words with labels; `sentences` are first words, `title` the headline's words.

    `points` says of each sentence whether it tells a key point (1) or not (0); it is empty where
    nobody has said. `mentions` are head words with the number of the actor that they mean.
    """

    id: str
    words: list[str]
    sentences: list[int]
    title: list[str]
    names: list[int] = field(default_factory=list)
    roles: list[int] = field(default_factory=list)
    speech: list[int] = field(default_factory=list)
    points: list[int] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)

    def blank(self, names: int, roles: int) -> None:
        """Give every word the same labels, and nothing to know of speech."""
        self.names = [names] * len(self.words)
        self.roles = [roles] * len(self.words)
        self.speech = [ANY_SPEECH] * len(self.words)

    def name(self, span: Span, types: Iterable[str]) -> None:
        """Label words as one name of one of these types; of none, as whatever it may be."""
        kinds = list(types)
        if not set(kinds) <= set(CLASSES):
            raise ValueError(f"{self.id}: types are {', '.join(CLASSES)}, not {kinds}")
        first = sum(1 << begin(kind) for kind in kinds) or ANY_NAME
        rest = sum(1 << inside(kind) for kind in kinds) or ANY_NAME
        for i in range(*span):
            self.names[i] = first if i == span[0] else rest

    def role(self, span: Span, core: Span | None) -> None:
        """Label words as a role, those outside of `core` as what may belong to it."""
        for i in range(*span):
            if core is None or not core[0] <= i < core[1]:
                self.roles[i] = ANY_ROLE
            elif i == core[0]:
                self.roles[i] = 0b010 if span[0] == i else 0b110
            else:
                self.roles[i] = 0b100


def occurrences(words: Sequence[str], form: Sequence[str]) -> list[int]:
    """Where a form of several words begins."""
    size, first = len(form), form[0]
    return [
        i
        for i, word in enumerate(words)
        if word == first and list(words[i : i + size]) == list(form)
    ]
