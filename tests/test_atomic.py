"""Outputs are whole or not there, keep their permissions, and follow no link in their way."""

from __future__ import annotations

import json
import os
import stat
import threading
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefkit.atomic import WholeFile
from briefkit.cli import app
from briefkit.rendering import Format, render
from briefkit.storage import write_whole
from tests.briefs import brief

STORY = "Mayor Ada Quill opened the Lorn ferry on Monday. “It is back,” said Quill.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: an article, a brief, and a file that somebody wants overwritten."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "b.txt").write_text(STORY)
    (tmp_path / "ferry.yaml").write_text(render(brief(), Format.YAML))
    (tmp_path / "precious").write_text("mine")
    return tmp_path


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(map(str, arguments)))
    return int(result.exit_code), result.stderr


WRITES = {
    "a file": ("batch", "x", "-o", "out"),
    "a stream": ("batch", "x", "-o", "out.jsonl", "--report", "report.jsonl"),
    "resumed": ("batch", "x", "-o", "out.jsonl", "--resume"),
    "one brief": ("extract", "x/b.txt", "-o", "b.yaml"),
    "tables": ("tables", "ferry.yaml", "-o", "out"),
}


@pytest.mark.parametrize("command", WRITES.values(), ids=list(WRITES))
def test_no_planted_link_is_followed(here: Path, command: tuple[str, ...]) -> None:
    (here / "out").mkdir()
    names = ["out/b.yaml", "b.yaml", "report.jsonl", "out/actors.jsonl", "out.jsonl"]
    for name in names:
        path = here / name
        for planted in (f".{path.name}.tmp", f"{path.name}.tmp", f"{path.name}.done.tmp"):
            path.with_name(planted).symlink_to(here / "precious")
        path.with_name(f"{path.name}.part").symlink_to(here / "precious")
    code, err = run(*command)
    assert (here / "precious").read_text() == "mine"
    if "out.jsonl" in command:
        assert code == 2
        assert err.startswith("error: cannot write out.jsonl: out.jsonl.part is a link\n")
    else:
        assert code == 0, err
    assert not list(here.rglob(".briefkit-*"))


def test_names_of_files_in_the_making_differ(tmp_path: Path) -> None:
    first, second = WholeFile(tmp_path / "a"), WholeFile(tmp_path / "a")
    first.write(b"one")
    second.write(b"two")
    assert len(list(tmp_path.iterdir())) == 2
    first.move()
    second.move()
    assert (tmp_path / "a").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_nothing_is_left_of_what_failed(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    with pytest.raises(KeyboardInterrupt), WholeFile(tmp_path / "a") as file:
        file.write(b"half")
        raise KeyboardInterrupt
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_what_is_written_again_keeps_its_permissions(here: Path, mode: int) -> None:
    for name in ("b.yaml", "out.jsonl", "report.jsonl"):
        (here / name).touch()
        (here / name).chmod(mode)
    assert run("extract", "x/b.txt", "-o", "b.yaml")[0] == 0
    assert run("batch", "x", "-o", "out.jsonl", "--report", "report.jsonl")[0] == 0
    for name in ("b.yaml", "out.jsonl", "report.jsonl"):
        assert (here / name).stat().st_size
        assert stat.S_IMODE((here / name).stat().st_mode) == mode


def test_standard_output_by_its_name_goes_on(capfd: pytest.CaptureFixture[str]) -> None:
    # Captured it is a file. It is not moved: one that took its name would take it from everybody.
    for line in (b"one\n", b"two\n"):
        file = WholeFile(Path("/dev/stdout"))
        file.write(line)
        file.remove()
    assert capfd.readouterr().out == "one\ntwo\n"


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_whole(str(tmp_path / "new"), "x")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.parametrize(
    "command",
    [("extract", "x/b.txt", "-o", "out.json"), ("batch", "x", "-o", "out.jsonl"),
     ("batch", "x", "-o", "out.jsonl", "--resume"), ("batch", "x", "-o", "y", "--report", "out.json")],
    ids=["extract", "batch", "resume", "report"],
)  # fmt: skip
def test_a_pipe_is_written_into(here: Path, command: tuple[str, ...]) -> None:
    pipe = here / next(name for name in command if name.startswith("out"))
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()), daemon=True)
    reader.start()
    assert run(*command)[0] == 0
    reader.join(20)
    assert pipe.is_fifo()
    assert "b" in str(json.loads(got[0]))
