"""Bodies and places by name: states under all of theirs, companies, acronyms."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefkit import lexicon
from briefkit.stories.names import plain

_MINOR = {"of", "the", "and", "for", "on", "in", "at", "to", "de", "&"}
_AMERICAN = {"isation": "ization", "centre": "center", "defence": "defense", "labour": "labor"}
_BRITISH = re.compile("|".join(_AMERICAN))


@cache
def _states() -> dict[str, str]:
    """Each name of a state, or of a city or body with a former one, and its usual name."""
    found = {plain(name): usual for usual, names, _ in _rows() for name in names}
    for usual, others in lexicon.rows("stories", "renamed.tsv"):
        found |= {plain(name): plain(usual) for name in (usual, *others.split(";"))}
    return found


@cache
def _capitals() -> dict[str, str]:
    return {plain(city): usual for usual, _, cities in _rows() for city in cities}


@cache
def _rows() -> tuple[tuple[str, list[str], list[str]], ...]:
    """Usual name, all names and capitals of each state, and of what acts as one."""
    rows = lexicon.rows("components", "states.tsv") + lexicon.rows("stories", "more_states.tsv")
    return tuple(
        (plain(usual), [usual, *_parts(names), *_parts(former)], _parts(cities))
        for usual, names, former, cities in rows
    )


def _parts(column: str) -> list[str]:
    return column.split(";") if column else []


def is_state(name: str) -> bool:
    """Whether this is the usual name of a state."""
    return name in _usual()


@cache
def _usual() -> frozenset[str]:
    return frozenset(usual for usual, _, _ in _rows())


def state_of(name: str) -> str | None:
    """The state whose capital this is, which may act in its name."""
    return _capitals().get(plain(name))


@lru_cache(1 << 14)
def body(name: str) -> str:
    """The name of a body or place, one for all that are certainly the same."""
    parts = plain(name).split()
    endings = lexicon.words("stories", "bodies.txt")
    while len(parts) > 1 and parts[-1] in endings:
        parts = parts[:-1]
    bare = _BRITISH.sub(lambda found: _AMERICAN[found.group()], " ".join(parts))
    return _states().get(bare, bare)


@lru_cache(1 << 14)
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
