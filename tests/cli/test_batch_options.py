"""`briefkit batch`: lists, limits, plans and reports; and names that no program expects."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

import briefkit.batch.worker
from briefkit.api import brief_articles
from briefkit.cli import app
from briefkit.reading import Article

STORY = "Mayor Ada Quill opened the Lorn ferry on Monday. “It is back,” said Quill.\n"


def run(*arguments: object, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(app, ["batch", *map(str, arguments)], input=stdin)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("x/a.txt", "x/b.txt", "y/a.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{name}. {STORY}")
    return tmp_path


def briefs(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_names_from_standard_input(here: Path) -> None:
    result = run("--files-from", "-", "-o", "out", stdin=b"x/a.txt\ny/a.txt\n")
    assert result.exit_code == 0
    assert briefs(here / "out") == ["x/a.yaml", "y/a.yaml"]


def test_neither_input_nor_list(here: Path) -> None:
    result = run("-o", "out")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: no INPUT\nhint: ")


def test_a_list_that_is_not_there(here: Path) -> None:
    assert run("--files-from", "gone", "-o", "out").exit_code == 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_takes_too_long(
    here: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    def slow(articles: Sequence[Article], *rest: object) -> object:
        if any(article.text.startswith("x/b") for article in articles):
            time.sleep(60)
        return brief_articles(articles, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(briefkit.batch.worker, "brief_articles", slow)
    result = run("x", "y", "-o", "out.jsonl", "--timeout", 2, "--jobs", jobs)
    assert result.exit_code == 4
    assert "failed: x/b.txt: not done after 2 s (give --timeout more seconds)\n" in result.stderr
    assert len((here / "out.jsonl").read_text().splitlines()) == 2


def test_an_article_that_is_too_long(here: Path) -> None:
    (here / "x" / "c.txt").write_text(STORY * 10)
    result = run("x", "-o", "out", "--max-chars", 200)
    assert result.exit_code == 4
    assert (
        "failed: x/c.txt: 750 characters are more than the 200 that an article may have "
        "(give a larger --max-chars, or split the file into its articles)\n"
    ) in result.stderr
    assert briefs(here / "out") == ["a.yaml", "b.yaml"]


def test_a_plan(here: Path) -> None:
    assert run("x/a.txt", "-o", "out").exit_code == 0
    (here / "x" / "c.txt").write_text("")
    result = run("x", "-o", "out", "--resume", "--dry-run")
    assert result.exit_code == 4
    assert result.stdout == (
        "kept: x/a.txt -> out/a.yaml\n"
        "to do: x/b.txt -> out/b.yaml\n"
        "failed: x/c.txt: empty (an article needs some text)\n"
    )
    assert (
        result.stderr == "1 brief to write to out, 1 kept, 1 article failed; nothing was written\n"
    )
    assert briefs(here / "out") == ["a.yaml"]


def test_a_line_an_article(here: Path) -> None:
    (here / "x" / "a.txt").write_text("")
    lines = run("x", "-o", "out", "-v").stderr.splitlines()
    failed = "failed: x/a.txt: empty (an article needs some text)"
    assert lines[:3] == [failed, "written: x/b.txt, 15 words", failed]
    assert lines[3].startswith("1 brief written to out, 1 article failed in ")


def test_a_report_for_programs(here: Path) -> None:
    (here / "x" / "a.txt").write_text("")
    run("x", "-o", "out", "--report", "report.jsonl")
    assert [json.loads(line) for line in Path("report.jsonl").read_text().splitlines()] == [
        {
            "path": "x/a.txt", "id": None, "target": None, "status": "failed", "words": 0,
            "reason": "x/a.txt: empty", "hint": "an article needs some text",
        },
        {
            "path": "x/b.txt", "id": "b", "target": "out/b.yaml", "status": "written", "words": 15,
            "reason": None, "hint": None,
        },
    ]  # fmt: skip
    assert not Path("report.jsonl.part").exists()
    assert run("x", "-o", "out", "--report", "no/such/folder.jsonl").exit_code == 2


def test_two_articles_of_one_name_in_what_can_be_read_only_once(here: Path) -> None:
    os.mkfifo(here / "pipe.jsonl")
    writer = os.fork()
    if not writer:
        with Path("pipe.jsonl").open("w") as pipe:
            for text in ("one", "two"):
                pipe.write(json.dumps({"id": "same", "text": f"{text}. {STORY}"}) + "\n")
        os._exit(0)
    result = run("pipe.jsonl", "-o", "out")
    os.waitpid(writer, 0)
    assert result.exit_code == 4
    assert (
        "pipe.jsonl (same) and pipe.jsonl (same) would both be written to same.yaml"
        in result.stderr
    )
    assert briefs(here / "out") == ["same.yaml"]


def test_names_that_no_program_expects(here: Path) -> None:
    folder = os.fsencode(here / "odd")
    os.mkdir(folder)  # noqa: PTH102
    for name in (b"caf\xe9.txt", b"line\nend.txt", b"tab\t.txt", b"- [b] 'q'.txt", b"a\\b.txt"):
        with open(os.path.join(folder, name), "w") as file:  # noqa: PTH118, PTH123
            file.write(STORY)
    result = run("odd", "-o", "out", "-v")
    assert result.exit_code == 0
    assert "written: odd/caf\\xe9.txt, 14 words\n" in result.stderr
    assert briefs(here / "out") == [
        "- [b] 'q'.yaml",
        "a_b.yaml",
        "caf_xe9.yaml",
        "line_end.yaml",
        "tab_.yaml",
    ]
    read = {p.name: yaml.safe_load(p.read_text()) for p in (here / "out").iterdir()}
    assert read["caf_xe9.yaml"]["source"]["path"] == "odd/caf\\xe9.txt"
    assert read["line_end.yaml"]["source"]["id"] == "line\nend"
    assert "5 kept" in run("odd", "-o", "out", "--resume").stderr
    checked = CliRunner().invoke(app, ["verify", "out/caf_xe9.yaml"])
    assert (checked.exit_code, checked.stdout) == (0, "")
    result = run("odd", "-o", "out.jsonl", "--report", "report.jsonl")
    assert result.exit_code == 0
    assert len(Path("report.jsonl").read_text().splitlines()) == 5


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that is always full")
@pytest.mark.parametrize("resume", [[], ["--resume"]])
def test_a_full_disk(here: Path, resume: list[str]) -> None:
    Path("out.jsonl.part").symlink_to("/dev/full")
    result = run("x", "-o", "out.jsonl", *resume)
    assert result.exit_code == 2
    assert "error: cannot write out.jsonl" in result.stderr
    assert "hint: choose another place with -o, or make room" in result.stderr
    assert not Path("out.jsonl").exists()


def test_a_folder_that_is_read_only(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # root may write everywhere, so the refusal is played.
    monkeypatch.setattr(os, "access", lambda *_: False)
    result = run("x", "-o", "out")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: cannot write out: Permission denied\nhint: ")


def test_what_is_written_among_the_articles_is_not_read(here: Path) -> None:
    for _ in range(2):
        result = run("x", "x/*", "-o", "x/out.jsonl", "--report", here / "x" / "report.jsonl")
        assert result.exit_code == 0
        assert result.stderr.startswith("4 briefs written to x/out.jsonl in ")


@pytest.mark.parametrize("options", [
    ("-o", "here/in.jsonl"), ("-o", "out", "--report", "in.jsonl"),
])  # fmt: skip
@pytest.mark.parametrize("listed", [False, True])
def test_no_input_is_written_over(here: Path, options: tuple[str, str], listed: bool) -> None:
    Path("here").symlink_to(".")
    record = json.dumps({"text": STORY}) + "\n"
    Path("in.jsonl").write_text(record)
    arguments = ("--files-from", "-") if listed else ("in.jsonl",)
    result = run(*arguments, *options, stdin=b"in.jsonl\n")
    assert (result.exit_code, result.stderr) == (
        2, "error: in.jsonl would be read and written\nhint: write to another file\n",
    )  # fmt: skip
    assert Path("in.jsonl").read_text() == record


def test_a_report_may_lie_in_the_folder_that_is_made(here: Path) -> None:
    assert run("x/b.txt", "-o", "out", "--report", "out/report.jsonl").exit_code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["b.yaml", "report.jsonl"]


@pytest.mark.parametrize("options", [
    ("x", "-o", "all.jsonl", "--report", "here/all.jsonl"),
    ("x", "-o", "all.jsonl", "--report", "all.jsonl.part"),
    ("-o", "out", "--files-from", "names", "--report", "names"),
    ("-o", "names.yaml", "--files-from", "names.yaml"),
])  # fmt: skip
def test_no_file_is_two_things(here: Path, options: tuple[str, ...]) -> None:
    Path("here").symlink_to(".")
    for name in ("names", "names.yaml"):
        Path(name).write_text("x\n")
    result = run(*options)
    assert (result.exit_code, result.stderr) == (
        2, "error: two of -o, --report and --files-from name one file\nhint: give each its own\n",
    )  # fmt: skip
    assert (Path("names").read_text(), Path("all.jsonl").exists()) == ("x\n", False)


@pytest.mark.parametrize("option", ["--encoding", "--published"])
def test_what_no_article_can_have_is_told_at_once(here: Path, option: str) -> None:
    result = run("x", "-o", "out", option, "klingon")
    assert (result.exit_code, Path("out").exists()) == (2, False)


def test_a_report_is_a_file(here: Path) -> None:
    result = run("x", "-o", "out", "--report", "-")
    assert (result.exit_code, Path("-").exists()) == (2, False)
    assert result.stderr == "error: --report -: the report is a file\nhint: give its name\n"


def test_a_report_that_cannot_be_written_is_told_at_once(here: Path) -> None:
    result = run("x", "-o", "out", "--report", "y")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: cannot write y: it is a folder\n"
        "hint: choose another place with --report, or make room or set permissions there\n",
    )
    assert not Path("out").exists()


def test_an_earlier_run_that_cannot_be_read(here: Path) -> None:
    Path("out.jsonl").touch()
    Path("out.jsonl.done").mkdir()
    result = run("x", "-o", "out.jsonl", "--resume")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: cannot read out.jsonl.done of an earlier run: Is a directory\n"
        "hint: set permissions there, or leave out --resume\n",
    )


def test_no_compressed_output(here: Path) -> None:
    result = run("x", "-o", "out.jsonl.gz")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: -o out.jsonl.gz: a compressed file could not be resumed\n"
        "hint: use -o out.jsonl, and gzip it at the end\n",
    )
    assert not Path("out.jsonl.gz").exists()


def test_pages_of_an_earlier_run_are_no_articles(here: Path) -> None:
    for _ in range(2):
        result = run("x", "-o", "x/pages", "-f", "html")
        assert result.stderr.startswith("2 briefs written to x/pages in ")
    assert briefs(here / "x" / "pages") == ["a.html", "b.html", "index.html"]


def test_skipped_files_that_each_have_their_own_ending_are_told_together(here: Path) -> None:
    for number in range(100, 150):
        Path(f"x/story.{number}").touch()
    result = run("x", "-o", "out", "--dry-run")
    assert ".119 (1), others (30); name a file" in result.stderr


def test_what_is_skipped_in_folders_is_counted(here: Path) -> None:
    for name in ("x/a.jpg", "x/b.jpg", "x/README", "x/.hidden.jpg"):
        Path(name).write_bytes(b"\xff\xd8")
    for options in ((), ("--dry-run",)):
        result = run("x", "-o", "out", *options)
        assert result.exit_code == 0
        assert result.stderr.splitlines()[-1] == (
            "skipped: 3 files, by their endings: without one (1), .jpg (2); "
            "name a file to have it read all the same"
        )


def test_a_batch_is_told_what_its_inputs_are(here: Path) -> None:
    Path("a.py").write_text(STORY)
    Path("b.rec").write_text(json.dumps({"id": "r", "text": STORY}) + "\n")
    refused = run("a.py", "-o", "one")
    assert refused.exit_code == 4 and "program code, by its ending .py" in refused.stderr
    assert run("a.py", "-o", "one", "--input-format", "text").exit_code == 0
    assert run("b.rec", "-o", "two", "--input-format", "jsonl").exit_code == 0
    assert [path.name for path in (*Path("one").iterdir(), *Path("two").iterdir())] == ["a.yaml", "r.yaml"]  # fmt: skip
