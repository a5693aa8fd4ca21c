"""What a brief says, read once for all parts of a story: its sentences, and who is meant where."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from briefkit.schema import Actor, Brief, DateMention, Span
from briefkit.stories.names import sex_said
from briefkit.stories.schema import Spans

_PRONOUNS = {"he": "male", "him": "male", "his": "male", "himself": "male",
             "she": "female", "her": "female", "hers": "female", "herself": "female"}  # fmt: skip
_LONGEST = max(map(len, _PRONOUNS))
_LEAST_TO_PLACE = 20


class Sentence(NamedTuple):
    """A sentence or clause of an article; `day` is that of its event, where it is settled.

    `is_quote`: it is what somebody says; `speaker` is who says it, in the words of the article,
    and `own_words` whether the words are the speaker's.
    """

    text: str
    spans: Spans
    day: str | None = None
    is_quote: bool = False
    speaker: tuple[str, Span] | None = None
    own_words: bool = False

    def with_speaker(self, text: str) -> tuple[str, Spans]:
        """The text behind who says it, and the places of both."""
        if self.speaker is None:
            return text, self.spans
        said_by, place = self.speaker
        return f"{said_by}: {text}", (place, *self.spans)


class Evidence:
    """A brief, and what several parts of a story ask of it."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief

    @cached_property
    def pieces(self) -> list[tuple[int, str]]:
        """Stretches of the article's text that the brief holds word for word, with their starts."""
        brief = self.brief
        found = [(date.event, date.event_span) for date in brief.dates]
        for quote in brief.quotes:
            found.append((quote.speaker_text, quote.speaker_span))
            if len(quote.spans) == 1:
                found.append((quote.text, quote.spans[0]))
        found += [
            (bullet.text, bullet.spans[0])
            for bullet in brief.at_a_glance
            if len(bullet.spans) == 1 and not bullet.resolved
        ]
        # Where the text was folded, nothing within it stands where it is counted.
        return [
            (span[0], text) for text, span in found if text and span
            and len(text) == span[1] - span[0]
        ]  # fmt: skip

    @cached_property
    def _mentions(self) -> list[tuple[int, int, str]]:
        return sorted(
            (*span, actor.id)
            for actor in self.brief.actors
            if actor.type in ("person", "organization")
            for span in actor.mentions
        )

    def meant(self, *spans: Span) -> str:
        """Who is meant there, by name, noun or pronoun: ids in their order, a space between."""
        found: dict[str, None] = {}
        for first, last in spans:
            for start, end, actor in self._mentions[bisect_left(self._mentions, (first,)) :]:
                if start >= last:
                    break
                if end <= last:
                    found[actor] = None
        return " ".join(found)

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
                open_day = date.start != date.end or self._is_of_saying(date)
                day, spans = None if open_day else date.start, (date.event_span,)
                found.append(Sentence(date.event, spans, day, self.is_said(date.event_span)))
        for quote in brief.quotes:
            by = None
            if quote.speaker_text and quote.speaker_span:
                by = quote.speaker_text, quote.speaker_span
            own = quote.kind == "direct"
            found.append(Sentence(quote.text, quote.spans, None, True, by, own))
        found += [Sentence(bullet.text, bullet.spans) for bullet in brief.at_a_glance]
        found += [Sentence(brief.lede, self.lede_place)] if brief.lede else []
        found += [Sentence(brief.headline, ())] if brief.headline else []
        return found

    def is_said(self, span: Span) -> bool:
        """Whether a clause lies within somebody's words: without the speaker it reads as a fact."""
        return any(
            within(span, spoken)
            for quote in self.brief.quotes
            if quote.kind == "direct"
            for spoken in quote.spans
        )

    def _is_of_saying(self, date: DateMention) -> bool:
        """Whether somebody reports something on this day, which may have happened on another."""
        around = date.event_span or date.span
        return any(
            quote.kind == "indirect"
            and quote.cue_span
            and around[0] <= quote.cue_span[0] < around[1]
            and not any(start <= date.span[0] < end for start, end in quote.spans)
            for quote in self.brief.quotes
        )

    def reported(self, span: Span) -> str | None:
        """What somebody is reported to say around a place."""
        for quote in self.brief.quotes:
            if any(within(span, around) for around in quote.spans):
                return quote.text if quote.kind == "indirect" else None
        return None

    @cached_property
    def lede_place(self) -> Spans:
        """Where the lede stands, told from an item in it; nothing where there is none."""
        lede = self.brief.lede or ""
        for start, text in self.pieces:
            if len(text) >= _LEAST_TO_PLACE and lede.count(text) == 1:
                begin = start - lede.index(text)
                return ((begin, begin + len(lede)),) if begin >= 0 else ()
        return ()

    def sex(self, actor: Actor) -> str | None:
        """What the role, a title or most of the pronouns for a person say, if anything.

        Of pronouns it has a question mark: a brief may give some to the wrong one.
        """
        if actor.type != "person":
            return None
        if said := sex_said(actor.role, actor.name):
            return said
        words = (self._words(span) for span in actor.mentions if span[1] - span[0] <= _LONGEST)
        counts = Counter(_PRONOUNS[word] for word in words if word in _PRONOUNS).most_common()
        if not counts or (len(counts) > 1 and counts[0][1] <= 2 * counts[1][1]):
            return None
        return f"{counts[0][0]}?"

    def _words(self, span: Span) -> str:
        """The text of a place, in small letters, where the brief holds it."""
        for begin, text in self.pieces:
            if within(span, (begin, begin + len(text))):
                return text[span[0] - begin : span[1] - begin].lower()
        return ""


def within(span: Span, around: Span) -> bool:
    """Whether a place lies in another one."""
    return around[0] <= span[0] and span[1] <= around[1]
