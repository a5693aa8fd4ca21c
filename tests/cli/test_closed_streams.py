"""Standard streams that are closed, gone or full: the work is done all the same, or the status says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import typer

from briefkit.cli import app

STORY = "Mayor Ada Quill opened the Lorn ferry on Monday. “It is back,” said Quill.\n"


STARTED = f"'{sys.executable}' -m briefkit"


def shell(
    folder: Path, command: str, program: Path | str = STARTED
) -> subprocess.CompletedProcess[str]:
    """Run a line of shell; `briefkit` in it is this one."""
    program = f'briefkit() {{ {program} "$@"; }}; '
    (folder / "a.txt").write_text(STORY)
    (folder / "b.txt").write_text("")
    (folder / "c.txt").write_text(STORY)
    return subprocess.run(
        ["bash", "-c", program + command], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("streams", [
    ">&- 2>&-",
    "2> >(true)",
    pytest.param("2>/dev/full", marks=pytest.mark.skipif(sys.platform != "linux", reason="Linux")),
])  # fmt: skip
def test_a_batch_that_nobody_listens_to_is_done(
    tmp_path: Path, briefkit_command: Path, streams: str
) -> None:
    # Only a program that is started has no streams at all.
    program = STARTED if "&-" in streams else briefkit_command
    result = shell(tmp_path, f"briefkit batch . -o out.jsonl -v {streams}", program)
    assert result.returncode == 4
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 2


def test_without_standard_output(tmp_path: Path) -> None:
    result = shell(tmp_path, "briefkit extract a.txt >&-")
    assert (result.returncode, result.stderr) == (
        2, "error: standard output is closed\nhint: use -o FILE\n",
    )  # fmt: skip


COMMANDS = [command.name for command in typer.main.get_command(app).commands.values()]  # type: ignore[attr-defined]


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_help_and_version_on_a_full_disk(tmp_path: Path, briefkit_command: Path) -> None:
    asked = [
        "-V",
        "help",
        "--help",
        *(f"{name} --help" for name in COMMANDS),
        *(f"help {name}" for name in COMMANDS),
    ]
    script = "; ".join(f"briefkit {words} >/dev/full; echo $?" for words in asked)
    result = shell(tmp_path, script, briefkit_command)
    assert result.stdout.split() == ["2"] * len(asked) and len(asked) > 20
    assert result.stderr == len(asked) * (
        "error: cannot write to standard output: No space left on device\n"
        "hint: make room there, or write to another place with -o FILE\n"
    )


@pytest.mark.parametrize(
    "command", ["extract -", "show -", "verify -", "batch --files-from - -o x"]
)
def test_standard_input_that_is_closed(tmp_path: Path, command: str) -> None:
    done = shell(tmp_path, f"briefkit {command} <&-")
    assert done.returncode == 3
    assert "error: standard input is closed" in done.stderr
