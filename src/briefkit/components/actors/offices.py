"""Roles given to entities: which of several, and whose office it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.learned_roles import learned_roles
from briefkit.components.actors.lexicon import compact
from briefkit.components.actors.role_phrases import Role
from briefkit.components.actors.roles import roles

if TYPE_CHECKING:
    from briefkit.components.actors.entity import Entity
    from briefkit.components.actors.names import Name
    from briefkit.components.actors.view import View


@dataclass(slots=True)
class Found:
    """An entity with its names, while its role is looked for."""

    entity: Entity
    names: list[Name]
    scores: dict[str, float] = field(default_factory=dict)  # how much speaks for each type
    roles: list[tuple[Role, Name]] = field(default_factory=list)


def give_roles(view: View, found: list[Found]) -> None:
    """Set role, affiliation and role heads; a title before a name joins the mention."""
    places = sorted(
        (name.start, name.end, number)
        for number, one in enumerate(found)
        for name in one.names
        if one.entity.type != "person"
    )
    starts = [place[0] for place in places]
    people = (name for one in found if one.entity.type == "person" for name in one.names)
    learned = learned_roles(view, people)
    for one in found:
        if one.entity.type not in ("person", "organization"):
            continue
        for name in one.names:
            mine = roles(view, name, one.entity.type)
            if not mine and name.start in learned:
                mine = [learned[name.start]]
            for role in mine:
                role = _with_body(view, role, places, starts)
                one.roles.append((role, name))
                one.entity.role_heads.add(view.lower[role.head])
                if 0 <= role.outer < name.outer and one.entity.type == "person":
                    name.outer = _outer(role, name, places, starts)
        if one.roles:
            role = _chosen(view, one)
            one.entity.role = view.words(role.start, role.end)
            one.entity.role_span = view.place(role.start, role.end)
            one.entity.affiliation = _affiliation(view, role, one, found, places, starts)


def _with_body(
    view: View, role: Role, places: list[tuple[int, int, int]], starts: list[int]
) -> Role:
    """The role with the whole name of the body before it: "[Party of Japan] leader"."""
    if role.outer < 0:
        return role
    at = bisect_right(starts, role.start) - 1
    if at >= 0 and starts[at] < role.start <= places[at][1]:
        return replace(role, start=starts[at])
    before = role.start - 1
    at = bisect_right(starts, before) - 1
    if role.owner is None and view.text[before] == ")" and at >= 0 and places[at][1] == before:
        # "Ministry of Works (MW) director Ana Duarte"
        return replace(role, owner=(starts[at], before))
    return role


def _outer(role: Role, name: Name, places: list[tuple[int, int, int]], starts: list[int]) -> int:
    """Where the mention with its title begins: behind the name of another actor in it."""
    outer = role.outer
    for at in range(bisect_left(starts, outer), len(starts)):
        if starts[at] >= name.start:
            break
        outer = places[at][1]
    return min(outer, name.outer)


def _chosen(view: View, one: Found) -> Role:
    """Of several roles, the first that says more than a bare word: offices before family."""

    def rank(item: tuple[Role, Name]) -> tuple[bool, bool, bool, int]:
        role, _ = item
        return (
            view.kind[role.start] == "headline",
            compact(view.lower[role.head]) in lexicon.words("ties"),
            role.end - role.start < 2 and role.owner is None,
            role.start,
        )

    return min(one.roles, key=rank)[0]


def _affiliation(
    view: View,
    role: Role,
    one: Found,
    found: list[Found],
    places: list[tuple[int, int, int]],
    starts: list[int],
) -> str | None:
    """The organization or state that the role belongs to: its owner, a body in it, a demonym."""
    if compact(view.lower[role.head]) in lexicon.words("ties") - _JOINED:
        return None
    # "head of Customer Services at Nokia": the house is what stands behind "at"
    house = next((i for i in range(role.end - 1, role.head, -1) if view.lower[i] == "at"), None)
    at = (house, role.end) if house else None
    end = role.end
    if compact(view.lower[role.head]) in _SENT and view.lower[role.head + 1] == "to":
        # whose ambassador somebody is stands before, or nowhere
        end = role.head + 1
    wholes = (role.owner, (role.head, end), (role.start, role.head))
    spans = [span for span in wholes if span]
    looked = [(span, kind) for kind in ("organization", "place") for span in spans]
    looked = [(at, "organization"), (at, "place"), *looked] if at else looked
    for (start, end), wanted in looked:
        for number in range(bisect_left(starts, start), len(starts)):
            if starts[number] >= end:
                break
            other = found[places[number][2]].entity
            if other is not one.entity and other.type == wanted:
                state = lexicon.demonyms().get(other.name.lower())
                return state.name if state else other.name
    for start, end in spans:
        state = _demonym(view, start, end)
        if state:
            names = [o.entity.name for o in found if compact(o.entity.name) in _keys(state)]
            return names[0] if names else state.name
    return None


_SENT = frozenset({"ambassador", "consul", "delegate", "emissary", "envoy", "nuncio"})
# Ties to a body: "member of the party", "graduate of the school"
_JOINED = frozenset({"member", "supporter", "graduate", "alumnus", "alumna", "fan", "participant"})


def _keys(state: lexicon.State) -> set[str]:
    return {compact(name) for name in (state.name, *state.aliases)}


def _demonym(view: View, start: int, end: int) -> lexicon.State | None:
    known = lexicon.demonyms()
    for i in range(start, end):
        if i + 1 < end and f"{view.lower[i]} {view.lower[i + 1]}" in known:
            return known[f"{view.lower[i]} {view.lower[i + 1]}"]
        if view.capital(i):
            state = known.get(view.lower[i]) or lexicon.state_names().get(compact(view.lower[i]))
            if state:
                return state
    return None
