"""What was said in all articles: each quote once, with its versions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from briefkit.schema import Brief, Polarity, Quote, QuoteKind, Span
from briefkit.stories.cast import Cast
from briefkit.stories.evidence import Meant
from briefkit.stories.matching import Index, lead
from briefkit.stories.names import plain
from briefkit.stories.opposed import differ
from briefkit.stories.schema import StoryQuote, Version
from briefkit.stories.store import Store, places, written
from briefkit.stories.versions import Wording, left_out, relation
from briefkit.stories.words import Rarity, number_of

# Two texts that share five words in a row share one of the runs that are kept of both.
_RUN, _WINDOW = 3, 3
_RARE = 4
# A saying of fewer words may be anybody's.
_WORDS_OF_ONE = 6
_KINDS: tuple[QuoteKind, ...] = ("direct", "mixed", "indirect")


class Row(NamedTuple):
    """A quote as it waits on disk."""

    wording: Wording
    who: int | None
    speaker: str | None
    polarity: Polarity
    is_direct: bool


class Quotes:
    """Takes the quotes of briefs and finds those that are one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rarity = Rarity()
        self.disputes: list[tuple[int, int]] = []
        """Pairs of quotes in the same words that are given to two."""
        store.run(
            "CREATE TABLE said (number INTEGER PRIMARY KEY, article INT, text TEXT, kind INT,"
            " length INT, actor TEXT, speaker TEXT, spans TEXT, day TEXT, polarity TEXT, cue TEXT,"
            " words INT, meant TEXT, who INT, leader INT, relation TEXT, fullest INT)"
        )
        # The cache of a method would keep this object, and all its rows, beyond the story.
        self._row = lru_cache(4096)(partial(_read, store))

    def add(self, number: int, brief: Brief) -> None:
        """The quotes of one article."""
        meant = Meant(brief)
        for quote in brief.quotes:
            wording = Wording(quote.text, quote.kind != "indirect")
            self._rarity.add(wording.stems)
            self._store.run(
                "INSERT INTO said VALUES"
                " (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL)",
                (number, quote.text, _KINDS.index(quote.kind), len(wording.plain), quote.actor,
                 quote.speaker, written(quote.spans), _day(quote, brief), quote.polarity, quote.cue,
                 number_of(*wording.plain), meant.within(*_sides(quote))),
            )  # fmt: skip

    def gather(self) -> None:
        """Find what is one, the fullest of the speaker's own words leading."""
        run = self._store.run
        run(
            "UPDATE said SET who = (SELECT who FROM actors JOIN cast USING (profile)"
            " WHERE actors.article = said.article AND actors.actor = said.actor)"
        )
        index = Index(self._store, "said")
        order = run(
            "SELECT number FROM said ORDER BY kind, length DESC, article, number"
        ).fetchall()
        for (number,) in order:
            row = self._row(number)
            keys = self._keys(row)
            leader = lead(index, number, keys, self._takes, whole=keys[0])
            full = self._row(leader)
            told = "same" if leader == number else relation(full.wording, row.wording, self._rarity)
            run("UPDATE said SET leader = ?, relation = ? WHERE number = ?", (leader, told, number))
            if row.wording.values > self._values(leader):
                run("UPDATE said SET fullest = ? WHERE number = ?", (number, leader))
        run("CREATE INDEX by_leader ON said (leader, article, number)")

    def _values(self, leader: int) -> frozenset[float]:
        """The figures of the version of a quote that has most of them."""
        (fullest,) = self._store.run(
            "SELECT coalesce(fullest, number) FROM said WHERE number = ?", (leader,)
        ).fetchone()
        return self._row(fullest).wording.values

    def _keys(self, row: Row) -> list[int]:
        """All words, whoever says them; runs of words and rare ones of the same speaker.

        Runs of somebody's own words are looked for without the speaker too: "she" may be anybody.
        """
        words = row.wording.plain
        runs = [number_of(*words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)]
        kept = {min(runs[i : i + _WINDOW]) for i in range(max(1, len(runs) - _WINDOW + 1)) if runs}
        voices = {row.who, row.speaker and plain(row.speaker)} - {None}
        said = [number_of(voice, run) for voice in voices for run in kept]
        if row.is_direct and len(words) >= _WORDS_OF_ONE:
            said += [number_of("", run) for run in kept]
        if row.who is not None:
            rare = self._rarity.rarest(row.wording.stems, _RARE)
            said += [number_of(row.who, word) for word in rare]
        return [number_of(*words), *said]

    def _takes(self, leader: int, number: int) -> bool:
        row = self._row(number)
        who, polarity, words = self._store.run(
            "SELECT who, polarity, words FROM said WHERE number = ?", (leader,)
        ).fetchone()
        if polarity != row.polarity:
            return False  # a denial is another statement
        if None not in (who, row.who) and who != row.who and words != number_of(*row.wording.plain):
            return False  # told without reading what it says
        if row.wording.values and differ(self._values(leader), row.wording.values):
            return False  # a figure that another version has differently
        first = self._row(leader)
        one = _same_speaker(first, row)
        if one is False:
            self._note_dispute(leader, number)
            return False
        found = relation(first.wording, row.wording, self._rarity)
        # Without a speaker to agree on, only the words can tell.
        long = len(row.wording.plain) >= _WORDS_OF_ONE
        anybody = found == "same" or (found == "shortened" and _holds(first, row))
        return found is not None and (one is True or (anybody and long))

    def _note_dispute(self, leader: int, number: int) -> None:
        """Note that two are given the same words, once for each quote."""
        first, row = self._row(leader).wording, self._row(number).wording
        long = row.own_words and len(row.plain) >= _WORDS_OF_ONE
        known = self.disputes and self.disputes[-1][1] == number
        if long and first.plain == row.plain and not known:
            self.disputes.append((leader, number))

    def items(self, cast: Cast) -> Iterator[StoryQuote]:
        """The quotes in the order in which they were said or first printed."""
        order = self._store.run(
            "SELECT leader FROM said JOIN articles a ON a.number = article GROUP BY leader"
            " ORDER BY coalesce(min(day) FILTER (WHERE relation = 'same'), min(a.published), '~'),"
            " min(article), min(said.number)"
        ).fetchall()
        for place, (leader,) in enumerate(order, 1):
            yield self._item(place, leader, cast)

    def _item(self, place: int, leader: int, cast: Cast) -> StoryQuote:
        full = self._row(leader)
        versions, days, said = [], [], []
        who, speaker = full.who, full.speaker
        for id, published, text, kind, spans, day, told, other, name in self._store.run(
            "SELECT a.id, a.published, text, kind, spans, day, relation, who, speaker FROM said"
            " JOIN articles a ON a.number = article WHERE leader = ? ORDER BY article, said.number",
            (leader,),
        ):
            cut = told in ("shortened", "overlapping")
            lacks = left_out(full.wording, Wording(text, kind < 2)) if cut else ()
            versions.append(Version(id, text, places(spans), told, lacks))
            days += [published] if published else []
            # When the full words were said, only an article that has them can tell.
            said += [day] if day and told == "same" else []
            who, speaker = who if who is not None else other, speaker or name
        article, meant, kind, cue = self._store.run(
            "SELECT article, meant, kind, cue FROM said WHERE number = ?", (leader,)
        ).fetchone()
        return StoryQuote(
            f"q{place}",
            None if who is None else cast.id(who),
            speaker if who is None else cast.name(who),
            full.wording.text,
            _KINDS[kind],
            full.polarity,
            cue,
            min(said, default=None),
            min(days, default=None),
            max(days, default=None),
            tuple(versions),
            about=cast.ids(article, meant),
        )


