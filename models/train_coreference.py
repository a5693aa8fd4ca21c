"""Learns the weights of coreference: `python models/train_coreference.py GOLD.jsonl... GAP.tsv`.

Reads articles with annotated actors (JSON Lines with "text" and "actors": name, type, named,
mentions, mention_types) and passages of GAP (tables that say which of two names one pronoun means;
nothing else of them is learned from), lets the shipped resolver read each with the gold names and
the gold answers, and fits a mention-ranking model by gradient descent. No randomness: the same
articles give the same weights, bit for bit after rounding. Prints, and writes beside the weights,
the accuracy of decisions in ten-fold cross-validation over articles, and precision and recall of
the mentions that would be taken. `build.py` takes these scores into the model's card.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

import numpy
from spacy.tokens import Doc, Span

from briefkit.components.actors.entity import Entity, Mention
from briefkit.components.coreference.ranker import Features
from briefkit.components.coreference.referents import Referent
from briefkit.components.coreference.resolution import THRESHOLD, Resolution
from briefkit.components.coreference.view import view
from briefkit.pipeline import COMPONENTS, load, make_doc
from briefkit.reading import make_article

TARGET = Path(__file__).parents[1] / "src/briefkit/components/data/coref_weights.json"
TYPES = {
    "PERSON": "person",
    "ORG": "organization",
    "PLACE": "place",
    "GPE": "place",
    "LOC": "place",
}
LEAST = 4  # a feature seen less often than this learns nothing
PENALTY = {"person": 1.0, "it": 2.0, "they": 2.0, "nominal": 2.0}
STEPS = 600
FOLDS = 10


@dataclass(frozen=True)
class Instance:
    """One decision: the features of each candidate, those of none last, and which are right.

    `named` are the candidates that are actors, for which alone a mention is taken.
    """

    family: str
    features: tuple[Features, ...]
    right: frozenset[int]
    named: frozenset[int]
    article: int


class Teacher(Resolution):
    """Resolves as the gold does, and keeps what there was to decide."""

    def __init__(self, doc: Doc, article: dict[str, Any], number: int) -> None:
        self.instances: list[tuple[int, Instance]] = []
        self.article = number
        self.columns = view(doc)
        self.gold = self._gold(doc, article)
        entities, self.clusters = _entities(doc, article)
        self.meant: dict[int, int] = {}  # gold cluster by the number of an unnamed referent
        super().__init__(self.columns, entities)

    def _gold(self, doc: Doc, article: dict[str, Any]) -> dict[int, int]:
        """The gold cluster by the head token of each mention, the shortest mention first."""
        spans = [
            (end - start, start, end, number)
            for number, actor in enumerate(article["actors"])
            for start, end in actor["mentions"]
            if end <= (article.get("scored_until") or len(article["text"]))
        ]
        found: dict[int, int] = {}
        for _, start, end, number in sorted(spans):
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is not None and len(span):
                found.setdefault(self.columns.head_of(span.start, span.end), number)
        return found

    def decide(
        self, family: str, token: int, referents: list[Referent], of: list[Features], none: Features
    ) -> Referent | None:
        gold = self.gold.get(token)
        right = [i for i, to in enumerate(referents) if gold is not None and self._is(to) == gold]
        named = frozenset(i for i, to in enumerate(referents) if to.entity >= 0)
        instance = Instance(family, (*of, none), frozenset(right or [len(of)]), named, self.article)
        self.instances.append((token, instance))
        return referents[right[0]] if right else None

    def _is(self, referent: Referent) -> int | None:
        if referent.entity >= 0:
            return self.clusters[referent.entity]
        return self.meant.get(referent.number)

    def _say(self, referent: Referent, token: int, pronoun: bool = False) -> None:
        super()._say(referent, token, pronoun)
        if token in self.gold:
            self.meant.setdefault(referent.number, self.gold[token])


def _entities(doc: Doc, article: dict[str, Any]) -> tuple[list[Entity], list[int]]:
    """The named actors of the gold with their names alone, and their clusters."""
    entities, clusters = [], []
    for number, actor in enumerate(article["actors"]):
        if not actor["named"] or actor["type"] not in TYPES:
            continue
        entity = Entity(actor["name"], TYPES[actor["type"]])
        for (start, end), kind in zip(actor["mentions"], actor["mention_types"], strict=True):
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is None or not len(span):
                continue
            # "Prime Minister Ann Reed" counts as a nominal in some gold.
            if kind == "name" or (kind == "nominal" and span.root.tag_ == "NNP"):
                entity.mentions.append(Mention(*_core(span, kind), "name"))
        if entity.mentions:
            entities.append(entity)
            clusters.append(number)
    return entities, clusters


def _core(span: Span, kind: str) -> tuple[int, int]:
    """The tokens of a name; of a nominal that holds one, its last run of proper nouns."""
    if kind == "name":
        return span.start, span.end
    start = end = span.root.i + 1
    while start > span.start and span.doc[start - 1].tag_ == "NNP":
        start -= 1
    return start, end


def collect(pairs: Iterable[tuple[dict[str, Any], Doc]]) -> list[Instance]:
    """All decisions of the articles."""
    found: list[Instance] = []
    for number, (article, doc) in enumerate(pairs):
        teacher = Teacher(doc, article, number)
        teacher.run()
        # Behind `scored_until` nothing is annotated, so nothing there is right or wrong.
        until = article.get("scored_until") or len(article["text"])
        asked = article.get("asked")
        found += [
            i
            for token, i in teacher.instances
            if (doc[token].idx < until if asked is None else doc[token].idx == asked)
        ]
    return found


def read(path: Path) -> list[dict[str, Any]]:
    """The annotated articles of a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".tsv":
        return [json.loads(line) for line in text.splitlines()]
    return [_passage(row) for row in csv.DictReader(text.splitlines(), delimiter="\t")]


