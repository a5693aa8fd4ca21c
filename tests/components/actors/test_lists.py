"""The word lists: sorted, no doubles, and each says what is not in it."""

from __future__ import annotations

from importlib.resources import files

import pytest

LISTS = sorted(
    entry.name
    for entry in files("briefkit.components").joinpath("data").iterdir()
    if entry.name.startswith("actors_") and not entry.name.endswith(".json")
)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_without_doubles(name: str) -> None:
    text = files("briefkit.components").joinpath("data", name).read_text(encoding="utf-8")
    lines = text.splitlines()
    entries = [line for line in lines if not line.startswith("#")]
    keys = [line.split("\t")[0] for line in entries]
    assert keys == sorted(set(keys))
    assert any("Not here" in line for line in lines if line.startswith("#"))
