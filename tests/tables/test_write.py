"""The files of the tables: whole or as they were, in memory that does not grow."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefkit.errors import UnreadableError
from briefkit.rendering import Format, render
from briefkit.rendering.json import render_line
from briefkit.schema import Actor, Brief
from briefkit.tables import Form
from briefkit.tables.rows import TABLES
from briefkit.tables.write import write_tables
from tests.briefs import brief

LINE = render_line(brief())
DOCUMENT = render(brief(), Format.YAML)


def named(id: str, sha256: str = "0" * 64) -> Brief:
    return replace(brief(), source=replace(brief().source, id=id, sha256=sha256))


def table(folder: Path, name: str) -> list[dict[str, Any]]:
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_all_keys_of_many_briefs_join(tmp_path: Path) -> None:
    ids = ["a", "b", "a", "b", "a"]
    text = "".join(render_line(named(id, str(n % 2) * 64)) for n, id in enumerate(ids))
    (tmp_path / "many.jsonl").write_text(text, encoding="utf-8")
    counts = write_tables([str(tmp_path / "many.jsonl")], str(tmp_path / "out"))
    assert counts == {
        "articles": 5,
        "actors": 10,
        "mentions": 20,
        "dates": 10,
        "quotes": 5,
        "bullets": 5,
        "warnings": 5,
    }
    found = {name: table(tmp_path / "out", name) for name in TABLES}
    keys = {name: {row["id"] for row in found[name]} for name in TABLES}
    assert {name: len(of_table) for name, of_table in keys.items()} == counts
    assert keys["articles"] == {
        "a-00000000",
        "b-11111111",
        "a-00000000-2",
        "b-11111111-2",
        "a-00000000-3",
    }
    for name in TABLES:
        assert all(row.get("article_id", "a-00000000") in keys["articles"] for row in found[name])
    for name in ("quotes", "mentions"):
        assert all(row["actor_id"] in keys["actors"] for row in found[name])


@pytest.mark.parametrize("form", Form)
def test_the_same_briefs_give_the_same_bytes(form: Form, tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(DOCUMENT * 2, encoding="utf-8")
    (tmp_path / "two.jsonl").write_text(LINE * 2, encoding="utf-8")
    for source in ("one.yaml", "two.jsonl"):
        write_tables([str(tmp_path / source)], str(tmp_path / source[:3]), form)
    for name in TABLES:
        one, two = (tmp_path / folder / f"{name}{form.suffix}" for folder in ("one", "two"))
        assert one.read_bytes() == two.read_bytes() != b""


def test_where_one_brief_is_bad_all_tables_stay_as_they_were(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (tmp_path / "good.jsonl").write_text(LINE, encoding="utf-8")
    write_tables([str(tmp_path / "good.jsonl")], str(out))
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    (tmp_path / "bad.jsonl").write_text(LINE * 3 + "{}\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"bad\.jsonl, brief 4: not a brief: "):
        write_tables([str(tmp_path / "bad.jsonl")], str(out))
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def _actor(id: str) -> Actor:
    return replace(brief().actors[0], id=id)


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (replace(brief(), actors=(_actor("a1"), _actor("a1"))), "two actors with the id 'a1' - at `$.actors[1].id`"),
        (replace(brief(), places=(_actor("a1"),)), "two actors with the id 'a1' - at `$.places[0].id`"),
        (replace(brief(), actors=()), "no actor 'a1' - at `$.quotes[0].actor`"),
    ],
)  # fmt: skip
def test_a_brief_that_contradicts_itself_is_refused(
    broken: Brief, said: str, tmp_path: Path
) -> None:
    (tmp_path / "b.jsonl").write_text(render_line(broken), encoding="utf-8")
    with pytest.raises(UnreadableError) as refused:
        write_tables([str(tmp_path / "b.jsonl")], str(tmp_path / "out"))
    assert refused.value.message.endswith(f"b.jsonl, brief 1: not a brief: {said}")


@pytest.mark.parametrize(
    ("name", "text"), [("b.jsonl", LINE), ("b.yaml", DOCUMENT), ("b.jsonl.gz", LINE)]
)
def test_memory_does_not_grow(name: str, text: str, tmp_path: Path) -> None:
    def peak(number: int) -> int:
        data = text.encode() * number
        (tmp_path / name).write_bytes(gzip.compress(data, 1) if name.endswith(".gz") else data)
        del data
        tracemalloc.start()
        write_tables([str(tmp_path / name)], str(tmp_path / "out"))
        return _stopped()

    peak(10)  # what is imported and cached is the same for any number
    few, many = peak(40), peak(400)
    assert many < few * 1.3  # the keys given so far are kept


def _stopped() -> int:
    _, highest = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return highest


@pytest.fixture(autouse=True)
def _no_tracing_is_left() -> Iterator[None]:
    yield
    tracemalloc.stop()
