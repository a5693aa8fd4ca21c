"""Learns which names mean one, and who has a role: `python -m models.train_names GOLD --said SAID`.

Reads articles annotated whole (see `train/articles.py`) and fits three logistic models. The first
says whether two spellings of one article mean the same (`components/actors/sameness.py`); the
second, of the clusters that the first makes, whether somebody or somewhere is meant at all
(`evidence.py`); the third, of those, whether somebody has a role that the rules or the encoder find
near one of the names (`role_choice.py`). `--said` holds what the encoder's folds said of articles
that it has learned from. No randomness: the same articles give the same weights. Beside the weights
it writes the scores of cross-validation over articles.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from models.train import articles
from models.train.logistic import fit
from spacy.tokens import Doc

from briefkit import lexicon
from briefkit.components.actors import evidence, initials, sameness
from briefkit.components.actors.clusters import SAME, NameCluster, cluster, keys
from briefkit.components.actors.drafts import draft
from briefkit.components.actors.likeness import content
from briefkit.components.actors.names import Name
from briefkit.components.actors.naming import KEPT, spelled
from briefkit.components.actors.naming import clusters as named
from briefkit.components.actors.role_assignment import (
    BELIEVED,
    claims,
    role_chances,
    tokens_of_names,
)
from briefkit.components.actors.role_choice import features
from briefkit.components.actors.tokens import Tokens, read_tokens
from briefkit.components.linear import Features, chance
from briefkit.components.records import Place
from briefkit.scoring.compare import bare

TARGET = Path(__file__).parents[1] / "src/briefkit/components/data" / sameness.WEIGHTS
PENALTY, LEAST, FOLDS = 1.0, 3, 10


@dataclass(frozen=True)
class Example:
    """What is seen of a pair of spellings, a cluster or a role, and whether it is right."""

    features: Features
    right: bool
    article: int


class Gold:
    """Whose mentions stand where in an annotated article."""

    def __init__(self, row: dict[str, Any]) -> None:
        self._actors = row["actors"]
        loose = (place for one in row["actors"] for place in one.get("maybe", ()))
        self._loose = [*row.get("speakers", ()), *loose]

    def whose(self, tokens: Tokens, names: Sequence[Name]) -> str | None:
        """The id of the actor that most of the names are of."""
        hits: Counter[str] = Counter()
        for name in names:
            place = tokens.place(name.start, name.end)
            for actor in self._actors:
                hits[actor["id"]] += any(articles.touch(place, m) for m in _surely(actor))
        best = max(hits, key=lambda one: hits[one], default=None)
        return best if best is not None and hits[best] else None

    def roles(self, tokens: Tokens, names: Sequence[Name]) -> set[str] | None:
        """What a person of the gold may be called; None where it asks for no such person."""
        who = self.whose(tokens, names)
        actor = next((one for one in self._actors if one["id"] == who), None)
        if actor is None or actor.get("optional") or actor["type"] not in ("person", "PERSON"):
            return None
        return {bare(role).lower() for role in actor.get("roles", ()) if role != "-"}

    def asks_for(self, tokens: Tokens, one: NameCluster) -> bool | None:
        """Whether a cluster is an actor of the gold; None where the gold leaves it open."""
        places = [tokens.place(name.start, name.end) for form in one.forms for name in form.names]
        mine = [
            actor
            for actor in self._actors
            if any(articles.touch(place, m) for place in places for m in _surely(actor))
        ]
        if any(not actor.get("optional") for actor in mine):
            return True
        loose = any(articles.touch(place, other) for place in places for other in self._loose)
        return None if mine or loose else False


def _surely(actor: dict[str, Any]) -> list[Place]:
    """The mentions that may not be left out."""
    return [place for place in actor["mentions"] if place not in actor.get("maybe", ())]


def pairs(tokens: Tokens, gold: Gold, article: int) -> Iterator[Example]:
    """The pairs of spellings that have something in common and of which the gold knows one."""
    found, acronyms = spelled(tokens, initials.labels(tokens))
    whole = sameness.known(found, acronyms)
    order = sorted(found, key=lambda f: (-len(content(f.words)), f.names[0].start))
    index: dict[str, list[int]] = defaultdict(list)
    owner = [gold.whose(tokens, form.names) for form in order]
    for i, form in enumerate(order):
        shared = keys(form, acronyms)
        for j in sorted({j for key in shared for j in index[key]}):
            seen = sameness.features(tokens, form, order[j], whole)
            if seen and (owner[i] or owner[j]):
                yield Example(seen, owner[i] == owner[j], article)
        for key in shared:
            index[key].append(i)


def clusters(tokens: Tokens, gold: Gold, article: int) -> Iterator[Example]:
    """The clusters of names of which the gold says whether they are actors."""
    for one in cluster(tokens, *spelled(tokens, initials.labels(tokens))):
        right = gold.asks_for(tokens, one)
        if right is not None and one.type != "other":
            yield Example(evidence.features(tokens, one), right, article)


def roles(tokens: Tokens, gold: Gold, article: int) -> Iterator[Example]:
    """The roles that the persons of the gold may have."""
    found = [draft(tokens, one) for one in named(tokens, initials.labels(tokens))]
    chances, every = role_chances(tokens), tokens_of_names(found)
    for one, mine in zip(found, claims(tokens, found, chances), strict=True):
        right = gold.roles(tokens, one.names) if one.entity.type == "person" else None
        if right is None:
            continue
        for claim, seen in zip(mine, features(tokens, chances, every, mine), strict=True):
            told = bare(tokens.words(claim.role.start, claim.role.end)).lower()
            yield Example(seen, told in right, article)


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of one model."""
    seen, right = [one.features for one in examples], [one.right for one in examples]
    return fit(seen, right, penalty=PENALTY, least=LEAST)


