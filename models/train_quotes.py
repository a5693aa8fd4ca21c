"""Learns which quotes are right: `python -m models.train_quotes GOLD... --said SAID`.

Reads articles annotated whole (see `train/articles.py`), lets the shipped components find their
quotes, the unlikely ones among them, and fits a logistic model: are the words, the kind, the
polarity and the speaker of this one right? `--said` holds what the encoder's folds said of articles
that it has learned from. No randomness: the same articles give the same weights. Beside the weights
it writes the lines below which a quote is left out and, from cross-validation over articles, how
many of the quotes are right, and how many of those asked for are among them, with and without.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.train import articles, logistic
from models.train_speakers import match
from spacy.tokens import Doc

from briefkit.components.linear import Features, chance
from briefkit.components.quotes import worth
from briefkit.components.quotes.find import find_quotes
from briefkit.components.quotes.view import View
from briefkit.components.records import ActorRecord, QuoteRecord, records
from briefkit.pipeline import load
from briefkit.scoring.compare import greedy, is_said_by, likeness, said

TARGET = Path(__file__).parents[1] / "src/briefkit/components/data/quotes_worth.json"
PENALTY, FOLDS, LEAST_SEEN = 3.0, 10, 15
# The words of a direct quote are sure; a report is left out sooner.
LINES = {"direct": 0.1, "mixed": 0.25, "indirect": 0.25}


@dataclass(frozen=True)
class Example:
    """A quote that was found: whether all of it is right."""

    features: Features
    right: bool
    kind: str
    article: int


def collect(rows: Sequence[articles.Row], docs: Sequence[Doc]) -> list[Example]:
    """The quotes that are found in the articles, without those that may be found or not."""
    actors = load().get_pipe("briefkit_actors")
    examples: list[Example] = []
    for n, (row, doc) in enumerate(zip(rows, docs, strict=True)):
        view, known = View(actors(doc)), records(doc, ActorRecord)
        found = find_quotes(view, known, unlikely=True)[0]
        same, gold = match(known, row["actors"]), row["quotes"]
        pairs = greedy(
            (likeness(have.spans, want["spans"]), i, j)
            for i, have in enumerate(found)
            for j, want in enumerate(gold)
        )
        for i, (have, features) in enumerate(zip(found, worth.features(view, found), strict=True)):
            want = gold[pairs[i]] if i in pairs else None
            if want is None or not want["optional"]:
                right = want is not None and _is_right(row["text"], have, want, same)
                examples.append(Example(features, right, have.kind, n))
    return examples


def _is_right(text: str, have: QuoteRecord, want: dict[str, Any], same: dict[str, str]) -> bool:
    speaks = is_said_by(have.actor, have.speaker, want["speaker_actor"], want["speakers"], same)
    words = said(text, have.spans) == said(text, want["spans"])
    kinds = have.kind == want["kind"] and have.polarity == want["polarity"]
    return speaks and words and kinds


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of each feature."""
    return logistic.fit(
        [one.features for one in examples],
        [one.right for one in examples],
        penalty=PENALTY,
        least=LEAST_SEEN,
    )


def cross_validate(examples: Sequence[Example], asked: int) -> list[dict[str, float]]:
    """How many quotes are right, all of them and those above the lines."""
    every, kept = [], []
    for fold in range(FOLDS):
        weights = fit([e for e in examples if e.article % FOLDS != fold])
        for one in (e for e in examples if e.article % FOLDS == fold):
            every.append(one.right)
            if chance(weights, one.features) >= LINES[one.kind]:
                kept.append(one.right)
    return [
        {
            "quotes": len(found),
            "precision": round(sum(found) / max(1, len(found)), 3),
            "recall": round(sum(found) / max(1, asked), 3),
        }
        for found in (every, kept)
    ]


def main() -> None:
    """Read, learn, judge, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--said", type=Path, help="what the encoder's folds said (pickle)")
    args = parser.parse_args()
    rows = articles.read(args.gold)
    examples = collect(rows, articles.docs(rows, args.said))
    asked = sum(not quote["optional"] for row in rows for quote in row["quotes"])
    without, kept = cross_validate(examples, asked)
    content = {
        "articles": len(rows),
        "cross_validated": {"all": without, "kept": kept},
        "lines": LINES,
        "weights": fit(examples),
    }
    TARGET.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(rows)} articles, {asked} quotes asked for")
    print(f"all: {without}")
    print(f"kept: {kept}")


if __name__ == "__main__":
    main()
