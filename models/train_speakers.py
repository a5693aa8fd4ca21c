"""Learns who says a quote: `python -m models.train_speakers GOLD... --also GOLD... --said SAID`.

Reads articles whose quotes tell their speakers (see `train/articles.py`), lets the shipped
components find the quotes, and fits a logistic model: is this candidate the one who speaks? So that
its confidence is no surer than it may be, nothing behind it has seen the article either:
coreference is learned anew, from GOLD and what `--also` names, without each fifth of the articles,
and `--said` holds what the encoder's folds said of articles that the encoder has learned from
(`train/encoder.py --folds`). No randomness: the same articles give the same weights. Writes beside
the weights the two lines and, from cross-validation over articles, the curve: how many of the
speakers that are named from a confidence on are right, and how many quotes of named speakers get
theirs.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import exp
from pathlib import Path
from typing import Any

from models import train_coreference
from models.train import articles, logistic
from spacy.tokens import Doc

from briefkit.components.coreference import words
from briefkit.components.quotes.deciding import Candidate, Decider, log_odds
from briefkit.components.quotes.find import find_quotes
from briefkit.components.quotes.speakers import Resolver, Speaker
from briefkit.components.quotes.view import View
from briefkit.components.records import ActorRecord, Place, records
from briefkit.pipeline import load

TARGET = Path(__file__).parents[1] / "src/briefkit/components/data/quotes_speakers.json"
PENALTY, FOLDS, LEAST_SEEN = 1.0, 5, 4
DOUBT, LEAST = 0.7, 0.4
CURVE = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


@dataclass(frozen=True)
class Decision:
    """A quote: each candidate, and which are right."""

    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]
    named: bool
    article: int


class Teacher(Decider):
    """Decides as the gold does, so that turns go on from who really spoke, and notes all."""

    def __init__(self, view: View, actors: tuple[ActorRecord, ...], gold: dict[str, Any], n: int):
        super().__init__(view, Resolver(view, actors), actors)
        self.found: list[Decision] = []
        self._gold, self._article = gold, n
        self._same = match(actors, gold["actors"])
        self._right: tuple[bool, str | None] = (False, None)

    def decide(self, speaker: Speaker, spans: list[Place], last: str | None) -> Speaker:
        """Look up who says the quote, then decide."""
        self._right = self._says(spans)
        return super().decide(speaker, spans, last)

    def choose(self, speaker: Speaker, found: dict[str, Candidate]) -> Speaker:
        """The gold's speaker where the quote is one of the gold; else the rules'."""
        known, who = self._right
        if not known:
            return speaker
        right = tuple(who is not None and self._same.get(actor) == who for actor in found)
        self.found.append(Decision(tuple(found.values()), right, who is not None, self._article))
        chosen = next((actor for actor, yes in zip(found, right, strict=True) if yes), None)
        return replace(speaker, actor=chosen)

    def _says(self, spans: list[Place]) -> tuple[bool, str | None]:
        """Whether the gold has the quote, and who says it."""
        mine = {i for start, end in spans for i in range(start, end)}
        for quote in self._gold.get("quotes", ()):
            theirs = {i for start, end in quote["spans"] for i in range(start, end)}
            if 2 * len(mine & theirs) >= len(mine | theirs):
                return True, quote["speaker_actor"]
        return False, None


def match(actors: tuple[ActorRecord, ...], gold: list[dict[str, Any]]) -> dict[str, str]:
    """For each actor of ours the one of the gold that most of its mentions are of.

    Two of ours may be one of the gold: a name that is told apart from itself speaks all the same.
    """
    same: dict[str, str] = {}
    for actor in actors:
        hits = {
            want["id"]: sum(
                any(min(m.end, end) > max(m.start, start) for start, end in want["mentions"])
                for m in actor.mentions
            )
            for want in gold
        }
        best = max(hits, key=lambda one: hits[one], default=None)
        if best is not None and hits[best]:
            same[actor.id] = best
    return same


@contextmanager
def coreference(weights: dict[str, dict[str, float]]) -> Iterator[None]:
    """The resolver with other weights than those that ship."""
    shipped, words.weights = words.weights, lambda: weights  # type: ignore[assignment]
    try:
        yield
    finally:
        words.weights = shipped


def decisions(
    rows: list[articles.Row], docs: list[Doc], instances: list[train_coreference.Instance]
) -> list[Decision]:
    """The decisions that the components come to in articles that they have not learned from.

    `docs` are parsed and encoded; the decisions of coreference are of `rows` and of others.
    """
    actors = load().get_pipe("briefkit_actors")
    found: list[Decision] = []
    for fold in range(FOLDS):
        rest = [i for i in instances if i.article >= len(rows) or i.article % FOLDS != fold]
        weights = {f: train_coreference.fit(rest, f) for f in train_coreference.FAMILIES}
        with coreference(weights):
            for n in range(fold, len(rows), FOLDS):
                view, known = View(actors(docs[n])), records(docs[n], ActorRecord)
                teacher = Teacher(view, known, rows[n], n)
                find_quotes(view, known, teacher, unlikely=True)
                found += teacher.found
    return found


def fit(decisions: Sequence[Decision]) -> dict[str, float]:
    """Weights by feature; the sums start where coreference left each candidate."""
    pairs = [
        (*one, right) for d in decisions for one, right in zip(d.candidates, d.right, strict=True)
    ]
    return logistic.fit(
        [dict.fromkeys(names, 1.0) for names, _, _ in pairs],
        [right for _, _, right in pairs],
        penalty=PENALTY,
        least=LEAST_SEEN,
        offsets=[log_odds(sure) for _, sure, _ in pairs],
    )


def cross_validate(decisions: Sequence[Decision]) -> list[dict[str, float]]:
    """The curve, each article judged by weights that were learned without it."""
    judged: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = fit([d for d in decisions if d.article % FOLDS != fold])
        for d in (d for d in decisions if d.article % FOLDS == fold and d.candidates):
            chances = [
                min(sure, 1 / (1 + exp(-log_odds(sure) - sum(weights.get(n, 0.0) for n in names))))
                for names, sure in d.candidates
            ]
            best = max(range(len(chances)), key=chances.__getitem__)
            judged.append((chances[best], d.right[best]))
    wanted = sum(d.named for d in decisions)
    curve = []
    for line in CURVE:
        named = [right for p, right in judged if p >= line]
        curve.append(
            {
                "from": line,
                "named": len(named),
                "precision": round(sum(named) / max(1, len(named)), 3),
                "recall": round(sum(named) / max(1, wanted), 3),
            }
        )
    return curve


def write(decisions: Sequence[Decision], articles: int) -> None:
    """Fit on everything; write weights, lines and curve, and print the curve."""
    curve = cross_validate(decisions)
    content = {
        "articles": articles,
        "quotes": len(decisions),
        "cross_validated": curve,
        "doubt": DOUBT,
        "least": LEAST,
        "weights": fit(decisions),
    }
    TARGET.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{articles} articles, {len(decisions)} quotes")
    for row in curve:
        print(row)


def main() -> None:
    """Read, learn, tell the curve, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--also", nargs="*", type=Path, default=[])
    parser.add_argument("--said", type=Path, help="what the encoder's folds said (pickle)")
    asked = parser.parse_args()
    rows, also = articles.read(asked.gold), articles.read(asked.also)
    docs = articles.docs(rows, asked.said)
    every = zip([*rows, *also], [*docs, *articles.docs(also, asked.said)], strict=True)
    instances = train_coreference.collect(every)
    write(decisions(rows, docs, instances), len(rows))


if __name__ == "__main__":
    main()
