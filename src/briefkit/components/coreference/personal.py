"""Who he, she, it and they are: candidates, and what speaks for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.coreference import features, phrases

if TYPE_CHECKING:
    from briefkit.components.coreference.referents import Referent
    from briefkit.components.coreference.resolution import Resolution
    from briefkit.components.coreference.view import View
    from briefkit.components.coreference.words import Pronoun

_KINDS = {
    "person": ("person",),
    "it": ("organization", "place", "thing"),
    "they": ("organization", "place", "group", "places", "thing"),
}
# Sentences over which somebody unnamed is remembered.
_UNNAMED_FAR = 2
# Farther back than this, in sentences and the breaks between paragraphs, nothing is looked for.
_FAR = {"person": 6, "it": 3, "they": 4}


def read(now: Resolution, token: int, pronoun: Pronoun) -> None:
    """Note whom a pronoun means, where that is clear."""
    view = now.view
    at = now.place(token)
    # Organizations, which are "they", do say their own names.
    barred = _named_below(now, token) if pronoun.family != "they" else set()
    if pronoun.gender:  # "“She left,” Ann said": nobody calls himself he
        barred |= {now.inside[speaker] for speaker in at.speakers if speaker in now.inside}
    known = (
        *now.named_near(_KINDS[pronoun.family], token, _FAR[pronoun.family]),
        *now.referents.unnamed,
    )
    near = [
        to
        for to in sorted(known, key=lambda to: -to.last)
        if to.entity not in barred and _may_mean(view, pronoun, token, at, to)
    ]
    later = _later(now, token, pronoun)
    if later is not None and later not in near:
        near.append(later)
    if not near:
        return
    of = features.of_pronoun(view, at, pronoun, near)
    if pronoun.gender:
        for to, out in zip(near, of, strict=True):
            if to.entity >= 0:
                out += features.lean(now.leaning, token, pronoun, to)
    if later in near:
        of[near.index(later)].append("cataphora")
    none = features.of_no_pronoun(view, at, view.lower[token], len(near))
    meant = now.weigh(pronoun.family, token, near, of, none)
    if meant is None and pronoun.reflexive and len(near) == 1:
        meant = (near[0], 1.0)  # grammar leaves no other: "Ann hurt HERSELF"
    if meant is None:
        return
    if pronoun.gender and meant[0].gender is None:
        meant[0].gender = pronoun.gender
    now.mean(meant, token, token, "pronoun")


def _named_below(now: Resolution, token: int) -> set[int]:
    """Entities that a subject pronoun cannot mean: its own clause or quotation names them.

    "HE said Reed was tired", "HE said: 'Reed is tired'": principle C of Chomsky, Lectures on
    Government and Binding (1981), and nobody calls himself by his name.
    """
    view = now.view
    if view.role(token) != "s":
        return set()
    verb = view.heads[token]
    below = {i for i in view.below(verb) if i > token}
    if view.says(token) and not view.quotes[token]:
        below.update(view.quotation_beside(token, verb))
    return {now.inside[i] for i in below if i in now.inside}


def _later(now: Resolution, token: int, pronoun: Pronoun) -> Referent | None:
    """Who is named behind the clause that the pronoun stands in: "In HIS speech, Reed said"."""
    subject = phrases.cataphor(now.view, token)
    number = now.heads.get(subject) if subject is not None else None
    if number is None:
        return None
    to = now.referents.named[number]
    if to.kind not in _KINDS[pronoun.family]:
        return None
    if pronoun.gender and to.gender not in (None, pronoun.gender):
        return None
    return to


def _may_mean(view: View, pronoun: Pronoun, token: int, at: features.Place, to: Referent) -> bool:
    """Whether number, gender, kind, nearness and grammar let a pronoun mean a referent."""
    if to.kind not in _KINDS[pronoun.family]:
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
    return own is None or own not in to.here
