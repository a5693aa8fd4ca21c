"""The names of one spelling, and what speaks for each type of what they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact, key
from briefkit.components.encoder.tags import CLASSES

if TYPE_CHECKING:
    from briefkit.components.actors.names import Name


@dataclass(frozen=True, slots=True)
class Spelling:
    """All names of one spelling.

    `scores` say how much speaks for each type: the sum of the chances of its names.
    """

    words: tuple[str, ...]
    names: tuple[Name, ...]
    scores: dict[str, float]

    @property
    def type(self) -> str:
        """The type that most speaks for."""
        return max(self.scores, key=lambda key: (self.scores[key], key))

    @property
    def key(self) -> str:
        return key(self.words)


def spellings(names: list[Name]) -> list[Spelling]:
    """The names by their spelling, in order of first use."""
    found: dict[str, list[Name]] = {}
    for name in names:
        found.setdefault(_state_key(name), []).append(name)
    out = []
    for part in (part for every in found.values() for part in _by_gender(every)):
        scores = {kind: sum(name.chances[kind] for name in part) for kind in CLASSES}
        out.append(Spelling(part[0].words, tuple(part), scores))
    return out


def _by_gender(names: list[Name]) -> list[list[Name]]:
    """A surname that "Mr." and "Ms." tell to be two people's, apart; without a title the last's."""
    genders = [name.gender for name in names if name.gender]
    if len(names[0].words) > 1 or len(set(genders)) < 2:
        return [names]
    parts: dict[str, list[Name]] = {}
    last = genders[0]
    for name in names:
        last = name.gender or last
        parts.setdefault(last, []).append(name)
    return list(parts.values())


def _state_key(name: Name) -> str:
    """The spelling key; states go by their own name, whichever they are called by.

    So do those that a longer name begins with: "U.S. Senate", "United States Senate"; and their
    governments: "Cuban government", "Cuba's government".
    """
    states, words = lexicon.state_names(), name.words
    for length in (len(words), 2, 1):
        state = states.get(key(words[:length]))
        if not state and length < len(words):
            state = lexicon.demonyms().get(" ".join(words[:length]))
        if state:
            return compact(state.name) + key(tuple(w for w in words[length:] if w != "'s"))
    return name.key