def cross_validate(examples: Sequence[Example], line: float) -> dict[str, float]:
    """Precision and recall from `line` on, each article judged by weights learned without it."""
    taken = right = 0
    for fold in range(FOLDS):
        weights = learn([one for one in examples if one.article % FOLDS != fold])
        for one in examples:
            if one.article % FOLDS == fold and chance(weights, one.features) >= line:
                taken, right = taken + 1, right + one.right
    wanted = sum(one.right for one in examples)
    return {
        "decisions": len(examples),
        "precision": round(right / max(1, taken), 3),
        "recall": round(right / max(1, wanted), 3),
    }


def collect(rows: Sequence[dict[str, Any]], docs: Sequence[Doc]) -> tuple[list[Example], ...]:
    """The examples of each model, which sees what those before it make."""
    read = [(read_tokens(doc), Gold(row)) for row, doc in zip(rows, docs, strict=True)]
    same = [one for n, (tokens, gold) in enumerate(read) for one in pairs(tokens, gold, n)]
    # What is learned counts here alone: whoever goes on with this process has the shipped weights.
    with patch.dict(lexicon.weights(sameness.WEIGHTS)["weights"]) as weights:
        weights["same"] = learn(same)
        kept = [one for n, (tokens, gold) in enumerate(read) for one in clusters(tokens, gold, n)]
        weights["kept"] = learn(kept)
        told = [one for n, (tokens, gold) in enumerate(read) for one in roles(tokens, gold, n)]
    return same, kept, told


def main() -> None:
    """Read, learn, tell the cross-validated scores, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--said", type=Path, help="what the encoder's folds said (pickle)")
    asked = parser.parse_args()
    rows = articles.read(asked.gold)
    same, kept, told = collect(rows, articles.docs(rows, asked.said))
    content = {
        "articles": len(rows),
        "cross_validated": {
            "same": cross_validate(same, SAME),
            "kept": cross_validate(kept, KEPT),
            "roles": cross_validate(told, BELIEVED),
        },
        "weights": {"same": learn(same), "kept": learn(kept), "roles": learn(told)},
    }
    TARGET.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(rows)} articles:", json.dumps(content["cross_validated"], indent=1))


if __name__ == "__main__":
    main()
