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


def resolve(tokens: Tokens, found: list[ActorDraft]) -> list[ActorDraft]:
    """The entities with the labels of turns among the names of those whose initials they are.

    Initials that fit none or several of the persons name nobody: they are no entity of their own.
    """
    labels = _labels(tokens)
    if not labels:
        return found
    taken = {token for firsts in labels.values() for token in firsts}
    for entity in (one.entity for one in found):
        left = [m for m in entity.mentions if m.start not in taken]
        if 0 < len(left) < len(entity.mentions):
            # What only the labels called it is no name of it.
            texts = [tokens.words(m.start, m.end) for m in left]
            names = [n for n in (entity.name, *entity.aliases) if any(n in t for t in texts)]
            entity.name, *entity.aliases = names or [entity.name]
        entity.mentions = left
    found = [one for one in found if one.entity.mentions]
    owners: dict[str, list[Entity]] = {}
    for one in found:
        for letters in _initials(one.entity.name) if one.entity.type == "person" else ():
            owners.setdefault(letters, []).append(one.entity)
    for letters, firsts in labels.items():
        if len(meant := owners.get(letters, [])) == 1:
            meant[0].mentions += [Mention(token, token + 1, "name") for token in firsts]
            if letters not in meant[0].aliases:
                meant[0].aliases.append(letters)
    return found


def _labels(tokens: Tokens) -> dict[str, list[int]]:
    """The first tokens of the labels that are initials, by their letters."""
    found: dict[str, list[int]] = {}
    for turn in turns(tokens.doc):
        label = tokens.string[slice(*turn.label)]
        if _INITIALS.fullmatch(label):
            token = bisect_left(tokens.idx, turn.label[0])
            found.setdefault(_PART.sub("", label), []).append(token)
    return found


def _initials(name: str) -> set[str]:
    """ "Ana Lucía de Reyes" is ALR, ALDR and AR; each part of a double name may count."""
    found = set()
    for words in (name.split(), _PART.split(name)):
        heads = [word[0] for word in words if word]
        capitals = "".join(head for head in heads if head.isupper())
        found |= {"".join(heads).upper(), capitals, capitals[:1] + capitals[-1:]}
    return found
