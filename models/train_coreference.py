"""Learns the weights of coreference: `python -m models.train_coreference GOLD... --said SAID`.

Reads articles with annotated actors (see `train/articles.py`), lets the shipped resolver read each
with the gold names, the roles that are found for them, and the gold answers, and fits a
mention-ranking model by Newton's method. No randomness: the same articles give the same weights,
bit for bit after rounding. Prints, and writes beside the weights, the accuracy of decisions in
ten-fold cross-validation over articles, and precision and recall of the mentions that would be
taken. `build.py` takes these scores into the model's card.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

import numpy
from models.train import articles
from spacy.tokens import Doc, Span

from briefkit.components.actors.drafts import ActorDraft
from briefkit.components.actors.entity import Entity, Mention
from briefkit.components.actors.names import Name, titled
from briefkit.components.actors.role_assignment import give_roles
from briefkit.components.actors.tokens import read_tokens
from briefkit.components.coreference.features import Features
from briefkit.components.coreference.referents import Referent
from briefkit.components.coreference.resolution import THRESHOLD, Meant, Resolution
from briefkit.components.coreference.view import View

TARGET = Path(__file__).parents[1] / "src/briefkit/components/data/coref_weights.json"
TYPES = {
    "PERSON": "person",
    "ORG": "organization",
    "PLACE": "place",
    "GPE": "place",
    "LOC": "place",
}
FAMILIES = ("it", "nominal", "person", "they")
LEAST = 4  # a feature seen less often than this learns nothing
PENALTY = {"person": 1.0, "it": 2.0, "they": 2.0, "nominal": 2.0}
STEPS, CLOSE = 12, 5e-3  # of Newton's method, and the step that is too small to take another
FOLDS = 10


@dataclass(frozen=True)
class Instance:
    """One decision: the features of each candidate, those of none last, and which are right.

    `named` are the candidates that are actors, for which alone a mention is taken; what is not
    `judged` is learned from alone.
    """

    family: str
    features: tuple[Features, ...]
    right: frozenset[int]
    named: frozenset[int]
    article: int
    judged: bool = True


class Teacher(Resolution):
    """Resolves as the gold does, and keeps what there was to decide."""

    def __init__(self, doc: Doc, article: dict[str, Any], number: int) -> None:
        self.instances: list[tuple[int, Instance]] = []
        self.article = number
        self.judged = not articles.is_aside(article)
        self.columns = View(doc)
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
    ) -> Meant | None:
        gold = self.gold.get(token)
        right = [i for i, to in enumerate(referents) if gold is not None and self._is(to) == gold]
        named = frozenset(i for i, to in enumerate(referents) if to.entity >= 0)
        answer = frozenset(right or [len(of)])
        instance = Instance(family, (*of, none), answer, named, self.article, self.judged)
        self.instances.append((token, instance))
        return (referents[right[0]], 1.0) if right else None

    def _is(self, referent: Referent) -> int | None:
        if referent.entity >= 0:
            return self.clusters[referent.entity]
        return self.meant.get(referent.number)

    def say(self, referent: Referent, token: int, pronoun: bool = False, sure: float = 1) -> None:
        super().say(referent, token, pronoun, sure)
        if token in self.gold:
            self.meant.setdefault(referent.number, self.gold[token])


def _entities(doc: Doc, article: dict[str, Any]) -> tuple[list[Entity], list[int]]:
    """The named actors of the gold with their names and roles, and their clusters."""
    found, clusters = [], []
    seen = read_tokens(doc)
    for number, actor in enumerate(article["actors"]):
        kind = TYPES.get(actor["type"], actor["type"])
        if not actor["named"] or kind.isupper():
            continue  # products and finance
        names = []
        for (start, end), how in zip(actor["mentions"], actor["mention_types"], strict=True):
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is None or not len(span):
                continue
            # "Prime Minister Ann Reed" counts as a nominal in some gold.
            if how == "name" or (how == "nominal" and span.root.tag_ == "NNP"):
                names.append(titled(seen, Name(*_core(span, how), {kind: 1.0})))
        if names:
            found.append(ActorDraft(Entity(actor["name"], kind), names))
            clusters.append(number)
    give_roles(seen, found)
    for one in found:
        one.entity.mentions = [Mention(name.outer, name.end, "name") for name in one.names]
    return [one.entity for one in found], clusters


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


def fit(instances: Sequence[Instance], family: str) -> dict[str, float]:
    """Weights that make the right candidates likely, small ones preferred."""
    mine = [instance for instance in instances if instance.family == family]
    counts = Counter(name for i in mine for names in i.features for name in set(names))
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    index = {name: column for column, name in enumerate(names)}
    rows = [[index[n] for n in one if n in index] for i in mine for one in i.features]
    if not rows or not names:
        return {}
    x = numpy.zeros((len(rows), len(names)))
    for row, columns in enumerate(rows):
        numpy.add.at(x[row], columns, 1.0)
    sizes = [len(i.features) for i in mine]
    owner = numpy.repeat(numpy.arange(len(mine)), sizes)
    starts = numpy.cumsum([0, *sizes[:-1]])
    right = numpy.array([float(row in i.right) for i in mine for row in range(len(i.features))])
    weights = numpy.zeros(len(names))
    for _ in range(STEPS):
        sums = x @ weights
        powers = numpy.exp(sums - numpy.maximum.reduceat(sums, starts)[owner])
        p = powers / numpy.add.reduceat(powers, starts)[owner]
        q = p * right / numpy.add.reduceat(p * right, starts)[owner]
        slope = x.T @ (p - q) + PENALTY[family] * weights
        # The curvature of the whole alone: where several are right, that is never too little.
        means = numpy.add.reduceat(x * p[:, None], starts)
        bend = (x * p[:, None]).T @ x - means.T @ means
        step = numpy.linalg.solve(bend + PENALTY[family] * numpy.eye(len(names)), slope)
        weights -= step
        if numpy.abs(step).max() < CLOSE:
            break
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
    """Scores by family, each article judged by weights that were learned without it.

    Passages of GAP and lives are learned from and not judged.
    """
    n: Counter[str] = Counter()
    for fold in range(FOLDS):
        inner = [i for i in instances if i.article % FOLDS != fold]
        outer = [i for i in instances if i.article % FOLDS == fold and i.judged]
        n += judge(outer, {family: fit(inner, family) for family in FAMILIES})
    return {
        f: {
            "decisions": n[f],
            "accuracy": round(n[f"{f} right"] / max(1, n[f]), 3),
            "precision": round(n[f"{f} taken right"] / max(1, n[f"{f} taken"]), 3),
            "recall": round(n[f"{f} taken right"] / max(1, n[f"{f} wanted"]), 3),
        }
        for f in FAMILIES
    }


def write(instances: Sequence[Instance], articles: int) -> None:
    """Fit on everything; write weights and cross-validated scores, and print the scores."""
    scores = cross_validate(instances)
    content = {
        "articles": articles,
        "cross_validated": scores,
        "weights": {family: fit(instances, family) for family in FAMILIES},
    }
    TARGET.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{articles} articles:", json.dumps(scores, indent=1))


def main() -> None:
    """Read, learn, tell the cross-validated scores, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--said", type=Path, help="what the encoder's folds said (pickle)")
    asked = parser.parse_args()
    rows = articles.read(asked.gold)
    write(collect(zip(rows, articles.docs(rows, asked.said), strict=True)), len(rows))


if __name__ == "__main__":
    main()
