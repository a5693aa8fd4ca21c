"""The word lists of coreference: sorted, without doubles, and of known values."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from briefkit import lexicon
from briefkit.components.coreference import words

if TYPE_CHECKING:
    from spacy.language import Language

LISTS = [
    "coref_first_names.tsv",
    "coref_nouns.tsv",
    "coref_pronouns.tsv",
    "coref_sorts.tsv",
    "coref_speaks_for.txt",
    "coref_titles.tsv",
    "coref_verbs.tsv",
]


@pytest.mark.parametrize("name", LISTS)
def test_sorted_and_no_doubles(name: str) -> None:
    rows = lexicon.rows("components", name)
    # A verb may have two uses and a word several sorts; every other word has one meaning.
    several = name in ("coref_verbs.tsv", "coref_sorts.tsv")
    keys = [row if several else row[0] for row in rows]
    assert len(keys) == len(set(keys))
    assert all(row[0] == row[0].lower().strip() for row in rows)
    by_columns: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for word, *columns in rows:
        by_columns[tuple(columns)].append(word)
    assert all(words == sorted(words) for words in by_columns.values())


def test_states_are_sorted_and_one_row_each() -> None:
    names = [name.lower() for name, *_ in lexicon.rows("components", "states.tsv")]
    assert names == sorted(set(names))
    assert {"japan", "uk", "burma"} <= words.countries()
    assert words.countries().isdisjoint({"european union", "persia"})  # no country; no more


def test_values() -> None:
    assert {noun.kind for noun in words.nouns().values()} == {
        "group",
        "organization",
        "person",
        "place",
        "places",
    }
    assert set(words.first_names().values()) == set(words.titles().values()) == {"f", "m"}
    assert {p.family for p in words.pronouns().values()} == {"person", "it", "they"}


def test_nouns_are_tokens_but_those_that_tell_the_gender_of_a_role(nlp: Language) -> None:
    several = [word for word in words.nouns() if len(nlp.make_doc(word)) > 1]
    assert "mother-in-law" in several
    assert all(words.nouns()[word].kind == "person" for word in several)
    assert all(words.nouns()[word].gender for word in several)


def test_sorts() -> None:
    known = {"business", "civil", "media", "public", "school"}
    assert set().union(*words.sorts().values()) == known


def test_every_family_has_weights() -> None:
    assert set(words.weights()) == {"it", "nominal", "person", "they"}
    assert all("none" in known for known in words.weights().values())


@pytest.mark.parametrize("use", ["be", "saying"])
def test_every_use_has_verbs(use: str) -> None:
    assert words.verbs(use)
