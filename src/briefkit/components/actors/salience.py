"""How much an article is about each of its entities: a small trained ranker."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp, log
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.view import PROSE

if TYPE_CHECKING:
    from briefkit.components.actors.entity import Entity
    from briefkit.components.actors.view import View

WEIGHTS = "actors_salience.json"
_LEDE = 15  # tokens that make a block of running text the lede; a date or a place has fewer
_OPENING = 60  # tokens of running text that count as the opening


def rank(view: View, found: list[Entity]) -> None:
    """Set `salience` of every entity, relative to the first, and sort by it."""
    weights = _weights()
    scores = []
    for entity, seen in zip(found, features(view, found), strict=True):
        total = sum(weights.get(key, 0.0) * value for key, value in seen.items())
        scores.append((1 / (1 + exp(-total)), entity))
    scores.sort(key=lambda item: (-item[0], item[1].mentions[0].start, item[1].name))
    # relative to the first who acts; a place can be no more than that
    first = next((score for score, entity in scores if entity.acts), None) or 1.0
    for score, entity in scores:
        entity.salience = min(1.0, score / first)
    found[:] = [entity for _, entity in scores]


@dataclass(frozen=True, slots=True)
class _Article:
    """What the features of every entity need of the article."""

    title: frozenset[str]  # its words, and the states whose people it names
    lede: int  # the first block of running text
    start: int  # its first token
    opening: int  # the token where the opening of the running text ends
    blocks: int
    size: int
    most: int  # mentions of the entity that has most


def features(view: View, found: list[Entity]) -> list[dict[str, float]]:
    """The features of each entity, nearly all between 0 and 1, in the order of `found`."""
    article = _article(view, found)
    return [_features(view, entity, article) for entity in found]


def _article(view: View, found: list[Entity]) -> _Article:
    lede, start, opening, seen = -1, 0, len(view), 0
    length: dict[int, int] = {}
    for i, kind in enumerate(view.kind):
        if kind not in PROSE:
            continue
        block = view.block[i]
        length[block] = length.get(block, 0) + 1
        if lede < 0 and length[block] >= _LEDE:
            lede, start = block, i - _LEDE + 1
        seen += lede >= 0
        if seen == _OPENING:
            opening = i
    title = str(view.doc.user_data.get("briefkit_title") or "").split()
    for i, kind in enumerate(view.kind):
        if kind == "headline":
            title.append(view.text[i])
    words = {compact(word) for word in title}
    states = [lexicon.demonyms()[word] for word in sorted(words) if word in lexicon.demonyms()]
    for name in sorted(words & lexicon.state_names().keys()):
        states.append(lexicon.state_names()[name])
    return _Article(
        title=frozenset(words | {compact(s.name) for s in states}),
        lede=lede,
        start=start,
        opening=opening,
        blocks=max(1, len(length)),
        size=max(1, len(view)),
        most=max((len(entity.mentions) for entity in found), default=1),
    )


def _features(view: View, entity: Entity, article: _Article) -> dict[str, float]:
    mentions, size = entity.mentions, article.size
    count = len(mentions)
    starts = [mention.start for mention in mentions]
    # captions above the lede say little about the story
    first = min((start for start in starts if start >= article.start), default=size)
    last = max(starts)
    heads = [mention.end - 1 for mention in mentions]
    names = sum(mention.kind == "name" for mention in mentions)
    subjects = sum(_subject(view, mention.start, mention.end) for mention in mentions)
    says = sum(_says(view, i) for i in heads)
    sources = sum(_source(view, start) for start in starts)
    kinds = [view.kind[start] for start in starts]
    found = {
        "bias": 1.0,
        "count": log(1 + count) / 3,
        "share of most": count / article.most,
        "names": log(1 + names) / 3,
        "once": float(count == 1),
        "first": first / size,
        "early": exp(-(first - article.start) / 40),
        "spread": max(0, last - first) / size,
        "blocks": min(1.0, len({view.block[start] for start in starts}) / article.blocks),
        "subject": subjects / count,
        "subjects": log(1 + subjects) / 3,
        "opening": min(sum(article.start <= s < article.opening for s in starts), 3) / 3,
        "short": (1 / (1 + size / 200)) * (count / article.most),
        "lede": float(any(view.block[start] == article.lede for start in starts)),
        "title": float(_titled(entity, article.title) or "headline" in kinds),
        "bullet": float("bullet" in kinds),
        "caption": float(all(kind == "caption" for kind in kinds)),
        "says": says / count,
        "source": sources / count,
        "only source": float(bool(says or sources) and (says + sources) * 2 >= names),
        "modifies": sum(_modifies(view, i) for i in heads) / count,
        "role": float(entity.role is not None),
        "acts": float(entity.acts),
    }
    for key in ("bias", "lede", "title", "share of most", "only source"):
        found[f"{key} {entity.type}"] = found[key]
    return found


def _titled(entity: Entity, title: frozenset[str]) -> bool:
    """Whether the headline names the entity, if only by its surname."""
    if compact(entity.name) in title:
        return True
    words = [compact(word) for word in entity.name.split()]
    if len(words) > 1 and all(word in title for word in words):
        return True
    if entity.type == "person" and words[-1] in title:
        return True
    return any(compact(alias) in title for alias in entity.aliases)


def _source(view: View, start: int) -> bool:
    """Whether this is only where the news comes from: "according to X", "told X"."""
    before = view.lower[max(0, start - 2) : start]
    while before and before[-1] in ("the", "a", "an"):
        before.pop()
    return (
        bool(before)
        and before[-1] in ("to", "told", "quoting", "by")
        and (before[-1] != "to" or view.lower[max(0, start - 3) : start].count("according") > 0)
    )


def _subject(view: View, start: int, end: int) -> bool:
    return any(view.dep[i] in ("nsubj", "nsubjpass") for i in range(start, end))


def _says(view: View, i: int) -> bool:
    return view.dep[i] == "nsubj" and view.lower[view.head[i]] in lexicon.words("say")


def _modifies(view: View, i: int) -> bool:
    """Whether the name only describes or owns another noun."""
    return view.dep[i] in ("compound", "nmod", "amod", "poss")


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    text = files("briefkit.components").joinpath("data", WEIGHTS).read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights
