"""A chosen sentence as the line that is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefkit.components.glance.limits import LEDE
from briefkit.components.glance.resolve import substitutions
from briefkit.components.glance.shorten import Short, join
from briefkit.components.records import BulletRecord, Place, ResolvedRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefkit.components.glance.cast import Cast


def write(short: Short, inside: Sequence[bool], cast: Cast, shown: set[str]) -> BulletRecord:
    """The bullet: pieces joined, names for pronouns, a capital first, no full stop.

    Adds the actors whose full name it has to `shown`, and the letters that it has. Its spans follow
    the order of its words, so the place of a name that was put in stands where the name does.
    """
    whole = short.sentence.table.text
    pieces = short.pieces()
    # Where there is no room for who somebody is, a pronoun gets the bare name.
    for known in (shown, {actor.id for actor in cast.actors}):
        changes = [
            (short.sentence.place(i)[0], change)
            for i, change in substitutions(short, inside, cast, known)
        ]
        words, places = _named(whole, pieces, changes)
        if len(join(words).split()) <= LEDE:
            break
    for word in words:
        shown.update(
            actor.id for actor in cast.actors if actor.name in word and actor.id in cast.names
        )
    text = join(words) + short.closing()
    shown.update(word for word in re.findall(r"\w+", text) if word.isupper())
    # A name keeps its small letter at the head, as "iPhone" does: "van Rijn paints".
    begins = (
        changes
        and changes[0][0] == pieces[0][0]
        and any(changes[0][1].target.startswith(actor.name) for actor in cast.actors)
    )
    return BulletRecord(
        text=text if begins else _text(text),
        origin="extracted",
        spans=tuple(_tight(whole, place) for place in places),
        resolved=tuple(change for _, change in changes),
    )


def _named(
    whole: str, pieces: list[Place], changes: Sequence[tuple[int, ResolvedRecord]]
) -> tuple[list[str], list[Place]]:
    """The words of the pieces and their places, with the names for the short forms.

    A name's place stands before that of the short form, which stays: so the words of the bullet
    stand in its places in their order with the names and without.
    """
    words: list[str] = []
    places: list[Place] = []
    for start, stop in pieces:
        text, told, at = "", start, start
        for begin, change in changes:
            if start <= begin < stop:
                text += whole[told:begin] + _fitting(change.target, begin == pieces[0][0])
                places += [(at, begin)] if whole[at:begin].strip() else []
                places.append(change.span)
                told, at = begin + len(change.source), begin
        words.append(text + whole[told:stop])
        places.append((at, stop))
    return words, places


def _fitting(name: str, heads: bool) -> str:
    """A name with its article, which is small but at the head."""
    return name if heads or not name.startswith("The ") else "t" + name[1:]


def _text(text: str) -> str:
    """The line with a capital first."""
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
