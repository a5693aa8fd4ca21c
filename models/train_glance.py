"""Learns what words are worth to a bullet: `python models/train_glance.py GOLD.jsonl...`.

Reads articles with summaries (JSON Lines with "text", "title" and "summary", and other people's
summaries of the same under "summaries_human"), lets the shipped components read each, and fits two
logistic regressions: whether a stem, and whether a pair of neighbouring words,
stands in a summary. Each article counts once with its headline and once without, since many
articles come without one. No randomness: the same articles give the same weights. Prints, and
writes beside the weights, the average precision in ten-fold cross-validation over articles.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy

from briefkit.components.glance.candidates import find_candidates
from briefkit.components.glance.lexicon import stem
from briefkit.components.glance.resolve import Cast
from briefkit.components.glance.sentence import make_table
from briefkit.components.glance.worth import (
    PAIR_FEATURES,
    STEM_FEATURES,
    WEIGHTS,
    Seen,
    Survey,
    pair_features,
    stem_features,
)
from briefkit.components.records import ActorRecord, records
from briefkit.pipeline import annotate, load
from briefkit.reading import make_article

TARGET = Path(__file__).parents[1] / "src/briefkit/components/data" / WEIGHTS
PENALTY = 0.001
FOLDS = 10
NAMES = {"stems": STEM_FEATURES, "pairs": PAIR_FEATURES}
Matrix = numpy.ndarray[Any, Any]
FEATURES = {"stems": stem_features, "pairs": pair_features}


@dataclass(frozen=True)
class Sample:
    """The stems or pairs of one article: features `[n, features]`, in how many summaries `[n]`."""

    features: Matrix
    share: Matrix


def read(paths: Sequence[Path]) -> dict[str, list[Sample]]:
    """The samples of all articles for each of the two models."""
    nlp = load()
    found: dict[str, list[Sample]] = {"stems": [], "pairs": []}
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        articles = [make_article(row["text"], id=row["id"], title=row.get("title")) for row in rows]
        with nlp.select_pipes(disable=["briefkit_glance"]):
            docs = list(annotate(nlp, articles))
        for row, doc in zip(rows, docs, strict=True):
            if isinstance(doc, Exception):
                raise doc
            table = make_table(doc)
            cast = Cast(records(doc, ActorRecord), table.text)
            candidates = find_candidates(doc, table)
            summaries = [split(text) for text in (row["summary"], *row["summaries_human"])]
            for headline in (split(row["title"]), []):
                survey = Survey(candidates, cast, headline)
                stems = {key: survey.stem(key) for key in survey.counts}
                pairs = {key: survey.pair(key) for key in survey.pair_counts}
                told = [frozenset(map(stem, words)) for words in summaries]
                found["stems"].append(sample("stems", stems, told))
                joined = [frozenset(pairwise(words)) for words in summaries]
                found["pairs"].append(sample("pairs", pairs, joined))
    return found


def split(text: str) -> list[str]:
    """The words of a text in lower case, roughly as the tokenizer has them."""
    return re.findall(r"\w+(?:[-.]\w+)*|['’]s\b", text.lower())


def sample(kind: str, seen: dict[Any, Seen], summaries: list[frozenset[Any]]) -> Sample:
    """Each key's features, and the share of the summaries that have it."""
    share = [sum(key in summary for summary in summaries) / len(summaries) for key in seen]
    return Sample(numpy.array(list(map(FEATURES[kind], seen.values()))), numpy.array(share))


def fit(samples: Sequence[Sample]) -> Matrix:
    """The weights of a logistic regression on the shares, by Newton's method; `[features]`."""
    x = numpy.concatenate([s.features for s in samples])
    y = numpy.concatenate([s.share for s in samples])
    penalty = PENALTY * len(y) * numpy.eye(x.shape[1])
    penalty[-1, -1] = 0.0  # the bias
    weights = numpy.zeros(x.shape[1])
    for _ in range(30):
        chance = 1 / (1 + numpy.exp(-x @ weights))
        slope = x.T @ (chance - y) + penalty @ weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + penalty
        weights = weights - numpy.linalg.solve(curve, slope)
    return weights


def precision(weights: Matrix, held: Sequence[Sample]) -> float:
    """The mean over articles of the average precision of the keys in at least half a summary."""
    found = []
    for one in held:
        order = numpy.argsort(-(one.features @ weights), kind="stable")
        right = one.share[order] >= 0.5
        if right.any():
            hits = numpy.cumsum(right)
            found.append(float((hits / numpy.arange(1, len(hits) + 1))[right].mean()))
    return sum(found) / len(found)


def validated(samples: Sequence[Sample]) -> float:
    """Average precision on articles that the weights have not seen."""
    scores = []
    for fold in range(FOLDS):
        # Both samples of an article, with and without headline, are in the same fold.
        held = [s for i, s in enumerate(samples) if i // 2 % FOLDS == fold]
        seen = [s for i, s in enumerate(samples) if i // 2 % FOLDS != fold]
        scores.append(precision(fit(seen), held))
    return sum(scores) / FOLDS


def main() -> None:
    """Train, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    args = parser.parse_args()
    found = read(args.gold)
    out: dict[str, Any] = {
        "articles": len(found["stems"]) // 2,
        "cross_validated_average_precision": {},
        "weights": {},
    }
    for kind, samples in found.items():
        weights = fit(samples).round(3).tolist()
        out["cross_validated_average_precision"][kind] = round(validated(samples), 3)
        out["weights"][kind] = dict(zip(NAMES[kind], weights, strict=True))
    print(json.dumps(out, indent=1))
    TARGET.write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
