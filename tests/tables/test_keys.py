"""Keys of articles: readable, the same in every run, never given twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.errors import UsageError
from briefkit.schema import Source
from briefkit.tables.keys import Keys


def keys(*articles: tuple[str, str]) -> list[str]:
    with Keys() as given:
        return [given.key(Source(id, None, None, sha256, "en", 1)) for id, sha256 in articles]


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([("storm", "0123456789ab"), ("flood", "0123456789ab")], ["storm-01234567", "flood-01234567"]),
        ([("index", "aaaaaaaaaa"), ("index", "bbbbbbbbbb")], ["index-aaaaaaaa", "index-bbbbbbbb"]),
        ([("a", "f" * 64)] * 4, ["a-ffffffff", "a-ffffffff-2", "a-ffffffff-3", "a-ffffffff-4"]),
        ([("a", "f" * 8), ("b", "f" * 8), ("a", "f" * 8)], ["a-ffffffff", "b-ffffffff", "a-ffffffff-2"]),
        ([("", "")] * 2, ["-", "--2"]),
        ([("x", "-2"), ("x", ""), ("x", "")], ["x--2", "x-", "x--3"]),
    ],
)  # fmt: skip
def test_keys(articles: list[tuple[str, str]], expected: list[str]) -> None:
    assert keys(*articles) == expected


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "a-", "a-2", "é\n", "\0"]),
            st.sampled_from(["", "2", "-2", "-2-2"]),
        )
    )
)
def test_no_key_is_given_twice(articles: list[tuple[str, str]]) -> None:
    found = keys(*articles)
    assert len(set(found)) == len(found) == len(articles)


def test_no_room_for_keys_is_said() -> None:
    with Keys() as given:
        given._given._database.execute("PRAGMA max_page_count = 2")
        with pytest.raises(UsageError) as refused:
            given.key(Source("a" * 100_000, None, None, "", "en", 1))
    assert refused.value.message == (
        "cannot write to the temporary folder: database or disk is full"
    )
