"""Roles given to entities: which of several, and whose office it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import numpy

from briefkit.components.actors import lexicon
from briefkit.components.actors.likeness import first_of
from briefkit.components.actors.role_choice import Claim, believed, best_told
from briefkit.components.actors.role_filters import is_of_another, may_be
from briefkit.components.actors.role_owners import Placed, affiliation, house
from briefkit.components.actors.role_phrases import (
    Role,
    is_head,
    is_plural,
    singular,
    without_rank,
    written,
)
from briefkit.components.actors.role_sharing import behind, shared
from briefkit.components.actors.roles import roles
from briefkit.components.actors.seen_roles import seen_roles
from briefkit.components.coreference.words import first_names
from briefkit.components.encoder import encoded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefkit.components.actors.drafts import ActorDraft
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens

# From which probability on somebody has a role; chosen by cross-validation.
BELIEVED = 0.4
# More words are told where they are nearly as likely as the likeliest.
_AS_SURE = 0.1
_SEEN = 0.5  # up to which probability of no role a word is one of a role for the rules
_START = itemgetter(0)


def give_roles(tokens: Tokens, found: list[ActorDraft]) -> None:
    """Set role, affiliation and role heads; a title before a name joins the mention."""
    places = _places(found)
    for one, kept in zip(found, _kept(tokens, found), strict=True):
        one.roles = [(claim.role, claim.name) for _, claim in kept]
        one.entity.role_heads.update(tokens.lower[role.head] for role, _ in one.roles)
        if one.entity.type == "person":
            _join_titles(one, places)
        if kept:
            sure, best = best_told(tokens, kept)
            same = [(p, c.role) for p, c in kept if c.role.head == best.role.head]
            role = _longest(best.role, (role for p, role in same if p >= sure - _AS_SURE))
            role = without_rank(tokens, role, lexicon.words("roles"))
            if one.entity.type == "person":
                role = written(tokens, role)
            one.role = role
            one.entity.role = singular(tokens, role)
            one.entity.role_span = tokens.place(role.start, role.end)
            whole = _longest(best.role, (role for _, role in same))
            one.entity.affiliation = affiliation(tokens, whole, one, found, places)
        if one.entity.type == "person" and one.entity.affiliation is None:
            one.entity.affiliation = house(tokens, one, found, places)


def _longest(best: Role, roles: Iterable[Role]) -> Role:
    return max(roles, key=lambda role: (role.end - role.start, role is best))


def _kept(tokens: Tokens, found: list[ActorDraft]) -> list[list[tuple[float, Claim]]]:
    """The claims of each actor that are believed, with their probabilities.

    Words that call one person something call no other: of two the likelier keeps them, but for
    those of a plural ("Senators Ana Duarte and Joan Hale").
    """
    chances, named = role_chances(tokens), tokens_of_names(found)
    of_person = [one.entity.type == "person" for one in found]
    every: list[tuple[float, int, Claim]] = []
    for number, mine in enumerate(claims(tokens, found, chances)):
        sure = [1.0] * len(mine)
        if of_person[number] and chances is not None:
            sure = believed(tokens, chances, named, mine)
        every += (
            (p, number, claim)
            for p, claim in zip(sure, mine, strict=True)
            if p >= BELIEVED and not is_of_another(tokens, claim)
        )
    for number, one in enumerate(found):
        if of_person[number]:
            every += ((BELIEVED, number, claim) for claim in behind(tokens, one.names))
    every += shared(tokens, found, every)
    out: list[list[tuple[float, Claim]]] = [[] for _ in found]
    whose: dict[int, int] = {}
    for p, number, claim in sorted(every, key=lambda item: -item[0]):
        several = is_plural(tokens, claim.role.head) or not of_person[number]
        words = range(claim.role.start, claim.role.end)
        if several or all(whose.setdefault(i, number) == number for i in words):
            out[number].append((p, claim))
    return out


def role_chances(tokens: Tokens) -> Any:
    """The encoder's probabilities, tokens x `ROLE_TAGS`; None without an encoder."""
    said = encoded(tokens.doc)
    return None if said is None else numpy.exp(said.roles)


