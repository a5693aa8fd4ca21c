"""Which of several roles is told: the one that says most of who somebody is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.role_phrases import is_honorific, is_rank

if TYPE_CHECKING:
    from briefkit.components.actors.role_choice import Claim
    from briefkit.components.actors.role_phrases import Role
    from briefkit.components.actors.tokens import Tokens

# A rank or a tie stands back behind any other role that is as sure as this.
_SURE = 0.75
_MEMBERS = frozenset(
    {"cllr", "congressman", "congresswoman", "councillor", "mp", "rep", "representative"}
    | {"sen", "senator"}
)


def best_told(tokens: Tokens, kept: Sequence[tuple[float, Claim]]) -> tuple[float, Claim]:
    """Of the believed claims about one person the one to tell, with its probability.

    "Cardiologist" rather than "Dr.", "army spokesman" rather than "Col.", "economist" rather than
    "wife"; and what the text says rather than what a headline does.
    """

    def worth(item: tuple[float, Claim]) -> tuple[bool, float, bool]:
        chance, role = item[0], item[1].role
        title = role.end - role.start == 1 and is_honorific(tokens, role.head)
        if _stands_back(tokens, role):
            chance = min(chance, _SURE)
        return not title, chance, tokens.kind[role.start] != "headline"

    return max(kept, key=worth)


def _is_member(tokens: Tokens, role: Role) -> bool:
    words = [word for word in tokens.lower[role.start : role.end] if word != "."]
    return len(words) == 1 and compact(words[0]) in _MEMBERS


def _stands_back(tokens: Tokens, role: Role) -> bool:
    """Whether it is a tie, "wife", or a rank alone, "Lt. Gen."."""
    if compact(tokens.lower[role.head]) in lexicon.words("ties"):
        return True
    ranks = all(is_rank(tokens, i) for i in range(role.start, role.end))
    return ranks and not _is_member(tokens, role)
