"""The word lists of the actors, loaded once each."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from briefkit import lexicon
from briefkit.components.coreference.words import nouns


class State(NamedTuple):
    """A state: its other names, the words for its people, the cities said for its government."""

    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


@cache
def words(name: str) -> frozenset[str]:
    """The list `actors_<name>.txt` as a set."""
    return lexicon.words("components", f"actors_{name}.txt")


@cache
def table(name: str) -> dict[str, str]:
    """The two columns of `actors_<name>.tsv`."""
    return {row[0]: row[1] for row in lexicon.rows("components", f"actors_{name}.tsv")}


@cache
def noun_genders() -> dict[str, str]:
    """f or m by common noun: "wife", "spokesman"."""
    return {word: noun.gender for word, noun in nouns().items() if noun.gender in ("f", "m")}


@cache
def states() -> tuple[State, ...]:
    """All states, and what acts as one."""
    rows = (
        map(_several, row)
        for table in ("states.tsv", "states_others.tsv")
        for row in lexicon.rows("components", table)
    )
    return tuple(
        State(name, usual + former, people, cities)
        for (name,), usual, former, people, cities in rows
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(";")))


@cache
def state_names() -> dict[str, State]:
    """State by any of its names, as `compact` makes them."""
    return {compact(name): state for state in states() for name in (state.name, *state.aliases)}


@cache
def lands() -> frozenset[str]:
    """The states of federations, as `compact` makes them."""
    return frozenset(map(compact, table("state_abbreviations").values()))


@cache
def demonyms() -> dict[str, State]:
    """State by lower-cased demonym ("chinese", "north korean")."""
    return {word: state for state in states() for word in state.demonyms}


@cache
def capitals() -> dict[str, State]:
    """State by the city that is said for its government, as `compact` makes them."""
    return {compact(city): state for state in states() for city in state.capitals}


@cache
def _usual_names() -> dict[str, str]:
    return {compact(other): compact(usual) for other, usual in table("also_called").items()}


def usual(name: str) -> str:
    """The usual name of a body or town that is also called so, as `compact` makes them."""
    return _usual_names().get(name, name)


@cache
def nicknames() -> dict[str, tuple[str, ...]]:
    """Full first names by their short form."""
    return {short: tuple(full.split(";")) for short, full in table("nicknames").items()}


@lru_cache(maxsize=20_000)
def compact(text: str) -> str:
    """Letters and digits alone in lower case, without accents.

    "Wal-Mart", "Wal - Mart" and "WalMart" are one, and so are "São Paulo" and "Sao Paulo".
    """
    if not text.isascii():
        text = normalize("NFKD", text)
    return "".join(char for char in text.lower() if char.isalnum())


def key(words: tuple[str, ...]) -> str:
    """The words of a name as one: what they are compared by."""
    return "".join(map(compact, words))
