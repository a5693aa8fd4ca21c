"""Learns which sentences tell a key point: `python -m models.train_glance GOLD... --said SAID`.

Reads articles with their key points (see `train/articles.py`), lets the shipped components read
each, with what the encoder's folds said of it (`--said`), and fits a logistic regression: whether a
sentence, as the bullet that would be made of it, tells one of the points. No randomness: the same
articles give the same weights. Prints, and writes beside the weights, how many of the points the
bullets hold, how many bullets hold one and how many there are, in ten-fold cross-validation over
articles. A bullet holds a point if it has half of the point's longer words, and tells of nothing
else if these are most of its own.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy
from models.train import articles
from spacy.tokens import Doc

from briefkit.components.glance import headline, score, split
from briefkit.components.glance.candidates import find_candidates
from briefkit.components.glance.cast import Cast
from briefkit.components.glance.features import Features, survey
from briefkit.components.glance.limits import ALONE
from briefkit.components.glance.rank import WEIGHTS
from briefkit.components.glance.select import Scored, choose, wanted
from briefkit.components.glance.sentence import make_table
from briefkit.components.records import ActorRecord, records
from briefkit.pipeline import COMPONENTS, ENCODER, load

TARGET = Path(__file__).parents[1] / "src/briefkit/components/data" / WEIGHTS
PENALTY = 0.03
FOLDS = 10
GLANCE = "briefkit_glance"
Matrix = numpy.ndarray[Any, Any]
Words = frozenset[str]


@dataclass(frozen=True)
class Story:
    """The bullets that an article could have, and its key points, each in the words of its places.

    `features` [bullets, features + 1] end with 1 for the bias; `right` says which tell a point.
    """

    scored: list[Scored]
    features: Matrix
    words: list[Words]
    right: Matrix
    points: list[list[Words]]
    count: int
    likeness: Any


def read(paths: Sequence[Path], said: Path | None = None) -> Iterator[Story]:
    """The stories of all articles that have key points."""
    rows = [row for row in articles.read(paths) if row.get("points")]
    nlp = load()
    parts = [nlp.get_pipe(name) for name in COMPONENTS if name not in (ENCODER, GLANCE)]
    for row, doc in zip(rows, articles.docs(rows, said), strict=True):
        for part in parts:
            part(doc)
        yield story(doc, row)


def story(doc: Doc, row: dict[str, Any]) -> Story:
    """What the components see of an article, and what its gold says of it."""
    table = make_table(doc)
    candidates = find_candidates(doc, table)
    cast = Cast(records(doc, ActorRecord), table.text)
    seen = survey(doc, table, candidates, split(headline(doc)))
    scored = [item for item in score(seen, cast) if item.stands >= ALONE]
    points = [[telling(row["text"][a:b]) for a, b in places] for places in row["points"]]
    words = [telling(item.short.text()) for item in scored]
    features = [[*seen.features(item.number, item.short.size), 1.0] for item in scored]
    count = wanted(sum(len(c.sentence) for c in candidates), len(candidates))
    return Story(
        scored=scored,
        features=numpy.array(features).reshape(len(scored), len(Features._fields) + 1),
        words=words,
        right=numpy.array([float(any(hits(one, places) for places in points)) for one in words]),
        points=points,
        count=count,
        likeness=seen.likeness,
    )


def telling(text: str) -> Words:
    """The words that tell something: those of four letters or more, and figures."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(word for word in words if len(word) > 3 or word.isdigit())


def holds(bullet: Words, places: Sequence[Words]) -> bool:
    """Whether a bullet has half of the words of one of the places of a point."""
    return any(place and 2 * len(place & bullet) >= len(place) for place in places)


def hits(bullet: Words, places: Sequence[Words]) -> bool:
    """Whether a bullet holds the point, or tells of it and little else."""
    alone = len(bullet) > 3 and any(len(p & bullet) >= 0.6 * len(bullet) for p in places)
    return alone or holds(bullet, places)


def fit(stories: Sequence[Story]) -> Matrix:
    """The weights of a logistic regression, by Newton's method; `[features + 1]`.

    The penalty is on the weights of features of variance 1.
    """
    x = numpy.concatenate([s.features for s in stories])
    y = numpy.concatenate([s.right for s in stories])
    penalty = PENALTY * len(y) * numpy.diag(x.var(axis=0))
    weights = numpy.zeros(x.shape[1])
    for _ in range(30):
        chance = 1 / (1 + numpy.exp(-x @ weights))
        slope = x.T @ (chance - y) + penalty @ weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + penalty
        # What no article shows, or each one alike, has no weight: there is more than one solution.
        weights = weights - numpy.linalg.lstsq(curve, slope, rcond=None)[0]
    return weights


def validate(stories: Sequence[Story]) -> dict[str, float]:
    """How good the bullets are of articles that the weights have not seen."""
    held = asked = right = bullets = 0
    folds = [fit([s for k, s in enumerate(stories) if k % FOLDS != n]) for n in range(FOLDS)]
    for i, one in enumerate(stories):
        chances = 1 / (1 + numpy.exp(-one.features @ folds[i % FOLDS]))
        scored = [replace(s, chance=float(c)) for s, c in zip(one.scored, chances, strict=True)]
        words = {item.number: words for item, words in zip(one.scored, one.words, strict=True)}
        chosen = [words[item.number] for item in choose(scored, one.count, one.likeness)]
        asked += len(one.points)
        held += sum(any(holds(b, places) for b in chosen) for places in one.points)
        bullets += len(chosen)
        right += sum(any(hits(b, places) for places in one.points) for b in chosen)
    return {
        "points_held": round(held / asked, 3),
        "bullets_that_hold_one": round(right / bullets, 3),
        "bullets": round(bullets / len(stories), 2),
    }


def main() -> None:
    """Train, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--said", type=Path, help="what the encoder's folds said (pickle)")
    asked = parser.parse_args()
    stories = list(read(asked.gold, asked.said))
    *weights, bias = fit(stories).round(3).tolist()
    out = {
        "articles": len(stories),
        "cross_validated": validate(stories),
        "weights": dict(zip(Features._fields, weights, strict=True)) | {"bias": bias},
    }
    TARGET.write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(out, indent=1))


if __name__ == "__main__":
    main()
