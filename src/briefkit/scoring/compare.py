"""How items of a brief are held against those of the gold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from briefkit.scoring.markup import GoldActor, GoldArticle, GoldDate, GoldQuote, Place

Gold = TypeVar("Gold", GoldActor, GoldDate, GoldQuote)


def touches(a: Place, b: Place) -> bool:
    """Half of the shorter of the two lies in the other: a title or an article more or less."""
    shorter = min(a[1] - a[0], b[1] - b[0])
    return shorter > 0 and 2 * overlap(a, b) >= shorter


def greedy(pairs: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """One-to-one pairs, i to j, by falling weight, weights of zero left out; ties by index."""
    chosen: dict[int, int] = {}
    for weight, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if weight > 0 and i not in chosen and j not in chosen.values():
            chosen[i] = j
    return chosen


def missed(asked: Sequence[Gold], pairs: dict[int, int]) -> list[Gold]:
    """The items of the gold that belong to none of the brief, without optional ones."""
    found = set(pairs.values())
    return [want for j, want in enumerate(asked) if j not in found and not want.optional]


def bare(role: str) -> str:
    """A role without article or possessive pronoun: what it says is the same."""
    first, _, rest = role.partition(" ")
    return rest if first.lower() in {"a", "an", "the", "his", "her", "their"} else role


def overlap(a: Place, b: Place) -> int:
    """The characters that two places share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def union(a: Place, b: Place) -> int:
    """The characters from the first of two places to the last."""
    return max(a[1], b[1]) - min(a[0], b[0])


def shared(mentions: Sequence[Place], want: GoldActor) -> float:
    """How many mentions are of the actor; those that may be left out count for less."""
    sure = sum(any(touches(m, w) for w in want.mentions) for m in mentions)
    return sure + 0.4 * sum(any(touches(m, w) for w in want.maybe) for m in mentions)


def said(text: str, spans: Sequence[Place]) -> list[str]:
    """The words of a quote; marks, stops and a "that" before a report are no matter."""
    words = re.findall(r"\w+", " ".join(text[start:end] for start, end in spans).lower())
    return words[1:] if words[:1] in (["that"], ["whether"], ["if"]) else words


def likeness(have: Sequence[Place], want: Sequence[Place]) -> float:
    """Shared over all characters of two sets of spans; 0 where less than half is shared."""
    if not any(overlap(x, y) for x in have for y in want):
        return 0.0
    a = {i for start, end in have for i in range(start, end)}
    b = {i for start, end in want for i in range(start, end)}
    both, every = len(a & b), len(a | b)
    return both / every if every and 2 * both >= every else 0.0


def is_said_by(
    actor: str | None,
    words: Place | None,
    wanted: str | None,
    places: Sequence[Place],
    same: dict[str, str],
) -> bool:
    """Whether `actor`, told by `words`, is who is `wanted`, by the actors of the brief that are the
    `same` as one of the gold.

    A named speaker has to be resolved; an unnamed one is known by the words at one of `places`.
    """
    if wanted is not None:
        return actor is not None and same.get(actor) == wanted
    if places:
        return words is not None and any(touches(words, place) for place in places)
    return words is None and actor is None


def holds(bullet: set[str], point: set[str]) -> bool:
    """Whether half of the words of a key point stand in a bullet."""
    return bool(point) and 2 * len(bullet & point) >= len(point)


def within(bullet: set[str], point: set[str]) -> bool:
    """Whether a bullet of some length says little but a part of a key point."""
    return len(bullet) > 3 and 5 * len(bullet & point) >= 3 * len(bullet)


def words_of(gold: GoldArticle, quote: GoldQuote) -> str:
    """The beginning of a quote, to name it by."""
    return " … ".join(gold.text[start:end] for start, end in quote.spans)[:80]


def near(gold: GoldArticle, place: Place) -> str:
    """The words of a place in brackets, and what stands around them."""
    start, end = place
    before = gold.text[max(0, start - 25) : start].replace("\n", " ")
    return f"{before}[{gold.text[start:end]}]{gold.text[end : end + 15]}".replace("\n", " ")
