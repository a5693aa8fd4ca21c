"""Work on a hostile file in a process of its own, which may die of it."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

Result = TypeVar("Result")

MORE_MEMORY = 400_000_000  # bytes
MOST_SECONDS = 120  # of processor time


class DiedError(Exception):
    """The process ended without a result: too much memory, too much time, or a crash."""


def apart(work: Callable[[], Result]) -> Result:
    """What `work` returns or raises. Raises DiedError where its process dies.

    A bound on memory cannot be kept within a process: an interpreter that finds none left for an
    error aborts. Where processes cannot be forked, the work is done in this one.
    """
    if not hasattr(os, "fork"):
        return work()
    source, target = os.pipe()
    child = os.fork()
    if not child:
        _do(work, target)
    os.close(target)
    status = -1
    try:
        with os.fdopen(source, "rb") as answer:
            data = answer.read()
        _, status = os.waitpid(child, 0)
    finally:
        if status == -1:  # interrupted
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    if status:
        raise DiedError
    result, error = pickle.loads(data)
    if error is not None:
        raise error
    return result  # type: ignore[no-any-return]


def _do(work: Callable[[], Any], target: int) -> NoReturn:
    try:
        # Nobody waits for this process by a file that it holds, and nothing of it is shown.
        os.closerange(3, target)
        os.closerange(target + 1, 1 << 16)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        _limit()
        answer: tuple[Any, Exception | None]
        try:
            answer = work(), None
        except Exception as error:
            answer = None, error
        with os.fdopen(target, "wb") as stream:
            stream.write(pickle.dumps(answer))
        os._exit(0)
    finally:
        os._exit(1)


def _limit() -> None:
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    bounds = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: int(used.ru_utime + used.ru_stime) + MOST_SECONDS,
    }
    if (status := Path("/proc/self/status")).exists():  # Linux alone says what is in use
        in_use = status.read_text("ascii", "replace").partition("VmData:")[2].split()[0]
        bounds[resource.RLIMIT_DATA] = (int(in_use) << 10) + MORE_MEMORY
    for kind, most in bounds.items():
        _, hard = resource.getrlimit(kind)
        kept = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (kept, hard))
