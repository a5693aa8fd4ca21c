"""The README's commands and examples run as they stand."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = [
    line.split("  #")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", TEXT, re.S)
    for line in block.splitlines()
    if "briefkit" in line
]
PYTHON = [
    block for block in re.findall(r"```python\n(.*?)```", TEXT, re.S) if "spacy.load" not in block
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like a fresh clone: the commands build on each other's files."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return folder


def test_there_are_commands_and_examples() -> None:
    assert len(SHELL) >= 10
    assert PYTHON


@pytest.mark.parametrize("command", SHELL)
def test_commands_run(command: str, place: Path) -> None:
    program = f'"{sys.executable}" -m briefkit'
    line = re.sub(r"(^|\| )briefkit ", rf"\1{program} ", command)
    done = subprocess.run(line, shell=True, cwd=place, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("example", PYTHON)
def test_examples_run(example: str) -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example, "README.md", "exec"), {})
    assert printed.getvalue().splitlines() == ["Mary Olsen", "2025-03-14"]
