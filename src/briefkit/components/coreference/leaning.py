"""Whether all that is said of a person speaks of a woman or of a man, as the encoder has it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefkit.components.coreference.gender import gendered

if TYPE_CHECKING:
    from briefkit.components.coreference.view import View

_FAR = 4  # sentences from a pronoun, before and behind, in which it may mean somebody


class Leaning:
    """How likely the pronouns of an article mean each of its persons, by the gender of both."""

    def __init__(self, view: View, names: dict[int, int]) -> None:
        self._of: dict[int, Counter[int]] = {}  # by pronoun, by person
        self._all: dict[str, Counter[int]] = {"f": Counter(), "m": Counter()}
        if view.links is None or not names:
            return
        places: dict[int, dict[int, list[int]]] = {}
        for token, person in names.items():
            places.setdefault(view.sentences[token], {}).setdefault(person, []).append(token)
        for token, pronoun in gendered(view):
            here = view.sentences[token]
            near: dict[int, list[int]] = {}
            for sentence in range(here - _FAR, here + _FAR + 1):
                for person, tokens in places.get(sentence, {}).items():
                    near.setdefault(person, []).extend(tokens)
            chances = view.links.chances(token, list(near.values()))
            means = Counter(dict(zip(near, chances, strict=False)))
            self._of[token] = means
            self._all[pronoun.gender].update(means)

    def of(self, person: int, gender: str, besides: int) -> tuple[float, float]:
        """How many pronouns mean a person, and how many of them are of a gender.

        The pronoun `besides`, which asks, does not count.
        """
        own = self._of.get(besides, Counter())[person]
        other = self._all["f" if gender == "m" else "m"][person]
        same = max(0.0, self._all[gender][person] - own)
        return same + other, same
