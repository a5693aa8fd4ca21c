"""Initials before the turns of an interview: the person named in the article that they mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from briefkit.components.actors.entity import Entity, Mention
from briefkit.components.layout import turns

if TYPE_CHECKING:
    from briefkit.components.actors.drafts import ActorDraft
    from briefkit.components.actors.tokens import Tokens

_INITIALS = re.compile(r"[A-Z]\.? ?(?:[A-Z]\.? ?){1,3}")
_PART = re.compile(r"[\W_]+")


def labels(tokens: Tokens) -> dict[range, tuple[str, str]]:
    """The labels that are initials, by their tokens: the letters, and as they are written."""
    found: dict[range, tuple[str, str]] = {}
    for turn in turns(tokens.doc):
        label = tokens.string[slice(*turn.label)]
        if _INITIALS.fullmatch(label):
            first, end = (bisect_left(tokens.idx, place) for place in turn.label)
            found[range(first, end)] = (_PART.sub("", label), " ".join(label.split()))
    return found


def resolve(labels: dict[range, tuple[str, str]], found: list[ActorDraft]) -> None:
    """Give each label to the one person whose initials it is.

    Initials that fit none or several of the persons name nobody: they are no entity of their own.
    """
    owners: dict[str, list[Entity]] = {}
    for one in found if labels else ():
        for letters in _initials(one.entity.name) if one.entity.type == "person" else ():
            owners.setdefault(letters, []).append(one.entity)
    for place, (letters, label) in labels.items():
        if len(meant := owners.get(letters, [])) == 1:
            meant[0].mentions.append(Mention(place.start, place.stop, "name"))
            if label not in meant[0].aliases:
                meant[0].aliases.append(label)


def _initials(name: str) -> set[str]:
    """ "Ana Lucía de Reyes" is ALR, ALDR and AR; each part of a double name may count."""
    found = set()
    for words in (name.split(), _PART.split(name)):
        heads = [word[:1] for word in words]
        capitals = "".join(filter(str.isupper, heads))
        found |= {"".join(heads).upper(), capitals, capitals[:1] + capitals[-1:]}
    return found
