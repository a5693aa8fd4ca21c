"""What was said in all articles: each quote once, with its versions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from briefkit.schema import Brief, Polarity, Quote, QuoteKind
from briefkit.stories.cast import Cast
from briefkit.stories.evidence import Evidence, within
from briefkit.stories.matching import put_together
from briefkit.stories.names import plain
from briefkit.stories.schema import Contradiction, Relation, Spans, StoryQuote, Version
from briefkit.stories.store import Store, Table
from briefkit.stories.versions import Wording, left_out, relation
from briefkit.stories.words import Rarity, number_of

# Two texts that share five words in a row share one of the runs that are kept of both.
_RUN, _WINDOW = 3, 3
_RARE = 4
# A saying of fewer words may be anybody's.
_WORDS_OF_ONE = 6


class Said(Struct, frozen=True, dict=True):
    """A quote as it waits on disk; `length` is in words, `meant` are ids of actors.

    Set when all are known: `who`, the actor of the story who says it, if one does, and what it is
    of the quote that leads.
    """

    article: int
    text: str
    kind: QuoteKind
    length: int
    actor: str | None
    speaker: str | None
    spans: Spans
    day: str | None
    polarity: Polarity
    cue: str | None
    meant: tuple[str, ...]
    who: int | None = None
    leader: int | None = None
    relation: Relation = "same"
    number: int = 0

    @cached_property
    def wording(self) -> Wording:
        return Wording(self.text, self.kind != "indirect")


class Quotes:
    """Takes the quotes of briefs and finds those that are one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rarity = Rarity()
        self._disputes: list[tuple[Said, Said]] = []
        """Pairs of quotes in the same words that are given to two."""
        self._said = Table(store, "said", Said)

    def add(self, article: int, evidence: Evidence) -> None:
        """The quotes of one article."""
        brief = evidence.brief
        for quote in brief.quotes:
            wording = Wording(quote.text, quote.kind != "indirect")
            self._rarity.add(wording.stems)
            # A nameless "his lawyer" speaks for somebody too.
            nameless = (quote.speaker_span,) if quote.speaker_span and quote.actor is None else ()
            self._said.add(
                Said(
                    article, quote.text, quote.kind, len(wording.plain), quote.actor,
                    quote.speaker, quote.spans, day_of(quote, brief), quote.polarity,
                    quote.cue, evidence.meant(*nameless, *quote.spans),
                )
            )  # fmt: skip

    def gather(self) -> None:
        """Find what is one, the fullest of the speaker's own words leading."""
        self._store.run(
            "UPDATE said SET who = (SELECT who FROM actors"
            " WHERE actors.article = said.article AND actors.actor = said.actor)"
        )
        order = "ORDER BY kind = 'indirect', kind, length DESC, article, number"
        put_together(self._said, order, self._keys, self._takes, whole_first=True)
        pairs = self._store.run("SELECT leader, number FROM said ORDER BY leader").fetchall()
        for leader, number in pairs:
            full, other = self._said.at(leader).wording, self._said.at(number).wording
            self._said.set(number, "relation", relation(full, other, self._rarity))

    def _keys(self, row: Said) -> list[int]:
        """All words, whoever says them; runs of words and rare ones of the same speaker.

        Runs of somebody's own words are looked for without the speaker too: "she" may be anybody.
        """
        words, who = row.wording.plain, row.who
        runs = [number_of(*words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)]
        kept = {min(runs[i : i + _WINDOW]) for i in range(max(1, len(runs) - _WINDOW + 1)) if runs}
        voices = {who, row.speaker and plain(row.speaker)} - {None}
        if row.kind == "direct" and len(words) >= _WORDS_OF_ONE:
            voices.add("")
        keys = [number_of(*words)] + [number_of(voice, run) for voice in voices for run in kept]
        if who is not None:
            keys += [number_of(who, word) for word in self._rarity.rarest(row.wording.stems, _RARE)]
        return keys

    def _takes(self, first: Said, row: Said) -> bool:
        if first.polarity != row.polarity:
            return False  # a denial is another statement
        one = _same_speaker(first, row)
        if one is False:
            own_words = row.wording.own_words and row.length >= _WORDS_OF_ONE
            is_between = first.article != row.article
            if own_words and is_between and first.wording.plain == row.wording.plain:
                self._disputes.append((first, row))
            return False
        found = relation(first.wording, row.wording, self._rarity)
        if one or found is None:
            return found is not None
        # Without a speaker to agree on, only the words can tell.
        long = row.length >= _WORDS_OF_ONE
        return long and (found == "same" or (found == "shortened" and _holds(first, row)))

    def items(self, cast: Cast) -> Iterator[StoryQuote]:
        """The quotes in the order in which they were said or first printed."""
        order = (
            "JOIN articles a ON a.number = article GROUP BY leader"
            " ORDER BY coalesce(min(day) FILTER (WHERE relation = 'same'), min(a.published), '~'),"
            " min(article), min(said.number)"
        )
        for place, leader in enumerate(self._said.numbers(order, column="leader"), 1):
            yield self._item(place, leader, cast)

    def _item(self, place: int, leader: int, cast: Cast) -> StoryQuote:
        full = self._said.at(leader)
        rows = list(self._said.rows("WHERE leader = ? ORDER BY article, number", leader))
        who = next((row.who for row in (full, *rows) if row.who is not None), None)
        speaker = next((row.speaker for row in (full, *rows) if row.speaker), full.speaker)
        id, name = (None, speaker) if who is None else cast.entry(who)
        published = (self._store.articles.at(row.article).published for row in rows)
        days = [day for day in published if day]
        # When the full words were said, only an article that has them can tell.
        said = [row.day for row in rows if row.day and row.relation == "same"]
        return StoryQuote(
            id=f"q{place}",
            actor=id,
            speaker=name,
            text=full.text,
            about=cast.ids(full.article, full.meant),
            kind=full.kind,
            polarity=full.polarity,
            cue=full.cue,
            said=min(said, default=None),
            first=min(days, default=None),
            last=max(days, default=None),
            versions=tuple(self._version(full, row) for row in rows),
        )

    def _version(self, full: Said, row: Said) -> Version:
        cut = row.relation in ("shortened", "overlapping")
        lacks = left_out(full.wording, row.wording) if cut else ()
        return Version(self._store.id(row.article), row.text, row.spans, row.relation, lacks)

    def contradictions(self) -> Iterator[Contradiction]:
        """The same words that are given to two."""
        for pair in self._disputes:
            one, other = (
                self._store.claim(row.article, row.speaker or "", row.text, row.spans)
                for row in pair
            )
            message = f"said by {one.value} or by {other.value}: “{one.text}”"
            yield Contradiction("different-speakers", message, (one, other))


