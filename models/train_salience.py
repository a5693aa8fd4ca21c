"""Learns the weights of salience: `python -m models.train_salience GOLD.jsonl...`.

Reads articles with annotated actors (JSON Lines with "text" and "actors": mentions, salience from
0 to 5 where actors have types, else from 0 to 3), lets the shipped components read each, and fits a
logistic ranker to the annotated salience by gradient descent. No randomness: the same articles
give the same weights. Prints, and writes beside the weights, how many of each article's k salient
actors stand among the first k of the brief, in ten-fold cross-validation over articles; actors that
were not found count as missed. `build.py` takes these scores into the model's card.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

import numpy
from models.train.articles import touch
from spacy.tokens import Doc

from briefkit.components.actors import entities
from briefkit.components.actors.salience import WEIGHTS, features
from briefkit.components.actors.tokens import read_tokens
from briefkit.pipeline import OWN, load, make_doc
from briefkit.reading import make_article

TARGET = Path(__file__).parents[1] / "src/briefkit/components/data" / WEIGHTS
PENALTY = 0.0005
STEPS = 1500
FOLDS = 10
NAMED = frozenset(["PERSON", "ORG", "PLACE", "GPE", "LOC"])  # types that a brief names


@dataclass(frozen=True)
class Example:
    """One entity: what is seen of it, and how salient the annotators found it (0 to 1).

    `target` is None where the gold does not speak of it.
    """

    features: dict[str, float]
    acts: bool
    target: float | None
    salient: bool


@dataclass(frozen=True)
class Ranking:
    """The entities of an article, and how many salient ones its gold has."""

    set: str
    examples: list[Example]
    k: int


def read(paths: Sequence[Path]) -> list[Ranking]:
    """The entities of all articles, each with the gold's opinion."""
    nlp = load()
    found: list[Ranking] = []
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        articles = [make_article(row["text"], id=row["id"], title=row.get("title")) for row in rows]
        docs = nlp.pipe((make_doc(nlp, article) for article in articles), disable=[*OWN])
        name = path.name.split(".")[0]
        found += [ranking(doc, row, name) for row, doc in zip(rows, docs, strict=True)]
    return found


def ranking(doc: Doc, row: dict[str, Any], name: str) -> Ranking:
    """The entities of one article, each with the gold actor that it shares most mentions with."""
    seen = read_tokens(doc)
    system = entities(seen)
    typed = any(actor.get("type") for actor in row["actors"])
    scale, least = (5.0, 0.0) if typed else (2.0, 1.0)
    places = [[seen.place(m.start, m.end) for m in entity.mentions] for entity in system]
    matched = _match(places, row["actors"])
    found = []
    for i, what in enumerate(features(seen, system)):
        # Where all actors are annotated, what is none of them is not salient.
        target, salient = 0.0 if typed else None, False
        if i in matched:
            actor = row["actors"][matched[i]]
            target = min(1.0, max(0.0, (float(actor["salience"]) - least) / scale))
            salient = _wanted(actor)
        found.append(Example(what, system[i].acts, target, salient))
    among = row["actors"] if typed else [row["actors"][j] for j in matched.values()]
    return Ranking(name, found, sum(map(_wanted, among)))


def _wanted(actor: dict[str, Any]) -> bool:
    """Whether the gold calls it salient and a brief would name it."""
    kind = actor.get("type")
    return bool(actor.get("salient")) and actor.get("named", True) and kind in (None, *NAMED)


def _match(places: list[list[tuple[int, int]]], actors: list[dict[str, Any]]) -> dict[int, int]:
    """Gold actor by entity, one to one, those that share most mentions first."""
    pairs = []
    for i, mine in enumerate(places):
        for j, actor in enumerate(actors):
            hits = sum(any(touch(place, other) for other in actor["mentions"]) for place in mine)
            if hits:
                named = actor.get("named", True) and actor.get("type") in (None, *NAMED)
                pairs.append((-hits - 0.5 * named, i, j))
    matched: dict[int, int] = {}
    for _, i, j in sorted(pairs):
        if i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def fit(articles: Sequence[Ranking]) -> dict[str, float]:
    """Weights by name, of logistic regression with soft targets; every article weighs the same."""
    known = [[e for e in article.examples if e.target is not None] for article in articles]
    data = [example for mine in known for example in mine]
    names = sorted({name for example in data for name in example.features})
    column = {name: i for i, name in enumerate(names)}
    x = numpy.zeros((len(data), len(names)))
    y = numpy.array([example.target for example in data])
    for i, example in enumerate(data):
        for name, value in example.features.items():
            x[i, column[name]] = value
    share = numpy.array([1.0 / len(mine) for mine in known for _ in mine])
    share /= share.sum()
    w = numpy.zeros(len(names))
    momentum = numpy.zeros_like(w)
    for _ in range(STEPS):
        p = 1 / (1 + numpy.exp(-x @ w))
        momentum = 0.9 * momentum + x.T @ ((p - y) * share) + PENALTY * w
        w -= 0.3 * momentum
    return {name: round(float(w[i]), 3) for name, i in column.items()}


def hits(article: Ranking, weights: dict[str, float]) -> int:
    """Salient actors among the first k, in the order of a brief: no place before the first actor.

    The order is that of `briefkit.components.actors.salience.rank`.
    """
    scored = []
    for example in article.examples:
        total = sum(weights.get(key, 0.0) * value for key, value in example.features.items())
        scored.append((1 / (1 + exp(-total)), example))
    top = max((score for score, example in scored if example.acts), default=1.0)
    scored.sort(key=lambda pair: (-min(pair[0], top), not pair[1].acts, -pair[0]))
    return sum(example.salient for _, example in scored[: article.k])


def cross_validate(articles: Sequence[Ranking]) -> dict[str, float]:
    """The share of salient actors among the first k, by set, each article read by weights
    that were learned without it."""
    right: dict[str, int] = {}
    for fold in range(FOLDS):
        weights = fit([a for i, a in enumerate(articles) if i % FOLDS != fold])
        for article in articles[fold::FOLDS]:
            right[article.set] = right.get(article.set, 0) + hits(article, weights)
    wanted = {name: sum(a.k for a in articles if a.set == name) for name in right}
    return {name: round(right[name] / max(1, wanted[name]), 3) for name in sorted(right)}


def main() -> None:
    """Cross-validate, fit on everything, write weights and scores."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    articles = read(parser.parse_args().gold)
    weights, scores = fit(articles), cross_validate(articles)
    figures = {
        "articles": len(articles),
        "cross_validated_recall_at_k": scores,
        "weights": weights,
    }
    TARGET.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(articles)} articles, salient actors among the first k:", scores)


if __name__ == "__main__":
    main()
