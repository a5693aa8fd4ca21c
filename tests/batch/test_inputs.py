"""Which files a batch reads: folders, links, globs, lists; and the sub-folders of their briefs."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from briefkit.batch.inputs import Input, Inputs
from briefkit.batch.names import NameList
from briefkit.batch.tickets import read, tickets
from briefkit.errors import UnreadableError, UsageError
from briefkit.reading import Article, How, read_articles, read_ids


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "in/b.txt",
        "in/a/c.md",
        "in/a/d.jsonl.gz",
        "in/.hidden/e.txt",
        "in/.f.txt",
        "in/g.png",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*given: str, listed: bytes | None = None) -> list[tuple[str, str]]:
    Path("list").write_bytes(listed or b"")
    with closing(NameList("list")) as names:
        inputs = Inputs(given, names)
        assert list(inputs) == list(inputs)
        return [(item.path, item.folder) for item in inputs]


def articles(item: Input) -> list[Article | Exception]:
    return read(list(tickets([item])), How())


def test_a_folder_sorted_without_what_is_hidden_or_no_article(tree: Path) -> None:
    assert found("in") == [("in/b.txt", ""), ("in/a/c.md", "a"), ("in/a/d.jsonl.gz", "a")]


def test_links_to_folders_are_followed_last_and_once(tree: Path) -> None:
    (tree / "far").mkdir()
    (tree / "far" / "h.txt").touch()
    (tree / "in" / "a" / "0far").symlink_to(tree / "far")
    (tree / "in" / "0again").symlink_to(tree / "far")
    (tree / "in" / "a" / "up").symlink_to(tree / "in")
    (tree / "far" / "loop").symlink_to(tree / "in" / "a")
    assert found("in") == [
        ("in/b.txt", ""), ("in/a/c.md", "a"), ("in/a/d.jsonl.gz", "a"), ("in/0again/h.txt", "0again"),
    ]  # fmt: skip


def test_links_in_a_circle_are_named_and_the_rest_is_read(tree: Path) -> None:
    (tree / "in" / "l1.txt").symlink_to("l2.txt")
    (tree / "in" / "l2.txt").symlink_to("l1.txt")
    (tree / "in" / "l3").symlink_to("l3")
    assert [path for path, _ in found("in")][:3] == ["in/b.txt", "in/l1.txt", "in/l2.txt"]
    (tree / "in" / "a" / "up").symlink_to(tree / "in")
    assert found("in/**/*.txt") == [("in/b.txt", "")]
    assert found("in/.*/*.txt") == [("in/.hidden/e.txt", ".hidden")]


def test_a_link_to_nothing_is_named_when_it_is_read(tree: Path) -> None:
    (tree / "in" / "x.txt").symlink_to("nowhere")
    (item,) = [item for item in Inputs(["in"]) if item.path == "in/x.txt"]
    (error,) = articles(item)
    assert str(error) == "in/x.txt: no such file"


def test_a_folder_that_cannot_be_searched_is_named(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    last = list(Inputs(["in"]))[-1]
    (error,) = articles(last)
    assert str(error) == "in/a: cannot be searched: Permission denied"


@pytest.mark.parametrize("given, expected", [
    ("in/*.txt", [("in/b.txt", "")]),
    ("in/*/c.md", [("in/a/c.md", "a")]),
    ("in/**/*.md", [("in/a/c.md", "a")]),
    ("none/*.txt", []),
    ("in/gone.txt", [("in/gone.txt", "")]),
])  # fmt: skip
def test_single_names_and_globs(tree: Path, given: str, expected: list[tuple[str, str]]) -> None:
    assert found(given) == expected


def test_a_pattern_that_is_none(tree: Path) -> None:
    with pytest.raises(UsageError) as raised:
        found("in/**.md")
    assert raised.value.hint == "** is a folder of its own: articles/**/*.txt"


def test_a_name_with_wild_characters_that_exists_is_that_file(tree: Path) -> None:
    (tree / "in" / "[b].txt").touch()
    assert found("in/[b].txt") == [("in/[b].txt", "")]


@pytest.mark.parametrize("listed, expected", [
    (b"in/b.txt\nin/a/c.md\n", [("in/b.txt", "in"), ("in/a/c.md", "in/a")]),
    (b"in/a\n", [("in/a/c.md", "in/a"), ("in/a/d.jsonl.gz", "in/a")]),
    (b"./in/../in/b.txt\n", [("./in/../in/b.txt", "in/in")]),
    (b"/no/x.txt\n../y.txt\n", [("/no/x.txt", "no"), ("../y.txt", "")]),
    (b"in/*.txt\n", [("in/*.txt", "in")]),
    (b"caf\xe9.txt\n", [("caf\udce9.txt", "")]),
])  # fmt: skip
def test_a_list_keeps_the_folders_of_its_names(
    tree: Path, listed: bytes, expected: list[tuple[str, str]]
) -> None:
    assert found(listed=listed) == expected


def test_arguments_come_before_the_list(tree: Path) -> None:
    assert found("in/b.txt", listed=b"x.txt\n") == [("in/b.txt", ""), ("x.txt", "")]


@pytest.mark.parametrize("given, listed, named", [
    (["in/.hidden/none"], None, None),
    (["empty"], None, "no articles in empty"),
    ([], b"", "no articles in the list of --files-from"),
])  # fmt: skip
def test_nothing_to_read(
    tree: Path, given: list[str], listed: bytes | None, named: str | None
) -> None:
    (tree / "empty").mkdir()
    (tree / "list").write_bytes(listed or b"")
    with closing(NameList("list")) as names:
        inputs = Inputs(given, names if listed is not None else None)
        if named is None:
            inputs.check()
            assert [item.path for item in inputs] == given
        else:
            with pytest.raises(UnreadableError, match=named):
                inputs.check()


def test_pipes_and_devices_in_folders_are_named_and_not_read(tree: Path) -> None:
    os.mkfifo(tree / "in" / "p.txt")
    (tree / "in" / "z.jsonl").symlink_to("/dev/zero")
    told = {item.path: [str(found) for found in articles(item)] for item in Inputs(["in"])}
    for path in ("in/p.txt", "in/z.jsonl"):
        assert told[path] == [f"{path}: a pipe or a device, not a file"]


def test_a_line_without_an_end(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefkit.reading.records.MAX_LINE", 1_000)
    monkeypatch.setattr("briefkit.reading.records.MAX_SKIPPED", 10_000)
    Path("z.jsonl").symlink_to("/dev/zero")
    (item,) = Inputs(["z.jsonl"])
    (error,) = articles(item)
    assert str(error) == "z.jsonl: line 1 has no end, and nothing is read from there on"


def test_ids_are_told_beforehand_as_they_are_read(tree: Path) -> None:
    lines = [f'{{"id": {id}, "text": "x"}}' for id in ("0", '""', "null", '"a"', '"\\ud800"')]
    Path("r.jsonl").write_text("\n".join(lines))
    read = [getattr(article, "id", None) for article in read_articles("r.jsonl")]
    assert list(read_ids("r.jsonl")) == read == ["0", "r-2", "r-3", "a", None]
