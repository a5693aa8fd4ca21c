"""What a brief is compared by with others: its people, bodies, places, days and words, weighed."""

from __future__ import annotations

import math
from array import array

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from briefkit import lexicon
from briefkit.schema import Brief
from briefkit.stories.bodies import body
from briefkit.stories.names import person
from briefkit.stories.words import bucket, content

_COLUMNS = 1 << 20
# Chosen on ECB+ with the likeness of `grouping`: pairwise F1 .88 on topics that were left out.
_ACTOR, _SURNAME, _PLACE, _DAY = 4.0, 3.0, 3.0, 1.0
_LEDE, _BULLET, _OTHER = 2.0, 1.0, 0.25
# So many articles of other affairs are added to the briefs in counting how rare a word is: in a
# folder of three briefs, "government" would else be as rare as a name.
_OTHERS = 100
_COMMON = {
    f"w:{word}": int(share) / 1000 for word, share in lexicon.rows("stories", "common_words.tsv")
}
# A feature of one brief alone cannot bring it nearer to another, and should not keep it far.
_ALONE = 0.3
_MOST = 200


class Features:
    """The weights of all briefs, in rows of a sparse matrix."""

    def __init__(self) -> None:
        self._columns, self._weights, self._ends = array("i"), array("f"), array("q", [0])

    def add(self, brief: Brief) -> None:
        """The features of one brief, as the next row."""
        found = _features(brief)
        best = sorted(found, key=lambda name: (-found[name], name))[:_MOST]
        weights = {bucket(name, _COLUMNS): found[name] for name in best}
        self._columns.extend(sorted(weights))
        self._weights.extend(weights[column] for column in sorted(weights))
        self._ends.append(len(self._columns))

    def matrix(self) -> csr_matrix:
        """A row of length 1 for each brief, every feature weighed by how rare it is."""
        count = len(self._ends) - 1
        columns = np.frombuffer(self._columns, dtype=np.int32)
        weights = np.frombuffer(self._weights, dtype=np.float32) * _rarity(columns, count)[columns]
        matrix = csr_matrix(
            (weights, columns, np.frombuffer(self._ends, dtype=np.int64)), (count, _COLUMNS)
        )
        lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
        lengths[lengths == 0] = 1
        matrix.data /= np.repeat(lengths, np.diff(matrix.indptr)).astype(np.float32)
        return matrix


def _rarity(columns: npt.NDArray[np.int32], count: int) -> npt.NDArray[np.float32]:
    """The inverse document frequency of each column."""
    seen = np.bincount(columns, minlength=_COLUMNS).astype(np.float64)
    alone = seen == 1
    for name, share in _COMMON.items():
        seen[bucket(name, _COLUMNS)] += share * _OTHERS
    rarity = np.log((count + _OTHERS + 1) / (seen + 0.5)).clip(0)
    rarity[alone] *= _ALONE
    return rarity.astype(np.float32)


def _features(brief: Brief) -> dict[str, float]:
    found: dict[str, float] = {}
    for text, weight in _texts(brief):
        for word in content(text):
            found[f"w:{word}"] = found.get(f"w:{word}", 0.0) + weight
    found = {name: min(weight, 1 + math.log(weight)) for name, weight in found.items()}

    def raise_to(name: str, weight: float) -> None:
        found[name] = max(found.get(name, 0.0), weight)

    for actor in brief.actors:
        share = 0.3 + 0.7 * actor.salience
        is_person = actor.type == "person"
        name = " ".join(person(actor.name)) if is_person else body(actor.name)
        raise_to(f"a:{name}", _ACTOR * share)
        if is_person and name:
            raise_to(f"w:{name.split()[-1]}", _SURNAME * share)
    for place in brief.places:
        raise_to(f"a:{body(place.name)}", _PLACE)
    for date in brief.dates:
        if date.start and date.start == date.end:
            raise_to(f"d:{date.start}", _DAY)
    return found


def _texts(brief: Brief) -> list[tuple[str, float]]:
    texts = [(brief.lede or "", _LEDE), (brief.headline or "", _LEDE)]
    texts += [(bullet.text, _BULLET) for bullet in brief.at_a_glance]
    texts += [(date.event or "", _OTHER) for date in brief.dates]
    return texts + [(quote.text, _OTHER) for quote in brief.quotes]
