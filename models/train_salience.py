"""Learns the weights of salience: `python models/train_salience.py GOLD.jsonl...`.

Reads articles with annotated actors (JSON Lines with "text" and "actors": mentions, salience from
0 to 5 or from 0 to 3), lets the shipped components read each, and fits a logistic ranker to the
annotated salience by gradient descent. No randomness: the same articles give the same weights.
Prints how many of each article's k salient actors stand among the first k, in five-fold
cross-validation over articles.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
from spacy.tokens import Doc

from briefkit.components.actors import entities
from briefkit.components.actors.salience import WEIGHTS, features
from briefkit.components.actors.view import view
from briefkit.pipeline import COMPONENTS, load, make_doc
from briefkit.reading import make_article

TARGET = Path(__file__).parents[1] / "src/briefkit/components/data" / WEIGHTS
PENALTY = 0.003
STEPS = 1500
FOLDS = 5


@dataclass(frozen=True)
class Example:
    """One entity: what is seen of it, and how salient the annotators found it (0 to 1)."""

    article: int
    features: dict[str, float]
    target: float
    salient: bool


def read(paths: Sequence[Path]) -> list[Example]:
    """The entities of all articles that the gold speaks of."""
    nlp = load()
    found: list[Example] = []
    number = 0
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        articles = [make_article(row["text"], id=row["id"], title=row.get("title")) for row in rows]
        docs = nlp.pipe((make_doc(nlp, article) for article in articles), disable=[*COMPONENTS])
        for row, doc in zip(rows, docs, strict=True):
            found += examples(doc, row, number)
            number += 1
    return found


def examples(doc: Doc, row: dict[str, Any], number: int) -> list[Example]:
    """The entities of one article, each with the gold actor that it shares most mentions with."""
    seen = view(doc)
    system = entities(seen)
    typed = any(actor.get("type") for actor in row["actors"])
    scale, least = (5.0, 0.0) if typed else (2.0, 1.0)
    pairs = []
    for i, entity in enumerate(system):
        places = [seen.place(mention.start, mention.end) for mention in entity.mentions]
        for j, actor in enumerate(row["actors"]):
            hits = sum(any(_touch(a, b) for b in actor["mentions"]) for a in places)
            if hits:
                pairs.append((-hits, not actor.get("named", True), i, j))
    matched: dict[int, int] = {}
    for _, _, i, j in sorted(pairs):
        if i not in matched and j not in matched.values():
            matched[i] = j
    found = []
    for i, what in enumerate(features(seen, system)):
        if i in matched:
            actor = row["actors"][matched[i]]
            target = min(1.0, max(0.0, (float(actor["salience"]) - least) / scale))
            salient = bool(actor.get("salient")) and actor.get("named", True)
            found.append(Example(number, what, target, salient))
        elif typed:
            # where all actors are annotated, the others are none
            found.append(Example(number, what, 0.0, False))
    return found


def _touch(a: Sequence[int], b: Sequence[int]) -> bool:
    both = min(a[1], b[1]) - max(a[0], b[0])
    return both > 0 and both * 2 >= min(a[1] - a[0], b[1] - b[0])


def fit(data: Sequence[Example]) -> dict[str, float]:
    """Weights by name, of logistic regression with soft targets."""
    names = sorted({name for example in data for name in example.features})
    column = {name: i for i, name in enumerate(names)}
    x = numpy.zeros((len(data), len(names)))
    y = numpy.array([example.target for example in data])
    for i, example in enumerate(data):
        for name, value in example.features.items():
            x[i, column[name]] = value
    sizes = numpy.bincount([example.article for example in data])
    share = numpy.array([1.0 / sizes[example.article] for example in data])
    share /= share.sum()
    w = numpy.zeros(len(names))
    momentum = numpy.zeros_like(w)
    for _ in range(STEPS):
        p = 1 / (1 + numpy.exp(-x @ w))
        momentum = 0.9 * momentum + x.T @ ((p - y) * share) + PENALTY * w
        w -= 0.3 * momentum
    return {name: round(float(w[i]), 3) for name, i in column.items()}


def recall(data: Sequence[Example], weights: dict[str, float]) -> tuple[int, int]:
    """Salient actors among the first k of their articles, and all of them."""
    hit = total = 0
    for number in sorted({example.article for example in data}):
        mine = [example for example in data if example.article == number]
        order = sorted(
            mine,
            key=lambda e: -sum(weights.get(k, 0.0) * v for k, v in e.features.items()),
        )
        k = sum(example.salient for example in mine)
        hit += sum(example.salient for example in order[:k])
        total += k
    return hit, total


def main() -> None:
    """Cross-validate, fit on everything, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    data = read(parser.parse_args().gold)
    hit = total = 0
    for fold in range(FOLDS):
        weights = fit([e for e in data if e.article % FOLDS != fold])
        h, t = recall([e for e in data if e.article % FOLDS == fold], weights)
        hit, total = hit + h, total + t
    weights = fit(data)
    figures = {
        "articles": len({example.article for example in data}),
        "cross_validated_recall_at_k": round(hit / max(1, total), 3),
        "weights": weights,
    }
    TARGET.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(data)} entities, {hit} of {total} salient actors among the first k")


if __name__ == "__main__":
    main()
