"""Bylines, date lines and word lists."""

from __future__ import annotations

import pytest

from briefkit.layout.marks import byline_names, is_dateline
from briefkit.lexicon import entries


@pytest.mark.parametrize(
    "line, names",
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By JANE DOE, Staff Writer", ("JANE DOE",)),
        ("BY JANE DOE AND JOHN ROE", ("JANE DOE", "JOHN ROE")),
        ("By Jane Doe, John Roe and Al Poe", ("Jane Doe", "John Roe", "Al Poe")),
        ("By Jane Doe | The Daily Post", ("Jane Doe",)),
        ("By Jane Doe, The Daily Post", ("Jane Doe",)),
        ("By Emily Post and Jane Doe", ("Emily Post", "Jane Doe")),
        ("Written by Jane Doe", ("Jane Doe",)),
        ("By Christmas", ()),
        ("By Monday the war was over", ()),
        ("Jane Doe, who is a reporter", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize("line", ["Monday, May 18, 2015", "Published: 3 June 2024", "Updated 10:30 GMT", "10:30 a.m.", "2024-05-01"])  # fmt: skip
def test_date_lines(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize("line", ["May Day", "In May 2024", "Monday", "12", "A 10:30 start"])
def test_other_lines(line: str) -> None:
    assert not is_dateline(line)


@pytest.mark.parametrize(
    "name", ["agencies.txt", "calls.tsv", "furniture.tsv", "summary_headers.txt"]
)
def test_word_lists_are_sorted(name: str) -> None:
    assert list(entries("layout", name)) == sorted(set(entries("layout", name)))
