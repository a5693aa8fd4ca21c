"""The sentences that a brief holds, with their places: what figures and news are read from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefkit.schema import Brief, DateMention, Span
from briefkit.stories.evidence import pieces
from briefkit.stories.schema import Spans

_LEAST_TO_PLACE = 20


class Claim(NamedTuple):
    """A sentence or clause of an article; `day` is that of its event, where it is settled.

    `is_quote`: it is what somebody says; `speaker` is who says it, in the words of the article,
    and `own_words` whether the words are the speaker's.
    """

    text: str
    spans: Spans
    day: str | None
    is_quote: bool = False
    speaker: tuple[str, Span] | None = None
    own_words: bool = False


def claims(brief: Brief) -> Iterator[Claim]:
    """Dated clauses, quotes, bullets, lede and headline, the most exactly placed first.

    A brief does not say where the lede stands, unless another item of it stands in it; a headline
    has no place at all.
    """
    for date in brief.dates:
        if date.event and date.event_span:
            open_day = date.start != date.end or _is_of_saying(brief, date)
            settled = None if open_day else date.start
            said = is_said(brief, date.event_span)
            yield Claim(date.event, (date.event_span,), settled, is_quote=said)
    for quote in brief.quotes:
        by = None
        if quote.speaker_text and quote.speaker_span:
            by = quote.speaker_text, quote.speaker_span
        own = quote.kind == "direct"
        yield Claim(quote.text, quote.spans, None, is_quote=True, speaker=by, own_words=own)
    for bullet in brief.at_a_glance:
        yield Claim(bullet.text, bullet.spans, None)
    if brief.lede:
        yield Claim(brief.lede, lede_place(brief), None)
    if brief.headline:
        yield Claim(brief.headline, (), None)


def is_said(brief: Brief, span: Span) -> bool:
    """Whether a clause lies within somebody's words: without the speaker it reads as a fact."""
    spoken = (quote.spans for quote in brief.quotes if quote.kind == "direct")
    return any(start <= span[0] and span[1] <= end for spans in spoken for start, end in spans)


def _is_of_saying(brief: Brief, date: DateMention) -> bool:
    """Whether somebody reports something on this day, which may have happened on another one."""
    first, last = date.event_span or date.span
    return any(
        quote.kind == "indirect" and quote.cue_span and first <= quote.cue_span[0] < last
        and not any(start <= date.span[0] < end for start, end in quote.spans)
        for quote in brief.quotes
    )  # fmt: skip


def reported(brief: Brief, span: Span) -> str | None:
    """What somebody is reported to say around a place."""
    for quote in brief.quotes:
        if any(start <= span[0] and span[1] <= end for start, end in quote.spans):
            return quote.text if quote.kind == "indirect" else None
    return None


def lede_place(brief: Brief) -> Spans:
    """Where the lede stands, told from an item that stands in it; nothing where there is none."""
    lede = brief.lede or ""
    for start, text in pieces(brief):
        if len(text) >= _LEAST_TO_PLACE and lede.count(text) == 1:
            begin = start - lede.index(text)
            return ((begin, begin + len(lede)),) if begin >= 0 else ()
    return ()
