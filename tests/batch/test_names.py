"""Lists of names, and the names of briefs."""

from __future__ import annotations

import io
import os
from contextlib import closing
from pathlib import Path

import pytest

from briefkit.batch.names import Claims, NameList, Taken, brief_name
from briefkit.errors import UnreadableError


@pytest.mark.parametrize("data, names", [
    (b"", []),
    (b"a.txt\nb.txt\n", ["a.txt", "b.txt"]),
    (b"a.txt\n\nb.txt", ["a.txt", "b.txt"]),
    (b"a.txt\r\nb.txt\r\n", ["a.txt", "b.txt"]),
    (b"a b.txt\0c\nd.txt\0", ["a b.txt", "c\nd.txt"]),
    (b"caf\xe9.txt\n", ["caf\udce9.txt"]),
    (b"x" * 70_000 + b"\ny\n", ["x" * 70_000, "y"]),
    (b"".join(b"n%d\n" % i for i in range(30_000)), [f"n{i}" for i in range(30_000)]),
])  # fmt: skip
def test_a_list_can_be_read_more_than_once(data: bytes, names: list[str], tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(data)
    for listing in (NameList(str(tmp_path / "list")), NameList("-", io.BytesIO(data))):
        with closing(listing):
            assert list(listing) == names
            assert list(listing) == names


def test_no_list() -> None:
    with pytest.raises(UnreadableError, match="--files-from nowhere: No such file"):
        NameList("nowhere")


@pytest.mark.parametrize("folder, id, name", [
    ("", "a", "a.yaml"),
    ("x/y", "a", "x/y/a.yaml"),
    ("", "../a", "_._a.yaml"),
    ("", "a/b:c*d", "a_b_c_d.yaml"),
    ("", "caf\\xe9", "caf_xe9.yaml"),
    ("", "line\nend", "line_end.yaml"),
    ("", "\u00fc" * 300, "\u00fc" * 100 + ".yaml"),
    ("caf\udce9", "a", "caf\udce9/a.yaml"),
])  # fmt: skip
def test_names_of_briefs(folder: str, id: str, name: str) -> None:
    assert brief_name(folder, id, ".yaml") == name
    assert len(os.fsencode(name.rpartition("/")[2])) < 250


def test_a_name_has_one_owner() -> None:
    claims = Claims()
    claims.claim("x/a.yaml", "one.txt")
    claims.claim("caf\udce9.yaml", "two.txt")
    with pytest.raises(Taken, match=r"one\.txt and three.txt would both be written to x/a\.yaml"):
        claims.claim("x/a.yaml", "three.txt")