def _holds(full: Row, other: Row) -> bool:
    """Whether the words of one are a stretch of the other's, word for word."""
    words, part = (f" {' '.join(row.wording.plain)} " for row in (full, other))
    return full.is_direct and other.is_direct and part in words


def _same_speaker(one: Row, other: Row) -> bool | None:
    """Whether two quotes are one's; None where an article does not say."""
    if one.who is not None and other.who is not None:
        return one.who == other.who
    if one.speaker is None or other.speaker is None:
        return None
    return plain(one.speaker) == plain(other.speaker) or None


def _sides(quote: Quote) -> tuple[Span, ...]:
    """Where somebody is meant in a quote; a nameless "his lawyer" speaks for somebody too."""
    if quote.actor is None and quote.speaker_span:
        return (quote.speaker_span, *quote.spans)
    return quote.spans


def _day(quote: Quote, brief: Brief) -> str | None:
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
        if date.event_span and date.start and date.start == date.end
        and date.event_span[0] <= place[0] and place[1] <= date.event_span[1]
        and not any(
            start <= date.span[0] < end and not start <= place[0] < end
            for other in brief.quotes for start, end in other.spans
        )
        and not (brief.published and date.start > brief.published)
    ]  # fmt: skip
    return min(found)[-1] if found else None


def _read(store: Store, number: int) -> Row:
    text, kind, who, speaker, polarity = store.run(
        "SELECT text, kind, who, speaker, polarity FROM said WHERE number = ?", (number,)
    ).fetchone()
    return Row(Wording(text, kind < 2), who, speaker, polarity, kind == 0)
