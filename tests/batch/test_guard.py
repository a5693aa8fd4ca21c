"""What one input does costs that input: each is read under guard, and under --timeout."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from pathlib import Path
from unittest.mock import ANY

import pytest
from typer.testing import CliRunner

from briefkit.batch import tickets
from briefkit.batch.inputs import Input, Inputs
from briefkit.batch.tickets import Ticket, read
from briefkit.cli import app
from briefkit.errors import LostError, UnreadableError
from briefkit.reading import Article, How
from briefkit.reading.records import MAX_EMPTY
from briefkit.rendering import Format, render
from tests.briefs import brief

STORY = "Mayor Ada Quill opened the Lorn ferry on Monday. “It is back,” said Quill.\n"
FRONTS = {
    "bool.md": "title: !!bool x",
    "day.md": "date: !!timestamp x",
    "itself.md": "authors: &a [*a]",
    "laughs.md": "a: &a [x]\nb: &b [*a, *a]\nauthors: *b",
}


def batch(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["batch", *map(str, arguments)])
    assert result.stdout == ""
    return result.exit_code, result.stderr


@pytest.mark.parametrize("options", [[], ["--jobs", "2"], ["--timeout", "60"]], ids=str)
def test_hostile_inputs_cost_themselves(tmp_path: Path, options: list[str]) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name, front in FRONTS.items():
        (source / name).write_text(f"---\n{front}\n---\n{STORY}")
    good = json.dumps({"id": "good", "text": STORY})
    (source / "z.jsonl").write_text(f'{{"id": "deep", "x": {"[" * 1_000}{"]" * 1_000}}}\n{good}\n')
    listed = tmp_path / "names"
    listed.write_text(f"{'n' * 5_000}.txt\n{'d/' * 3_000}x.txt\n")
    code, err = batch(source, "--files-from", listed, "-o", out, *options)
    assert code == 4, err
    assert sorted(path.name for path in out.iterdir()) == ["good.yaml"]
    failed = [line for line in err.splitlines() if line.startswith("failed: ")]
    assert len(failed) == len(FRONTS) + 3
    assert "a fault of briefkit" not in err
    for name in FRONTS:
        assert f"failed: {source / name}: the front matter is not plain YAML" in err
    assert f"{source / 'z.jsonl'}, line 1: " in err
    assert err.count("File name too long") == 2


def test_a_file_that_became_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (found,) = Inputs([str(tmp_path)])
    (tmp_path / "a.txt").unlink()
    os.mkfifo(tmp_path / "a.txt")
    (answer,) = read([Ticket(found)], How())
    assert isinstance(answer, UnreadableError)
    assert answer.message == f"{tmp_path / 'a.txt'}: a pipe or a device, not a file"


def test_a_named_pipe_is_waited_for_no_longer_than_the_timeout(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(STORY)
    # What is loaded for the first article is there in the processes that are forked afterwards:
    # in them the other one takes a small part of the timeout.
    assert batch(tmp_path / "b.txt", "-o", tmp_path / "before") == (0, ANY)
    code, err = batch(
        tmp_path / "a.txt", tmp_path / "b.txt", "-o", tmp_path / "out", "--timeout", "4"
    )
    assert code == 4
    assert f"failed: {tmp_path / 'a.txt'}: not done after 4 s" in err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.yaml"]


@pytest.mark.parametrize(
    ("fault", "kind"),
    [(KeyError("odd"), KeyError), (RecursionError(), UnreadableError), (MemoryError(), LostError)],
)
def test_every_exception_is_that_articles(
    monkeypatch: pytest.MonkeyPatch, fault: Exception, kind: type[Exception]
) -> None:
    def fail(*_: object, **__: object) -> Article:
        raise fault

    monkeypatch.setattr(tickets, "read_line", fail)
    (answer,) = read([Ticket(Input("a.jsonl"), 1, b"{}")], How())
    assert isinstance(answer, kind)


def test_a_small_file_of_nothing_but_lines_has_an_end(tmp_path: Path) -> None:
    good = json.dumps({"id": "good", "text": STORY}).encode()
    with gzip.open(tmp_path / "a.jsonl.gz", "wb") as lines:
        lines.write(good + b"\n" + b"\n" * (MAX_EMPTY + 10) + good)
    code, err = batch(tmp_path / "a.jsonl.gz", "-o", tmp_path / "out.jsonl")
    assert code == 4
    assert "nothing but empty lines from line 2 on, and they are not read" in err
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 1


def test_a_brief_that_has_no_place_costs_itself(tmp_path: Path) -> None:
    """A folder stands where a file is to be, or a file where a folder is."""
    source, out = tmp_path / "in", tmp_path / "out"
    for name in ("a.txt", "a.yaml/b.txt", "c.txt", "d.txt"):
        (source / name).parent.mkdir(exist_ok=True, parents=True)
        (source / name).write_text(STORY)
    (out / "c.yaml").mkdir(parents=True)
    code, err = batch(source, "-o", out)
    assert code == 4, err
    assert (
        f"failed: {source / 'a.yaml' / 'b.txt'}: cannot write {out / 'a.yaml'}: it is not " in err
    )
    assert f"failed: {source / 'c.txt'}: cannot write {out / 'c.yaml'}: Is a directory" in err
    assert sorted(path.name for path in out.iterdir() if path.is_file()) == ["a.yaml", "d.yaml"]


@pytest.mark.parametrize(
    "command",
    [
        "batch in -o out",
        "batch in -o out --resume",
        "batch in -o out -f html",
        "tables a.yaml -o out",
    ],
)
def test_a_pipe_in_the_place_of_an_output_is_not_waited_for(
    tmp_path: Path, briefkit_command: Path, command: str
) -> None:
    for folder in ("in", "out"):
        (tmp_path / folder).mkdir()
    (tmp_path / "in" / "a.txt").write_text(STORY)
    (tmp_path / "in" / "b.txt").write_text(STORY)
    (tmp_path / "a.yaml").write_text(render(brief(), Format.YAML))
    for name in ("a.yaml", "a.html", "index.html", "actors.jsonl"):
        os.mkfifo(tmp_path / "out" / name)
    done = subprocess.run(
        [briefkit_command, *command.split()],
        cwd=tmp_path, capture_output=True, text=True, timeout=100,
    )  # fmt: skip
    assert "a pipe or a device is there" in done.stderr
    named = "tables" in command or "html" in command  # which need it for the rest
    assert done.returncode == (2 if named else 4)
    assert (tmp_path / "out" / "b.yaml").exists() == (not named)


def test_a_name_that_is_no_text_is_told_once(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_text("")
    (tmp_path / "in" / "b.txt").write_text(STORY)
    code, err = batch(tmp_path / "in", "-o", tmp_path / "out")
    assert code == 4
    assert f"failed: {tmp_path}/in/caf\\xe9.txt: empty (" in err
    assert err.count("caf") == 1
