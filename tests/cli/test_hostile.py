"""Inputs that want to break something: a clear message, the right exit code, nothing half-written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from briefkit.cli import app

STORY = "Mayor Ada Quill opened the Lorn ferry on Monday. “It is back,” said Quill.\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde" + bytes(range(256))


def extract(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["extract", *map(str, arguments)])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (PNG, ""),
        (b"\0" * 300, ""),
    ],
    ids=["empty", "blank", "png", "nul"],
)
def test_what_is_no_article(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    result = extract(path, "-o", tmp_path / "out.yaml")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith(f"error: {path}: ") and message in result.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_missing_file(tmp_path: Path) -> None:
    result = extract(tmp_path / "gone.txt")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == f"error: {tmp_path / 'gone.txt'}: no such file\n"


def test_a_folder(tmp_path: Path) -> None:
    result = extract(tmp_path)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        f"error: {tmp_path}: a folder, not an article\n"
        f"hint: use `briefkit batch {tmp_path} -o FOLDER`\n"
    )


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    words = "The café in Málaga was opened by José Núñez on Monday, the mayor’s office said. "
    path.write_bytes((words.replace("’", "'") * 4).encode(encoding))
    result = extract(path)
    assert (result.exit_code, result.stderr) == (0, "")
    brief = yaml.safe_load(result.stdout)
    assert "café in Málaga" in brief["lede"]


def test_python_objects_in_front_matter_are_not_made(tmp_path: Path) -> None:
    path, trap = tmp_path / "a.md", tmp_path / "trap"
    path.write_text(f"---\ntitle: !!python/object/apply:os.mkdir [{trap}]\n---\n{STORY}")
    result = extract(path)
    assert result.exit_code in (0, 3)
    assert not trap.exists()


@pytest.mark.parametrize("text", ["\x1b[31mred\x1b[0m " + STORY, "[red]markup[/red] " + STORY])
def test_escapes_and_markup_stay_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    result = extract(path, "--format", "summary")
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout + result.stderr
    assert yaml.safe_load(extract(path).stdout)["lede"]


def test_messages_send_no_escapes(tmp_path: Path) -> None:
    result = extract(tmp_path / "a\x1b[31m\u202e.txt")
    assert result.exit_code == 3
    assert "a\\x1b[31m\\u202e.txt: no such file" in result.stderr
    assert "\x1b" not in result.stderr


def test_ten_thousand_quotation_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text('"' * 10_000)
    assert extract(path).exit_code in (0, 3)


def test_five_megabytes_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("word " * 1_000_000)
    result = extract(path, "-o", tmp_path / "out.yaml")
    assert (result.exit_code, result.stdout) == (3, "")
    assert (
        result.stderr.startswith(f"error: {path}: ") and "more than the 1,000,000" in result.stderr
    )
    assert not (tmp_path / "out.yaml").exists()


@pytest.mark.parametrize("out", ["gone/brief.yaml", "."])
def test_an_output_that_cannot_be(tmp_path: Path, out: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    result = extract(path, "-o", tmp_path / out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: cannot write {tmp_path / out}: ")
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
