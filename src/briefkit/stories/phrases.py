"""How a story says things to readers, whatever the form: days, sides, voices, who is meant."""

from __future__ import annotations

from collections.abc import Iterable

from briefkit.rendering.timeline import days
from briefkit.stories.schema import Claim, Contradiction, Event, Story, StoryActor, StoryQuote
from briefkit.stories.timeline import SEASONS
from briefkit.stories.words import words

_PARTICLE = 2
NOBODY = "Nobody by name"
_PRONOUNS = {"another", "he", "i", "it", "one", "others", "she", "some", "they", "we", "who"}
_OWNERS = {"her", "his", "its", "my", "our", "their"}


def title(story: Story) -> str:
    """The headline of the newest article that has one; without any, the newest line."""
    dated = [article for article in story.articles if article.published] or story.articles
    headline = next((a.headline for a in reversed(dated) if a.headline), None)
    return headline or next((line.text for line in story.at_a_glance), "A story")


def facts(story: Story) -> str:
    """How many articles, and of which days."""
    days = [article.published for article in story.articles if article.published]
    count = f"{len(story.articles):,} article{'' if len(story.articles) == 1 else 's'}"
    ends = dict.fromkeys((days[0], days[-1])) if days else ["no day of publication"]
    return f"{count} · {' to '.join(ends)}"


def sides(found: Contradiction) -> dict[str, list[Claim]]:
    """What is claimed, the words of a figure or else its value, with those who do."""
    told: dict[str, list[Claim]] = {}
    for claim in found.members:
        side = claim.text if found.code == "different-figures" else claim.value
        told.setdefault(side, []).append(claim)
    return told


class People:
    """Who is meant where a text does not say so: by "she", by "the minister"."""

    def __init__(self, story: Story) -> None:
        self._actors = {actor.id: actor for actor in story.actors}

    def unnamed(self, text: str, actors: Iterable[str]) -> list[StoryActor]:
        """The people among the actors of a text whom it calls by no name.

        Bodies are not told: a brief is less sure of "the board" than of "she".
        """
        there = set(words(text))
        people = (one for id in actors if (one := self._actors[id]).type == "person")
        return [one for one in people if there.isdisjoint(_name_words(one))]

    def line(self, text: str, actors: Iterable[str], speaker: str | None = None) -> str:
        """The text, and behind it in brackets who is meant and not named; but for the speaker."""
        names = [one.name for one in self.unnamed(text, actors) if one.id != speaker]
        return f"{text} [{', '.join(names)}]" if names else text


def _name_words(actor: StoryActor) -> set[str]:
    """The words of an actor's names, letters and particles aside."""
    names = (actor.name, *actor.aliases)
    return {word for name in names for word in words(name) if len(word) > _PARTICLE}


def parted(claim: Claim) -> tuple[str, str, str]:
    """The sentence of a figure before it, the figure, and what is behind it."""
    return claim.text.partition(claim.value)


def when(event: Event) -> str:
    """The days of an event as short as they can be told, or its season."""
    year, _, season = event.value.partition("-")
    return f"{SEASONS[season]} {year}" if season in SEASONS else days(event.start, event.end)


def role_line(actor: StoryActor) -> str:
    """The roles of an actor, each with its days."""
    told = []
    for role in actor.roles:
        when = days(role.first, role.last)
        told.append(f"{role.role} ({when})" if when else role.role)
    return "; ".join(told)


def voice(quote: StoryQuote) -> str:
    """Under which name a quote stands: "she" or "his lawyer" is not one everywhere."""
    first, *more = (quote.speaker or "it").casefold().split()
    unsettled = first in (_OWNERS if more else _PRONOUNS)
    return NOBODY if unsettled or quote.speaker is None else quote.speaker


def sign(quote: StoryQuote) -> str:
    """How it was said where that tells something: a denial or a question, or in other words."""
    plain = quote.polarity == "asserted"
    if plain and (quote.kind == "direct" or not quote.cue):
        return ""
    return f"  {quote.cue or quote.polarity}:"
