"""(Article, Doc) to Brief: the one reader of what the components left on a Doc."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, cast

from spacy.tokens import Doc

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
from briefkit.layout import Cleaned, cleaned
from briefkit.reading import Article
from briefkit.schema import (
    SCHEMA_VERSION,
    Actor,
    Brief,
    Bullet,
    DateMention,
    Pipeline,
    Quote,
    Source,
    Span,
    Warning,
)
from briefkit.text import fold, quoted_words

_MOST_DATES = 20  # of one event
_LEAST_LEDE = 4  # words


def assemble(article: Article, doc: Doc, model: str) -> Brief:
    """The brief of an article from its annotated Doc. `model` is its name and version."""
    plain = cleaned(article.text, article.blocks)
    anchor = next(iter(records(doc, AnchorRecord)), None)
    found = [(record.acts, _actor(plain, record)) for record in records(doc, ActorRecord)]
    names = {actor.id: actor.name for _, actor in found}
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
        published_from=cast(Any, anchor.source) if anchor else None,
        lede=lede,
        at_a_glance=tuple(_bullet(plain, record) for record in records(doc, BulletRecord)),
        actors=tuple(actor for acts, actor in found if acts),
        places=tuple(actor for acts, actor in found if not acts),
        dates=_dates(plain, records(doc, DateRecord)),
        quotes=tuple(_quote(plain, record, names) for record in records(doc, QuoteRecord)),
        warnings=(
            *article.warnings,
            *(_warning(plain, record) for record in records(doc, WarningRecord)),
        ),
        pipeline=Pipeline(__version__, model, doc.user_data.get("briefkit_bullets")),
    )


def _headline_and_lede(article: Article) -> tuple[str | None, str | None]:
    """The title that metadata or layout tells, and the standfirst or else the first paragraph.

    A paragraph of a word or three is one only where there is no longer one: "Better call Saul?"
    """

    def told(*kinds: str) -> Iterator[str]:
        found = (block for block in article.blocks if block.kind in kinds)
        return (fold(article.text[block.start : block.end]) for block in found)

    headline = article.title or next(told("headline"), None)
    story = told("standfirst", "paragraph")
    lede = next((words for words in story if len(words.split()) >= _LEAST_LEDE), None)
    return headline, lede or next(told("standfirst", "paragraph"), None)


def _spans(plain: Cleaned, places: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(plain.place(start, end) for start, end in places)


def _warning(plain: Cleaned, record: WarningRecord) -> Warning:
    return Warning(record.code, record.message, _spans(plain, record.spans))


def _bullet(plain: Cleaned, record: BulletRecord) -> Bullet:
    # The short form stands at the head of the place behind that of the name.
    behind = dict(pairwise(record.spans))
    return Bullet(
        text=plain.words(record.text, record.spans),
        origin=cast(Any, record.origin),
        spans=_spans(plain, record.spans),
        resolved=tuple(
            {
                "from": plain.words(r.source, [behind[r.span]]),
                "to": plain.words(r.target, [r.span]),
                "span": plain.place(*r.span),
            }
            for r in record.resolved
        ),
    )


def _actor(plain: Cleaned, record: ActorRecord) -> Actor:
    mentions = [(mention.start, mention.end) for mention in record.mentions]
    whole = (0, len(plain.text))

    def words(name: str) -> str:
        if not plain.altered:
            return name
        # It stands in one of its mentions whole, or is put together from several.
        at = next((at for m in mentions if (at := plain.text.find(name, *m)) >= 0), None)
        return plain.words(name, [*mentions, whole] if at is None else [(at, at + len(name))])

    def told(role: str | None, place: Span) -> str | None:
        if role is None or not plain.altered:
            return role
        at = plain.text.find(role, *place)
        return plain.words(role, [(at, at + len(role)) if at >= 0 else whole])

    return Actor(
        id=record.id,
        name=words(record.name),
        type=cast(Any, record.type),
        role=told(record.role, record.role_span or whole),
        affiliation=told(record.affiliation, whole),
        aliases=tuple(dict.fromkeys(map(words, record.aliases))),
        salience=round(record.salience, 2),
        mentions=_spans(plain, mentions),
    )


def _dates(plain: Cleaned, found: Sequence[DateRecord]) -> tuple[DateMention, ...]:
    """The dates; a clause of very many is a list, and no event of any of them."""
    shared = Counter(record.event for record in found)
    return tuple(
        _date(plain, record, record.event if shared[record.event] <= _MOST_DATES else None)
        for record in found
    )


def _date(plain: Cleaned, record: DateRecord, clause: Span | None) -> DateMention:
    text, span = plain.source, plain.place(record.start, record.end)
    event = plain.place(*clause) if clause else None
    return DateMention(
        text=fold(text[slice(*span)]),
        type=cast(Any, record.type),
        value=record.value,
        mod=cast(Any, record.mod),
        start=record.start_day,
        end=record.end_day,
        anchor=cast(Any, record.anchor),
        anchor_span=plain.place(*record.anchor_place) if record.anchor_place else None,
        tense=cast(Any, record.tense),
        span=span,
        event=fold(text[slice(*event)]) if event else None,
        event_span=event,
    )


def _quote(plain: Cleaned, record: QuoteRecord, names: dict[str, str]) -> Quote:
    text, spans = plain.source, _spans(plain, record.spans)
    speaker = plain.place(*record.speaker) if record.speaker else None
    cue = plain.place(*record.cue) if record.cue else None
    whom = plain.place(*record.whom) if record.whom else None
    words = fold(text[slice(*speaker)]) if speaker else None
    return Quote(
        text=quoted_words(text, spans),
        kind=cast(Any, record.kind),
        speaker=names.get(record.actor, words) if record.actor else words,
        actor=record.actor,
        speaker_text=words,
        speaker_span=speaker,
        cue=fold(text[slice(*cue)]) if cue else None,
        cue_span=cue,
        spans=spans,
        attribution=cast(Any, record.attribution),
        confidence=record.confidence,
        polarity=cast(Any, record.polarity),
        whom=fold(text[slice(*whom)]) if whom else None,
        whom_span=whom,
    )
