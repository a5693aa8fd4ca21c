"""(Article, Doc) to Brief: the one reader of what the components left on a Doc."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from briefkit import __version__
from briefkit.components.records import (
    ActorRecord,
    AnchorRecord,
    BulletRecord,
    DateRecord,
    QuoteRecord,
    WarningRecord,
    records,
)
from briefkit.schema import (
    SCHEMA_VERSION,
    Actor,
    ActorType,
    Attribution,
    Brief,
    Bullet,
    BulletOrigin,
    DateAnchor,
    DateMention,
    EventTense,
    Pipeline,
    Polarity,
    PublishedFrom,
    Quote,
    QuoteKind,
    Source,
    Span,
    TimexMod,
    TimexType,
    Warning,
)
from briefkit.text import fold, unquote

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefkit.reading import Article


def assemble(article: Article, doc: Doc, model: str) -> Brief:
    """The brief of an article from its annotated Doc. `model` is its name and version."""
    text = article.text
    anchor = next(iter(records(doc, AnchorRecord)), None)
    found = records(doc, ActorRecord)
    names = {actor.id: actor.name for actor in found}
    headline, lede = _headline_and_lede(article)
    return Brief(
        schema_version=SCHEMA_VERSION,
        source=Source(
            id=article.id,
            path=article.path,
            url=article.url,
            sha256=article.sha256,
            language=article.language,
            words=article.words,
        ),
        headline=headline,
        authors=article.authors,
        published=anchor.published if anchor else None,
        published_from=cast("PublishedFrom", anchor.source) if anchor else None,
        lede=lede,
        at_a_glance=tuple(_bullet(record) for record in records(doc, BulletRecord)),
        actors=tuple(_actor(record) for record in found if record.acts),
        places=tuple(_actor(record) for record in found if not record.acts),
        dates=tuple(_date(text, record) for record in records(doc, DateRecord)),
        quotes=tuple(_quote(text, record, names) for record in records(doc, QuoteRecord)),
        warnings=(
            *article.warnings,
            *(Warning(w.code, w.message, _spans(w.spans)) for w in records(doc, WarningRecord)),
        ),
        pipeline=Pipeline(__version__, model, doc.user_data.get("briefkit_bullets")),
    )


def _headline_and_lede(article: Article) -> tuple[str | None, str | None]:
    """The title that metadata or layout tells, and the standfirst or else the first paragraph."""
    headline = article.title
    for block in article.blocks:
        if block.kind == "headline" and not headline:
            headline = fold(article.text[block.start : block.end])
        if block.kind in ("standfirst", "paragraph"):
            return headline, fold(article.text[block.start : block.end])
    return headline, None


def _spans(places: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in places)


def _bullet(record: BulletRecord) -> Bullet:
    return Bullet(
        text=record.text,
        origin=cast("BulletOrigin", record.origin),
        spans=_spans(record.spans),
        resolved=tuple({"from": r.source, "to": r.target, "span": r.span} for r in record.resolved),
    )


def _actor(record: ActorRecord) -> Actor:
    return Actor(
        id=record.id,
        name=record.name,
        type=cast("ActorType", record.type),
        role=record.role,
        affiliation=record.affiliation,
        aliases=record.aliases,
        salience=round(record.salience, 2),
        mentions=tuple((mention.start, mention.end) for mention in record.mentions),
    )


def _date(text: str, record: DateRecord) -> DateMention:
    event = record.event
    return DateMention(
        text=fold(text[record.start : record.end]),
        type=cast("TimexType", record.type),
        value=record.value,
        mod=cast("TimexMod | None", record.mod),
        start=record.start_day,
        end=record.end_day,
        anchor=cast("DateAnchor | None", record.anchor),
        anchor_span=record.anchor_place,
        tense=cast("EventTense | None", record.tense),
        span=(record.start, record.end),
        event=fold(text[event[0] : event[1]]) if event else None,
        event_span=event,
    )


def _quote(text: str, record: QuoteRecord, names: dict[str, str]) -> Quote:
    words = fold(text[slice(*record.speaker)]) if record.speaker else None
    return Quote(
        text=" ".join(unquote(text[start:end]) for start, end in record.spans),
        kind=cast("QuoteKind", record.kind),
        speaker=names.get(record.actor, words) if record.actor else words,
        actor=record.actor,
        speaker_text=words,
        speaker_span=record.speaker,
        cue=fold(text[slice(*record.cue)]) if record.cue else None,
        cue_span=record.cue,
        spans=_spans(record.spans),
        attribution=cast("Attribution", record.attribution),
        polarity=cast("Polarity", record.polarity),
    )
