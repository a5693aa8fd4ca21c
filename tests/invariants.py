"""What must hold of every brief, whatever the article: the contract's rules, as one function."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterable, Iterator

from briefkit.schema import Brief, DateMention, Quote, Span
from briefkit.text import quoted_words

_MARKS = "\"'“”‘’«»‹›„‚`´ "
_WORDS = re.compile(r"\w+")


def faults(brief: Brief, text: str) -> list[str]:
    """The rules that a brief of `text` breaks, in words; [] where it keeps them all."""
    return [*_source(brief, text), *_places(brief, text), *_actors(brief, text),
            *_dates(brief, text), *_quotes(brief, text), *_bullets(brief, text)]  # fmt: skip


def _source(brief: Brief, text: str) -> Iterator[str]:
    if brief.source.sha256 != hashlib.sha256(text.encode()).hexdigest():
        yield "source.sha256 is not that of the text"
    if brief.source.words != len(text.split()):
        yield "source.words is not the number of words"
    if (brief.published is None) != (brief.published_from is None):
        yield "published and published_from contradict each other"


def _places(brief: Brief, text: str) -> Iterator[str]:
    for where, span in _spans(brief):
        if not 0 <= span[0] < span[1] <= len(text):
            yield f"{where}: {span} is no place in a text of {len(text)}"


def _spans(brief: Brief) -> Iterator[tuple[str, Span]]:
    """Every place of a brief with the name of its field."""
    for bullet in brief.at_a_glance:
        yield from (("at_a_glance", span) for span in bullet.spans)
        yield from (("at_a_glance.resolved", each["span"]) for each in bullet.resolved)
    for actor in (*brief.actors, *brief.places):
        yield from ((f"actors {actor.name!r}", span) for span in actor.mentions)
    for date in brief.dates:
        yield "dates", date.span
        if date.event_span:
            yield "dates.event", date.event_span
    for quote in brief.quotes:
        yield from (("quotes", span) for span in quote.spans)
        yield from (("quotes.speaker", span) for span in [quote.speaker_span] if span)
        yield from (("quotes.cue", span) for span in [quote.cue_span] if span)
    for warning in brief.warnings:
        yield from ((f"warnings {warning.code}", span) for span in warning.spans)


def _actors(brief: Brief, text: str) -> Iterator[str]:
    both = (*brief.actors, *brief.places)
    if len({actor.id for actor in both}) != len(both):
        yield "ids of actors are not unique"
    if brief.actors and brief.actors[0].salience != 1.0:
        yield f"the first actor's salience is {brief.actors[0].salience}"
    for found in (brief.actors, brief.places):
        salience = [actor.salience for actor in found]
        if salience != sorted(salience, reverse=True) or not all(0 <= s <= 1 for s in salience):
            yield f"salience is not falling from 1 to 0: {salience}"
    for actor in both:
        if not actor.mentions or list(actor.mentions) != sorted(set(actor.mentions)):
            yield f"mentions of {actor.name!r} are not sorted and unique: {actor.mentions}"
        for words in (actor.name, *actor.aliases, *([actor.role] if actor.role else [])):
            if not words.strip() or not all(word in text for word in _WORDS.findall(words)):
                yield f"not the words of the article: {words!r}"
        if actor.name in actor.aliases or len(set(actor.aliases)) != len(actor.aliases):
            yield f"aliases of {actor.name!r} repeat: {actor.aliases}"


def _dates(brief: Brief, text: str) -> Iterator[str]:
    if list(brief.dates) != sorted(brief.dates, key=lambda date: date.span):
        yield "dates are not in text order"
    for before, after in zip(brief.dates, brief.dates[1:], strict=False):
        if after.span[0] < before.span[1]:
            yield f"dates overlap: {before.span} {after.span}"
    for date in brief.dates:
        if _bare(text[slice(*date.span)]) != _bare(date.text):
            yield f"the date {date.text!r} does not stand at {date.span}"
        if (date.event is None) != (date.event_span is None):
            yield f"event without its place, or a place without its event: {date.event!r}"
        if date.event_span and _bare(text[slice(*date.event_span)]) != _bare(date.event or ""):
            yield f"the event {date.event!r} does not stand at {date.event_span}"
        if (date.anchor == "text") != (date.anchor_span is not None):
            yield f"anchored in the text without a place, or a place without it: {date.text!r}"
        yield from _days(date)


def _days(date: DateMention) -> Iterator[str]:
    try:
        days = [datetime.date.fromisoformat(day) for day in (date.start, date.end) if day]
    except ValueError:
        yield f"not ISO dates: {date.start!r} {date.end!r}"
    else:
        if days != sorted(days):
            yield f"{date.text!r} ends before it starts: {date.start} {date.end}"


def _quotes(brief: Brief, text: str) -> Iterator[str]:
    starts = [quote.spans[0] for quote in brief.quotes]
    if starts != sorted(starts):
        yield "quotes are not in text order"
    names = {actor.id: actor.name for actor in (*brief.actors, *brief.places)}
    for quote in brief.quotes:
        yield from _quote(quote, names, text)


def _quote(quote: Quote, names: dict[str, str], text: str) -> Iterator[str]:
    if any(b[0] < a[1] for a, b in zip(quote.spans, quote.spans[1:], strict=False)):
        yield f"the parts of a quote are out of order or overlap: {quote.spans}"
    words = quoted_words(text, quote.spans)
    if _bare(words) != _bare(quote.text):
        yield f"the quote {quote.text!r} does not stand at its places: {words!r}"
    if quote.actor is not None and quote.speaker != names.get(quote.actor):
        yield f"the speaker {quote.speaker!r} is not the name of {quote.actor}"
    if quote.speaker is None and quote.attribution != "none":
        yield f"attribution {quote.attribution} without a speaker"
    for what, span in ((quote.speaker_text, quote.speaker_span), (quote.cue, quote.cue_span)):
        if (what is None) != (span is None):
            yield f"words without a place, or a place without words: {what!r} {span}"
        if span and _bare(text[slice(*span)]) != _bare(what or ""):
            yield f"{what!r} does not stand at {span}"


def _bullets(brief: Brief, text: str) -> Iterator[str]:
    for bullet in brief.at_a_glance:
        source = " ".join(text[start:end] for start, end in bullet.spans)
        if not _in_order(_WORDS.findall(bullet.text), _WORDS.findall(source)):
            yield f"the bullet {bullet.text!r} is not made of {source!r}"
        for each in bullet.resolved:
            if _bare(text[slice(*each["span"])]) != _bare(each["to"]):
                yield f"{each['to']!r} does not stand at {each['span']}"


def _in_order(words: Iterable[str], source: Iterable[str]) -> bool:
    """Whether all words stand in the source in the same order; case aside, as a bullet begins big."""
    rest = iter([word.casefold() for word in source])
    return all(word.casefold() in rest for word in words)


def _bare(text: str) -> str:
    """White space folded, outer quotation marks off."""
    return " ".join(text.split()).strip(_MARKS)
