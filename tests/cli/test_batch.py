"""`briefkit batch`: inputs, outputs, resume, failures; each file whole or not there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
import yaml
from typer.testing import CliRunner, Result

import briefkit.batch.worker
from briefkit.api import brief_articles
from briefkit.cli import app
from briefkit.reading import Article

STORY = "Mayor Ada Quill opened the Lorn ferry on Monday. “It is back,” said Quill.\n"
pytestmark = pytest.mark.usefixtures("remembered")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["batch", *map(str, arguments)])


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def records(path: Path, number: int, text: str = STORY) -> Path:
    """A .jsonl file of so many articles; `{}` in their text is the number of each."""
    path.write_text(
        "".join(json.dumps({"id": f"n{i}", "text": text.format(i)}) + "\n" for i in range(number))
    )
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, one in a sub-folder, and a file that is none."""
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "b.txt").write_text(STORY)
    (tmp_path / "in" / "sub" / "a.md").write_text("---\ntitle: Ferry\n---\n" + STORY)
    (tmp_path / "in" / "notes.cfg").write_text("no article")
    return tmp_path / "in"


def test_a_folder_into_a_folder(folder: Path, tmp_path: Path) -> None:
    result = run(folder, "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"2 briefs written to {tmp_path / 'out'} in ")
    assert names(tmp_path / "out") == ["b.yaml", "sub/a.yaml"]
    assert yaml.safe_load((tmp_path / "out" / "sub" / "a.yaml").read_text())["headline"] == "Ferry"


def test_json_files(folder: Path, tmp_path: Path) -> None:
    assert run(folder, "-o", tmp_path / "out", "--format", "json").exit_code == 0
    assert names(tmp_path / "out") == ["b.json", "sub/a.json"]


def test_a_glob_keeps_sub_folders(folder: Path, tmp_path: Path) -> None:
    assert run(folder / "**" / "*.md", "-o", tmp_path / "out").exit_code == 0
    assert names(tmp_path / "out") == ["sub/a.yaml"]


def test_streams_are_in_input_order(tmp_path: Path) -> None:
    source = records(tmp_path / "many.jsonl", 40)
    assert run(source, "-o", tmp_path / "out.jsonl").exit_code == 0
    assert run(source, "-o", tmp_path / "out.yaml").exit_code == 0
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert [line["source"]["id"] for line in lines] == [f"n{i}" for i in range(40)]
    assert list(yaml.load_all((tmp_path / "out.yaml").read_text(), yaml.CSafeLoader)) == lines
    assert names(tmp_path) == ["many.jsonl", "out.jsonl", "out.yaml"]


def test_the_number_of_workers_changes_nothing(tmp_path: Path) -> None:
    # The workers go first: what they have briefed is not remembered here. 32 articles are a batch.
    source = records(tmp_path / "many.jsonl", 40, "No. {}. " + STORY)
    assert run(source, "-o", tmp_path / "two.jsonl", "--jobs", 2).exit_code == 0
    assert run(source, "-o", tmp_path / "one.jsonl").exit_code == 0
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_extract_gives_the_same(folder: Path, tmp_path: Path) -> None:
    run(folder, "-o", tmp_path / "out")
    alone = CliRunner().invoke(app, ["extract", str(folder / "b.txt")])
    assert alone.stdout == (tmp_path / "out" / "b.yaml").read_text()


def test_a_bad_article_does_not_stop_the_rest(folder: Path, tmp_path: Path) -> None:
    (folder / "c.txt").write_text("")
    source = tmp_path / "some.jsonl"
    source.write_text(json.dumps({"id": "x", "text": STORY}) + '\n{"id": "y", "te\n')
    result = run(folder, source, tmp_path / "gone.txt", "-o", tmp_path / "out")
    assert result.exit_code == 4
    failed = [line for line in result.stderr.splitlines() if line.startswith("failed: ")]
    assert [line.split(": ")[1] for line in failed] == [
        str(folder / "c.txt"), f"{source}, line 2", str(tmp_path / "gone.txt"),
    ]  # fmt: skip
    assert "3 briefs written" in result.stderr and "3 articles failed" in result.stderr
    assert names(tmp_path / "out") == ["b.yaml", "sub/a.yaml", "x.yaml"]


def test_two_inputs_of_one_name_are_refused_before_anything_is_written(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "b.md").write_text(STORY)
    result = run(folder, "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"error: {folder / 'b.md'} and {folder / 'b.txt'} would both be written to b.yaml\n"
        "hint: rename one of them, batch them into two folders, or write one .jsonl file\n"
    )
    assert not (tmp_path / "out").exists()


def test_ids_lead_out_of_no_folder(tmp_path: Path) -> None:
    source = tmp_path / "some.jsonl"
    ids = ["../../up", "/etc/x", "a\nb", ".hidden", "ü" * 300]
    source.write_text("".join(json.dumps({"id": i, "text": STORY}) + "\n" for i in ids))
    assert run(source, "-o", tmp_path / "out").exit_code == 0
    assert names(tmp_path / "out") == sorted(
        ["_._.._up.yaml", "_etc_x.yaml", "a_b.yaml", "_hidden.yaml", "ü" * 100 + ".yaml"]
    )


@pytest.mark.parametrize("out", ["file/out", "file", "file/out.jsonl"])
def test_an_output_that_cannot_be(folder: Path, tmp_path: Path, out: str) -> None:
    (tmp_path / "file").write_text("mine")
    result = run(folder, "-o", tmp_path / out)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ") and "\nhint: " in result.stderr
    assert (tmp_path / "file").read_text() == "mine"


def test_nothing_to_read(tmp_path: Path) -> None:
    result = run(tmp_path, "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"error: no articles in {tmp_path}\nhint: ")


def test_a_format_that_does_not_fit(folder: Path, tmp_path: Path) -> None:
    result = run(folder, "-o", tmp_path / "out.jsonl", "--format", "yaml")
    assert result.exit_code == 2
    assert "--format yaml does not fit" in result.stderr


def test_resume_keeps_what_fits_and_redoes_what_changed(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, "-o", out)
    before = (out / "b.yaml").stat().st_mtime_ns
    (folder / "sub" / "a.md").write_text(STORY + "More.\n")
    assert "1 brief written" in (again := run(folder, "-o", out, "--resume")).stderr
    assert "1 kept" in again.stderr
    assert (out / "b.yaml").stat().st_mtime_ns == before
    assert "2 briefs written" in run(folder, "-o", out, "--resume", "--bullets", "2").stderr
    assert (
        "2 briefs written" in run(folder, "-o", out, "--resume", "--published", "2024-05-01").stderr
    )


@pytest.mark.parametrize("suffix", [".jsonl", ".yaml"])
def test_resume_trusts_no_half_written_brief(tmp_path: Path, suffix: str) -> None:
    source, out = records(tmp_path / "many.jsonl", 6), tmp_path / f"out{suffix}"
    run(source, "-o", out)
    whole = out.read_bytes()
    for cut in (len(whole) // 2, len(whole) - 3):
        out.unlink()
        out.with_name(out.name + ".part").write_bytes(whole[:cut])
        result = run(source, "-o", out, "--resume")
        assert result.exit_code == 0 and " kept" in result.stderr
        assert out.read_bytes() == whole
    assert "6 kept" in run(source, "-o", out, "--resume").stderr
    assert out.read_bytes() == whole
    assert names(tmp_path) == ["many.jsonl", f"out{suffix}"]


def test_a_worker_that_dies_costs_one_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = records(tmp_path / "many.jsonl", 6)
    real = brief_articles

    def deadly(articles: list[Article], *rest: object) -> object:
        if any(article.id == "n3" for article in articles):
            os.kill(os.getpid(), signal.SIGKILL)
        return real(articles, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(briefkit.batch.worker, "brief_articles", deadly)
    result = run(source, "-o", tmp_path / "out.jsonl", "--jobs", 2)
    assert result.exit_code == 4
    assert (
        f"failed: {source} (n3): the process that worked on it was ended by SIGKILL (if memory ran out, "
        in result.stderr
    )
    lines = [
        msgspec.json.decode(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()
    ]
    assert [line["source"]["id"] for line in lines] == ["n0", "n1", "n2", "n4", "n5"]


@pytest.mark.parametrize(
    ("jobs", "how", "status"), [("1", signal.SIGINT, 130), ("2", signal.SIGINT, 130),
                                ("2", signal.SIGTERM, 143)],
)  # fmt: skip
def test_a_stopped_batch_is_whole_and_goes_on(
    tmp_path: Path, jobs: str, how: signal.Signals, status: int
) -> None:
    source, out = records(tmp_path / "many.jsonl", 400), tmp_path / "out.jsonl"
    command = [
        sys.executable,
        "-c",
        "from briefkit.cli import main; main()",
        "batch",
        str(source),
        "-o",
        str(out),
        "--jobs",
        jobs,
        "--report",
        str(tmp_path / "report"),
    ]
    part = tmp_path / "out.jsonl.part"
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        while process.poll() is None and not (part.exists() and part.stat().st_size):
            time.sleep(0.02)
        os.killpg(process.pid, how)
        _, stderr = process.communicate()
    told = (
        "what was finished is whole; the same command with --resume goes on from it\n"
        "error: interrupted\n"
    )
    assert (process.returncode, stderr) == (status, told if how is signal.SIGINT else "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["many.jsonl", "out.jsonl.part"]
    assert part.read_bytes().endswith(b"\n")
    result = run(source, "-o", out, "--resume", "--jobs", jobs)
    assert result.exit_code == 0 and " kept" in result.stderr
    assert out.read_bytes().count(b"\n") == 400
