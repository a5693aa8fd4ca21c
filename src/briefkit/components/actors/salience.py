"""How much an article is about each of its entities: a small trained ranker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit import lexicon
from briefkit.components.actors.salience_features import features
from briefkit.components.linear import chance

if TYPE_CHECKING:
    from briefkit.components.actors.entity import Entity
    from briefkit.components.actors.tokens import Tokens

WEIGHTS = "actors_salience.json"


def rank(tokens: Tokens, found: list[Entity]) -> None:
    """Set `salience` of every entity, relative to the first, and sort by it."""
    weights = lexicon.weights(WEIGHTS)["weights"]
    seen = (chance(weights, one) for one in features(tokens, found))
    scores = list(zip(seen, found, strict=True))
    # relative to the first who acts; a place can be no more than that, and comes after it
    first = max((score for score, entity in scores if entity.acts), default=0.0) or 1.0
    for score, entity in scores:
        entity.salience = min(1.0, score / first)
    scores.sort(key=lambda item: (-item[0], item[1].mentions[0].start, item[1].name))
    scores.sort(key=lambda item: (-item[1].salience, not item[1].acts))
    found[:] = [entity for _, entity in scores]
