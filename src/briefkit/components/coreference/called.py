"""What a name can be called: by its own last noun, or by one of a fitting kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefkit.components.coreference.words import countries, nouns, sorts

if TYPE_CHECKING:
    from briefkit.components.actors.entity import Entity
    from briefkit.components.coreference.referents import Referent
    from briefkit.components.coreference.words import Noun

_PREPOSITION = re.compile(r" (?:of|for|in|at|on) ")


def reason_for(
    head: str, noun: Noun | None, referent: Referent, entity: Entity | None, *, is_end: bool
) -> str:
    """Why a noun may stand for a referent: called so before, named so, or of a fitting kind.

    `entity` is the referent's own, `is_end` whether one of its names ends in the noun.
    """
    if head in referent.heads:
        return "called" if entity else "same"
    if entity is None:
        return ""
    if is_end:
        return "name"
    if noun is None or noun.kind != referent.kind:
        return ""
    if noun.kind == "organization" and _of_another_sort(head, entity):
        return ""
    if noun.gender and referent.gender and noun.gender != referent.gender:
        return ""
    if noun.kind == "place":
        state = entity.name.lower().removeprefix("the ") in countries()
        if (head in ("country", "nation")) != state:
            return ""
    if noun.wide:
        return "wide"
    return "" if referent.heads else "kind"


def name_ends(entity: Entity) -> list[str]:
    """The nouns that an entity's names end in: "the foundation" of the Reed Foundation.

    "China Eastern Airlines" is an airline as well.
    """
    found = set()
    for name in (entity.name, *entity.aliases):
        # "the Church of Hull", "the Foundation for Peace"
        words = _PREPOSITION.split(name.lower(), maxsplit=1)[0].split()
        last = words[-1] if words else ""
        found.add(last)
        if len(words) > 1 and last.removesuffix("s") in nouns():
            found.add(last.removesuffix("s"))
    return sorted(found)


def _of_another_sort(head: str, entity: Entity) -> bool:
    """Whether a noun is of another sort than the names: "the company" and the Miners' Union."""
    mine = sorts().get(head)
    if mine is None:
        return False
    known = [sorts()[end] for end in name_ends(entity) if end in sorts()]
    return bool(known) and all(mine.isdisjoint(found) for found in known)
