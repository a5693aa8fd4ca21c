"""What a careful reader should know: one office with two holders, a type the text leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.actors import lexicon

if TYPE_CHECKING:
    from briefkit.components.actors.drafts import ActorDraft
    from briefkit.components.actors.tokens import Tokens

Doubt = tuple[str, str, list[tuple[int, int]]]  # code, message, places
Holder = tuple[str, int, int]  # name and place

_TYPES = {
    "person": "a person",
    "organization": "an organization",
    "place": "a place",
    "group": "a group",
    "other": "no actor",
}
_NUMBERS = {2: "two", 3: "three", 4: "four"}
# Of those that are under the holder of an office there may be several: "deputy mayor".
_LESSER = frozenset({"assistant", "associate", "deputy", "executive", "group", "lieutenant"}) | {
    "senior",
    "vice",
}
# Evidence for the second type that comes this near to the first leaves the type open.
_NEAR = 0.7


def doubts(tokens: Tokens, found: list[ActorDraft]) -> list[Doubt]:
    """The warnings about the actors of an article."""
    out: list[Doubt] = []
    for office, holders in _same_roles(tokens, found):
        names = ", ".join(name for name, _, _ in holders)
        number = _NUMBERS.get(len(holders), str(len(holders)))
        places = [(start, end) for _, start, end in holders]
        out.append(("same-role", f'{number} actors are called "{office}": {names}', places))
    out += filter(None, (_type_doubt(tokens, one) for one in found))
    return out


def _type_doubt(tokens: Tokens, one: ActorDraft) -> Doubt | None:
    """A warning where about as much speaks for another type; for a name met three times or more."""
    kind = one.entity.type
    order = sorted(one.scores.items(), key=lambda item: (item[0] != kind, -item[1], item[0]))
    if len(one.names) < 3 or order[1][1] < order[0][1] * _NEAR:
        return None
    name = one.entity.name
    places = [tokens.place(n.start, n.end) for n in one.names]
    return "type-doubt", f'"{name}" may be {_TYPES[order[0][0]]} or {_TYPES[order[1][0]]}', places


def _same_roles(tokens: Tokens, found: list[ActorDraft]) -> list[tuple[str, list[Holder]]]:
    """Offices that one person holds and the text gives to several: (office, [(name, place)])."""
    holders: dict[str, list[Holder]] = {}
    written: dict[str, str] = {}
    for one in found:
        if one.entity.type != "person":
            continue
        mine: set[str] = set()
        for role, name in one.roles:
            text = tokens.words(role.start, role.end)
            key = text.lower()
            if key in mine or not _unique(key):
                continue
            mine.add(key)
            start, end = min(role.start, name.start), max(role.end, name.end)
            written.setdefault(key, text)
            holders.setdefault(key, []).append((one.entity.name, *tokens.place(start, end)))
    return [(written[key], who) for key, who in holders.items() if len(who) > 1]


def _unique(text: str) -> bool:
    """Whether the words name an office of one holder, and say whose."""
    offices = lexicon.words("unique_offices")
    words = text.split()
    if words[0] in ("former", "ex", "then", "acting", "late"):
        return False
    for size in range(len(words) - 1, 0, -1):
        if " ".join(words[-size:]) in offices:
            return words[-size - 1] not in _LESSER
        if " ".join(words[:size]) in offices:
            return True
    return False
