"""Learns which dates tell when their event happened: `python -m models.train_timeline GOLD...`.

Reads what readers said of lines of timelines beside their articles (`train/timeline.jsonl`: of each
date its place, that of its event, and whether the line is right or what is wrong with it), lets the
shipped components read the articles, and fits a logistic model: is this line right? No randomness:
the same articles give the same weights. Beside the weights it writes the line below which none is
told and, from cross-validation over articles, how many of the lines told are right.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from models.train import articles, judged, vectors
from spacy.tokens import Doc

from briefkit.components.encoder import encoded
from briefkit.components.glance.dated import article
from briefkit.components.glance.happened import features, governor
from briefkit.components.glance.hearing import TIMELINE as WEIGHTS
from briefkit.components.linear import Features
from briefkit.components.records import DateRecord, records

SAID = Path(__file__).parent / "train/timeline.jsonl"
TARGET = Path(__file__).parents[1] / "src/briefkit/components/data" / WEIGHTS
PENALTY, FOLDS, LEAST_SEEN = 4.0, 10, 15
LINE = 0.6
RIGHT = "RD"  # right; and right, but told by another line as well


@dataclass(frozen=True)
class Example:
    """A line that a reader has judged."""

    id: str
    features: Features
    vector: vectors.Vector
    right: bool


def collect(rows: Sequence[articles.Row], docs: Sequence[Doc]) -> list[Example]:
    """The lines that readers have judged, in the articles that there are."""
    found = judged.read(SAID, "lines", rows, docs)
    return [one for id, doc, said in found for one in _examples(id, doc, said)]


def _examples(id: str, doc: Doc, said: Sequence[Any]) -> Iterator[Example]:
    seen, read = article(doc), encoded(doc)
    dates = {(date.start, date.end): date for date in records(doc, DateRecord)}
    for place, event, label in said:
        date = dates.get(tuple(place))
        if date is None or read is None or not seen.columns.tokens_in(*event):
            continue
        at = governor(seen.columns, date)[1]
        told = features(seen, replace(date, event=tuple(event)), tuple(event))
        yield Example(id, told, vectors.vector(read, at), label in RIGHT)


def fit(examples: Sequence[Example]) -> vectors.Weights:
    """The weights of the features, and of the encoder's numbers with their means."""
    return vectors.fit(
        [one.features for one in examples],
        [one.vector for one in examples],
        [one.right for one in examples],
        penalty=PENALTY,
        least=LEAST_SEEN,
    )


def cross_validate(examples: Sequence[Example]) -> dict[str, float]:
    """How many lines are right, and how well the model tells it."""

    def told_by(known: list[int], others: list[int]) -> Iterator[float]:
        weights = fit([examples[n] for n in known])
        seen = (examples[n] for n in others)
        return (vectors.likely(weights, one.features, one.vector) for one in seen)

    told = vectors.held_out([one.id for one in examples], FOLDS, told_by)
    return vectors.scores([one.right for one in examples], told, LINE)


def main() -> None:
    """Read, learn, judge, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--said", type=Path, help="what the encoder's folds said (pickle)")
    args = parser.parse_args()
    rows = articles.read(args.gold)
    examples = collect(rows, articles.docs(rows, args.said))
    scores = cross_validate(examples)
    content: dict[str, Any] = {"articles": len(rows), "cross_validated": scores, "line": LINE}
    content["weights"] = fit(examples)
    TARGET.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(scores)


if __name__ == "__main__":
    main()
