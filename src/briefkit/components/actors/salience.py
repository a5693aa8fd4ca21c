"""How much an article is about each of its entities: a small trained ranker, and what it looks at.

Where somebody stands (headline, lede, how early), how somebody is spoken of (subject, place, owner)
and whether somebody is more than the source of the news.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

from briefkit import lexicon as data
from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.tokens import PROSE
from briefkit.components.coreference.view import quotations
from briefkit.components.linear import chance

if TYPE_CHECKING:
    from briefkit.components.actors.entity import Entity, Mention
    from briefkit.components.actors.tokens import Tokens

WEIGHTS = "actors_salience.json"
_LEDE = 15  # tokens that make a block of running text the lede; a date or a place has fewer
_OPENING = 60  # tokens of running text that count as the opening
_EARLY = 40  # tokens in which being early loses two thirds of its worth
_NEVER = 30  # sentences that a first mention is late where there is none
_BY_TYPE = ("bias", "lede", "title", "share of most", "only source", "early", "in", "story early")
_OWNED = frozenset(["compound", "nmod", "amod", "poss"])


@dataclass(frozen=True, slots=True)
class _Article:
    """What the features of every entity need of the article."""

    title: frozenset[str]  # its words, and the states whose people it names
    lede: int  # the first block of running text
    last: int  # the last one
    start: int  # the first token of the lede
    opening: int  # the token where the opening of the running text ends
    blocks: int
    sentences: int
    size: int
    most: int  # mentions of the entity that has most
    quoted: list[int]  # by token; 0 outside of quotations
    order: dict[int, int]  # how many entities come up before, by number


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


def features(tokens: Tokens, found: list[Entity]) -> list[dict[str, float]]:
    """The features of each entity, nearly all between 0 and 1, in the order of `found`."""
    article = _article(tokens, found)
    return [_features(tokens, number, entity, article) for number, entity in enumerate(found)]


def _article(tokens: Tokens, found: list[Entity]) -> _Article:
    lede, start, opening, last, seen = -1, 0, len(tokens), -1, 0
    length: dict[int, int] = {}
    for i, kind in enumerate(tokens.kind):
        if kind not in PROSE:
            continue
        last = block = tokens.block[i]
        length[block] = length.get(block, 0) + 1
        if lede < 0 and length[block] >= _LEDE:
            lede, start = block, i - _LEDE + 1
        seen += lede >= 0
        if seen == _OPENING:
            opening = i
    firsts = [_first(entity.mentions, start, len(tokens)) for entity in found]
    order = sorted(range(len(found)), key=firsts.__getitem__)
    return _Article(
        title=_title(tokens),
        lede=lede,
        last=last,
        start=start,
        opening=opening,
        blocks=max(1, len(length)),
        sentences=tokens.sent[-1] + 1 if tokens.sent else 1,
        size=max(1, len(tokens)),
        most=max((len(entity.mentions) for entity in found), default=1),
        quoted=quotations(tokens.text),
        order={number: place for place, number in enumerate(order)},
    )


def _title(tokens: Tokens) -> frozenset[str]:
    """The words of the headline, and the states whose people or names it holds."""
    title = str(tokens.doc.user_data.get("briefkit_title") or "").split()
    headline = (i for i, kind in enumerate(tokens.kind) if kind == "headline")
    title += [tokens.text[i] for i in headline]
    words = {compact(word) for word in title}
    states = [lexicon.demonyms()[word] for word in sorted(words) if word in lexicon.demonyms()]
    for name in sorted(words & lexicon.state_names().keys()):
        states.append(lexicon.state_names()[name])
    return frozenset(words | {compact(state.name) for state in states})


def _first(mentions: Sequence[Mention], start: int, size: int) -> int:
    """The first token from `start` on: captions above the lede say little about the story."""
    return min((m.start for m in mentions if m.start >= start), default=size)


def _features(tokens: Tokens, number: int, entity: Entity, article: _Article) -> dict[str, float]:
    mentions = entity.mentions
    story = [mention for mention in mentions if not _source(tokens, mention)]
    sources = len(mentions) - len(story)
    kinds = [tokens.kind[mention.start] for mention in mentions]
    titled = float(_titled(entity, article.title) or "headline" in kinds)
    found = {
        "bias": 1.0,
        "title": titled,
        "caption": float(all(kind == "caption" for kind in kinds)),
        "role": float(entity.role is not None),
        "acts": float(entity.acts),
        "media": float(not lexicon.words("media").isdisjoint(entity.name.lower().split())),
        "order": log(1 + article.order[number]) / 4,
        "order next": 1 / (1 + article.order[number]),
        **_counts(tokens, mentions, article),
        **_places(tokens, mentions, article, titled),
        **_grammar(tokens, mentions, article),
        **_story(tokens, story, article),
    }
    names = sum(mention.kind == "name" for mention in mentions)
    found["only source"] = float(bool(sources) and sources * 2 >= names)
    for key in _BY_TYPE:
        found[f"{key} {entity.type}"] = found[key]
    return found


def _counts(tokens: Tokens, mentions: list[Mention], article: _Article) -> dict[str, float]:
    """How often, and in how much of the article, an entity is spoken of."""
    count, share = len(mentions), len(mentions) / article.most
    names = sum(mention.kind == "name" for mention in mentions)
    sentences = {tokens.sent[mention.start] for mention in mentions}
    blocks = {tokens.block[mention.start] for mention in mentions}
    return {
        "count": log(1 + count) / 3,
        "share of most": share,
        "ratio": log(share) / 4,
        "short": (1 / (1 + article.size / 200)) * share,
        "names": log(1 + names) / 3,
        "nominals": sum(mention.kind == "nominal" for mention in mentions) / count,
        "once": float(count == 1),
        "sentences": len(sentences) / article.sentences,
        "blocks": min(1.0, len(blocks) / article.blocks),
    }


def _places(
    tokens: Tokens, mentions: list[Mention], article: _Article, titled: float
) -> dict[str, float]:
    """Where in the article; who is in the headline comes first wherever the text repeats it."""
    starts = [mention.start for mention in mentions]
    first = _first(mentions, article.start, article.size)
    early = exp(-(first - article.start) / _EARLY)
    late = _sentence(tokens, first, article)
    opening = sum(article.start <= start < article.opening for start in starts)
    return {
        "first": first / article.size,
        "early": early,
        "early or title": max(early, titled),
        "late": 0.0 if titled else log(1 + late) / 4,
        "first sentence": float(late == 0),
        "spread": max(0, max(starts) - first) / article.size,
        "opening": min(opening, 3) / 3,
        "lede": float(any(tokens.block[start] == article.lede for start in starts)),
        "last": float(any(tokens.block[start] == article.last for start in starts)),
    }


def _grammar(tokens: Tokens, mentions: list[Mention], article: _Article) -> dict[str, float]:
    """As what: subject, object, one of a row, a place, an owner, in another's words."""
    count = len(mentions)
    heads = [mention.end - 1 for mention in mentions]
    deps = [tokens.dep[head] for head in heads]
    subjects = sum(_subject(tokens, mention.start, mention.end) for mention in mentions)
    before = [tokens.lower[max(0, mention.start - 1)] for mention in mentions]
    return {
        "subject": subjects / count,
        "subjects": log(1 + subjects) / 3,
        "object": deps.count("dobj") / count,
        "row": sum(dep in ("conj", "appos") for dep in deps) / count,
        "in": sum(word in ("in", "at", "near", "on") for word in before) / count,
        "modifies": sum(dep in _OWNED for dep in deps) / count,
        "says": sum(_says(tokens, head) for head in heads) / count,
        "quoted": sum(article.quoted[head] > 0 for head in heads) / count,
    }


