"""What components leave on a `Doc`: plain records that survive `Doc.to_bytes()`.

A component writes its findings with `store(doc, LAYER, records)` and others read them with
`records(doc, Record)`. All places are character offsets `[start, end)` of `doc.text`.
For spaCy users layers of items are span groups as well, see `briefkit.components.spans`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from typing import Any, ClassVar, TypeVar

import msgspec
from spacy.tokens import Doc

from briefkit.components.spans import show
from briefkit.layout import Turn

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MentionRecord:
    """One mention of an actor; `kind` is name, nominal or pronoun, `sure` a probability."""

    start: int
    end: int
    kind: str
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An entity of the article. `acts` is False for a place where things merely happen."""

    layer: ClassVar[str] = "briefkit_actors"
    id: str
    name: str
    type: str  # person | organization | place | group
    acts: bool
    role: str | None
    role_span: Place | None
    affiliation: str | None
    aliases: tuple[str, ...]
    salience: float
    mentions: tuple[MentionRecord, ...]
    gender: str | None = None  # f | m | None


@dataclass(frozen=True, slots=True)
class DateRecord:
    """A TIMEX3 expression; `start_day` and `end_day` are ISO dates where the value settles them.

    `anchor` is "published", or "text" with the place of the expression that it was counted from.
    """

    layer: ClassVar[str] = "briefkit_dates"
    start: int
    end: int
    type: str  # date | time | duration | set
    value: str | None
    start_day: str | None
    end_day: str | None
    event: Place | None
    mod: str | None = None  # APPROX | START | MID | END | LESS_THAN | MORE_THAN
    anchor: str | None = None
    anchor_place: Place | None = None
    tense: str | None = None  # past | future


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """Reported speech; `actor` is the id of the speaker's ActorRecord where it was resolved."""

    layer: ClassVar[str] = "briefkit_quotes"
    spans: tuple[Place, ...]
    kind: str  # direct | mixed | indirect
    speaker: Place | None
    actor: str | None
    cue: Place | None
    attribution: str  # named | nominal | pronoun | continued | none
    polarity: str = "asserted"  # asserted | negated | questioned
    confidence: float | None = None  # how sure it is that `actor` speaks, 0 to 1
    whom: Place | None = None  # who is told, asked, urged or accused, where the cue names them


@dataclass(frozen=True, slots=True)
class ResolvedRecord:
    """A short form of a bullet, replaced by the actor's name whose place is `span`."""

    source: str
    target: str
    span: Place


@dataclass(frozen=True, slots=True)
class BulletRecord:
    """One line of the glance and the source text it stands on."""

    layer: ClassVar[str] = "briefkit_glance"
    text: str
    origin: str  # author | extracted
    spans: tuple[Place, ...]
    resolved: tuple[ResolvedRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class WarningRecord:
    """What a careful reader should know."""

    layer: ClassVar[str] = "briefkit_warnings"
    code: str
    message: str
    spans: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class AnchorRecord:
    """The day of publication and where it was learned: option, metadata or dateline."""

    layer: ClassVar[str] = "briefkit_anchor"
    published: str  # ISO 8601 date
    source: str


@dataclass(frozen=True, slots=True)
class BlockRecord:
    """A block of the layout; see `briefkit.layout`."""

    layer: ClassVar[str] = "briefkit_layout"
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class TurnRecord(Turn):
    """What one speaker of a conversation says; see `briefkit.layout`."""

    layer: ClassVar[str] = "briefkit_turns"


R = TypeVar("R", bound=Any)


def store(doc: Doc, record_type: type[R], found: Sequence[R]) -> None:
    """Keep `found` as the layer of `record_type`, in place of what was there."""
    doc.user_data[record_type.layer] = msgspec.to_builtins(list(found))
    show(doc, record_type.layer, found)


def has_layer(doc: Doc, record_type: type[Any]) -> bool:
    """Whether the component of this layer has run."""
    return record_type.layer in doc.user_data


def records(doc: Doc, record_type: type[R]) -> tuple[R, ...]:
    """The layer of `record_type`, or () where its component has not run."""
    raw = doc.user_data.get(record_type.layer, ())
    return tuple(msgspec.convert(raw, list[record_type]))  # type: ignore[valid-type]


def published(doc: Doc) -> Day | None:
    """The day of publication, as far as anything told it before."""
    anchor = next(iter(records(doc, AnchorRecord)), None)
    try:
        return Day.fromisoformat(anchor.published[:10]) if anchor else None
    except ValueError:
        return None


def warn(doc: Doc, code: str, message: str, spans: Sequence[Place] = ()) -> None:
    """Add a warning to the brief of this article."""
    warning = WarningRecord(code, message, tuple(spans))
    store(doc, WarningRecord, [*records(doc, WarningRecord), warning])
