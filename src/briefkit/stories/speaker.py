"""What one person or body says in a brief, by whatever part of the name it is printed there."""

from __future__ import annotations

from briefkit.schema import Actor, Brief, Quote
from briefkit.stories.names import person, plain, same_given, same_spelling


def said_by(brief: Brief, name: str) -> tuple[Quote, ...]:
    """The quotes of whom `name` may mean: an article may have the surname alone, and so may it."""
    actors = {actor.id for actor in (*brief.actors, *brief.places) if _is_called(actor, name)}
    return tuple(
        quote
        for quote in brief.quotes
        if quote.actor in actors
        or (quote.speaker and quote.actor is None and may_be(name, quote.speaker))
    )


def _is_called(actor: Actor, name: str) -> bool:
    names = (actor.name, *actor.aliases)
    if actor.type == "person":
        # A surname alone is of whoever bears it: it tells nothing against another first name.
        full = (other for other in names if other == actor.name or " " in other)
        return plain(name) in map(plain, names) or any(may_be(name, other) for other in full)
    return plain(name) in map(plain, names)  # "House" is not the White House


def may_be(wanted: str, name: str) -> bool:
    """Whether two names may be one's: the same, or alike in surname and what is given before it."""
    if plain(wanted) == plain(name):
        return True
    one, other = person(wanted), person(name)
    if not one or not other or not same_spelling(one[-1], other[-1]):
        return False
    return len(one) == 1 or len(other) == 1 or same_given(one[0], other[0])
