"""The word lists: sorted, no doubles, and each says what is not in it."""

from __future__ import annotations

from importlib.resources import files

import pytest

from briefkit import lexicon

LISTS = sorted(
    entry.name
    for entry in files("briefkit.components").joinpath("data").iterdir()
    if entry.name.startswith("actors_") and not entry.name.endswith(".json")
)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_without_doubles(name: str) -> None:
    text = files("briefkit.components").joinpath("data", name).read_text(encoding="utf-8")
    keys = [row[0] for row in lexicon.rows("components", name)]
    assert keys == sorted(set(keys))
    assert any("Not here" in line for line in text.splitlines() if line.startswith("#"))
