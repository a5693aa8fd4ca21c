"""Worker processes: order, death, delay, and exceptions that cannot travel."""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Sequence
from functools import partial
from types import SimpleNamespace

import pytest

from briefkit.errors import LostError
from briefkit.pool import Pool

Answers = list[str | Exception]


class Unsendable(Exception):
    def __init__(self, lock: object) -> None:
        super().__init__("with a lock")
        self.lock = lock


def work(items: Sequence[str]) -> Answers:
    """Each item in capitals; some items are orders."""
    found: Answers = []
    for item in items:
        if item == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if item == "leave":
            os._exit(7)
        if item == "memory":
            raise MemoryError
        if item == "hang":
            time.sleep(60)
        if item == "fault":
            raise ValueError("odd")
        found.append(Unsendable(threading.Lock()) if item == "unsendable" else item.upper())
    return found


def run(batches: list[str], jobs: int = 2, timeout: float | None = None) -> list[list[str]]:
    """The answers to batches of words, exceptions as their text."""
    with Pool(work, lambda: None, jobs, timeout) as pool:
        return [list(map(str, answer)) for answer in pool.map(b.split() for b in batches)]


DIED = "the process that worked on it was ended by SIGKILL"


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_answers_are_in_order(jobs: int) -> None:
    assert run([f"a{i} b{i}" for i in range(50)], jobs) == [[f"A{i}", f"B{i}"] for i in range(50)]


@pytest.mark.parametrize("batches, answers", [
    ("a,die", [["A"], [DIED]]),
    ("a die b,c", [["A", DIED, "B"], ["C"]]),
    ("die die,die", [[DIED, DIED], [DIED]]),
    ("a leave", [["A", "the process that worked on it ended with status 7"]]),
    ("a memory", [["A", "the process that worked on it ended with status 1"]]),
    ("a fault,b", [["odd", "odd"], ["B"]]),
    ("unsendable a", [["Unsendable: with a lock", "A"]]),
])  # fmt: skip
@pytest.mark.parametrize("jobs", [1, 3])
def test_what_goes_wrong_with_an_item_costs_that_item(
    batches: str, answers: list[list[str]], jobs: int
) -> None:
    # As many batches as it takes for every worker to be replaced once and have some lie ready.
    more = [f"m{i}" for i in range(8)]
    assert run(batches.split(",") + more, jobs) == answers + [[m.upper()] for m in more]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_hangs_is_stopped_and_named(jobs: int) -> None:
    started = time.monotonic()
    found = run(["a hang b", "c", "d"], jobs, timeout=0.5)
    assert found == [["A", "not done after 0.5 s", "B"], ["C"], ["D"]]
    assert time.monotonic() - started < 30


def test_a_slow_start_is_no_delay_of_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    # Where processes do not fork, each of them loads the model first.
    monkeypatch.setattr("briefkit.pool.pool.sys", SimpleNamespace(platform="darwin"))
    with Pool(work, partial(time.sleep, 1.5), 2, timeout=0.5) as pool:
        found = [list(map(str, answer)) for answer in pool.map([["a", "hang"], ["b"], ["c"]])]
    assert found == [["A", "not done after 0.5 s"], ["B"], ["C"]]


def test_a_worker_killed_from_outside_costs_nothing() -> None:
    with Pool(work, lambda: None, 2) as pool:
        victim = pool._workers[0].process
        answers = pool.map([f"n{i}", "x"] for i in range(200))
        first = next(answers)
        assert victim.pid
        os.kill(victim.pid, signal.SIGKILL)
        assert [first, *answers] == [[f"N{i}", "X"] for i in range(200)]


def test_batches_and_answers_larger_than_any_pipe() -> None:
    long = "a" * 3_000_000
    assert run([long, f"b {long}"]) == [[long.upper()], ["B", long.upper()]]


def test_an_error_says_what_to_do() -> None:
    with Pool(work, lambda: None, 1) as pool:
        ((error,),) = pool.map([["die"]])
    assert isinstance(error, LostError)
    assert error.hint and "--max-chars" in error.hint


def test_no_process_is_left_behind() -> None:
    with Pool(work, lambda: None, 3) as pool:
        next(pool.map([["a"]]))
    assert multiprocessing.active_children() == []


def test_more_time_than_the_system_can_count() -> None:
    assert run(["a", "b"], 1, math.inf) == [["A"], ["B"]]
