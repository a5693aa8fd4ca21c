"""A batch that is stopped at any moment: nothing is lost, and nothing is done twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import briefkit.batch.worker
from briefkit.batch import Options, Outcome, Report, run_batch
from briefkit.batch.output import StreamOutput
from briefkit.batch.worker import Settings
from briefkit.errors import UsageError
from briefkit.reading import Article, How, read_articles

STORY = "Mayor Ada Quill opened the Lorn ferry on Monday. “It is back,” said Quill.\n"
pytestmark = pytest.mark.usefixtures("remembered")


class Stopped(BaseException):
    """As if the process had been killed: nothing but `finally` runs."""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    write(path, range(200))
    return path


def write(path: Path, numbers: Sequence[int]) -> None:
    path.write_text("".join(json.dumps({"id": f"n{i}", "text": STORY}) + "\n" for i in numbers))


@pytest.fixture
def stop_after(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """How many batches are briefed before the run is stopped; counts them all in `[1]`."""
    limit = [10**9, 0]
    real = briefkit.batch.worker.work

    def work(articles: Sequence[Article], settings: Settings) -> list[str | Exception]:
        if not articles:
            return []
        if limit[0] == 0:
            raise Stopped
        limit[0] -= 1
        limit[1] += len(articles)
        return real(articles, settings)

    monkeypatch.setattr("briefkit.batch.worker.work", work)
    yield limit


def run(source: Path, out: Path, **options: bool) -> Report:
    return run_batch(Options([str(source)], str(out), **options))  # type: ignore[arg-type]


def beside(out: Path) -> list[str]:
    return sorted(p.name for p in out.parent.iterdir() if p.name.startswith(out.name))


@pytest.mark.parametrize("suffix", [".jsonl", ".yaml", ""])
def test_stopped_again_and_again(
    source: Path, tmp_path: Path, stop_after: list[int], suffix: str
) -> None:
    whole, out = tmp_path / f"whole{suffix}", tmp_path / f"out{suffix}"
    run(source, whole)
    stop_after[1] = 0
    for batches in (2, 1, 0, 2):
        stop_after[0] = batches
        with pytest.raises(Stopped):
            run(source, out, resume=True)
    stop_after[0] = 10**9
    run(source, out, resume=True)
    if suffix:
        assert out.read_bytes() == whole.read_bytes()
        assert beside(out) == [out.name]
    else:
        assert {p.name: p.read_bytes() for p in out.iterdir()} == {
            p.name: p.read_bytes() for p in whole.iterdir()
        }
    assert stop_after[1] == 200, "each article was briefed once"


def test_all_briefs_are_on_the_disk_before_their_file_takes_its_place(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, seen = tmp_path / "out.jsonl", []
    monkeypatch.setattr(os, "fsync", lambda n: seen.append((os.fstat(n).st_size, out.exists())))
    run(source, out)
    assert seen == [(out.stat().st_size, False)]


@pytest.mark.parametrize("suffix", [".jsonl", ".yaml"])
def test_every_cut_of_the_working_file(source: Path, tmp_path: Path, suffix: str) -> None:
    write(source, range(3))
    out = tmp_path / f"out{suffix}"
    run(source, out)
    whole = out.read_bytes()
    part = out.with_name(out.name + ".part")
    for cut in [*range(0, len(whole), 397), *range(len(whole) - 30, len(whole) + 1)]:
        out.unlink()
        part.write_bytes(whole[:cut])
        run(source, out, resume=True)
        assert out.read_bytes() == whole
        assert beside(out) == [out.name]


def test_a_stop_while_the_working_file_is_set_aside(
    source: Path, tmp_path: Path, stop_after: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    run(source, whole)
    stop_after[0] = 3
    with pytest.raises(Stopped):
        run(source, out)

    def stop(*_: object) -> None:
        raise Stopped

    for step in ("fsync", "replace", "truncate"):
        with monkeypatch.context() as patch:
            if step == "fsync":
                patch.setattr(os, "fsync", stop)
            elif step == "replace":
                patch.setattr(Path, "replace", stop)
            else:
                patch.setattr("briefkit.batch.run._earlier", stop)
            with pytest.raises(Stopped):
                run(source, out, resume=True)
    stop_after[0], stop_after[1] = 10**9, 0
    report = run(source, out, resume=True)
    assert (report.kept, report.written) == (96, 104)
    assert out.read_bytes() == whole.read_bytes()


def test_what_changed_between_two_runs_is_done_again(
    source: Path, tmp_path: Path, stop_after: list[int]
) -> None:
    out = tmp_path / "out.jsonl"
    stop_after[0] = 3
    with pytest.raises(Stopped):
        run(source, out)
    stop_after[0] = 10**9
    write(source, [5, 300, 4, 7])
    with source.open("a") as more:
        more.write(json.dumps({"id": "n3", "text": "Another story by now. " + STORY}) + "\n")
    report = run(source, out, resume=True)
    assert (report.kept, report.written) == (3, 2)
    ids = [json.loads(line)["source"]["id"] for line in out.read_text().splitlines()]
    assert ids == ["n5", "n300", "n4", "n7", "n3"]


def test_a_dry_run_touches_nothing(source: Path, tmp_path: Path, stop_after: list[int]) -> None:
    out = tmp_path / "out.jsonl"
    stop_after[0] = 2
    with pytest.raises(Stopped):
        run(source, out)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    report = run(source, out, resume=True, dry_run=True)
    assert (report.kept, report.to_do) == (64, 136)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before
    run(source, tmp_path / "new" / "folder", dry_run=True)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("resume", [False, True])
def test_two_batches_cannot_write_one_stream(tmp_path: Path, resume: bool) -> None:
    # A lock of this process does not keep this process out, so another one holds it.
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    write(source, [1])
    for name in ("out.jsonl.part", "out.jsonl.done"):
        (tmp_path / name).write_text("of an earlier run\n")
    code = (
        "import sys; from briefkit.batch import Options, run_batch\n"
        f"options = Options([{str(source)!r}], {str(out)!r}, resume={resume})\n"
        "run_batch(options, lambda *_: sys.stdin.read(print('held', flush=True)))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout and other.stdin
        assert other.stdout.readline() == "held\n"
        with pytest.raises(UsageError, match="another batch is writing"):
            StreamOutput(str(out), ".jsonl", resume=True)
        other.stdin.close()
    StreamOutput(str(out), ".jsonl", resume=True).close()


def test_a_file_that_is_cut_during_the_run(source: Path, tmp_path: Path) -> None:
    seen: list[Outcome] = []

    def cut(report: Report, outcome: Outcome) -> None:
        if not seen:
            os.truncate(source, source.read_bytes().index(b"\n", 15_000) + 1)
        seen.append(outcome)

    report = run_batch(Options([str(source)], str(tmp_path / "out.jsonl")), cut)
    assert report.failed == 1
    missing = 200 - report.written
    assert 0 < missing < 200
    assert str(seen[-1]) == (
        f"failed: the inputs: {missing} fewer articles than at the start: a file was cut, or a "
        "folder emptied (run it again with --resume)"
    )


def test_an_input_that_disappears_during_the_run(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(STORY)
    report_file = tmp_path / "report.jsonl"
    options = Options([str(folder)], str(tmp_path / "out.jsonl"), report=str(report_file))
    seen: list[str] = []

    def vanishing(path: str, how: How) -> object:
        seen.append(path)
        if len(seen) == 1:
            (folder / "b.txt").unlink()
        return read_articles(path, how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("briefkit.batch.tickets.read_articles", vanishing)
        report = run_batch(options)
    assert (report.written, report.failed, report.total) == (2, 1, 3)
    lines = [json.loads(line) for line in report_file.read_text().splitlines()]
    assert [(Path(line["path"]).name, line["status"]) for line in lines] == [
        ("a.txt", "written"), ("b.txt", "failed"), ("c.txt", "written"),
    ]  # fmt: skip
    assert lines[1]["reason"] == f"{folder / 'b.txt'}: no such file"
