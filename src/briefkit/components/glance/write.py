"""A chosen sentence as the line that is read."""

from __future__ import annotations

from briefkit.components.glance.limits import LEDE
from briefkit.components.glance.resolve import Cast, lead, substitution
from briefkit.components.glance.shorten import Short, join
from briefkit.components.records import BulletRecord, Place, ResolvedRecord


def write(short: Short, cast: Cast, shown: set[str]) -> BulletRecord:
    """The bullet: pieces joined, a name for a pronoun, a capital first, no full stop.

    Adds the actors whose full name it has to `shown`. Its spans follow the order of its words, so
    the place of a name that was put in stands where the name does.
    """
    whole = short.sentence.table.text
    pieces: list[Place] = short.pieces()
    text = _text([whole[start:end] for start, end in pieces])
    change = substitution(short, cast, shown)
    if change is not None:
        begin = short.sentence.place(lead(short))[0]
        named, places = _named(whole, pieces, begin, change)
        if len(named.split()) <= LEDE:
            text, pieces = named, places
        else:
            change = None
    for start, stop in pieces:
        piece = whole[start:stop]
        shown.update(
            actor.id for actor in cast.actors if actor.name in piece and actor.id in cast.names
        )
    return BulletRecord(
        text=text,
        origin="extracted",
        spans=tuple(_tight(whole, place) for place in pieces),
        resolved=(change,) if change is not None else (),
    )


def _named(
    whole: str, pieces: list[Place], begin: int, change: ResolvedRecord
) -> tuple[str, list[Place]]:
    """Text and places with the name for the short form at `begin`.

    The name's place stands before that of the short form, which stays: so the words of the bullet
    stand in its places in their order with the name and without.
    """
    end = begin + len(change.source)
    words: list[str] = []
    places: list[Place] = []
    for start, stop in pieces:
        if not start <= begin < stop:
            words.append(whole[start:stop])
            places.append((start, stop))
            continue
        words.append(whole[start:begin] + change.target + whole[end:stop])
        places += [(start, begin)] if whole[start:begin].strip() else []
        places += [change.span, (begin, stop)]
    # A name keeps its small letter at the head, as "iPhone" does: "van Rijn paints".
    return join(words) if words[0].startswith(change.target) else _text(words), places


def _text(pieces: list[str]) -> str:
    """The pieces as a line with a capital first."""
    text = join(pieces)
    for i, char in enumerate(text):
        if char.isalnum():
            # "iPhone" and the like keep their small letter.
            small = text[i + 1 : i + 2].isupper()
            return text if small else text[:i] + char.upper() + text[i + 1 :]
    return text


def _tight(whole: str, place: Place) -> Place:
    """The place without white space at its ends."""
    start, end = place
    piece = whole[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
