"""Bodies and places by name: states under all of theirs, companies, acronyms, their offices."""

from __future__ import annotations

import re
from functools import lru_cache

from briefkit import lexicon
from briefkit.stories.names import plain

_MINOR = {"of", "the", "and", "for", "on", "in", "at", "to", "de", "&"}
_AMERICAN = {"isation": "ization", "centre": "center", "defence": "defense", "labour": "labor"}
_BRITISH = re.compile("|".join(_AMERICAN))
_LONGEST_OFFICE = 4  # words

# Each name of a state, or of what acts as one, and its usual name; the same of its capital.
_USUAL: dict[str, str] = {}
_CAPITALS: dict[str, str] = {}
for _usual, _others, _former, _, _cities in (
    *lexicon.rows("components", "states.tsv"),
    *lexicon.rows("components", "states_others.tsv"),
    *lexicon.rows("stories", "more_states.tsv"),
):
    _called = filter(None, (_usual, *_others.split(";"), *_former.split(";")))
    _USUAL |= {plain(name): plain(_usual) for name in _called}
    _CAPITALS |= {plain(city): plain(_usual) for city in filter(None, _cities.split(";"))}
_STATES = frozenset(_USUAL.values())
# The same of cities and bodies with a former name.
for _usual, _others in lexicon.rows("stories", "renamed.tsv"):
    _USUAL |= {plain(name): plain(_usual) for name in (_usual, *_others.split(";"))}


def is_state(name: str) -> bool:
    """Whether this is the usual name of a state."""
    return name in _STATES


def state_of(name: str) -> str | None:
    """The state whose capital this is, which may act in its name."""
    return _CAPITALS.get(plain(name))


@lru_cache(1 << 14)
def body(name: str) -> str:
    """The name of a body or place, one for all that are certainly the same."""
    parts = plain(name).split()
    endings = lexicon.words("stories", "bodies.txt")
    while len(parts) > 1 and parts[-1] in endings:
        parts = parts[:-1]
    bare = _BRITISH.sub(lambda found: _AMERICAN[found.group()], " ".join(parts))
    return _USUAL.get(bare, bare)


@lru_cache(1 << 14)
def acronym(name: str) -> str | None:
    """The first letters of a long name: "International Atomic Energy Agency" is "iaea"."""
    parts = re.findall(r"[^\s\-]+", name)
    letters = [part[0] for part in parts if part[0].isupper()]
    minor = all(part[0].isupper() or part.lower() in _MINOR for part in parts)
    return plain("".join(letters)) if len(letters) > 1 and minor else None


def is_acronym(name: str) -> bool:
    """Whether a name may be the first letters of a longer one."""
    bare = name.replace(".", "")
    return 1 < len(bare) < 8 and bare.isalpha() and bare.isupper()


def office(role: str | None, affiliation: str | None) -> str | None:
    """The office that one person holds at a time and a role names, and whose it is.

    None where the role is none, or it is not said whose.
    """
    if role is None or affiliation is None:
        return None
    words = plain(role.replace("-", " ")).split()
    # Only of these is "vice" a part of the office's own name.
    said = " ".join(words).replace("vice president", "president").split()
    if not lexicon.words("stories", "not_held.txt").isdisjoint(said):
        return None
    offices = lexicon.words("stories", "offices.txt")
    for length in range(_LONGEST_OFFICE, 0, -1):
        for start in range(len(words) - length + 1):
            found = " ".join(words[start : start + length])
            if found in offices:
                return f"{found.replace('defence', 'defense')} of {body(affiliation)}"
    return None
