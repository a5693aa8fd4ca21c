"""A brief: what briefkit says of one article.

Frozen dataclasses of the standard library alone. Field order is the order of the written brief.
A `Span` is `(start, end)`, half open, in Unicode code points of the article's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, TypedDict

from briefkit.text import counted

if TYPE_CHECKING:
    from briefkit.reading import Article

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
    resolved: tuple[Resolved, ...] = field(default=(), hash=False)  # a dict has no hash


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
    whom: str | None = None
    whom_span: Span | None = None


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


@dataclass(frozen=True, repr=False)
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

    @property
    def article(self) -> Article | None:
        """The article that the brief was made of: places count its `text`. None where the brief was
        read back from a file."""
        found: Article | None = self.__dict__.get("_article")
        return found

    def with_article(self, article: Article | None) -> Brief:
        """The same brief with its article at hand, which pages show; it is no part of the brief."""
        found = replace(self)
        object.__setattr__(found, "_article", article)
        return found

    def to_dict(self) -> dict[str, Any]:
        """The brief as plain dicts, lists, strings and numbers."""
        json = import_module("msgspec.json")
        found: dict[str, Any] = json.decode(json.encode(self))
        return found

    def to_json(self) -> str:
        """The brief as JSON."""
        return self._as("json")

    def to_yaml(self) -> str:
        """The brief as a YAML document."""
        return self._as("yaml")

    def to_markdown(self) -> str:
        """The brief as Markdown."""
        return self._as("markdown")

    def to_html(self) -> str:
        """The brief as a page for a browser, on its article where that is at hand."""
        return self._as("html")

    @classmethod
    def from_json(cls, data: str | bytes) -> Brief:
        """The brief of a JSON text. Raises UnreadableError where it is none."""
        found: Brief = import_module("briefkit.reading.briefs").read_json(data)
        return found

    def _as(self, format: str) -> str:
        # By name: this module is below all that know how to write a brief.
        rendering = import_module("briefkit.rendering")
        found: str = rendering.render(self, rendering.Format(format))
        return found

    def __repr__(self) -> str:
        counts = (
            counted(len(getattr(self, f"{noun}s")), noun)
            for noun in ("actor", "date", "quote", "warning")
        )
        return f"<Brief {self.source.id!r}: {', '.join(counts)}>"

    def _repr_html_(self) -> str:
        found: str = import_module("briefkit.rendering.html").frame(self)
        return found