def _story(tokens: Tokens, mentions: list[Mention], article: _Article) -> dict[str, float]:
    """The same of the mentions that are more than the source of what the article tells."""
    starts = [mention.start for mention in mentions]
    first = _first(mentions, article.start, article.size)
    opening = sum(article.start <= start < article.opening for start in starts)
    return {
        "story": log(1 + len(mentions)) / 3,
        "story none": float(not mentions),
        "story share": len(mentions) / article.most,
        "story early": exp(-(first - article.start) / _EARLY),
        "story first": first / article.size,
        "story first sentence": float(_sentence(tokens, first, article) == 0),
        "story lede": float(any(tokens.block[start] == article.lede for start in starts)),
        "story opening": min(opening, 3) / 3,
    }


def _sentence(tokens: Tokens, token: int, article: _Article) -> int:
    """How many sentences after the first of the lede a token stands."""
    if not article.start <= token < len(tokens):
        return _NEVER
    return tokens.sent[token] - tokens.sent[article.start]


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


def _source(tokens: Tokens, mention: Mention) -> bool:
    """Whether the entity only tells here: "X said", "X's spokesman", "according to X", "told X"."""
    head = mention.end - 1
    if _says(tokens, head):
        return True
    if tokens.dep[head] in _OWNED:
        owner = tokens.head[head]
        if tokens.lower[owner].startswith("spokes") or _says(tokens, owner):
            return True
    before = tokens.lower[max(0, mention.start - 3) : mention.start]
    while before and before[-1] in ("the", "a", "an"):
        before.pop()
    if not before or before[-1] not in ("to", "told", "quoting", "by"):
        return False
    return before[-1] != "to" or "according" in before


def _subject(tokens: Tokens, start: int, end: int) -> bool:
    return any(tokens.dep[i] in ("nsubj", "nsubjpass") for i in range(start, end))


def _says(tokens: Tokens, i: int) -> bool:
    return tokens.dep[i] == "nsubj" and tokens.lower[tokens.head[i]] in lexicon.words("say")
