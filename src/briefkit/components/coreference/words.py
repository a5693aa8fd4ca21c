"""The word lists of coreference."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from briefkit import lexicon


class Noun(NamedTuple):
    """What a common noun can stand for.

    `kind` is person, organization, place or group; `gender` is f, m or ""; `wide` nouns ("company",
    "country") fit every entity of their kind, the others ("airline") only one that is known as it.
    """

    kind: str
    gender: str
    wide: bool


class Pronoun(NamedTuple):
    """A third-person pronoun: `family` is person, it or they; `gender` f, m or ""."""

    family: str
    gender: str
    reflexive: bool


def _table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated data file, without comments."""
    return lexicon.rows("components", name)


def _pairs(name: str) -> dict[str, str]:
    """The two columns of a data file."""
    return {row[0]: row[1] for row in _table(name)}


@cache
def verbs(use: str) -> frozenset[str]:
    """Verb forms of one use: be or saying."""
    return frozenset(form for form, found in _table("coref_verbs.tsv") if found == use)


@cache
def nouns() -> dict[str, Noun]:
    """Common nouns by their lower-cased singular and plural."""
    found = {}
    for word, kind, gender, wide in _table("coref_nouns.tsv"):
        found[word] = Noun(kind, gender.strip("-"), wide == "wide")
    return found


@cache
def sorts() -> dict[str, frozenset[str]]:
    """Sorts of organizations by lower-cased noun or last word of a name."""
    return {word: frozenset(found.split()) for word, found in _table("coref_sorts.tsv")}


@cache
def first_names() -> dict[str, str]:
    """f or m by lower-cased first name."""
    return _pairs("coref_first_names.tsv")


@cache
def titles() -> dict[str, str]:
    """f or m by lower-cased title before a name, without a full stop."""
    return _pairs("coref_titles.tsv")


@cache
def pronouns() -> dict[str, Pronoun]:
    """The third-person pronouns that may mean an actor."""
    return {
        word: Pronoun(family, gender.strip("-"), reflexive == "reflexive")
        for word, family, gender, reflexive in _table("coref_pronouns.tsv")
    }


@cache
def countries() -> frozenset[str]:
    """Lower-cased names of states that are in use, without "the"."""
    return frozenset(
        name.lower()
        for usual, others, *_ in _table("states.tsv")
        for name in (usual, *others.split(";"))
    ) - {""}


def speaks_for() -> frozenset[str]:
    """Words of roles whose holders say "we" for their organization or state."""
    return lexicon.words("components", "coref_speaks_for.txt")


@cache
def weights() -> dict[str, dict[str, float]]:
    """The ranker's weights: by pronoun family or nominal, by feature."""
    return dict(lexicon.weights("coref_weights.json")["weights"])
