"""How likely a bullet can be read alone, or hangs on something that it does not name.

A logistic model looks at each word that may lean on what was told before, what the encoder hears of
its noun among that; learned from what readers said who had only headlines and bullets
(`models/train_alone.py`).
"""

from __future__ import annotations

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

_WRITER = frozenset({"i", "we", "my", "our", "me", "us", "i'm", "we're", "you", "your"})


def standing(candidate: Candidate, short: Short, cast: Cast, seen: Survey) -> float:
    """The probability that nothing in the bullet leans on what only the article tells.

    0 where the writer speaks of "us" or to "you", outside of quotes.
    """
    s = candidate.sentence
    writer = (i for i in short.kept if s.lower[i] in _WRITER and s.words[i] != "US")
    if any(not candidate.inside[i] for i in writer):
        return 0
    named = {i for i, _ in substitutions(short, candidate.inside, cast, ())}
    weights, stands = lexicon.weights(ALONE)["weights"]["features"], 1.0
    for word in leaning(candidate, short.kept, cast, named, seen):
        heard = seen.heard[s.start + word.noun]
        stands *= 1 - chance(weights, word.features | {HEARD: heard})
    return stands
