"""A story as readers are told it, whatever the form: its title, days, voices, who is meant."""

from __future__ import annotations

from collections.abc import Iterable

from briefkit.rendering.timeline import days, season
from briefkit.stories.schema import (
    Claim,
    Contradiction,
    Event,
    EventMember,
    Member,
    Spans,
    Story,
    StoryActor,
    StoryQuote,
    Version,
)
from briefkit.stories.words import words
from briefkit.text import counted

NOBODY = "Nobody by name"
_PRONOUNS = {"another", "he", "i", "it", "one", "others", "she", "some", "they", "we", "who"}
_OWNERS = {"her", "his", "its", "my", "our", "their"}
_PARTICLE = 2  # letters: "de", "al"


class People:
    """Who is meant where a text does not say so: by "she", by "the minister"."""

    def __init__(self, story: Story) -> None:
        self._actors = {actor.id: actor for actor in story.actors}

    def unnamed(
        self, text: str, actors: Iterable[str], speaker: str | None = None
    ) -> list[StoryActor]:
        """The people among the actors of a text whom it calls by no name; but for the speaker.

        Bodies are not told: a brief is less sure of "the board" than of "she".
        """
        there = set(words(text))
        people = (self._actors[id] for id in actors if id != speaker)
        return [
            one for one in people if one.type == "person" and there.isdisjoint(_name_words(one))
        ]

    def line(self, text: str, actors: Iterable[str], speaker: str | None = None) -> str:
        """The text, and behind it in brackets who is meant and not named."""
        names = [one.name for one in self.unnamed(text, actors, speaker)]
        return f"{text} [{', '.join(names)}]" if names else text


def _name_words(actor: StoryActor) -> set[str]:
    """The words of an actor's names, letters and particles aside."""
    names = (actor.name, *actor.aliases)
    return {word for name in names for word in words(name) if len(word) > _PARTICLE}


def title(story: Story) -> str:
    """The headline of the newest article that has one; without any, the newest line."""
    dated = [article for article in story.articles if article.published] or story.articles
    headline = next((a.headline for a in reversed(dated) if a.headline), None)
    return headline or next((line.text for line in story.at_a_glance), "A story")


def facts(story: Story) -> str:
    """How many articles, and of which days."""
    days = [article.published for article in story.articles if article.published]
    ends = dict.fromkeys((days[0], days[-1])) if days else ["no day of publication"]
    return f"{counted(len(story.articles), 'article')} · {' to '.join(ends)}"


def sides(found: Contradiction) -> dict[str, list[Claim]]:
    """What is claimed, the words of a figure or else its value, with those who do."""
    told: dict[str, list[Claim]] = {}
    for claim in found.members:
        side = claim.text if found.code == "different-figures" else claim.value
        told.setdefault(side, []).append(claim)
    return told


def dated(claims: Iterable[Claim]) -> str:
    """The days of publication of those who claim something."""
    found = [claim.published for claim in claims if claim.published]
    return days(min(found, default=None), max(found, default=None))


def sources(found: Iterable[Claim | EventMember | Member | Version]) -> dict[str, Spans]:
    """Each article once, with its first places."""
    placed: dict[str, Spans] = {}
    for one in found:
        placed.setdefault(one.article, one.spans)
    return placed


def when(event: Event) -> str:
    """The days of an event as short as they can be told, or its season."""
    return season(event.value) or days(event.start, event.end)


def day(quote: StoryQuote) -> str:
    """The day on which something was said, or else first printed."""
    return quote.said or (f"printed {quote.first}" if quote.first else "undated")


def in_marks(quote: StoryQuote) -> str:
    """The text, in quotation marks where these are the speaker's words."""
    return f"“{quote.text}”" if quote.kind == "direct" else quote.text


def voice(quote: StoryQuote) -> str:
    """Under which name a quote stands: "she" or "his lawyer" is not one everywhere."""
    first, *more = (quote.speaker or "it").casefold().split()
    unsettled = first in (_OWNERS if more else _PRONOUNS)
    return NOBODY if unsettled or quote.speaker is None else quote.speaker


def by_voice(story: Story) -> dict[str, list[StoryQuote]]:
    """The quotes under the ids of those who say them, or else the names that they stand under."""
    groups: dict[str, list[StoryQuote]] = {}
    for quote in story.quotes:
        groups.setdefault(quote.actor or voice(quote), []).append(quote)
    return groups


def sign(quote: StoryQuote) -> str:
    """How it was said where that tells something: a denial or a question, or in other words."""
    plain = quote.polarity == "asserted"
    if plain and (quote.kind == "direct" or not quote.cue):
        return ""
    return f"{quote.cue or quote.polarity}:"
