"""A brief: what briefkit says of one article.

Frozen dataclasses of the standard library alone. Field order is the order of the written brief.
A `Span` is `(start, end)`, half open, in Unicode code points of the article's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypedDict

SCHEMA_VERSION = "1.0"

Span = tuple[int, int]

PublishedFrom = Literal["option", "metadata", "dateline"]
ActorType = Literal["person", "organization", "place", "group"]
TimexMod = Literal["APPROX", "START", "MID", "END", "LESS_THAN", "MORE_THAN"]
EventTense = Literal["past", "future"]
DateAnchor = Literal["published", "text"]
TimexType = Literal["date", "time", "duration", "set"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Attribution = Literal["named", "nominal", "pronoun", "continued", "none"]
Polarity = Literal["asserted", "negated", "questioned"]
BulletOrigin = Literal["author", "extracted"]


@dataclass(frozen=True)
class Source:
    """The article that was read."""

    id: str
    path: str | None
    url: str | None
    sha256: str
    language: str | None
    words: int


# "from" is a keyword, so this one cannot be a dataclass.
Resolved = TypedDict("Resolved", {"from": str, "to": str, "span": Span})
"""A word of a bullet that was replaced by the name it stands for; `span` is the name's place."""


@dataclass(frozen=True)
class Bullet:
    """One "At a Glance" line and the source text it stands on."""

    text: str
    origin: BulletOrigin
    spans: tuple[Span, ...]
    resolved: tuple[Resolved, ...] = ()


@dataclass(frozen=True)
class Actor:
    """A person, organization, state or group, with every place where the article means it."""

    id: str
    name: str
    type: ActorType
    role: str | None
    affiliation: str | None
    aliases: tuple[str, ...]
    salience: float
    mentions: tuple[Span, ...]


@dataclass(frozen=True)
class DateMention:
    """A time expression with its TIMEX3 type, value and mod, and what happened then.

    `anchor` is what its value is counted from: the day of publication, known or not, or a date of
    the text, that of `anchor_span`; None where its own words settle it. `tense` tells whether the
    sentence puts the event in the past or in the future; None for a state, or where that is open.
    """

    text: str
    type: TimexType
    value: str | None
    mod: TimexMod | None = field(default=None, kw_only=True)
    start: str | None
    end: str | None
    anchor: DateAnchor | None = field(default=None, kw_only=True)
    anchor_span: Span | None = field(default=None, kw_only=True)
    tense: EventTense | None = field(default=None, kw_only=True)
    span: Span
    event: str | None
    event_span: Span | None


@dataclass(frozen=True)
class Quote:
    """Reported speech with its speaker and cue."""

    text: str
    kind: QuoteKind
    speaker: str | None
    actor: str | None
    speaker_text: str | None
    speaker_span: Span | None
    cue: str | None
    cue_span: Span | None
    spans: tuple[Span, ...]
    attribution: Attribution
    confidence: float | None = None
    polarity: Polarity = "asserted"


@dataclass(frozen=True)
class Warning:
    """What a careful reader should know."""

    code: str
    message: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Pipeline:
    """What made the brief."""

    briefkit: str
    model: str
    bullets: int | None = None  # --bullets, where it was given


@dataclass(frozen=True)
class Brief:
    """Everything that briefkit says of one article."""

    schema_version: str
    source: Source
    headline: str | None
    authors: tuple[str, ...]
    published: str | None
    published_from: PublishedFrom | None
    lede: str | None
    at_a_glance: tuple[Bullet, ...]
    actors: tuple[Actor, ...]
    places: tuple[Actor, ...]
    dates: tuple[DateMention, ...]
    quotes: tuple[Quote, ...]
    warnings: tuple[Warning, ...]
    pipeline: Pipeline = field(default=Pipeline("", ""))