def _same_speaker(one: Said, other: Said) -> bool | None:
    """Whether two quotes are one's; None where an article does not say."""
    if one.who is not None and other.who is not None:
        return one.who == other.who
    if one.speaker is None or other.speaker is None:
        return None
    return plain(one.speaker) == plain(other.speaker) or None


def _holds(full: Said, other: Said) -> bool:
    """Whether the words of one are a stretch of the other's, word for word."""
    words, part = (f" {' '.join(row.wording.plain)} " for row in (full, other))
    return part in words


def day_of(quote: Quote, brief: Brief) -> str | None:
    """The day of a date that belongs to the words around a quote, and not into it or another.

    Of several the one that tells an event and stands nearest: "said yesterday, for the first time
    since the fire on Monday".
    """
    place = quote.cue_span or quote.speaker_span
    if place is None:
        return None
    found = [
        (
            date.event_span[1] - date.event_span[0], date.tense is None,
            abs(date.span[0] - place[0]), date.start,
        )
        for date in brief.dates
        if date.event_span and within(place, date.event_span)
        and date.start and date.start == date.end
        and not any(
            start <= date.span[0] < end and not start <= place[0] < end
            for other in brief.quotes for start, end in other.spans
        )
        and not (brief.published and date.start > brief.published)
    ]  # fmt: skip
    return min(found)[-1] if found else None
