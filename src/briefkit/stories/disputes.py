"""Where articles contradict each other: figures, days, speakers, holders of an office."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.stories.actors import Actors
from briefkit.stories.cast import Cast
from briefkit.stories.counting import Counting
from briefkit.stories.offices import holders, note_offices
from briefkit.stories.quotes import Quotes
from briefkit.stories.schema import Claim, Contradiction
from briefkit.stories.store import Store, places
from briefkit.stories.timeline import Timeline


def contradictions(
    store: Store, actors: Actors, cast: Cast, quotes: Quotes, timeline: Timeline, counting: Counting
) -> Iterator[Contradiction]:
    """All contradictions, those of one kind together."""
    yield from counting.contradictions()
    for one, other in timeline.disagreements():
        yield _days(store, one, other)
    for one, other in quotes.disputes:
        yield _speakers(store, one, other)
    note_offices(store, actors)
    yield from holders(store, cast)


def _days(store: Store, one: int, other: int) -> Contradiction:
    told, days = [], []
    for leader in (one, other):
        found = store.run(
            "SELECT a.id, a.published, start, text, es, ee FROM events"
            " JOIN articles a ON a.number = article WHERE leader = ? ORDER BY article",
            (leader,),
        ).fetchall()
        days.append(found[0][2])
        told += [Claim(id, day, on, text, ((es, ee),)) for id, day, on, text, es, ee in found]
    text = " ".join(told[0].text.split())
    return Contradiction("different-days", f"on {days[0]} or on {days[1]}: {text}", tuple(told))


def _speakers(store: Store, one: int, other: int) -> Contradiction:
    told, speakers = [], []
    for number in (one, other):
        id, day, speaker, text, spans = store.run(
            "SELECT a.id, a.published, speaker, text, spans FROM said"
            " JOIN articles a ON a.number = article WHERE said.number = ?",
            (number,),
        ).fetchone()
        speakers.append(speaker)
        told.append(Claim(id, day, speaker, text, places(spans)))
    message = f"said by {speakers[0]} or by {speakers[1]}: “{told[0].text}”"
    return Contradiction("different-speakers", message, tuple(told))
