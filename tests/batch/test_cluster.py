"""The batch on Dask: the same bytes, and a lost worker is survived."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from distributed import LocalCluster

from briefkit.batch import Options, run_batch
from briefkit.errors import UsageError
from briefkit.rendering import Format
from briefkit.stories.folder import write_stories
from tests.stories.affairs import articles

STORY = "Mayor Ada Quill opened the Lorn ferry on Monday. “It is back,” said Quill.\n"
# Dask closes some of its sockets late.
pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_lost(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(
        "".join(json.dumps({"id": f"n{i}", "text": f"No. {i}. {STORY}"}) + "\n" for i in range(128))
    )
    alone, far = tmp_path / "alone.jsonl", tmp_path / "far.jsonl"
    run_batch(Options([str(source)], str(alone)))
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs="CRITICAL"
    ) as cluster:
        (victim, _) = [nanny.pid for nanny in cluster.workers.values()]

        def kill() -> None:
            part = far.with_name("far.jsonl.part")
            while not (part.exists() and part.stat().st_size):
                time.sleep(0.01)
            os.kill(victim, signal.SIGKILL)
            killed.set()

        killed = threading.Event()
        threading.Thread(target=kill, daemon=True).start()
        report = run_batch(Options([str(source)], str(far), cluster=cluster.scheduler_address))
    assert killed.is_set()
    assert (report.written, report.failed) == (128, 0)
    assert far.read_bytes() == alone.read_bytes()


def test_stories_on_a_cluster_are_the_same(tmp_path: Path) -> None:
    briefs = [brief for brief, _ in articles()]
    write_stories(briefs, str(tmp_path / "alone"), Format.YAML)
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs="CRITICAL"
    ) as cluster:
        address = cluster.scheduler_address
        write_stories(briefs, str(tmp_path / "far"), Format.YAML, cluster=address)
    alone, far = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("alone", "far")
    )
    assert alone == far and len(far) == 4


def test_no_scheduler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefkit.batch.cluster._CONNECT", 0.3)
    (tmp_path / "a.txt").write_text(STORY)
    options = Options([str(tmp_path / "a.txt")], str(tmp_path / "out"), cluster="tcp://127.0.0.1:9")
    with pytest.raises(UsageError, match="no scheduler answers"):
        run_batch(options)


@pytest.mark.parametrize("address", ["nonsense", "host:", "foo://host:8786"])
def test_no_address(tmp_path: Path, address: str) -> None:
    """A client of it would wait a minute at the end of the program, and print a traceback."""
    (tmp_path / "a.txt").write_text(STORY)
    call = "from briefkit.cli import main; main()"
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", call, "batch", str(tmp_path), "-o", str(tmp_path / "out"), "--cluster", address],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2 and time.monotonic() - started < 50
    first, second = done.stderr.splitlines()
    assert first.startswith(f"error: --cluster {address}: ") and "tcp://HOST:8786" in second


def test_a_timeout_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--timeout does not go with --cluster"):
        run_batch(Options(["a.txt"], "out", cluster="local", timeout=3))


def test_a_cluster_of_its_own_is_quiet_and_ends(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(STORY)
    with socket.socket() as taken:
        with suppress(OSError):  # another scheduler's, which does as well
            taken.bind(("", 8787))
            taken.listen()
        program = (
            "from briefkit.cli import main\n"
            "if __name__ == '__main__': main()"  # Dask's processes import it again
        )
        (tmp_path / "program.py").write_text(program)
        result = subprocess.run(
            [sys.executable, "program.py", "batch", "a.txt", "b.txt", "-o", "out", "--cluster",
             "local", "--jobs", "1"],
            cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
    assert (result.returncode, result.stdout) == (0, "")
    assert re.fullmatch(r"2 briefs written to out in .*\n", result.stderr)


def test_ctrl_c_ends_a_cluster_without_tracebacks(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text((json.dumps({"text": STORY * 4}) + "\n") * 5_000)
    program = tmp_path / "program.py"
    program.write_text("from briefkit.cli import main\nif __name__ == '__main__': main()")
    part = tmp_path / "out.jsonl.part"
    with subprocess.Popen(
        [sys.executable, program, "batch", source, "-o", tmp_path / "out.jsonl", "--cluster",
         "local", "--jobs", "1"],
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as batch:  # fmt: skip
        while not (part.exists() and part.stat().st_size):
            assert batch.poll() is None
            time.sleep(0.05)
        os.killpg(batch.pid, signal.SIGINT)  # as a terminal does
        _, told = batch.communicate(timeout=60)
    assert batch.returncode == 130
    assert told == (
        "what was finished is whole; the same command with --resume goes on from it\n"
        "error: interrupted\n"
    )
