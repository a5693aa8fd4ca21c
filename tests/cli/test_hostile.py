"""Inputs that want to break something: a clear message, the right exit code, nothing half-written."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from briefkit.cli import app
from briefkit.rendering import Format, render
from tests.briefs import brief

STORY = "Mayor Ada Quill opened the Lorn ferry on Monday. “It is back,” said Quill.\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde" + bytes(range(256))


def extract(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["extract", *map(str, arguments)])


def batch(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["batch", *map(str, arguments)])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


NOT_TEXT = "not text\nhint: give a plain text, Markdown or HTML file"


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "empty\nhint: an article needs some text"),
        (b" \n\t\n", "empty\nhint: an article needs some text"),
        (PNG, "not text, or in an encoding that could not be detected\n"
              "hint: give --encoding if it is text"),
        (b"\0" * 300, NOT_TEXT),
        (b"Ana\0 Vale. " + STORY.encode(), NOT_TEXT),
        (b"word " * 1_000_000, "5,000,000 characters are more than the 1,000,000 that an article "
                               "may have\nhint: give a larger --max-chars, or split the file into its articles"),
        (b"7" * 5_000_000, "5,000,000 characters are more than the 1,000,000 that an article "
                           "may have\nhint: give a larger --max-chars, or split the file into its articles"),
    ],
    ids=["empty", "blank", "png", "nuls", "one nul", "5 MB on one line", "5 MB number"],
)  # fmt: skip
def test_what_is_no_article(tmp_path: Path, data: bytes, complaint: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    result = extract(path, "-o", tmp_path / "out.yaml")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == f"error: {path}: {complaint}\n"
    assert names(tmp_path) == ["a.txt"]


def test_a_missing_file(tmp_path: Path) -> None:
    result = extract(tmp_path / "gone.txt", "-o", tmp_path / "out.yaml")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        f"error: {tmp_path / 'gone.txt'}: no such file\nhint: check the name\n"
    )
    assert names(tmp_path) == []


def test_a_folder(tmp_path: Path) -> None:
    result = extract(tmp_path)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        f"error: {tmp_path}: a folder, not an article\n"
        f"hint: give one article; `briefkit batch {tmp_path} -o FOLDER` briefs several\n"
    )


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("latin-1", "read as cp1252, which is a guess; give --encoding if it is wrong"),
        ("utf-16", "read as UTF-16, as its byte-order mark says"),
        ("utf-16-le", "read as utf_16_le, which is a guess; give --encoding if it is wrong"),
    ],
)
def test_other_encodings_are_read_with_a_warning(tmp_path: Path, encoding: str, said: str) -> None:
    path = tmp_path / "a.txt"
    words = "The café in Málaga was opened by José Núñez on Monday, the mayor's office said. "
    path.write_bytes((words * 4).encode(encoding))
    result = extract(path)
    assert (result.exit_code, result.stderr) == (0, "")
    brief = yaml.safe_load(result.stdout)
    assert "café in Málaga" in brief["lede"]
    assert {"code": "encoding", "message": f"not UTF-8: {said}", "spans": []} in brief["warnings"]


def test_an_unknown_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    result = extract(tmp_path / "a.txt", "--encoding", "utf-9")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "error: unknown encoding 'utf-9'\n"
        "hint: examples: utf-8, utf-16, cp1252, latin-1, shift_jis\n"
    )


def test_python_objects_in_front_matter_are_not_made(tmp_path: Path) -> None:
    path, trap = tmp_path / "a.md", tmp_path / "trap"
    path.write_text(f"---\ntitle: !!python/object/apply:os.mkdir [{trap}]\n---\n{STORY}")
    result = extract(path, "-o", tmp_path / "out.yaml")
    assert (result.exit_code, result.stdout) == (3, "")
    complaint, hint = result.stderr.splitlines()
    assert complaint.startswith(
        f"error: {path}: the front matter is not plain YAML: could not determine a constructor "
        "for the tag 'tag:yaml.org,2002:python/object/apply:os.mkdir'"
    )
    assert hint == (
        "hint: front matter holds names and values, such as `title: ...`, between --- lines"
    )
    assert names(tmp_path) == ["a.md"]


HOSTILE_TITLES = [
    ("\x1b[31mFerry\x1b]0;owned\x07 \x9b2J", "\\x1b[31mFerry\\x1b]0;owned\\x07 \\x9b2J"),
    ("[red]Ferry[/red] :smile:", "[red]Ferry[/red] :smile:"),
]


@pytest.mark.parametrize(("title", "shown"), HOSTILE_TITLES, ids=["escapes", "markup"])
def test_an_article_commands_no_terminal(tmp_path: Path, title: str, shown: str) -> None:
    path, brief = tmp_path / "a.jsonl", tmp_path / "a.yaml"
    story = f"{title} came on Monday. “We like {title}!” said {title} Quill, {title}.\n"
    path.write_text(json.dumps({"title": title, "text": story + STORY}))
    summary = extract(path, "--format", "summary")
    assert (summary.exit_code, summary.stderr) == (0, "")
    assert summary.stdout.startswith(f"{shown}\n")
    assert not set(summary.stdout) & set("\x1b\x07\x9b")
    assert extract(path, "-o", brief).stdout == summary.stdout
    again = CliRunner().invoke(app, ["show", str(brief)])
    assert (again.exit_code, again.stdout, again.stderr) == (0, summary.stdout, "")


def test_messages_send_no_escapes(tmp_path: Path) -> None:
    result = extract(tmp_path / "a\x1b[31m\u202e.txt")
    assert result.exit_code == 3
    assert "a\\x1b[31m\\u202e.txt: no such file" in result.stderr
    assert "\x1b" not in result.stderr


def test_ten_thousand_quotation_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text('"' * 10_000)
    started = time.process_time()
    result = extract(path)
    # It is half a second; the tokenizer alone would take a minute if it were left to itself.
    assert time.process_time() - started < 10
    assert (result.exit_code, result.stderr) == (0, "")
    assert yaml.safe_load(result.stdout)["source"]["words"] == 1


def test_a_broken_line_costs_one_article(tmp_path: Path) -> None:
    source, out = tmp_path / "some.jsonl", tmp_path / "out.jsonl"
    line, last = (json.dumps({"id": id, "text": STORY}) for id in "xz")
    source.write_text(f'{line}\n{{"id": "y" "te\n{last}\n')
    result = batch(source, "-o", out)
    assert (result.exit_code, result.stdout) == (4, "")
    failed, summary = result.stderr.splitlines()
    assert failed == (
        f"failed: {source}, line 2: not JSON: Expecting ',' delimiter: line 1 column 12 (char 11) "
        "(each line is one JSON object)"
    )
    assert summary.startswith(f"2 briefs written to {out}, 1 article failed in ")
    written = [json.loads(line)["source"]["id"] for line in out.read_text().splitlines()]
    assert written == ["x", "z"]
    assert names(tmp_path) == ["out.jsonl", "some.jsonl"]


# A file in the way, and not a folder without permission: root may write anywhere.
@pytest.mark.parametrize(
    ("out", "complaint"),
    [
        ("file", "{out} is a file, not a folder\nhint: give a folder, or a name in .jsonl or .yaml"),
        ("file/out", "cannot write {out}: Not a directory\nhint: choose another place with -o, or "
                     "make room or set permissions there"),
        ("folder.jsonl", "{out} is a folder\nhint: give -o a file name, or another folder"),
    ],
)  # fmt: skip
def test_a_batch_that_cannot_write(tmp_path: Path, out: str, complaint: str) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder.jsonl").mkdir()
    result = batch(tmp_path / "a.txt", "-o", tmp_path / out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"error: {complaint.format(out=tmp_path / out)}\n"
    assert names(tmp_path) == ["a.txt", "file", "folder.jsonl"]
    assert (tmp_path / "file").read_text() == "mine"


def test_two_lines_with_one_id_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    source = tmp_path / "some.jsonl"
    source.write_text((json.dumps({"id": "x", "text": STORY}) + "\n") * 2)
    result = batch(source, "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"error: {source} (x) and {source} (x) would both be written to x.yaml\n"
        "hint: rename one of them, batch them into two folders, or write one .jsonl file\n"
    )
    assert names(tmp_path) == ["some.jsonl"]


LONG = 300 * "x"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (LONG, 2), (f"show {LONG}", 3), (f"tables {LONG} -o out", 3), (f"verify {LONG}", 3),
        (f"score {LONG}", 3), (f"batch a.txt -o {LONG}", 2), (f"batch a.txt -o {LONG}.json", 2),
    ],
)  # fmt: skip
def test_a_name_that_is_too_long_for_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(STORY)
    result = CliRunner().invoke(app, command.split())
    assert (result.exit_code, result.stdout) == (code, "")
    assert "a fault" not in result.stderr and LONG[:30] in result.stderr


@pytest.mark.parametrize(
    "command",
    [
        "text",
        "show",
        "story",
        "stories -o out",
        "tables -o out",
        "verify",
        "diff b.yaml",
        "batch -o out",
    ],
)
def test_an_empty_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """As of a variable of the shell that is not set."""
    monkeypatch.chdir(tmp_path)
    Path("b.yaml").write_text(render(brief(), Format.YAML), "utf-8")
    result = CliRunner().invoke(app, [*command.split(), ""])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "error: an empty name\nhint: give the name of a file" in result.stderr
    assert [path.name for path in Path().rglob("*") if path.is_file()] == ["b.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs to remove the working directory")
def test_a_folder_that_has_been_removed(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    script = "import os; os.rmdir('../gone'); from briefkit.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "schema"], cwd=tmp_path / "gone", capture_output=True, check=False
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("out", "why"),
    [
        ("gone/brief.yaml", "there is no folder {folder}/gone\nhint: make the folder first, or "
                            "choose another place with -o"),
        (".", "it is a folder\nhint: choose another place with -o, or make room or set "
              "permissions there"),
    ],
)  # fmt: skip
def test_an_output_that_cannot_be(tmp_path: Path, out: str, why: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    result = extract(path, "-o", tmp_path / out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"error: cannot write {tmp_path / out}: {why.format(folder=tmp_path)}\n"
    )
    assert names(tmp_path) == ["a.txt"]
