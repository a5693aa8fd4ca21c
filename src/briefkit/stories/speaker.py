"""What one person or body says in a brief, by whatever part of the name it is printed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.stories.names import person, plain, same_given, same_spelling

if TYPE_CHECKING:
    from briefkit.schema import Brief, Quote


def said_by(brief: Brief, name: str) -> tuple[Quote, ...]:
    """The quotes of whom `name` may mean: an article may have the surname alone, and so may it."""
    actors = {
        actor.id
        for actor in (*brief.actors, *brief.places)
        if any(may_be(name, called) for called in (actor.name, *actor.aliases))
    }
    return tuple(
        quote
        for quote in brief.quotes
        if quote.speaker and (quote.actor in actors or may_be(name, quote.speaker))
    )


def may_be(wanted: str, name: str) -> bool:
    """Whether two names may be one's: the same, or alike in surname and what is given before it."""
    if plain(wanted) == plain(name):
        return True
    one, other = person(wanted), person(name)
    if not one or not other or not same_spelling(one[-1], other[-1]):
        return False
    return len(one) == 1 or len(other) == 1 or same_given(one[0], other[0])
