"""Learns the encoder from labelled articles, in steps."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
import torch
from models.train.labels import Marked
from models.train.linking import Link, linked, links
from models.train.net import Net
from models.train.swap import Pool, names, swapped
from torch import Tensor, nn
from torch.nn import functional as F

from briefkit.components.encoder.windows import Pieces, Window

BATCH, GROUP = 2400, 1500  # pieces learned from at once; those of one article that belong together
WARMUP = 0.08  # of all updates
UNTITLED = 0.3  # of the windows learn without the headline
# Of the articles are read with other names: those which ask whom a word means more seldom, since
# another name may be of another gender.
SWAPPED, SWAPPED_ASKS = 0.5, 0.3
# Weights of the losses beside that of names.
ROLES, MEANING, SPEECH, POINTS, LINKS = 0.5, 1.0, 1.0, 0.3, 1.0
HEADS = 10  # times the rate for heads of links, which start from nothing


@dataclass(frozen=True)
class Lesson:
    """A window with the labels of its words and the meanings of its sentences."""

    window: Window
    names: Sequence[int]
    roles: Sequence[int]
    speech: Sequence[int]
    meanings: Any  # sentences x WIDTH; zeros where it is not known
    points: Sequence[int]  # of each sentence: 1, 0, or -1 where it is not known


@dataclass(frozen=True)
class Group:
    """Windows of one article that are read together, with the links between their words."""

    lessons: Sequence[Lesson]
    links: Sequence[Link] = ()

    @property
    def length(self) -> int:
        """Pieces of the longest window."""
        return max(len(one.window.ids) for one in self.lessons)

    @property
    def words(self) -> int:
        """All words of the windows."""
        return sum(len(one.window.firsts) for one in self.lessons)


def groups(
    articles: Sequence[Marked], pieces: Pieces, meanings: dict[str, Any], chance: random.Random
) -> list[Group]:
    """The windows of the articles, some without headline; together where they ask something."""
    found = []
    for one in articles:
        title = one.title if chance.random() > UNTITLED else []
        group: list[Lesson] = []
        for window in pieces.windows(one.words, one.sentences, title):
            size = sum(len(lesson.window.ids) for lesson in group) + len(window.ids)
            if group and (not one.asks or size > GROUP):
                found.append(Group(group, links(one, *_bounds(group))))
                group = []
            group.append(lesson(one, window, meanings))
        if group:
            found.append(Group(group, links(one, *_bounds(group))))
    return found


def _bounds(group: Sequence[Lesson]) -> tuple[int, int]:
    return group[0].window.start, group[-1].window.end


def lesson(article: Marked, window: Window, meanings: dict[str, Any]) -> Lesson:
    """A window with its part of the labels."""
    part = slice(window.start, window.end)
    rows = [meanings.get(key) for key in sentence_keys(article, window)]
    blank = numpy.zeros(384, numpy.float32)
    known = numpy.stack([blank if row is None else row for row in rows])
    tagged = (article.names[part], article.roles[part], article.speech[part])
    return Lesson(window, *tagged, known, points_of(article, window))


def sentence_keys(article: Marked, window: Window) -> list[str]:
    """The text of each sentence of a window, or of the part of it that the window holds."""
    firsts = {piece: window.start + i for i, piece in enumerate(window.firsts)}
    starts = [firsts[start] for start, _ in window.sentences]
    return [
        " ".join(article.words[a:b]) for a, b in zip(starts, [*starts[1:], window.end], strict=True)
    ]


def points_of(article: Marked, window: Window) -> list[int]:
    """The label of each sentence of a window."""
    if not article.points:
        return [-1] * len(window.sentences)
    number = bisect_right(article.sentences, window.start) - 1
    return article.points[number : number + len(window.sentences)]


def batches(found: Sequence[Group], chance: random.Random) -> Iterator[list[Group]]:
    """All groups once, those of like length together, in a random order."""
    order = sorted(found, key=lambda one: (one.length, chance.random()))
    made: list[list[Group]] = [[]]
    windows = 0
    for one in order:
        windows += len(one.lessons)
        if made[-1] and windows * one.length > BATCH:
            made.append([])
            windows = len(one.lessons)
        made[-1].append(one)
    chance.shuffle(made)
    yield from made


def loss_of(net: Net, groups: Sequence[Group]) -> Tensor:
    """What the heads get wrong, a word, a sentence and an asking word on average."""
    batch = [lesson for group in groups for lesson in group.lessons]
    length = max(len(one.window.ids) for one in batch)
    ids, shapes, mask, words, spans = [], [], [], [], []
    for row, one in enumerate(batch):
        w = one.window
        gap = length - len(w.ids)
        ids.append([*w.ids, *[0] * gap])
        shapes.append([*w.shapes, *[0] * gap])
        mask.append([True] * len(w.ids) + [False] * gap)
        words += [row * length + first for first in w.firsts]
        spans += [(row * length + start, row * length + end) for start, end in w.sentences]
    shares = torch.zeros(len(spans), len(batch) * length)
    for number, (start, end) in enumerate(spans):
        shares[number, start:end] = 1 / (end - start)
    seen = torch.tensor(mask)[:, None, None, :]
    with torch.autocast("cpu", torch.bfloat16):
        out = net.encoder(torch.tensor(ids), torch.tensor(shapes), seen).flatten(0, 1)
        tokens = out[torch.tensor(words)]
        names, roles = net.names(tokens).float(), net.roles(tokens).float()
        speech = net.speech(tokens).float()
        total = LINKS * linked(net, tokens, [(group.links, group.words) for group in groups])
        means = shares @ out
        meant, points = net.meaning(means).float(), net.points(means).float()[:, 0]
    total = total + allowed(names, [label for one in batch for label in one.names])
    total = total + ROLES * allowed(roles, [label for one in batch for label in one.roles])
    total = total + SPEECH * allowed(speech, [label for one in batch for label in one.speech])
    told = torch.tensor([label for one in batch for label in one.points])
    costs = F.binary_cross_entropy_with_logits(points, told.float(), reduction="none")
    total = total + POINTS * (costs * (told >= 0)).sum() / (told >= 0).sum().clamp(min=1)
    wanted = torch.from_numpy(numpy.concatenate([one.meanings for one in batch]))
    known = wanted.abs().sum(1) > 0
    apart = 1 - F.cosine_similarity(meant, wanted, dim=1)
    return total + MEANING * (apart * known).sum() / known.sum().clamp(min=1)


def allowed(scores: Tensor, labels: Sequence[int]) -> Tensor:
    """Minus the log chance of all tags that a label allows, a word on average.

    `scores`: words x tags; a label is a bit mask over tags, and one of all bits costs nothing.
    """
    bits = torch.tensor(labels)[:, None] >> torch.arange(scores.shape[1]) & 1
    chances = F.log_softmax(scores, 1).masked_fill(bits == 0, -torch.inf)
    return -torch.logsumexp(chances, 1).mean()


def step(
    net: Net,
    articles: Sequence[Marked],
    pieces: Pieces,
    meanings: dict[str, Any],
    *,
    epochs: int,
    rate: float,
    names_of: Pool | None = None,
    seed: int = 0,
    say: Any = print,
) -> None:
    """Learn from the articles: AdamW, warmed up, then down to nothing in a straight line.

    With `names_of`, every second article of an epoch has other names.
    """
    chance = random.Random(seed)
    torch.manual_seed(seed)
    rounds = []
    for _ in range(epochs):
        read = [
            swapped(one, names_of, chance)
            if names_of and names(one) and chance.random() < (SWAPPED_ASKS if one.asks else SWAPPED)
            else one
            for one in articles
        ]
        rounds.append(list(batches(groups(read, pieces, meanings, chance), chance)))
    updates = sum(map(len, rounds))
    heads = [net.asks, net.offers, net.nobody] if any(one.asks for one in articles) else []
    new = {id(p) for head in heads for p in head.parameters()}
    learner = torch.optim.AdamW(
        [
            {"params": [p], "weight_decay": 0.01 if p.ndim > 1 else 0.0, "times": times}
            for p in net.parameters()
            for times in [HEADS if id(p) in new else 1]
        ],
        rate,
    )
    done = 0
    net.train()
    for number, batch_list in enumerate(rounds, 1):
        total = 0.0
        for batch in batch_list:
            done += 1
            at = done / updates
            now = rate * min(at / WARMUP, (1 - at) / (1 - WARMUP))
            for group in learner.param_groups:
                group["lr"] = now * group["times"]
            loss = loss_of(net, batch)
            learner.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            learner.step()
            total += loss.item()
            if done % 50 == 0:
                say(f"{done} of {updates}: {total / max(1, done % len(batch_list)):.4f}")
        say(f"epoch {number}: loss {total / len(batch_list):.4f}")
    net.eval()
