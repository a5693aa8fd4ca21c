"""Links of pronouns and nouns to earlier mentions, and what the encoder gets wrong of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from models.train.labels import Ask, Marked
from models.train.net import Net
from torch import Tensor
from torch.nn import functional as F

from briefkit.components.coreference.links import DECAY

# Sentences back and mentions among which a word finds whom it means.
FAR, MOST = 8, 60


@dataclass(frozen=True)
class Link:
    """A word that asks whom it means: mentions, sentences to each, and which are right.

    Words are counted from the first of the group; the last of `right` is for nobody.
    """

    word: int
    mentions: Sequence[int]
    apart: Sequence[int]
    right: Sequence[bool]


def links(article: Marked, start: int, end: int) -> list[Link]:
    """What the words `[start, end)` of an article ask for, as far as mentions there answer."""
    inside = [(word, actor) for word, actor in article.mentions if start <= word < end]
    found = []
    for ask in article.asks:
        if not start <= ask.word < end:
            continue
        near = _near(article, ask, inside)
        right = [*(actor in ask.right for _, actor in near), ask.nobody]
        if near and any(right):
            words = [word - start for word, _ in near]
            here = _sentence(article, ask.word)
            apart = [abs(here - _sentence(article, word)) for word, _ in near]
            found.append(Link(ask.word - start, words, apart, right))
    return found


def _near(article: Marked, ask: Ask, inside: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The mentions before an asking word and in its sentence, the nearest first."""
    here = _sentence(article, ask.word)
    alone = len(article.asks) == 1  # a passage of GAP: its names may stand behind
    near = [
        (word, actor)
        for word, actor in inside
        if word != ask.word and (alone or 0 <= here - _sentence(article, word) <= FAR)
    ]
    return sorted(near, key=lambda mention: abs(mention[0] - ask.word))[:MOST]


def _sentence(article: Marked, word: int) -> int:
    return bisect_right(article.sentences, word)


def linked(net: Net, tokens: Tensor, groups: Sequence[tuple[Sequence[Link], int]]) -> Tensor:
    """Minus the log chance of all mentions that an asking word may mean, on average.

    The marginal likelihood of Lee et al., End-to-end Neural Coreference Resolution (2017), by
    products of vectors; `tokens`: all words x WIDTH; `groups`: the links of each group of windows
    and how many words it has.
    """
    found: list[Link] = []
    firsts: list[int] = []
    first = 0
    for links_of, words in groups:
        found += links_of
        firsts += [first] * len(links_of)
        first += words
    if not found:
        return tokens.new_zeros(()).float()
    most = max(len(one.mentions) for one in found)

    def padded(rows: Sequence[Sequence[int]]) -> Tensor:
        return torch.tensor([[*row, *[0] * (most - len(row))] for row in rows])

    at = torch.tensor([start + one.word for start, one in zip(firsts, found, strict=True)])
    mentions = padded([[s + m for m in one.mentions] for s, one in zip(firsts, found, strict=True)])
    asks, offers = net.asks(tokens).float(), net.offers(tokens).float()
    scores = torch.einsum("ai,ami->am", asks[at], offers[mentions]) / asks.shape[1] ** 0.5
    scores = scores - DECAY * padded([one.apart for one in found])
    scores = torch.cat([scores, net.nobody(tokens[at]).float()], 1)
    there = padded([[1] * len(one.mentions) for one in found]) > 0
    right = padded([one.right[:-1] for one in found]) > 0
    nobody = torch.tensor([[one.right[-1]] for one in found])
    chances = F.log_softmax(
        scores.masked_fill(~torch.cat([there, nobody | True], 1), -torch.inf), 1
    )
    return -torch.logsumexp(
        chances.masked_fill(~torch.cat([right, nobody], 1), -torch.inf), 1
    ).mean()
