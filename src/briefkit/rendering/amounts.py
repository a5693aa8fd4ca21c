"""How much of a brief a summary shows, and how its quotes are told apart."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefkit.rendering.lede import untold
from briefkit.rendering.timeline import timeline

if TYPE_CHECKING:
    from briefkit.schema import Brief, Quote

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

    def of(self, part: str) -> int:
        """The most of a part of the quotes."""
        return self.quotes if part == SAID else self.reports


EVERYTHING = Amounts(*[sys.maxsize] * 4)
# From what fills a screen down to what the brief of a few lines can bear.
_STEPS = (
    Amounts(8, 6, 5, 3),
    Amounts(6, 4, 4, 2),
    Amounts(5, 3, 3, 1),
    Amounts(3, 2, 2, 1),
    Amounts(2, 1, 1, 1),
)
_UNSURE = 0.7  # below this confidence a speaker is told as doubtful
_FRAME = 30  # words of titles, of the line under the headline, and of what is left out


def fitting(brief: Brief) -> Amounts:
    """As much as fills a screen, and has no more words than the article."""
    return next((step for step in _STEPS if _words(brief, step) <= brief.source.words), _STEPS[-1])


def parts(quotes: Sequence[Quote]) -> dict[str, list[Quote]]:
    """What is said in quotation marks, what is reported, and what nobody is known to have said."""
    found = {
        SAID: [quote for quote in quotes if quote.speaker and quote.kind != "indirect"],
        REPORTED: [quote for quote in quotes if quote.speaker and quote.kind == "indirect"],
        NOBODY: [quote for quote in quotes if not quote.speaker],
    }
    return {title: part for title, part in found.items() if part}


def weightiest(quotes: Sequence[Quote], most: int) -> list[Quote]:
    """At most so many of the quotes, those of actors before others, in the order of the text."""
    ranked = sorted(range(len(quotes)), key=lambda number: quotes[number].actor is None)
    return [quotes[number] for number in sorted(ranked[:most])]


def doubtful(brief: Brief) -> set[Quote]:
    """The quotes whose speaker is not sure, by confidence or by a warning."""
    spans = {s for w in brief.warnings if w.code == "speaker-doubt" for s in w.spans}
    return {
        quote
        for quote in brief.quotes
        if quote.speaker
        and (
            (quote.confidence is not None and quote.confidence < _UNSURE)
            or not spans.isdisjoint(quote.spans)
        )
    }


def _words(brief: Brief, amounts: Amounts) -> int:
    """About how many words the summary has."""
    told = timeline(brief)
    texts = [brief.headline, untold(brief), *(bullet.text for bullet in brief.at_a_glance)]
    for actor in brief.actors[: amounts.actors]:
        texts += [actor.name, actor.role, *actor.aliases, actor.type, "and how often"]
    for row in [*told.settled, *told.open][: amounts.dates]:
        texts += [*row.days, row.event]
    for title, part in parts(brief.quotes).items():
        for quote in weightiest(part, amounts.of(title)):
            texts += [quote.speaker, quote.cue, quote.text]
    texts += [place.name for place in brief.places]
    texts += [warning.message for warning in brief.warnings]
    return _FRAME + sum(len(text.split()) for text in texts if text)
