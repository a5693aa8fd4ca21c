"""Whose office a role is: the organization, the state or the person that it belongs to."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon
from briefkit.components.actors.lexicon import compact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefkit.components.actors.drafts import ActorDraft
    from briefkit.components.actors.role_phrases import Role
    from briefkit.components.actors.tokens import Tokens

Placed = tuple[int, int, int]  # tokens [start, end) of a name, and the number of its actor
_START = itemgetter(0)
_SENT = frozenset({"ambassador", "consul", "delegate", "emissary", "envoy", "nuncio"})
# Ties to a body: "member of the party", "graduate of the school"
_JOINED = frozenset({"member", "supporter", "graduate", "alumnus", "alumna", "fan", "participant"})
# What stands between a possessor and a role and is not of it: "her [younger] sister", as do words
# with hyphens, "his [17-year-old] son"
_PRAISE = frozenset({"CD", "HYPH", "JJ", "JJR", "JJS", "RB", "VBG", "VBN"})


def affiliation(
    tokens: Tokens,
    role: Role,
    one: ActorDraft,
    found: list[ActorDraft],
    places: list[Placed],
) -> str | None:
    """Whom the role belongs to: its owner, a body in it, a demonym. Ties are to persons alone."""
    owner = _owner(tokens, role, found, places)
    person = owner and next((o for o in found if _is_of(o, owner[1])), None)
    tie = compact(tokens.lower[role.head]) in lexicon.words("ties") - _JOINED
    inside = (found[number].entity for at, _, number in places if role.start <= at < role.end)
    if person and (tie or all(body.type != "organization" for body in inside)):
        return person.entity.name
    if tie:
        return None
    # "head of Customer Services at Nokia": the house is what stands behind "at"
    house = next((i for i in range(role.end - 1, role.head, -1) if tokens.lower[i] == "at"), None)
    at = (house, role.end) if house else None
    end = role.end
    sent = compact(tokens.lower[role.head]) in _SENT
    if sent and tokens.lower[role.head + 1 : role.head + 2] == ["to"]:
        # whose ambassador somebody is stands before, or nowhere
        end = role.head + 1
    wholes = (owner, (role.head, end), (role.start, role.head))
    spans = [span for span in wholes if span]
    looked = [(span, kind) for kind in ("organization", "place") for span in spans]
    looked = [(at, "organization"), (at, "place"), *looked] if at else looked
    for (start, end), wanted in looked:
        for first, _, number in places[bisect_left(places, start, key=_START) :]:
            if first >= end:
                break
            other = found[number].entity
            if other.type == wanted:
                return other.name
    for start, end in spans:
        state = _demonym(tokens, start, end)
        if state:
            keys = {compact(name) for name in (state.name, *state.aliases)}
            names = [o.entity.name for o in found if compact(o.entity.name) in keys]
            return names[0] if names else state.name
    return None


def house(
    tokens: Tokens, one: ActorDraft, found: Sequence[ActorDraft], places: Sequence[Placed]
) -> str | None:
    """The body that is named behind somebody: "Ana Duarte of Nokia", "from the Met Office".

    None for an office such as "President", which is not his party's.
    """
    office = tokens.lower[one.role.start : one.role.head + 1] if one.role else []
    if not lexicon.words("unique_offices").isdisjoint((*office[-1:], " ".join(office[-2:]))):
        return None
    for name in one.names:
        of = name.end + (tokens.lower[name.end : name.end + 1] == [","])
        if tokens.lower[of : of + 1] not in (["of"], ["from"]) or tokens.head[of] != name.end - 1:
            continue
        start = of + 1 + (tokens.lower[of + 1 : of + 2] == ["the"])
        at = bisect_left(places, start, key=_START)
        if at < len(places) and places[at][0] == start:
            body = found[places[at][2]].entity
            if body.type == "organization":
                return body.name
    return None


def _owner(
    tokens: Tokens, role: Role, found: Sequence[ActorDraft], places: Sequence[Placed]
) -> tuple[int, int] | None:
    """The tokens of whoever owns, or of a body right before it: "[Roads Board (RB)] director"."""
    end = role.owner[1] + 1 if role.owner else role.start
    if not end or not tokens.together(end - 1, end):
        return None
    owns = tokens.tag[end - 1] == "POS"
    end -= owns or tokens.text[end - 1] == ")"
    before = bisect_left(places, end, key=_START) - 1
    start, last, number = places[before] if before >= 0 else (0, 0, 0)
    if last == end and (owns or found[number].entity.type == "organization"):
        return start, end
    return role.owner or ((end - 1, end) if owns else None)


def _is_of(one: ActorDraft, end: int) -> bool:
    """Whether a name of a person ends at token `end`."""
    return one.entity.type == "person" and any(name.end == end for name in one.names)


def own_by_pronouns(tokens: Tokens, found: Sequence[ActorDraft]) -> None:
    """Set the affiliation of roles as "[his] wife", "[its] head", once pronouns are resolved."""
    owners = {
        mention.start: one.entity
        for one in found
        for mention in one.entity.mentions
        if mention.kind == "pronoun"
    }
    for one in found:
        if one.role is None or one.entity.affiliation or one.entity.type != "person":
            continue
        at = one.role.start - 1
        while at >= 0 and (tokens.tag[at] in _PRAISE or tokens.text[at + 1] == "-"):
            at -= 1
        owner, word = owners.get(at), tokens.lower[at]
        theirs = ("his", "her") if owner and owner.type == "person" else ("its",)
        if owner and owner is not one.entity and word in theirs:
            one.entity.affiliation = owner.name


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
