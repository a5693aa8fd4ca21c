"""Bodies and places by name: states under all of theirs, companies, acronyms."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefkit.stories.names import plain
from briefkit.stories.words import listed, rows

_MINOR = {"of", "the", "and", "for", "on", "in", "at", "to", "de", "&"}
_AMERICAN = {"isation": "ization", "centre": "center", "defence": "defense", "labour": "labor"}
_BRITISH = re.compile("|".join(_AMERICAN))


@cache
def _states() -> dict[str, str]:
    """Each name of a state, or of a city or body with a former one, and its usual name."""
    found: dict[str, str] = {}
    for row in rows("states.txt"):
        usual, others, _ = (part.strip() for part in row.split("|"))
        for name in (usual, *others.split(", ")):
            if name:
                found[plain(name)] = plain(usual)
    for row in rows("renamed.txt"):
        usual, _, others = row.partition(" | ")
        for name in (usual, *others.split(", ")):
            found[plain(name)] = plain(usual)
    return found


@cache
def _capitals() -> dict[str, str]:
    found = {}
    for row in rows("states.txt"):
        usual, _, capitals = (part.strip() for part in row.split("|"))
        for name in capitals.split(", "):
            if name:
                found[plain(name)] = plain(usual)
    return found


def is_state(name: str) -> bool:
    """Whether this is the usual name of a state."""
    return name in _usual()


@cache
def _usual() -> frozenset[str]:
    return frozenset(plain(row.split(" |")[0]) for row in rows("states.txt"))


def state_of(name: str) -> str | None:
    """The state whose capital this is, which may act in its name."""
    return _capitals().get(plain(name))


@lru_cache(1 << 16)
def body(name: str) -> str:
    """The name of a body or place, one for all that are certainly the same."""
    parts = plain(name).split()
    endings = listed("bodies.txt")
    while len(parts) > 1 and parts[-1] in endings:
        parts = parts[:-1]
    bare = _BRITISH.sub(lambda found: _AMERICAN[found.group()], " ".join(parts))
    return _states().get(bare, bare)


@lru_cache(1 << 16)
def acronym(name: str) -> str | None:
    """The first letters of a long name: "International Atomic Energy Agency" is "iaea"."""
    parts = [part for part in re.split(r"[\s\-]+", name) if part]
    letters = [part[0] for part in parts if part[0].isupper()]
    minor = all(part[0].isupper() or part.lower() in _MINOR for part in parts)
    return plain("".join(letters)) if len(letters) > 1 and minor else None


def is_acronym(name: str) -> bool:
    """Whether a name may be the first letters of a longer one."""
    bare = name.replace(".", "")
    return 1 < len(bare) < 8 and bare.isalpha() and bare.isupper()
