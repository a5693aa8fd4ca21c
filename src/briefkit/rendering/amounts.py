"""How much of a brief a summary shows, and how its quotes are told apart."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

from briefkit.rendering.roles import told_role
from briefkit.rendering.timeline import Timeline, distance
from briefkit.schema import Actor, Brief, Quote
from briefkit.text import content

Item = TypeVar("Item")

SAID = "Quotes"
REPORTED = "Reported"
NOBODY = "No speaker found"


@dataclass(frozen=True)
class Amounts:
    """The most that is shown of each kind."""

    actors: int
    dates: int
    quotes: int
    reports: int
    letters: int = 260
    """Of a quote; the whole words are in the brief."""

    def of(self, part: str) -> int:
        """The most of a part of the quotes."""
        return self.quotes if part == SAID else self.reports

    @property
    def places(self) -> int:
        """The most places, which take a word each."""
        return 2 * self.actors

    def leave_out(self, brief: Brief, told: Timeline) -> bool:
        """Whether the brief, whose timeline is `told`, has more than these."""
        return (
            len(brief.actors) > self.actors
            or len(brief.places) > self.places
            or len(told.settled) + len(told.open) > self.dates
            or any(len(part) > self.of(title) for title, part in parts(brief.quotes).items())
            or any(len(quote.text) > self.letters for quote in brief.quotes)
        )


EVERYTHING = Amounts(*[sys.maxsize] * 5)
_LEAST, _MOST = (2, 1, 1, 1), (8, 6, 5, 3)  # the most fill a screen
_UNSURE = 0.7  # below this confidence a speaker is told as doubtful
# What nobody may take for said: a denial, what somebody would not say, a question.
_SIGNS = {"negated": "not said: ", "questioned": "asked whether: "}
_DENIES = ("denied", "denies", "deny", "dismiss", "disput", "refut", "reject")
# Words of titles, of the line under the headline, and of what is left out.
_FRAME = 30
_CUT = 40  # about as many words are shown of a long event or quote
# The share of the lede's longer words that a bullet has which says the same.
_SAYS = 0.5


def fitting(brief: Brief, told: Timeline) -> Amounts:
    """As much as fills a screen, and has no more words than the article: while there is room, one
    more actor, date, quote and report in turn."""
    found = [_actors(brief), _dates(told, brief.published), *_quotes(brief)]
    costs = [each[:most] for each, most in zip(found, _MOST, strict=True)]
    taken = [min(least, len(each)) for least, each in zip(_LEAST, costs, strict=True)]
    always = [
        brief.headline, untold(brief), *(bullet.text for bullet in brief.at_a_glance),
        *(place.name for place in brief.places), *(warning.message for warning in brief.warnings),
    ]  # fmt: skip
    room = brief.source.words - _FRAME - _words(*always)
    room -= sum(sum(each[:number]) for number, each in zip(taken, costs, strict=True))
    for kind in (*range(4),) * max(_MOST):
        if taken[kind] < len(costs[kind]):
            room -= costs[kind][taken[kind]]
            if room < 0:
                break
            taken[kind] += 1
    return Amounts(*taken)


def untold(brief: Brief) -> str | None:
    """The lede, where no bullet says it."""
    told = content(brief.lede or "")
    if any(len(told & content(bullet.text)) >= _SAYS * len(told) for bullet in brief.at_a_glance):
        return None
    return brief.lede


def parts(quotes: Sequence[Quote]) -> dict[str, list[Quote]]:
    """What is said in quotation marks, what is reported, and what nobody is known to have said."""
    found = {
        SAID: [quote for quote in quotes if quote.speaker and quote.kind != "indirect"],
        REPORTED: [quote for quote in quotes if quote.speaker and quote.kind == "indirect"],
        NOBODY: [quote for quote in quotes if not quote.speaker],
    }
    return {title: part for title, part in found.items() if part}


def cue_of(quote: Quote) -> str | None:
    """The words with which something is said, and to whom; a mere colon is none."""
    if not re.search(r"\w", quote.cue or ""):
        return None
    return " ".join(filter(None, (quote.cue, quote.whom)))


def sign_of(quote: Quote) -> str:
    """What stands before the words of a quote that was not said so; "" before others."""
    if quote.polarity == "negated" and (quote.cue or "").lower().startswith(_DENIES):
        return "denied: "
    return _SIGNS.get(quote.polarity, "")


def at_most(most: int, items: Sequence[Item], rank: Callable[[Item], int]) -> list[Item]:
    """At most so many of the items, those of the lowest rank, in their order."""
    ranked = sorted(range(len(items)), key=lambda number: rank(items[number]))
    return [items[number] for number in sorted(ranked[:most])]


def stands_back(brief: Brief) -> Callable[[Actor], bool]:
    """Whether an actor is named but once, says nothing and is in no bullet."""
    speak = {quote.actor for quote in brief.quotes}
    told = " ".join(bullet.text for bullet in brief.at_a_glance)
    return lambda one: len(one.mentions) == 1 and one.id not in speak and one.name not in told


def is_no_actors(quote: Quote) -> bool:
    """Whether no actor says it: such quotes are shown where there is room."""
    return quote.actor is None


def doubtful(brief: Brief) -> set[Quote]:
    """The quotes whose speaker is not sure, by confidence or by a warning."""
    spans = {s for w in brief.warnings if w.code == "speaker-doubt" for s in w.spans}
    said = (quote for quote in brief.quotes if quote.speaker)
    return {
        quote
        for quote in said
        if (1 if quote.confidence is None else quote.confidence) < _UNSURE
        or not spans.isdisjoint(quote.spans)
    }


def _actors(brief: Brief) -> list[int]:
    return [
        _words(actor.name, told_role(actor), *actor.aliases, actor.type, "and how often")
        for actor in sorted(brief.actors, key=stands_back(brief))
    ]


def _dates(told: Timeline, published: str | None) -> list[int]:
    near = sorted(told.settled, key=lambda row: distance(row, published))
    return [_words(*row.days, row.event) for row in (*near, *told.open)]


def _quotes(brief: Brief) -> list[list[int]]:
    """Of each next quote, and of each next report together with what nobody is known to say."""
    found: list[list[int]] = [[], []]
    for title, part in parts(brief.quotes).items():
        ranked = sorted(part, key=is_no_actors)
        costs = (_words(quote.speaker, quote.cue, quote.whom, quote.text) for quote in ranked)
        both = zip_longest(found[title != SAID], costs, fillvalue=0)
        found[title != SAID] = list(map(sum, both))
    return found


def _words(*texts: str | None) -> int:
    """About how many words of these texts are shown."""
    return sum(min(len(text.split()), _CUT) for text in texts if text)
