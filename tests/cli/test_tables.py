"""`briefkit tables`: what it reads, what it says, and how it ends."""

from __future__ import annotations

import gzip
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefkit.cli import app
from briefkit.rendering import Format, render
from briefkit.rendering.json import render_line
from tests.briefs import brief

LINE = render_line(brief())
YAML = render(brief(), Format.YAML)
SUMMARY = "{n} articles, {d} actors, {q} mentions, {d} dates, {n} quotes, {n} bullets, {n} warnings"
NAMES = ["actors", "articles", "bullets", "dates", "mentions", "quotes", "warnings"]
HINT = "hint: give YAML, JSON or JSON Lines that briefkit wrote; `briefkit FILE` makes one\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(command: str, stdin: str | bytes | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["tables", *command.split()], input=stdin)
    return result.exit_code, result.stdout, result.stderr


def told(number: int) -> str:
    return f"written to out: {SUMMARY.format(n=number, d=2 * number, q=4 * number)}\n"


def ids(folder: str = "out") -> list[str]:
    lines = Path(folder, "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["source_id"] for line in lines]


def listed(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def make(path: str, text: str | bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text if isinstance(text, bytes) else text.encode())


def test_one_brief() -> None:
    make("b.json", render(brief(), Format.JSON))
    assert run("b.json -o out") == (
        0, "", "written to out: 1 article, 2 actors, 4 mentions, 2 dates, 1 quote, 1 bullet, 1 warning\n"
    )  # fmt: skip
    assert listed("out") == [f"{name}.jsonl" for name in NAMES]


@pytest.mark.parametrize("form", ["csv", "spreadsheet"])
def test_csv(form: str) -> None:
    make("b.yaml", YAML * 2)
    assert run(f"b.yaml -o out -f {form}") == (0, "", told(2))
    assert listed("out") == [f"{name}.csv" for name in NAMES]


def test_every_form_of_brief() -> None:
    make("a.yaml", YAML * 2)
    make("b.json", render(brief(), Format.JSON))
    make("c.jsonl", LINE * 2)
    make("d.jsonl.gz", gzip.compress(LINE.encode()) + gzip.compress(LINE.encode()))
    make("e.yaml.gz", gzip.compress(YAML.encode() * 2))
    make("f.jsonl", b"\xef\xbb\xbf" + LINE.encode().replace(b"\n", b"\r\n\n"))
    assert run("a.yaml b.json c.jsonl d.jsonl.gz e.yaml.gz f.jsonl -o out") == (0, "", told(10))


@pytest.mark.parametrize("data", [YAML * 3, LINE * 3, gzip.compress((LINE * 3).encode())])
def test_standard_input(data: str | bytes) -> None:
    assert run("- -o out", data) == (0, "", told(3))


def test_folders_are_searched_in_order() -> None:
    for place in ("b/two", "b/one", "c", "a", ".hidden/no", "b/.no"):
        id = place.rpartition("/")[2]
        make(f"in/{place}.yaml", YAML.replace("id: ferry", f"id: {id}"))
    make("in/notes.txt", "no brief")
    make("in/.part.jsonl", "no brief")
    os.mkfifo("in/pipe.yaml")
    Path("in/b/loop").symlink_to(Path("in").absolute(), target_is_directory=True)
    assert run("in -o in/out")[0] == 0
    assert ids("in/out") == ["a", "c", "one", "two"]
    # The tables of the first run are no briefs, and are not searched.
    assert run("in -o in/out")[0] == 0
    assert ids("in/out") == ["a", "c", "one", "two"]


def test_names_that_are_no_text() -> None:
    make(os.fsdecode(b"in/caf\xe9\n.jsonl"), LINE)
    assert run("in -o out")[0] == 0
    make(os.fsdecode(b"in/\xff\x1b[2J.json"), "no brief")
    code, out, err = run("in -o out")
    assert (code, out) == (3, "")
    assert err.startswith("error: in/\\udcff\\x1b[2J.json: not a brief: ")


@pytest.mark.parametrize(
    ("files", "command", "code", "said"),
    [
        ({}, "gone.yaml -o out", 3, "error: gone.yaml: no such file\nhint: check the name\n"),
        ({"in/a.txt": "x"}, "in -o out", 3, "error: no briefs in in\nhint: briefs end in .yaml .yml .json .jsonl .yaml.gz .yml.gz .json.gz .jsonl.gz\n"),
        ({"a.jsonl": ""}, "a.jsonl -o out", 3, "error: a.jsonl: empty\nhint: give a brief that `briefkit extract` wrote\n"),
        ({"a.jsonl": LINE + "[1]\n"}, "a.jsonl -o out", 3, "error: a.jsonl, brief 2: not a brief: Expected `object`, got `array`\n" + HINT),
        ({"a.jsonl": LINE + LINE[:50]}, "a.jsonl -o out", 3, "error: a.jsonl, brief 2: not a brief: not JSON: Input data was truncated\n" + HINT),
        ({"a.yaml": YAML + "---\na: [\n"}, "a.yaml -o out", 3, 'error: a.yaml: not a brief: not YAML: while parsing a flow node did not find expected node content in "<byte string>", line 90, column 1\n' + HINT),
        ({"a.yaml": YAML + YAML.replace("words: 25", "words: many")}, "a.yaml -o out", 3, "error: a.yaml, brief 2: not a brief: Expected `int`, got `str` - at `$.source.words`\n" + HINT),
        ({"a.yaml": YAML.replace("actor: a1", "actor: a7")}, "a.yaml -o out", 3, "error: a.yaml, brief 1: not a brief: no actor 'a7' - at `$.quotes[0].actor`\nhint: extract it again\n"),
        ({"a.jsonl": LINE.replace("Ada", "\\ud800Ada")}, "a.jsonl -o out", 3, None),
        ({"a.jsonl.gz": gzip.compress((LINE * 9).encode())[:-30]}, "a.jsonl.gz -o out", 3, "error: a.jsonl.gz: the gzip file is damaged or cut off: Compressed file ended before the end-of-stream marker was reached\n"),
        ({"a.jsonl.gz": b"\x1f\x8bnonsense"}, "a.jsonl.gz -o out", 3, "error: a.jsonl.gz: Unknown compression method\n"),
        ({"a.yaml": YAML, "out": "x"}, "a.yaml -o out", 2, "error: cannot write out: it is not a folder\nhint: choose another place with -o, or make room or set permissions there\n"),
        ({"quotes.jsonl": LINE}, "quotes.jsonl -o .", 2, "error: quotes.jsonl would be read and written\nhint: choose another place with -o\n"),
        ({"in/dates.jsonl": LINE}, "in -o in", 2, "error: in/dates.jsonl would be read and written\nhint: choose another place with -o\n"),
        ({"a.yaml": YAML}, "a.yaml -o out -f xml", 2, None),
        ({"a.yaml": YAML}, "a.yaml", 2, None),
        ({"a.yaml": YAML}, "-o out", 2, None),
        ({"a.yaml": YAML}, "a.yaml -o /dev/full", 2, "error: cannot write /dev/full: it is not a folder\nhint: choose another place with -o, or make room or set permissions there\n"),
    ],
)  # fmt: skip
def test_what_goes_wrong(
    files: dict[str, str | bytes], command: str, code: int, said: str | None
) -> None:
    for name, data in files.items():
        make(name, data)
    found, out, err = run(command)
    assert (found, out) == (code, "") and err
    if said is not None:
        assert err == said
    left = [path for path in Path().rglob("*") if path.is_file()]
    assert sorted(map(str, left)) == sorted(files)


def test_a_disk_that_is_full() -> None:
    make("many.jsonl", LINE * 200)
    make("out/quotes.jsonl", "as it was")

    def small_files_only() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(
        [sys.executable, "-m", "briefkit", "tables", "many.jsonl", "-o", "out"],
        capture_output=True, text=True, check=False, preexec_fn=small_files_only,
    )  # fmt: skip
    assert done.returncode == 2 and done.stderr.startswith("error: cannot write out/")
    assert listed("out") == ["quotes.jsonl"]
    assert Path("out/quotes.jsonl").read_text() == "as it was"
