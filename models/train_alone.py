"""Learns which bullets can be read alone: `python -m models.train_alone GOLD...`.

Reads what readers said who had only headlines and bullets (`train/alone.jsonl`: of each bullet its
places in the article, and those of the words that hung on something which neither told), lets the
shipped components read the articles, and fits a logistic model: does this word hang? No randomness:
the same articles give the same weights. Beside the weights it writes, from cross-validation over
articles, how well the model tells bullets that stand alone from those that do not.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

from models.train import articles, judged, vectors
from spacy.tokens import Doc

from briefkit.components.encoder import encoded
from briefkit.components.glance import headline, split
from briefkit.components.glance.candidates import find_candidates
from briefkit.components.glance.cast import Cast
from briefkit.components.glance.features import survey
from briefkit.components.glance.hearing import ALONE as WEIGHTS
from briefkit.components.glance.leaning import leaning
from briefkit.components.glance.resolve import substitutions
from briefkit.components.glance.sentence import make_table
from briefkit.components.glance.shorten import Short
from briefkit.components.linear import Features
from briefkit.components.records import ActorRecord, Place, records

SAID = Path(__file__).parent / "train/alone.jsonl"
TARGET = Path(__file__).parents[1] / "src/briefkit/components/data" / WEIGHTS
PENALTY, FOLDS, LEAST_SEEN = 2.5, 10, 15
ASKED = 0.8  # the line at which the scores are told


@dataclass(frozen=True)
class Bullet:
    """What may lean in a bullet: features, vectors [words, numbers], and which of it hangs."""

    id: str
    words: list[Features]
    vectors: list[vectors.Vector]
    hangs: list[bool]
    alone: bool


def collect(rows: Sequence[articles.Row], docs: Sequence[Doc]) -> list[Bullet]:
    """The bullets that readers have judged, in the articles that there are."""
    found = judged.read(SAID, "bullets", rows, docs)
    return [one for id, doc, said in found for one in _bullets(id, doc, said)]


def _bullets(id: str, doc: Doc, said: Sequence[Any]) -> Iterator[Bullet]:
    table, read = make_table(doc), encoded(doc)
    candidates, cast = find_candidates(doc, table), Cast(records(doc, ActorRecord), table.text)
    seen = survey(doc, table, candidates, split(headline(doc)))
    for places, hanging in said:
        for candidate in candidates:
            s = candidate.sentence
            kept = tuple(i for i in range(len(s)) if _within(s.place(i), places))
            if not kept or s.place(0)[0] > places[0][0] or read is None:
                continue
            short = Short(s, kept, (), len(kept))
            named = {i for i, _ in substitutions(short, candidate.inside, cast, ())}
            words = list(leaning(candidate, kept, cast, named, seen))
            numbers = [vectors.vector(read, s.start + word.noun) for word in words]
            hangs = [
                _within(s.place(word.token), hanging) or _within(s.place(word.noun), hanging)
                for word in words
            ]
            yield Bullet(id, [w.features for w in words], numbers, hangs, not hanging)
            break


def _within(place: Place, others: Sequence[Sequence[int]]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in others)


def fit(bullets: Sequence[Bullet]) -> vectors.Weights:
    """The weights of the features, and of the encoder's numbers with their means."""
    return vectors.fit(
        [words for b in bullets for words in b.words],
        [numbers for b in bullets for numbers in b.vectors],
        [hangs for b in bullets for hangs in b.hangs],
        penalty=PENALTY,
        least=LEAST_SEEN,
    )


def stands(weights: vectors.Weights, bullet: Bullet) -> float:
    """The probability that the bullet can be read alone."""
    pairs = zip(bullet.words, bullet.vectors, strict=True)
    return prod(1 - vectors.likely(weights, words, numbers) for words, numbers in pairs)


def cross_validate(bullets: Sequence[Bullet]) -> dict[str, float]:
    """How many bullets stand alone, and how well the model tells it."""

    def told_by(known: list[int], others: list[int]) -> Iterator[float]:
        weights = fit([bullets[n] for n in known])
        return (stands(weights, bullets[n]) for n in others)

    told = vectors.held_out([one.id for one in bullets], FOLDS, told_by)
    return vectors.scores([one.alone for one in bullets], told, ASKED)


def main() -> None:
    """Read, learn, judge, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--said", type=Path, help="what the encoder's folds said (pickle)")
    args = parser.parse_args()
    rows = articles.read(args.gold)
    bullets = collect(rows, articles.docs(rows, args.said))
    scores = cross_validate(bullets)
    content = {"articles": len(rows), "cross_validated": scores, "weights": fit(bullets)}
    TARGET.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(scores)


if __name__ == "__main__":
    main()
