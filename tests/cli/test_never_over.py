"""No command writes over what it reads, under whatever name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefkit.cli import app
from briefkit.rendering import Format, render
from tests.briefs import brief

STORY = "Mayor Ada Quill opened the Lorn ferry on Monday.\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.fixture(params=["itself", "dots", "link", "hard link", "link to a link"])
def names(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Path]:
    """An article, and the same file under another name."""
    path, other = tmp_path / "a.txt", tmp_path / "b.json"
    path.write_text(STORY, encoding="utf-8")
    match request.param:
        case "itself":
            other = path
        case "dots":
            other = tmp_path / ".." / tmp_path.name / "a.txt"
        case "link":
            other.symlink_to(path)
        case "hard link":
            os.link(path, other)
        case "link to a link":
            (tmp_path / "c").symlink_to(path)
            other.symlink_to(tmp_path / "c")
    return path, other


@pytest.mark.parametrize("command", ["extract", "text"])
def test_an_article_is_not_written_over(command: str, names: tuple[Path, Path]) -> None:
    path, out = names
    result = run(command, path, "-o", out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"error: -o {out} would be written over {path}\nhint: give another file with -o\n"
    )
    assert path.read_text(encoding="utf-8") == STORY


def test_standard_input_from_a_file_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    call = "from briefkit.cli import main; import sys; sys.argv[1:] = ['text', '-', '-o', 'a.txt']; main()"
    with path.open() as stream:
        done = subprocess.run(
            [sys.executable, "-c", call],
            stdin=stream,
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"-o a.txt would be written over standard input" in done.stderr
    assert path.read_text(encoding="utf-8") == STORY


def test_a_batch_writes_over_no_hard_link_of_its_input(tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"text": STORY}) + "\n", encoding="utf-8")
    os.link(source, out)
    result = run("batch", source, "-o", out)
    assert result.exit_code == 2
    assert result.stderr == (
        f"error: {source} would be read and written\nhint: write to another file\n"
    )
    assert json.loads(out.read_text(encoding="utf-8")) == {"text": STORY}


def test_tables_write_over_no_link_of_their_briefs(tmp_path: Path) -> None:
    source, out = tmp_path / "b.jsonl", tmp_path / "out"
    source.write_text(render(brief(), Format.JSON), encoding="utf-8")
    out.mkdir()
    os.link(source, out / "quotes.jsonl")
    before = source.read_text(encoding="utf-8")
    result = run("tables", source, "-o", out)
    assert result.exit_code == 2
    assert f"{source} would be read and written" in result.stderr
    assert source.read_text(encoding="utf-8") == (out / "quotes.jsonl").read_text() == before
