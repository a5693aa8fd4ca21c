"""A role as a reader needs it: "president (Harbour Fund)", where it does not tell whose."""

from __future__ import annotations

import re
from functools import cache

from briefkit import lexicon
from briefkit.schema import Actor

_WORD = re.compile(r"\w+")
_SAME = 4  # letters that "Palestinian" and "Palestine", "Sky" and "Sky News" share at least
# What many owners are: a "party leader" may be of any party.
_KINDS = frozenset({
    "agency", "association", "bank", "church", "city", "club", "college", "commission",
    "committee", "company", "council", "county", "court", "department", "federation", "force",
    "foundation", "government", "group", "hospital", "institute", "international", "ministry",
    "national", "office", "organisation", "organization", "party", "police", "school", "team",
    "trust", "union", "university",
})  # fmt: skip
_SMALL = frozenset({"and", "for", "of", "the"})


def told_role(actor: Actor) -> str | None:
    """The role, behind it in brackets to whom it belongs unless its words tell; or that alone."""
    if actor.role is None or actor.affiliation is None:
        return actor.role or actor.affiliation
    if _tells(actor.role, actor.affiliation):
        return actor.role
    return f"{actor.role} ({actor.affiliation})"


def _tells(role: str, owner: str) -> bool:
    """Whether a role names its owner by a word, by letters or by its people."""
    words = [word.lower() for word in _WORD.findall(role.replace(".", ""))]
    parts = _WORD.findall(owner.lower())
    large = [part for part in parts if part not in _SMALL]
    begins = {word[:_SAME] for word in words}
    same = {part for part in large if part[:_SAME] in begins}
    known = {_letters(parts), _letters(large), *_people().get(owner.lower(), ())}
    own = set(large) - _KINDS or set(large)
    return bool(same & own) or len(same) > 1 or not known.isdisjoint(words)


def _letters(parts: list[str]) -> str:
    """ "ups" of "United Parcel Service"."""
    return "".join(part[0] for part in parts)


@cache
def _people() -> dict[str, tuple[str, ...]]:
    """What is said of the people of a state, by its name."""
    rows = lexicon.rows("components", "states.tsv")
    return {name.lower(): tuple(people.split(";")) for name, _, _, people, _ in rows}
