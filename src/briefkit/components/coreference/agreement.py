"""Whether a pronoun may mean somebody: number, gender, kind, nearness and grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefkit.components.coreference.features import Place
    from briefkit.components.coreference.referents import Referent
    from briefkit.components.coreference.view import View
    from briefkit.components.coreference.words import Pronoun

KINDS = {
    "person": ("person",),
    "it": ("organization", "place", "thing"),
    "they": ("organization", "place", "group", "places", "thing"),
}
# Sentences over which somebody unnamed is remembered.
_UNNAMED_FAR = 2


def may_mean(view: View, pronoun: Pronoun, token: int, at: Place, to: Referent) -> bool:
    """Whether number, gender, kind, nearness and grammar let a pronoun mean a referent."""
    if to.kind not in KINDS[pronoun.family]:
        return False
    if pronoun.family == "it" and to.plural:
        return False
    if pronoun.family == "they" and not to.plural and to.entity < 0 and to.kind == "thing":
        return False
    if pronoun.gender and to.gender not in (None, pronoun.gender) and (to.sure or to.entity < 0):
        return False
    distance = view.sentences[token] - view.sentences[to.last]
    if to.entity < 0 and distance > _UNNAMED_FAR:
        return False
    # "Ann said: 'She left.'": nobody calls himself he.
    if pronoun.gender and any(speaker in to.here for speaker in at.speakers):
        return False
    # "Ann saw her", "Ann saw herself": only a reflexive means the subject of its own verb.
    own = view.subject(view.heads[token]) if at.role in ("o", "p") else None
    if at.role == "p" and view.deps[view.heads[token]] == "prep":
        own = view.subject(view.heads[view.heads[token]])
    if pronoun.reflexive:
        return distance == 0 and (own is None or own in to.here)
    return own is None or own == token or own not in to.here or at.role == "g"
