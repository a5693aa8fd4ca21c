"""Learns what a sentence that is too long can do without: `python -m models.train_cuts GOLD...`.

Reads what readers said of deletions (`train/cuts.jsonl`: where each sentence begins, the place of
the deletion, and whether what is left is sound and says nothing else), lets the shipped components
read the articles, and fits a logistic model: is this deletion good? No randomness: the same
articles give the same weights. Beside the weights it writes the line below which nothing is left
out and, from cross-validation over articles, how many of the deletions above it are good.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.train import articles, judged, logistic, vectors
from spacy.tokens import Doc

from briefkit.components.glance.candidates import find_candidates
from briefkit.components.glance.deletions import CUTS, deletions, features
from briefkit.components.glance.sentence import make_table
from briefkit.components.glance.shorten import bared
from briefkit.components.linear import Features, chance

SAID = Path(__file__).parent / "train/cuts.jsonl"
TARGET = Path(__file__).parents[1] / "src/briefkit/components/data" / CUTS
PENALTY, FOLDS, LEAST_SEEN = 4.0, 10, 8
LINE = 0.7


@dataclass(frozen=True)
class Example:
    """A deletion that a reader has judged."""

    id: str
    features: Features
    right: bool


def collect(rows: Sequence[articles.Row], docs: Sequence[Doc]) -> list[Example]:
    """The deletions that readers have judged, in the articles that there are."""
    found = judged.read(SAID, "cuts", rows, docs)
    return [one for id, doc, said in found for one in _examples(id, doc, said)]


def _examples(id: str, doc: Doc, said: Sequence[Any]) -> Iterator[Example]:
    labels = {(begin, *place): label for begin, place, label in said}
    begins = {begin for begin, _, _ in said}
    for candidate in find_candidates(doc, make_table(doc)):
        s = candidate.sentence
        begin = s.place(candidate.first)[0]
        if begin not in begins:
            continue
        kept = bared(s, candidate.first)[0]
        for one in deletions(s, kept):
            place = (begin, s.place(one.start)[0], s.place(one.end - 1)[1])
            if place in labels:
                yield Example(id, features(s, kept, one), labels[place] == "G")


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of each feature."""
    return logistic.fit(
        [one.features for one in examples],
        [one.right for one in examples],
        penalty=PENALTY,
        least=LEAST_SEEN,
    )


def cross_validate(examples: Sequence[Example]) -> dict[str, float]:
    """How many deletions are good, and how well the model tells it."""

    def told_by(known: list[int], others: list[int]) -> Iterator[float]:
        weights = fit([examples[n] for n in known])
        return (chance(weights, examples[n].features) for n in others)

    told = vectors.held_out([one.id for one in examples], FOLDS, told_by)
    return vectors.scores([one.right for one in examples], told, LINE)


def write(examples: Sequence[Example], count: int) -> None:
    """Fit on everything; write weights, line and scores, and print the scores."""
    scores = cross_validate(examples)
    content: dict[str, Any] = {"articles": count, "cross_validated": scores, "line": LINE}
    content["weights"] = fit(examples)
    TARGET.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(scores)


def main() -> None:
    """Read, learn, judge, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--said", type=Path, help="what the encoder's folds said (pickle)")
    args = parser.parse_args()
    rows = articles.read(args.gold)
    write(collect(rows, articles.docs(rows, args.said)), len(rows))


if __name__ == "__main__":
    main()
