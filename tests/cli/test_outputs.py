"""Where commands write: -o FILE in the form of its ending, -o - for standard output."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from briefkit.cli import app
from briefkit.rendering import Format, render
from tests.briefs import TEXT, brief

GOLD = "---\nid: ferry\nactors: {q: {name: Bo Dahl, type: person}}\n---\n{Ada Quill|q} opened the pier."


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A brief in the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry.yaml").write_text(render(brief(), Format.YAML), encoding="utf-8")
    return tmp_path / "ferry.yaml"


def test_a_hyphen_is_standard_output_for_stories_and_no_folder_for_tables(written: Path) -> None:
    assert run("story", written, "-o", "-").stdout == run("story", written).stdout != ""
    refused = run("tables", written, "-o", "-")
    assert refused.exit_code == 2 and "tables are several files" in refused.stderr
    assert not (written.parent / "-").exists()


@pytest.mark.parametrize(
    ("command", "ending", "starts"),
    [
        ("schema story", ".json", "{"),
        ("diff a.yaml b.yaml", ".txt", "Headline"),
        ("diff a.yaml b.yaml", ".yaml", "---"),
        ("diff a.yaml b.yaml", ".html", "<!DOCTYPE html>"),
        ("score gold.txt --errors", ".txt", "ferry: "),
        ("score gold.txt", ".json", "{"),
        ("text gold.txt", ".txt", "---"),
        ("story a.yaml", ".jsonl", '{"schema_version"'),
    ],
)
def test_every_command_writes_to_a_file_or_a_hyphen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, ending: str, starts: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("gold.txt").write_text(GOLD, "utf-8")
    for name, headline in (("a.yaml", "The pier"), ("b.yaml", "The ferry")):
        Path(name).write_text(render(replace(brief(), headline=headline), Format.YAML), "utf-8")
    words = command.split()
    written = run(*words, "-o", f"out{ending}")
    assert written.stdout == "" and f"written to out{ending}\n" in written.stderr
    text = Path(f"out{ending}").read_text("utf-8")
    assert text.startswith(starts)
    shown = run(*words, "-o", "-", *(["-f", "jsonl"] if ending == ".jsonl" else []))
    assert shown.exit_code == written.exit_code and not Path("-").exists()
    if ending in (".txt", ".jsonl"):
        assert shown.stdout == text


def test_an_empty_line_stands_between_summaries(written: Path) -> None:
    shown = run("show", written, written).stdout
    one = run("show", written).stdout
    assert shown == f"{one}\n{one}"
    assert run("show", written, written, "-o", "two.txt").exit_code == 0
    assert Path("two.txt").read_text("utf-8") == shown
    Path("ferry.txt").write_text(TEXT, "utf-8")
    one = run("extract", "ferry.txt", "-f", "summary").stdout
    both = run("extract", "ferry.txt", "ferry.txt", "-f", "summary").stdout
    assert both == f"{one}\n{one}"
    assert run("extract", "ferry.txt", "ferry.txt", "-o", "both.txt", "-q").exit_code == 0
    assert Path("both.txt").read_text("utf-8") == both


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("diff a.yaml b.yaml -o x.docx", "-o x.docx: this command does not write .docx\nhint: use .txt, .yaml, .json or .html; --format FORMAT writes that to any file"),
        ("diff a.yaml b.yaml -o b.yaml", "-o b.yaml would be written over b.yaml"),
        ("score gold.txt -o gold.txt", "-o gold.txt would be written over gold.txt"),
        ("score gold.txt -o nowhere/x.json", "cannot write nowhere/x.json: there is no folder nowhere\nhint: make the folder first"),
        ("story a.yaml -o story.pdf", "-o story.pdf: this command does not write .pdf"),
        ("text gold.txt -o x.md", "-o x.md: this command does not write .md\nhint: use .txt or .json"),
        ("batch gold.txt -o x.json", "-o x.json: a .json file holds one brief\nhint: use .jsonl or .yaml"),
        ("batch gold.txt -o x.HTM", "-o x.HTM: a .HTM file holds one brief"),
        ("show a.yaml -f summary -o a.yaml", "a.yaml would be read and written"),
        ("show . -f summary -o b.yaml", "b.yaml would be read and written"),
        ("show a.yaml -f html --article gold.txt -o gold.txt", "-o gold.txt would be written over gold.txt"),
        ("story a.yaml -o .", "cannot write .: it is a folder"),
        ("stories a.yaml -o - -f json", "-o -: a JSON document holds one story"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("gold.txt").write_text(GOLD, "utf-8")
    for name in ("a.yaml", "b.yaml"):
        Path(name).write_text(render(brief(), Format.YAML), "utf-8")
    before = {path: path.read_bytes() for path in Path().iterdir()}
    done = run(*command.split())
    assert done.exit_code == 2 and said in done.stderr
    assert {path: path.read_bytes() for path in Path().iterdir()} == before
