"""A chosen sentence as the line that is read."""

from __future__ import annotations

from briefkit.components.glance.resolve import Cast, lead, substitution
from briefkit.components.glance.shorten import MAX_WORDS, Short, join
from briefkit.components.records import BulletRecord, Place


def write(short: Short, cast: Cast, shown: set[str]) -> BulletRecord:
    """The bullet: pieces joined, a name for a pronoun, a capital first, no full stop.

    Adds the actors whose full name it has to `shown`. Its spans follow the order of its words, so
    the place of a name that was put in stands where the name does.
    """
    whole = short.sentence.table.text
    pieces: list[Place] = short.pieces()
    change = substitution(short, cast, shown)
    if change is not None:
        begin = short.sentence.place(lead(short))[0]
        end = begin + len(change.source)
        replaced: list[Place] = []
        for start, stop in pieces:
            if start <= begin < stop:
                replaced += [(start, begin)] if start < begin else []
                replaced.append(change.span)
                replaced += [(end, stop)] if end < stop else []
            else:
                replaced.append((start, stop))
        if len(_text(whole, replaced).split()) <= MAX_WORDS:
            pieces = replaced
        else:
            change = None
    for start, stop in pieces:
        shown.update(
            actor.id
            for actor in cast.actors
            if actor.id in cast.names and actor.name in whole[start:stop]
        )
    spans = tuple(_tight(whole, place) for place in pieces)
    return BulletRecord(
        text=_text(whole, list(spans)),
        origin="extracted",
        spans=spans,
        resolved=(change,) if change is not None else (),
    )


def _text(whole: str, pieces: list[Place]) -> str:
    text = join([whole[start:end] for start, end in pieces])
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
