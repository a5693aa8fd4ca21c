"""Which article a brief is held against: found in one pass, and never outside of its folders."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest
from typer.testing import CliRunner

from briefkit.cli import app
from briefkit.reading import files, lookup, make_article
from briefkit.rendering import Format, render
from briefkit.rendering.json import render_line
from briefkit.schema import Brief
from tests.briefs import TEXT, brief


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["verify", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


def of(text: str, id: str, path: str) -> Brief:
    """A brief of a text that says nothing but which text it is."""
    article = make_article(text)
    good = brief()
    return replace(
        good,
        source=replace(good.source, id=id, path=path, sha256=article.sha256),
        lede=None, at_a_glance=(), actors=(), places=(), dates=(), quotes=(), warnings=(),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["all.jsonl", "all.jsonl.gz"])
@pytest.mark.parametrize("backwards", [False, True])
def test_records_are_gone_through_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, backwards: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    # Every third has the same id, and one has none.
    ids = ["same" if n % 3 == 0 else f"n{n}" for n in range(120)]
    texts = [f"Story number {n} is short.\n" for n in range(120)]
    records = [{"id": id, "text": text} for id, text in zip(ids, texts, strict=True)]
    records[1].pop("id")
    ids[1] = "all-3"  # behind an empty line
    lines = [json.dumps(record) for record in records]
    data = "\n".join(["\ufeff" + lines[0], "", *lines[1:]]).encode()
    Path(name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    briefs = [of(text, id, name) for id, text in zip(ids, texts, strict=True)]
    if backwards:
        briefs.reverse()
    Path("briefs.jsonl").write_text("".join(map(render_line, briefs)))

    opened: list[str] = []
    real = files.open_records

    @contextmanager
    def counted(path: str) -> Iterator[BinaryIO]:
        opened.append(path)
        with real(path) as lines:
            yield lines

    monkeypatch.setattr(lookup, "open_records", counted)
    assert run("briefs.jsonl") == (0, "", "120 checked, 0 differences\n")
    assert run("briefs.jsonl", name) == (0, "", "120 checked, 0 differences\n")
    assert opened == [name, name]


def test_a_text_that_is_gone_is_a_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text(json.dumps({"id": "x", "text": "Another story.\n"}))
    Path("b.jsonl").write_text(render_line(of("A story.\n", "x", "a.jsonl")))
    code, out, _ = run("b.jsonl")
    assert code == 6
    assert out.startswith("x: source.sha256: the article is another: ")
    Path("b.jsonl").write_text(render_line(of("A story.\n", "y", "a.jsonl")))
    assert run("b.jsonl") == (3, "", "error: a.jsonl: no article with the id y\n")


def named(folder: Path, path: str) -> Path:
    """A brief in a folder that names a path."""
    place = folder / "ferry.yaml"
    good = brief()
    foreign = replace(good, source=replace(good.source, path=path))
    place.write_text(render(foreign, Format.YAML), encoding="utf-8")
    return place


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, the folder of the brief, and one of neither, with a secret in it."""
    for name in ("here", "briefs/deep", "private"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "private" / "ferry.txt").write_text(TEXT.replace("Ada Quill", "my password"))
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


@pytest.mark.parametrize(
    "path",
    ["{private}/ferry.txt", "../private/ferry.txt", "{briefs}/../private/ferry.txt", "{briefs}/link.txt",
     "/etc/passwd", "ftp://127.0.0.1/ferry.txt", "file:///etc/passwd", "webhdfs://127.0.0.1:1/x.txt",
     "github://org:repo@main/x.txt", "memory://x.txt"],
)  # fmt: skip
def test_a_foreign_brief_opens_nothing(
    folders: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    (folders / "briefs" / "link.txt").symlink_to(folders / "private" / "ferry.txt")
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a connection is opened"))
    path = path.format(private=folders / "private", briefs=folders / "briefs")
    code, out, err = run(named(folders / "briefs", path))
    assert (code, out) == (2, "")
    assert err == (
        f"error: the brief of ferry names {path}, which is not below its own folder or the working "
        "directory\nhint: a brief may be anybody's: give the article as well, if you want it "
        "opened\n"
    )


def test_what_the_reader_names_is_opened(folders: Path) -> None:
    secret = folders / "private" / "ferry.txt"
    code, out, _ = run(named(folders / "briefs", "ftp://127.0.0.1/x"), secret)
    assert code == 6
    assert "my password" in out


def test_articles_beside_the_brief_and_below_here_are_found(folders: Path) -> None:
    (folders / "briefs" / "deep" / "ferry.txt").write_text(TEXT)
    (folders / "here" / "ferry.txt").write_text(TEXT)
    for path in (folders / "briefs/deep/ferry.txt", "ferry.txt", folders / "here/ferry.txt"):
        found = run(named(folders / "briefs", str(path)))
        assert found == (0, "", "1 checked, 0 differences\n")


def test_a_pipe_that_a_brief_names_is_not_waited_for(folders: Path) -> None:
    os.mkfifo(folders / "here" / "ferry.txt")
    code, _, err = run(named(folders / "briefs", "ferry.txt"))
    assert (code, err) == (3, "error: ferry.txt: not a file\nhint: give the article as well\n")


def test_articles_are_looked_up_as_the_user_says_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "The ferry runs again. " * 50_000
    Path("feed").write_text("".join(json.dumps({"id": id, "text": text}) + "\n" for id in "ab"))
    Path("out.jsonl").write_text(render_line(of(text, "b", "feed")))
    forced = ("out.jsonl", "--input-format", "jsonl")
    assert "1,100,000 characters are more than the 1,000,000" in run(*forced)[2]
    assert run(*forced, "--max-chars", "1200000")[0] == 0
