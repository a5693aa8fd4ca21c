"""The table on disk: the first value of a key stays, and a full disk is told."""

from __future__ import annotations

from contextlib import closing

import pytest

from briefkit.batch.table import Table
from briefkit.errors import UsageError


def test_the_first_value_of_a_key_stays() -> None:
    with closing(Table()) as table:
        assert table.put(b"k", b"one") is None
        assert table.put(b"k", b"two") == b"one"
        assert (table.get(b"k"), table.get(b"other")) == (b"one", None)


def test_a_full_disk_is_told() -> None:
    with closing(Table()) as table:
        table._database.execute("PRAGMA max_page_count = 4")
        with pytest.raises(UsageError, match=r"cannot write to the temporary folder: .*full"):
            table.put(b"k", b"v" * 1_000_000)
