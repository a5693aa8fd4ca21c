"""`briefkit score`."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from briefkit.cli import app
from briefkit.rendering import Format, render
from tests.briefs import brief

GOLD = """---
actors:
  quill: {name: Ada Quill, type: person, role: Mayor}
  lorn: {name: Lorn, type: place}
---
Ferry line returns

{Mayor Ada Quill|quill} opened the {Lorn|lorn} ferry on {3 May 2024|=2024-05-03}. {“It is back,”|q1 direct quill} {said|c1} {Quill|quill}.

{She|quill} spoke on the {quay|lorn} {last spring|=2024-SP}.
"""


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["score", *map(str, arguments)])


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "ferry.txt").write_text(GOLD, encoding="utf-8")
    (tmp_path / "briefs.yaml").write_text(render(brief(), Format.YAML), encoding="utf-8")
    return tmp_path / "gold"


def test_briefs_are_scored(gold: Path) -> None:
    done = run(gold, "--briefs", gold.parent / "briefs.yaml", "-f", "json")
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert told["articles"] == 1
    assert told["figures"]["quotes"] == {
        "precision": 1.0, "recall": 1.0, "f1": 1.0, "right": 1, "found": 1, "asked": 1
    }  # fmt: skip
    mentions = told["figures"]["mentions"]
    assert (mentions["right"], mentions["found"], mentions["asked"]) == (4, 4, 5)
    assert any("[quay]" in error for error in told["errors"])


def test_errors_are_named(gold: Path) -> None:
    done = run(gold / "ferry.txt", "--briefs", gold.parent / "briefs.yaml", "--errors")
    assert done.stdout.splitlines()[0].startswith("ferry: mentions: Lorn misses")
    assert "mentions           1.000   0.800  0.889       4       4       5" in done.stdout


def test_without_errors_the_table_stands_alone(gold: Path) -> None:
    (gold / "ferry.txt").write_text("---\nid: plain\n---\nNothing is marked here.", "utf-8")
    plain = run(gold, "--errors")
    assert plain.exit_code == 0 and plain.stdout.startswith(" " * 15 + "precision")


def test_articles_are_extracted_where_no_briefs_are_given(gold: Path) -> None:
    done = run(gold)
    assert done.exit_code == 0 and "quotes" in done.stdout
    assert done.stderr == "1 article scored\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no front matter", "no front matter"),
        ("---\nactors: [a]\n---\nx", "needs `actors:`"),
        ("---\nactors: {a: {type: person}}\n---\nx", "it has no name"),
        ("---\nactors: {a: {name: A, type: ship}}\n---\n{A|a}", "its type is none of person"),
        ("---\n{\n---\nx", "not YAML"),
        ("---\nid: x\n---\n{A|b c}", "no such label"),
        ("---\nid: x\n---\n{A", "1 mark is never closed"),
        ("---\nid: x\n---\n{A {B", "2 marks are never closed"),
        ("---\npublished: someday\n---\nx", "'someday' is not a date"),
        ("---\ntitle: {a: b}\n---\nx", "{'a': 'b'} is not a text"),
        ("---\nactors: {a: {name: A, type: [person, {b: c}]}}\n---\n{A|a}", "is not a text"),
        ("---\nactors: {a: {name: A, type: person, role: {b: c}}}\n---\n{A|a}", "is not a text"),
        ("---\nactors: {k1: {name: A, type: person}}\n---\n{A|k1}", "a label of another kind"),
        ("---\nactors: {Ab: {name: A, type: person}}\n---\n{A|Ab}", "small letters, figures"),
    ],
)
def test_ill_written_gold_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(text, encoding="utf-8")
    done = run(path)
    assert done.exit_code == 3 and message in done.stderr and "bad.txt" in done.stderr
    assert "hint: `briefkit help score`" in done.stderr


def test_a_mark_of_the_byte_order_is_no_part_of_the_gold(gold: Path) -> None:
    for path in gold.iterdir():
        path.write_bytes(codecs.BOM_UTF8 + path.read_bytes())
    assert run(gold, "--briefs", gold.parent / "briefs.yaml").exit_code == 0


def test_what_is_not_there_is_named(gold: Path, tmp_path: Path) -> None:
    gone = run(tmp_path / "nowhere.txt")
    assert gone.exit_code == 3 and "nowhere.txt: no such file\nhint: check the name" in gone.stderr
    (tmp_path / "empty").mkdir()
    assert "they end in .txt or .md" in run(tmp_path / "empty").stderr
    (gold / "other.txt").write_text("---\nid: o\n---\nOther text.", encoding="utf-8")
    missing = run(gold, "--briefs", gold.parent / "briefs.yaml")
    assert missing.exit_code == 3 and "has no brief of o" in missing.stderr
