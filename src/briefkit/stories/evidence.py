"""What a brief says, read once for all parts of a story: its sentences, and who is meant where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from briefkit.schema import Brief, Quote, Span
from briefkit.stories.schema import Spans

_LEAST_TO_PLACE = 20


class Sentence(NamedTuple):
    """A sentence or clause of an article; `day` is that of its event, where it is settled.

    `quote` is what it is a quote of; `is_said`: without its speaker it would read as a fact.
    """

    text: str
    spans: Spans
    day: str | None = None
    is_said: bool = False
    quote: Quote | None = None

    @property
    def own_words(self) -> bool:
        """Whether the words are a speaker's own."""
        return self.quote is not None and self.quote.kind == "direct"

    def with_speaker(self, text: str) -> tuple[str, Spans]:
        """The text behind who says it, in the words of the article, and the places of both."""
        if self.quote is None or self.quote.speaker_span is None:
            return text, self.spans
        return f"{self.quote.speaker_text}: {text}", (self.quote.speaker_span, *self.spans)


class Evidence:
    """A brief, and what several parts of a story ask of it."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief

    @cached_property
    def _mentions(self) -> list[tuple[int, int, str]]:
        return sorted(
            (*span, actor.id)
            for actor in self.brief.actors
            if actor.type in ("person", "organization")
            for span in actor.mentions
        )

    def meant(self, *spans: Span) -> tuple[str, ...]:
        """Who is meant there, by name, noun or pronoun: ids in their order."""
        found: dict[str, None] = {}
        for first, last in spans:
            for start, end, actor in self._mentions[bisect_left(self._mentions, (first,)) :]:
                if start >= last:
                    break
                if end <= last:
                    found[actor] = None
        return tuple(found)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Dated clauses, quotes, bullets, lede and headline, the most exactly placed first.

        A brief does not say where the lede stands, unless another item of it stands in it; a
        headline has no place at all.
        """
        brief = self.brief
        found: list[Sentence] = []
        for date in brief.dates:
            if date.event and date.event_span:
                day = date.start if date.start == date.end else None
                said = self.is_said(date.event_span)
                found.append(Sentence(date.event, (date.event_span,), day, said))
        for quote in brief.quotes:
            found.append(Sentence(quote.text, quote.spans, None, not quote.speaker_span, quote))
        found += [Sentence(bullet.text, bullet.spans) for bullet in brief.at_a_glance]
        found += [Sentence(brief.lede, self.lede_place)] if brief.lede else []
        found += [Sentence(brief.headline, ())] if brief.headline else []
        return found

    def is_said(self, span: Span) -> bool:
        """Whether a clause lies within somebody's words: without the speaker it reads as a fact."""
        return any(quote.kind == "direct" for quote in self._quotes_around(span))

    def reported(self, span: Span) -> str | None:
        """What somebody is reported to say around a place."""
        first = next(self._quotes_around(span), None)
        return first.text if first and first.kind == "indirect" else None

    def _quotes_around(self, span: Span) -> Iterator[Quote]:
        for quote in self.brief.quotes:
            if any(within(span, around) for around in quote.spans):
                yield quote

    @cached_property
    def lede_place(self) -> Spans:
        """Where the lede stands, told from an item in it; nothing where there is none."""
        lede = self.brief.lede or ""
        for text, spans in self._texts():
            # Where the text was folded, nothing within it stands where it is counted.
            is_whole = len(spans) == 1 and len(text) == spans[0][1] - spans[0][0]
            if is_whole and len(text) >= _LEAST_TO_PLACE and lede.count(text) == 1:
                begin = spans[0][0] - lede.index(text)
                return ((begin, begin + len(lede)),) if begin >= 0 else ()
        return ()

    def _texts(self) -> Iterator[tuple[str, Spans]]:
        for date in self.brief.dates:
            yield date.event or "", (date.event_span,) if date.event_span else ()
        for quote in self.brief.quotes:
            yield quote.speaker_text or "", (quote.speaker_span,) if quote.speaker_span else ()
            yield quote.text, quote.spans
        for bullet in self.brief.at_a_glance:
            yield bullet.text, bullet.spans


def within(span: Span, around: Span) -> bool:
    """Whether a place lies in another one."""
    return around[0] <= span[0] and span[1] <= around[1]
