"""Roles of names that stand in a row, "Senators A and B", and letters behind a name, "A MP"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefkit.components.actors.names import LETTERS
from briefkit.components.actors.role_choice import Claim
from briefkit.components.actors.role_phrases import PROPER, Role, is_plural

if TYPE_CHECKING:
    from briefkit.components.actors.drafts import ActorDraft
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens

_LESS = 0.9  # what the next of a row has of the probability
_Claimed = tuple[float, int, Claim]  # probability, number of the actor


def behind(tokens: Tokens, names: Sequence[Name]) -> Iterator[Claim]:
    """The letters behind a name, as a role."""
    for name in names:
        end = name.end
        if end < len(tokens) and tokens.text[end] in LETTERS:
            yield Claim(("behind",), Role(end, end + 1, end), name)


def shared(
    tokens: Tokens, found: Sequence[ActorDraft], every: Sequence[_Claimed]
) -> list[_Claimed]:
    """The claims of those whose name comes next in a row behind a plural role."""
    people = [
        (name, number)
        for number, one in enumerate(found)
        if one.entity.type == "person"
        for name in one.names
    ]
    people.sort(key=lambda pair: pair[0].start)
    out: list[_Claimed] = []
    for chance, _, claim in every:
        role, last = claim.role, claim.name
        if not is_plural(tokens, role.head):
            continue
        for name, number in people:
            if name.start < last.end:
                continue
            if not _in_row(tokens, last.end, name):
                break
            out.append((chance * _LESS, number, Claim(claim.how, replace(role, outer=-1), name)))
            last = name
    return out


def _in_row(tokens: Tokens, i: int, name: Name) -> bool:
    """Whether a name follows in a row that has come to token `i`: ", B", "of Utah and B".

    Also behind what stands between two commas: ", Democrat of Utah, and B".
    """
    end = name.outer
    if end - i > 12:
        return False
    if tokens.lower[i] in ("of", "from"):
        i += 1
        while i < end and tokens.tag[i] in PROPER:
            i += 1
    if tokens.text[i] == "(":
        i = next((j + 1 for j in range(i, end) if tokens.text[j] == ")"), end)
    if "," in tokens.text[i + 2 : end]:
        i = tokens.text.index(",", i + 2)
    return tokens.lower[i:end] in ([","], ["and"], ["&"], [",", "and"])
