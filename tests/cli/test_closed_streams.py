"""Standard streams that are closed, gone or full: the work is done all the same, or the status says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import typer

from briefkit.cli import app

STORY = "Mayor Ada Quill opened the Lorn ferry on Monday. “It is back,” said Quill.\n"


def shell(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell; `briefkit` in it is this one."""
    program = (
        f"briefkit() {{ '{sys.executable}' -c 'from briefkit.cli import main; main()' \"$@\"; }}; "
    )
    (folder / "a.txt").write_text(STORY)
    (folder / "b.txt").write_text("")
    (folder / "c.txt").write_text(STORY)
    return subprocess.run(
        ["bash", "-c", program + command], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("stderr", [
    "2>&-",
    "2> >(true)",
    pytest.param("2>/dev/full", marks=pytest.mark.skipif(sys.platform != "linux", reason="Linux")),
])  # fmt: skip
def test_a_batch_that_nobody_listens_to_is_done(tmp_path: Path, stderr: str) -> None:
    result = shell(tmp_path, f"briefkit batch . -o out.jsonl -v {stderr}")
    assert result.returncode == 4
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 2


def test_without_standard_output(tmp_path: Path) -> None:
    assert shell(tmp_path, "briefkit batch a.txt -o out.jsonl >&-").returncode == 0
    assert (tmp_path / "out.jsonl").read_text()
    result = shell(tmp_path, "briefkit extract a.txt >&-")
    assert (result.returncode, result.stderr) == (
        2, "error: standard output is closed\nhint: use -o FILE\n",
    )  # fmt: skip


COMMANDS = [command.name for command in typer.main.get_command(app).commands.values()]  # type: ignore[attr-defined]


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_help_and_version_on_a_full_disk(tmp_path: Path) -> None:
    asked = [
        "-V",
        "help",
        "--help",
        *(f"{name} --help" for name in COMMANDS),
        *(f"help {name}" for name in COMMANDS),
    ]
    script = "; ".join(f"briefkit {words} >/dev/full; echo $?" for words in asked)
    result = shell(tmp_path, script)
    assert result.stdout.split() == ["2"] * len(asked) and len(asked) > 20
    assert result.stderr == len(asked) * (
        "error: cannot write to standard output: No space left on device\n"
        "hint: make room there, or write to another place with -o FILE\n"
    )
