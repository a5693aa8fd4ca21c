"""How much an article is about each of its entities: a small trained ranker, and what it looks at.

Who comes first and who is spoken of often, and whether it is a newspaper that only tells the news.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from briefkit import lexicon as data
from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.tokens import PROSE
from briefkit.components.linear import Features, chance

if TYPE_CHECKING:
    from briefkit.components.actors.entity import Entity
    from briefkit.components.actors.tokens import Tokens

WEIGHTS = "actors_salience.json"
_LEDE = 15  # tokens that make a block of running text the lede; a date or a place has fewer
_NEVER = 30  # sentences that a first mention is late where there is none


def rank(tokens: Tokens, found: list[Entity]) -> None:
    """Set `salience` of every entity, relative to the first, and sort by it."""
    weights = data.weights(WEIGHTS)["weights"]
    seen = (chance(weights, one) for one in features(tokens, found))
    scores = list(zip(seen, found, strict=True))
    # relative to the first who acts; a place can be no more than that, and comes after it
    first = max((score for score, entity in scores if entity.acts), default=0.0) or 1.0
    for score, entity in scores:
        entity.salience = min(1.0, score / first)
    scores.sort(key=lambda item: (-item[0], item[1].mentions[0].start, item[1].name))
    scores.sort(key=lambda item: (-item[1].salience, not item[1].acts))
    found[:] = [entity for _, entity in scores]


def features(tokens: Tokens, found: list[Entity]) -> list[Features]:
    """The features of each entity, nearly all between 0 and 1, in the order of `found`."""
    start, title = _lede(tokens), _title(tokens)
    # captions above the lede say little about the story
    firsts = [
        min((m.start for m in entity.mentions if m.start >= start), default=len(tokens))
        for entity in found
    ]
    most = max((len(entity.mentions) for entity in found), default=1)
    places = sorted(range(len(found)), key=firsts.__getitem__)
    order = {number: place for place, number in enumerate(places)}
    out: list[Features] = []
    for number, (entity, first) in enumerate(zip(found, firsts, strict=True)):
        kinds = [tokens.kind[mention.start] for mention in entity.mentions]
        count, names = len(kinds), sum(mention.kind == "name" for mention in entity.mentions)
        late = tokens.sent[first] - tokens.sent[start] if first < len(tokens) else _NEVER
        if "headline" in kinds or _titled(entity, title):
            late = 0
        out.append(
            {
                "bias": 1.0,
                "acts": float(entity.acts),
                "media": float(not lexicon.words("media").isdisjoint(entity.name.lower().split())),
                "order": log(1 + order[number]) / 4,
                "late": log(1 + late) / 4,
                "count": log(1 + count) / 3,
                "names": log(1 + names) / 3,
                "ratio": log(count / most) / 4,
            }
        )
    return out


def _lede(tokens: Tokens) -> int:
    """The first token of the lede."""
    length: dict[int, int] = {}
    for i, (kind, block) in enumerate(zip(tokens.kind, tokens.block, strict=True)):
        if kind in PROSE:
            length[block] = length.get(block, 0) + 1
            if length[block] == _LEDE:
                return i - _LEDE + 1
    return 0


def _title(tokens: Tokens) -> frozenset[str]:
    """The words of the headline, and the states whose people or names it holds."""
    title = str(tokens.doc.user_data.get("briefkit_title") or "").split()
    headline = (i for i, kind in enumerate(tokens.kind) if kind == "headline")
    words = {compact(word) for word in (*title, *(tokens.text[i] for i in headline))}
    tables = lexicon.demonyms(), lexicon.state_names()
    states = {compact(table[word].name) for table in tables for word in words & table.keys()}
    return frozenset(words | states)


def _titled(entity: Entity, title: frozenset[str]) -> bool:
    """Whether the headline names the entity, if only by its surname."""
    words = [compact(word) for word in entity.name.split()]
    if all(word in title for word in words) or (entity.type == "person" and words[-1] in title):
        return True
    return any(compact(name) in title for name in (entity.name, *entity.aliases))
