"""A story: what many articles say of one affair.

Field order is the order of the written story. Every item names its articles by the `id` that they
have in `articles`; a span is a place in that article's text, as in its brief.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefkit.schema import ActorType, Polarity, QuoteKind, Span

STORY_VERSION = "1.0"

Spans = tuple[Span, ...]
Relation = Literal["same", "shortened", "overlapping", "reported"]
QuestionCode = Literal["same-name", "same-surname", "similar-name"]


class ArticleRef(Struct, frozen=True):
    """An article of the story."""

    id: str
    path: str | None
    url: str | None
    headline: str | None
    published: str | None
    sha256: str


class Told(Struct, frozen=True):
    """A line and the places of one article that it stands on; `actors` are who is meant in it."""

    text: str
    article: str
    spans: Spans
    actors: tuple[str, ...] = ()


class RoleGiven(Struct, frozen=True):
    """A role, and the first and last day of publication on which articles gave it."""

    role: str
    first: str | None
    last: str | None
    articles: tuple[str, ...]


class Member(Struct, frozen=True):
    """An actor of one article's brief."""

    article: str
    actor: str

    @property
    def spans(self) -> Spans:
        """None: where an actor is meant, its brief says."""
        return ()


class StoryActor(Struct, frozen=True):
    """One person, body or place, with the actors of the briefs that mean it."""

    id: str
    name: str
    type: ActorType
    roles: tuple[RoleGiven, ...]
    aliases: tuple[str, ...]
    salience: float
    members: tuple[Member, ...]


class Version(Struct, frozen=True):
    """A quote as one article has it; `left_out` is what it lacks of the fullest version."""

    article: str
    text: str
    spans: Spans
    relation: Relation
    left_out: tuple[str, ...]


class StoryQuote(Struct, frozen=True, kw_only=True):
    """What was said once, in all its versions; `first` and `last` are days of publication.

    `cue` is the word of the fullest version that brings it in: a denial is also `negated`. `about`
    are the people and bodies that the fullest version means, by name or without, and whose lawyer,
    office or official says it where that one has no name.
    """

    id: str
    actor: str | None
    speaker: str | None
    text: str
    about: tuple[str, ...] = ()
    kind: QuoteKind
    polarity: Polarity
    cue: str | None
    said: str | None
    first: str | None
    last: str | None
    versions: tuple[Version, ...]


class EventMember(Struct, frozen=True):
    """A dated clause: the places of the date and of the clause."""

    article: str
    span: Span
    event_span: Span

    @property
    def spans(self) -> Spans:
        """Its places: the clause, and in it the date."""
        return (self.event_span, self.span)


class Event(Struct, frozen=True, kw_only=True):
    """What happened on a day or in a stretch of days; `actors` are who is meant in its text."""

    start: str
    end: str
    value: str
    text: str
    actors: tuple[str, ...] = ()
    members: tuple[EventMember, ...]


class Claim(Struct, frozen=True):
    """An article's side of a contradiction in its words; `value` is the figure, day or name."""

    article: str
    published: str | None
    value: str
    text: str
    spans: Spans


class Contradiction(Struct, frozen=True):
    """Where articles say different things of the same matter."""

    code: Literal["different-figures", "different-days", "different-speakers", "office-holders"]
    message: str
    members: tuple[Claim, ...]


class Correction(Struct, frozen=True):
    """What an article corrects; `of` are the earlier ones of the days that it names."""

    article: str
    published: str | None
    of: tuple[str, ...]
    lines: tuple[Told, ...]


class Counted(Struct, frozen=True):
    """All figures of one thing by day: `value` is the words with it, `text` the sentence around."""

    of: str
    members: tuple[Claim, ...]


class Question(Struct, frozen=True):
    """A merge that was not sure enough to be made."""

    code: QuestionCode
    message: str
    members: tuple[Member, ...]


class StoryWarning(Struct, frozen=True):
    """What holds of some of the articles themselves."""

    code: str
    message: str
    articles: tuple[str, ...]


class MadeBy(Struct, frozen=True):
    """What made the story."""

    briefkit: str


class Story(Struct, frozen=True, kw_only=True):
    """Everything that briefkit says of one affair."""

    schema_version: str
    kind: Literal["story"]
    articles: tuple[ArticleRef, ...]
    at_a_glance: tuple[Told, ...]
    actors: tuple[StoryActor, ...]
    quotes: tuple[StoryQuote, ...]
    timeline: tuple[Event, ...]
    contradictions: tuple[Contradiction, ...]
    corrections: tuple[Correction, ...] = ()
    figures: tuple[Counted, ...] = ()
    news: tuple[Told, ...]
    questions: tuple[Question, ...]
    warnings: tuple[StoryWarning, ...]
    pipeline: MadeBy
