"""Who leads the story at a pronoun, and so goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefkit.components.coreference.referents import Referent
    from briefkit.components.coreference.view import View
    from briefkit.components.coreference.words import Pronoun

_LEAD = 2  # blocks after which who led the story leads no more


def leader(view: View, token: int, pronoun: Pronoun, near: list[Referent]) -> Referent | None:
    """Who goes on: "'No,' HE said" means whom the sentences before are about.

    Names inside of quotations and in what is reported do not count, however near or many. He
    who does something else than speak goes on only right after, and must be a person.
    """
    verb = view.heads[token]
    says = view.says(token)
    if view.quotes[token] or not (says or (pronoun.gender and view.role(token) == "s")):
        return None
    # "Ann asked Joe to go, but HE said" is settled within its sentence.
    if view.deps[verb] == "conj" or view.under(
        view.heads[verb] if view.deps[verb] == "parataxis" else verb
    ):
        return None
    last = max(near, key=lambda referent: referent.lead)
    if last.lead < 0 or last.entity < 0 or last.plural:
        return None
    block = view.blocks[last.lead]
    # Of whom nobody knows whether it is a he or a she speaks on in the same paragraph alone.
    unsure = last.gender is None and any(to.gender == pronoun.gender for to in near)
    if unsure and view.blocks[token] != block:
        return None
    # Whoever else has acted in a later paragraph may be who speaks in it.
    if any(to.acted >= 0 and view.blocks[to.acted] > block for to in near if to is not last):
        return None
    if says:
        return last if view.blocks[token] - block <= _LEAD else None
    apart = view.sentences[token] - view.sentences[last.lead]
    return last if 1 <= apart <= 1 + (view.blocks[token] > block) else None
