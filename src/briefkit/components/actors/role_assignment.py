"""Roles given to entities: which of several, and whose office it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.learned_roles import learned_roles
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.role_phrases import Role
from briefkit.components.actors.roles import roles

if TYPE_CHECKING:
    from briefkit.components.actors.drafts import ActorDraft
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.tokens import Tokens

_Place = tuple[int, int, int]  # tokens [start, end) of a name, and the number of its actor
_START = itemgetter(0)


def give_roles(tokens: Tokens, found: list[ActorDraft]) -> None:
    """Set role, affiliation and role heads; a title before a name joins the mention."""
    places = sorted(
        (name.start, name.end, number)
        for number, one in enumerate(found)
        for name in one.names
        if one.entity.type != "person"
    )
    people = (name for one in found if one.entity.type == "person" for name in one.names)
    learned = learned_roles(tokens, people)
    for one in found:
        if one.entity.type not in ("person", "organization"):
            continue
        for at, name in enumerate(one.names):
            mine = roles(tokens, name, one.entity.type)
            if not mine and name.start in learned:
                mine = [learned[name.start]]
            for role in mine:
                role = _with_body(role, places)
                one.roles.append((role, name))
                one.entity.role_heads.add(tokens.lower[role.head])
                if 0 <= role.outer < name.outer and one.entity.type == "person":
                    name = replace(name, outer=_outer(role, name, places))
            one.names[at] = name
        if one.roles:
            role = _chosen(tokens, one)
            one.entity.role = tokens.words(role.start, role.end)
            one.entity.role_span = tokens.place(role.start, role.end)
            one.entity.affiliation = _affiliation(tokens, role, one, found, places)


def _with_body(role: Role, places: list[_Place]) -> Role:
    """The role with the whole name of the body before it: "[Party of Japan] leader"."""
    if role.outer < 0:
        return role
    at = bisect_right(places, role.start, key=_START) - 1
    if at >= 0 and places[at][0] < role.start <= places[at][1]:
        return replace(role, start=places[at][0])
    return role


def _outer(role: Role, name: Name, places: list[_Place]) -> int:
    """Where the mention with its title begins: behind the name of another actor in it."""
    outer = role.outer
    for start, end, _ in places[bisect_left(places, outer, key=_START) :]:
        if start >= name.start:
            break
        outer = end
    return min(outer, name.outer)


def _chosen(tokens: Tokens, one: ActorDraft) -> Role:
    """Of several roles, the first that says more than a bare word: offices before family."""

    def rank(item: tuple[Role, Name]) -> tuple[bool, bool, bool, int]:
        role, _ = item
        return (
            tokens.kind[role.start] == "headline",
            compact(tokens.lower[role.head]) in lexicon.words("ties"),
            role.end - role.start < 2 and role.owner is None,
            role.start,
        )

    return min(one.roles, key=rank)[0]


def _affiliation(
    tokens: Tokens,
    role: Role,
    one: ActorDraft,
    found: list[ActorDraft],
    places: list[_Place],
) -> str | None:
    """The organization or state that the role belongs to: its owner, a body in it, a demonym."""
    if compact(tokens.lower[role.head]) in lexicon.words("ties") - _JOINED:
        return None
    # "head of Customer Services at Nokia": the house is what stands behind "at"
    house = next((i for i in range(role.end - 1, role.head, -1) if tokens.lower[i] == "at"), None)
    at = (house, role.end) if house else None
    end = role.end
    if compact(tokens.lower[role.head]) in _SENT and tokens.lower[role.head + 1] == "to":
        # whose ambassador somebody is stands before, or nowhere
        end = role.head + 1
    wholes = (role.owner, (role.head, end), (role.start, role.head))
    spans = [span for span in wholes if span]
    looked = [(span, kind) for kind in ("organization", "place") for span in spans]
    looked = [(at, "organization"), (at, "place"), *looked] if at else looked
    for (start, end), wanted in looked:
        for first, _, number in places[bisect_left(places, start, key=_START) :]:
            if first >= end:
                break
            other = found[number].entity
            if other is not one.entity and other.type == wanted:
                return other.name
    for start, end in spans:
        state = _demonym(tokens, start, end)
        if state:
            names = [o.entity.name for o in found if compact(o.entity.name) in _keys(state)]
            return names[0] if names else state.name
    return None


_SENT = frozenset({"ambassador", "consul", "delegate", "emissary", "envoy", "nuncio"})
# Ties to a body: "member of the party", "graduate of the school"
_JOINED = frozenset({"member", "supporter", "graduate", "alumnus", "alumna", "fan", "participant"})


def _keys(state: lexicon.State) -> set[str]:
    return {compact(name) for name in (state.name, *state.aliases)}


def _demonym(tokens: Tokens, start: int, end: int) -> lexicon.State | None:
    known = lexicon.demonyms()
    for i in range(start, end):
        if i + 1 < end and f"{tokens.lower[i]} {tokens.lower[i + 1]}" in known:
            return known[f"{tokens.lower[i]} {tokens.lower[i + 1]}"]
        if tokens.capital(i):
            word = tokens.lower[i]
            state = known.get(word) or lexicon.state_names().get(compact(word))
            if state:
                return state
    return None
