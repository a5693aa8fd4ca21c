"""How likely a bullet can be read alone, or hangs on something that it does not name.

A logistic model looks at each word that may lean on what was told before, "she", "then", "the ban",
what the encoder hears of its noun among that; learned from what readers said who had only headlines
and bullets (`models/train_alone.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import TYPE_CHECKING

from briefkit import lexicon
from briefkit.components.glance.hearing import ALONE, HEARD
from briefkit.components.glance.leaning import leaning
from briefkit.components.glance.resolve import substitutions
from briefkit.components.linear import chance

if TYPE_CHECKING:
    from briefkit.components.glance.candidates import Candidate
    from briefkit.components.glance.cast import Cast
    from briefkit.components.glance.features import Survey
    from briefkit.components.glance.shorten import Short

_OURS = frozenset({"i", "we", "my", "our", "me", "us", "i'm", "we're", "you", "your"})


def standing(candidate: Candidate, short: Short, cast: Cast, seen: Survey) -> float:
    """The probability that nothing in the bullet leans on what only the article tells.

    0 where the writer speaks of "us" or to "you".
    """
    named = {i for i, _ in substitutions(short, candidate.inside, cast, ())}
    ours = _personal(candidate, short.kept)
    return 0 if ours else told(candidate, short.kept, cast, named, seen)


def told(
    candidate: Candidate, kept: Sequence[int], cast: Cast, named: Set[int], seen: Survey
) -> float:
    """The probability that no word of `kept` leans; tokens of `named` stand as names.

    0 where a pronoun has no word before it that it could mean.
    """
    weights, stands = lexicon.weights(ALONE)["weights"]["features"], 1.0
    for word in leaning(candidate, kept, cast, named, seen):
        if word.lost:
            return 0
        heard = seen.heard[candidate.sentence.start + word.noun]
        stands *= 1 - chance(weights, word.features | {HEARD: heard})
    return stands


def _personal(candidate: Candidate, kept: Iterable[int]) -> bool:
    """Whether the writer speaks of "us" or to "you", outside of quotes."""
    s = candidate.sentence
    ours = (i for i in kept if s.lower[i] in _OURS and s.words[i] != "US")
    return any(not candidate.inside[i] for i in ours)
