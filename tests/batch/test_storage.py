"""Inputs and outputs behind URLs, on storage that lives in memory; and compressed records."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from briefkit.batch import Options, Report, run_batch
from briefkit.errors import UsageError
from briefkit.reading import read_articles

STORY = "Mayor Ada Quill opened the Lorn ferry on Monday. “It is back,” said Quill.\n"


def line(id: str) -> str:
    return json.dumps({"id": id, "text": f"{id}. {STORY}"}) + "\n"


@pytest.fixture
def remote() -> Iterator[fsspec.AbstractFileSystem]:
    system = fsspec.filesystem("memory")
    system.store.clear()
    system.pseudo_dirs[:] = [""]
    system.pipe_file("/in/b.txt", STORY.encode())
    system.pipe_file("/in/a/c.txt", STORY.encode())
    system.pipe_file("/in/.hidden/d.txt", STORY.encode())
    system.pipe_file("/in/z.jsonl", (line("x") + line("y")).encode())
    yield system
    system.store.clear()


def run(given: str, out: object, **options: object) -> Report:
    return run_batch(Options([given], str(out), **options))  # type: ignore[arg-type]


def test_a_remote_folder_into_a_remote_folder(remote: fsspec.AbstractFileSystem) -> None:
    report = run("memory://in", "memory://out")
    assert (report.written, report.failed) == (4, 0)
    names = ["/out/a/c.yaml", "/out/b.yaml", "/out/x.yaml", "/out/y.yaml"]
    assert sorted(remote.find("/out")) == names
    assert b"  path: memory:///in/a/c.txt\n" in remote.cat_file("/out/a/c.yaml")
    assert run("memory://in", "memory://out/", resume=True).kept == 4


@pytest.mark.parametrize(
    "pattern, written", [("memory://in/*.txt", 1), ("memory://in/**/*.txt", 3)]
)
def test_a_remote_glob(remote: fsspec.AbstractFileSystem, pattern: str, written: int) -> None:
    assert run(pattern, "memory://out").written == written


def test_a_stream_to_a_url_is_that_of_a_file(
    remote: fsspec.AbstractFileSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    run("memory://in", tmp_path / "out.jsonl")
    assert run("memory://in", "memory://far/out.jsonl").written == 4
    assert remote.cat_file("/far/out.jsonl") == (tmp_path / "out.jsonl").read_bytes()
    assert run("memory://in", "memory://far/out.jsonl", resume=True).kept == 4
    assert remote.cat_file("/far/out.jsonl") == (tmp_path / "out.jsonl").read_bytes()
    assert [p for p in (tmp_path / "cache").rglob("*") if p.is_file()] == []


def test_a_stream_that_cannot_be_uploaded_is_kept_and_goes_on(
    remote: fsspec.AbstractFileSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def refuse(*_: object) -> None:
        raise OSError("the line is down")

    with monkeypatch.context() as patch:
        patch.setattr(type(remote), "put_file", refuse)
        with pytest.raises(UsageError, match="the line is down"):
            run("memory://in", "memory://far/out.jsonl")
    report = run("memory://in", "memory://far/out.jsonl", resume=True)
    assert (report.kept, report.written) == (4, 0)
    assert remote.exists("/far/out.jsonl")


def test_what_the_storage_refuses_is_named(remote: fsspec.AbstractFileSystem) -> None:
    (error,) = read_articles("memory://in/gone.txt")
    assert str(error) == "memory://in/gone.txt: no such file"


@pytest.mark.parametrize("url, message", [
    ("https://example.org/a.txt", "briefkit fetches nothing from the web"),
    ("nosuch://bucket/a.txt", "nosuch://bucket/a.txt: "),
])  # fmt: skip
def test_urls_that_are_no_storage(url: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        run(url, "out")


def test_compressed_records(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(gzip.compress((line("x") + json.dumps({"text": STORY}) + "\n").encode()))
    report = run(str(path), tmp_path / "out")
    assert (report.total, report.written) == (2, 2)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["news-2.yaml", "x.yaml"]


def test_compressed_records_that_are_cut_off(tmp_path: Path) -> None:
    whole = gzip.compress("".join(line(f"n{i}") for i in range(500)).encode())
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(whole[: len(whole) // 2])
    found = list(read_articles(str(path)))
    assert len(found) > 10
    assert str(found[-1]).startswith(f"{path}: compressed, and cut off or damaged here: ")
    path.write_bytes(b"not gzip")
    (error,) = read_articles(str(path))
    assert "cut off or damaged" in str(error)


def test_a_line_without_end_is_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefkit.reading.records.MAX_LINE", 1_000)
    path = tmp_path / "news.jsonl"
    path.write_text(line("x") + "z" * 5_000 + "\n" + line("y"))
    ids = [getattr(found, "id", str(found)) for found in read_articles(str(path))]
    assert ids == ["x", f"{path}, line 2: more than 1,000 bytes", "y"]


def test_a_file_without_end_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefkit.reading.files.MAX_BYTES", 1_000)
    path = tmp_path / "long.txt"
    path.write_text("word " * 1_000)
    (error,) = read_articles(str(path))
    assert str(error) == f"{path}: more than 1,000 bytes"
