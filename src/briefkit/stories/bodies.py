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
def _states() -> tuple[frozenset[str], dict[str, str], dict[str, str]]:
    """The usual names of states, and of what acts as one; those by all names and by capitals."""
    names: dict[str, str] = {}
    capitals: dict[str, str] = {}
    rows = lexicon.rows("components", "states.tsv") + lexicon.rows("stories", "more_states.tsv")
    for usual, others, former, cities in rows:
        called = filter(None, (usual, *others.split(";"), *former.split(";")))
        names |= {plain(name): plain(usual) for name in called}
        capitals |= {plain(city): plain(usual) for city in filter(None, cities.split(";"))}
    return frozenset(names.values()), names, capitals


@cache
def _one_name() -> dict[str, str]:
    """Each name of a state, or of a city or body with a former one, and its usual name."""
    found = dict(_states()[1])
    for usual, others in lexicon.rows("stories", "renamed.tsv"):
        found |= {plain(name): plain(usual) for name in (usual, *others.split(";"))}
    return found


def is_state(name: str) -> bool:
    """Whether this is the usual name of a state."""
    return name in _states()[0]


def state_of(name: str) -> str | None:
    """The state whose capital this is, which may act in its name."""
    return _states()[2].get(plain(name))


@lru_cache(1 << 14)
def body(name: str) -> str:
    """The name of a body or place, one for all that are certainly the same."""
    parts = plain(name).split()
    endings = lexicon.words("stories", "bodies.txt")
    while len(parts) > 1 and parts[-1] in endings:
        parts = parts[:-1]
    bare = _BRITISH.sub(lambda found: _AMERICAN[found.group()], " ".join(parts))
    return _one_name().get(bare, bare)


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
