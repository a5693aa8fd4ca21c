"""The word lists are sorted, without doubles, and each says what it is."""

from __future__ import annotations

from importlib.resources import files

import pytest

from briefkit.components.glance.lexicon import entries

DATA = files("briefkit.components") / "data"
NAMES = sorted(
    path.name
    for path in DATA.iterdir()
    if path.name.startswith("glance_") and path.name.endswith(".txt")
)


@pytest.mark.parametrize("name", NAMES)
def test_sorted_and_single(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    assert text.startswith("# ") and text.endswith("\n")
    lines = entries(name.removeprefix("glance_").removesuffix(".txt"))
    assert list(lines) == sorted(set(lines))
