"""The word lists of coreference: sorted, without doubles, and of known values."""

from __future__ import annotations

from importlib.resources import files

import pytest

from briefkit.components.coreference import words

LISTS = [
    "coref_first_names.tsv",
    "coref_nouns.tsv",
    "coref_pronouns.tsv",
    "coref_sorts.tsv",
    "coref_speaks_for.txt",
    "coref_titles.tsv",
    "coref_verbs.tsv",
    "states.tsv",
]


@pytest.mark.parametrize("name", LISTS)
def test_sorted_and_no_doubles(name: str) -> None:
    text = files("briefkit.components").joinpath("data", name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert rows == sorted(rows)
    # A verb may have two uses; every other word one meaning.
    keys = [tuple(row) if name == "coref_verbs.tsv" else row[0] for row in rows]
    assert len(keys) == len(set(keys))
    assert all(row[0] == row[0].lower().strip() for row in rows)


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


def test_sorts() -> None:
    known = {"business", "civil", "media", "public", "school"}
    assert set().union(*words.sorts().values()) == known


def test_every_family_has_weights() -> None:
    assert set(words.weights()) == {"it", "nominal", "person", "they"}
    assert all("none" in known for known in words.weights().values())


@pytest.mark.parametrize("use", ["be", "opinion", "reported", "saying", "seeming"])
def test_every_use_has_verbs(use: str) -> None:
    assert words.verbs(use)