def tokens_of_names(found: list[ActorDraft]) -> dict[int, bool]:
    """The tokens of all names, and whether they are of persons."""
    return {
        i: one.entity.type == "person"
        for one in found
        for name in one.names
        for i in range(name.start, name.end)
    }


def _places(found: list[ActorDraft]) -> list[Placed]:
    """Where the names are of those who are no persons, in text order."""
    return sorted(
        (name.start, name.end, number)
        for number, one in enumerate(found)
        for name in one.names
        if one.entity.type != "person"
    )


def claims(tokens: Tokens, found: list[ActorDraft], chances: Any) -> list[list[Claim]]:
    """The roles that each actor may have, by the rules and as the encoder sees them."""
    places = _places(found)
    seen = set[int]() if chances is None else set(numpy.flatnonzero(chances[:, 0] < _SEEN).tolist())
    out: list[list[Claim]] = [[] for _ in found]
    people: list[tuple[Name, int]] = []
    for number, one in enumerate(found):
        if one.entity.type not in ("person", "organization"):
            continue
        for name in one.names:
            for how, role in roles(tokens, name, one.entity.type, seen):
                out[number].append(Claim((how,), _whole(role, places), name))
        if one.entity.type == "person":
            people += ((name, number) for name in one.names)
    if chances is not None:
        people.sort(key=lambda pair: pair[0].start)
        whose = {name.start: number for name, number in people}
        for role, name in seen_roles(tokens, chances, [name for name, _ in people]):
            out[whose[name.start]].append(Claim(("seen",), _whole(role, places), name))
    named = {i for start, end, _ in places for i in range(start, end)}
    for one, mine in zip(found, out, strict=True):
        gender = _gender(one)
        mine[:] = (
            claim
            for claim in mine
            if may_be(tokens, claim, gender) and not _is_name(tokens, claim.role, named)
        )
    return [_joined(mine) for mine in out]


def _is_name(tokens: Tokens, role: Role, named: set[int]) -> bool:
    """Whether a role is nothing but a name: "in [London] Tom Hale said"; not "[Democrat] Hale"."""
    alone = all(i in named for i in range(role.start, role.end))
    return alone and not is_head(tokens, role.head, lexicon.words("roles"))


def _gender(one: ActorDraft) -> str | None:
    """What titles tell, else a first name."""
    first = one.names and first_of(one.names[0].words)
    return one.entity.gender or (first_names().get(first) if first else None)


def _joined(mine: list[Claim]) -> list[Claim]:
    """The claims, those that say the same of the same name as one."""
    out: dict[tuple[int, int, int], Claim] = {}
    for claim in mine:
        key = claim.role.start, claim.role.end, claim.name.start
        how = (*out[key].how, *claim.how) if key in out else claim.how
        out[key] = replace(out.get(key, claim), how=tuple(dict.fromkeys(how)))
    return list(out.values())


def _join_titles(one: ActorDraft, places: list[Placed]) -> None:
    """Let each name begin where the role directly before it does."""
    outers = {name.start: _outer(role, name, places) for role, name in one.roles if role.outer >= 0}
    one.names = [
        replace(name, outer=min(name.outer, outers.get(name.start, name.outer)))
        for name in one.names
    ]


def _whole(role: Role, places: list[Placed]) -> Role:
    """The role with the whole names in it: "[Party of Japan] leader", "editor of [The Times]"."""
    start, end = role.start, role.end
    at = bisect_right(places, start, key=_START) - 1
    if at >= 0 and places[at][0] < start < places[at][1] + (role.outer >= 0):
        start = places[at][0]
    at = bisect_right(places, end - 1, key=_START) - 1
    if at >= 0 and places[at][0] < end < places[at][1]:
        end = places[at][1]
    return replace(role, start=start, end=end)


def _outer(role: Role, name: Name, places: list[Placed]) -> int:
    """Where the mention with its title begins: behind the name of another actor in it."""
    outer = role.outer
    for start, end, _ in places[bisect_left(places, outer, key=_START) :]:
        if start >= name.start:
            break
        outer = end
    return min(outer, name.outer)