def _passage(row: dict[str, str]) -> dict[str, Any]:
    """A passage of GAP as an article with two actors, of which one pronoun is asked."""
    asked = int(row["Pronoun-offset"])
    actors = []
    for name in ("A", "B"):
        places = [m.span() for m in re.finditer(re.escape(row[name]), row["Text"])]
        kinds = ["name"] * len(places)
        if row[f"{name}-coref"] == "TRUE":
            places.append((asked, asked + len(row["Pronoun"])))
            kinds.append("pronoun")
        actors.append(
            {
                "name": row[name],
                "type": "PERSON",
                "named": True,
                "mentions": places,
                "mention_types": kinds,
            }
        )
    return {"id": row["ID"], "text": row["Text"], "actors": actors, "asked": asked}


def fit(instances: Sequence[Instance], family: str) -> dict[str, float]:
    """Weights that make the right candidates likely, small ones preferred."""
    mine = [instance for instance in instances if instance.family == family]
    counts = Counter(name for i in mine for names in i.features for name in set(names))
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    index = {name: column for column, name in enumerate(names)}
    rows: list[numpy.ndarray[Any, Any]] = []
    for instance in mine:
        matrix = numpy.zeros((len(instance.features), len(names)))
        for row, features in enumerate(instance.features):
            for name in features:
                if name in index:
                    matrix[row, index[name]] += 1.0
        rows.append(matrix)
    if not rows:
        return {}
    owner = numpy.repeat(numpy.arange(len(rows)), [len(matrix) for matrix in rows])
    x = numpy.concatenate(rows)
    right = numpy.concatenate(
        [[float(row in i.right) for row in range(len(i.features))] for i in mine]
    )
    weights = numpy.zeros(len(names))
    mean, spread = numpy.zeros(len(names)), numpy.zeros(len(names))
    for step in range(1, STEPS + 1):
        powers = numpy.exp(x @ weights - numpy.max(x @ weights))
        p = powers / numpy.bincount(owner, powers)[owner]
        q = powers * right
        q = q / numpy.maximum(numpy.bincount(owner, q), 1e-300)[owner]
        slope = x.T @ (p - q) + PENALTY[family] * weights
        # Adam, over all articles at once: steps need no tuning to the size of the data.
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        rate = 0.05 * (1 - step / (STEPS + 1))
        weights -= rate * (mean / (1 - 0.9**step)) / (numpy.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(weights[index[name]]), 2) for name in names}


def judge(instances: Iterable[Instance], weights: dict[str, dict[str, float]]) -> Counter[str]:
    """By family: decisions, right ones, mentions taken, of these right ones, and those wanted."""
    out: Counter[str] = Counter()
    for i in instances:
        known = weights[i.family]
        sums = [sum(known.get(name, 0.0) for name in names) for names in i.features]
        powers = [exp(value - max(sums)) for value in sums]
        best = max(range(len(powers) - 1), key=powers.__getitem__)
        out[i.family] += 1
        out[f"{i.family} right"] += sums.index(max(sums)) in i.right
        out[f"{i.family} wanted"] += bool(i.right & i.named)
        if best in i.named and powers[best] >= THRESHOLD[i.family] * sum(powers):
            out[f"{i.family} taken"] += 1
            out[f"{i.family} taken right"] += best in i.right
    return out


def cross_validate(instances: Sequence[Instance]) -> dict[str, dict[str, float]]:
    """Scores by family, each article judged by weights that were learned without it."""
    families = sorted({instance.family for instance in instances})
    n: Counter[str] = Counter()
    for fold in range(FOLDS):
        inner = [i for i in instances if i.article % FOLDS != fold]
        outer = [i for i in instances if i.article % FOLDS == fold]
        n += judge(outer, {family: fit(inner, family) for family in families})
    return {
        f: {
            "decisions": n[f],
            "accuracy": round(n[f"{f} right"] / n[f], 3),
            "precision": round(n[f"{f} taken right"] / max(1, n[f"{f} taken"]), 3),
            "recall": round(n[f"{f} taken right"] / max(1, n[f"{f} wanted"]), 3),
        }
        for f in families
    }


def main() -> None:
    """Read, fit, tell the cross-validated scores, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    rows = [row for path in parser.parse_args().gold for row in read(path)]
    nlp = load()
    made = (make_article(row["text"], id=row["id"], title=row.get("title")) for row in rows)
    docs = nlp.pipe((make_doc(nlp, article) for article in made), disable=[*COMPONENTS])
    instances = collect(zip(rows, docs, strict=True))
    scores = cross_validate(instances)
    content = {
        "articles": len(rows),
        "cross_validated": scores,
        "weights": {family: fit(instances, family) for family in scores},
    }
    TARGET.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(rows)} articles:", json.dumps(scores, indent=1))


if __name__ == "__main__":
    main()
