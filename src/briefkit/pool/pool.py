"""Processes of this machine that outlive their batches, and are replaced where they do not.

`concurrent.futures` gives up all of its work when one process dies, and cannot tell whose fault it
was. Here each worker has a line of its own, so that a death costs the one batch it was busy with,
and that batch is tried again item by item.
"""

from __future__ import annotations

import gc
import math
import multiprocessing
import os
import pickle
import selectors
import signal
import socket
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from briefkit.errors import LostError
from briefkit.pool.channel import Channel
from briefkit.pool.ledger import Job, Ledger
from briefkit.pool.serve import READY, serve

Item = TypeVar("Item")
Result = TypeVar("Result")

# The next batch lies ready when a worker ends one.
_QUEUED = 2
# While one batch is slow, the others go this far ahead of it; it bounds the memory.
_AHEAD = 16
_LONGEST = 3600.0  # seconds to wait at once: the system takes no number that is too large


def compute_on_one_core() -> None:
    """Keep libraries from starting threads of their own: they only get in the way of workers."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


@dataclass
class _Worker(Generic[Item]):
    process: BaseProcess
    channel: Channel
    jobs: deque[Job[Item]] = field(default_factory=deque)  # the first is the one it works on
    is_ready: bool = False
    since: float = math.inf  # when it began with that; not before it was ready

    def begin(self) -> None:
        if self.is_ready:
            self.since = time.monotonic()


@dataclass
class Pool(Generic[Item, Result]):
    """`jobs` processes that apply `function` to batches of items.

    `prepare` runs in each, and where processes fork also before the first one starts. A
    worker that is busy with a batch for more than `timeout` seconds is stopped. While one batch is
    slow, at most `ahead` others a worker are taken.
    """

    function: Callable[[Sequence[Item]], Sequence[Result | Exception]]
    prepare: Callable[[], object]
    jobs: int
    timeout: float | None = None
    ahead: int = _AHEAD
    _workers: list[_Worker[Item]] = field(default_factory=list)

    def __enter__(self) -> Pool[Item, Result]:
        compute_on_one_core()
        # A forked worker has the loaded model at once and shares its memory; elsewhere than on
        # Linux, forking a process that has used system libraries is not safe.
        self._context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        if self._forks:
            self.prepare()
            gc.collect()
            gc.freeze()  # else the collector touches, and so copies, every shared page
        for _ in range(self.jobs):
            self._workers.append(self._start())
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.channel.close()
            worker.process.kill()  # what it still works on, nobody waits for
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()
        gc.unfreeze()

    @property
    def _forks(self) -> bool:
        return self._context.get_start_method() == "fork"

    def _start(self) -> _Worker[Item]:
        ours, theirs = socket.socketpair()
        channel = Channel(ours)
        # A forked child holds copies of our ends, those of other pools too; it must close them to
        # notice our end.
        inherited = Channel.open_ends()
        process = self._context.Process(  # type: ignore[attr-defined]  # BaseContext lacks it
            target=serve,
            args=(theirs, self.function, self.prepare, inherited if self._forks else []),
            daemon=True,
        )
        process.start()
        theirs.close()
        return _Worker(process, channel)

    def map(self, batches: Iterable[list[Item]]) -> Iterator[list[Result | Exception]]:
        """The results of each batch, in order; in the place of a lost item, a LostError."""
        ledger: Ledger[Item, Result] = Ledger(batches, self.ahead * self.jobs)
        while not ledger.is_done:
            self._feed(ledger)
            yield from ledger.finished()
            if not any(worker.jobs for worker in self._workers):
                continue  # what was finished made room for more, or was the last
            self._wait()
            for worker in list(self._workers):
                self._settle(worker, ledger)

    def _feed(self, ledger: Ledger[Item, Result]) -> None:
        """Give every worker something to do, then something to go on with."""
        for queued in range(_QUEUED):
            for worker in self._workers:
                if len(worker.jobs) <= queued and (job := ledger.next()):
                    if not worker.jobs:
                        worker.begin()
                    worker.jobs.append(job)
                    worker.channel.send(job.items)

    def _wait(self) -> None:
        """Until a worker answers or dies, or has taken too long; sends on what waits."""
        with selectors.DefaultSelector() as selector:
            for worker in self._workers:
                writes = selectors.EVENT_WRITE if worker.channel.is_sending else 0
                selector.register(worker.channel, selectors.EVENT_READ | writes, worker.channel)
            for key, events in selector.select(self._patience()):
                if events & selectors.EVENT_WRITE:
                    key.data.flush()

    def _patience(self) -> float | None:
        if self.timeout is None:
            return None
        first = min((w.since for w in self._workers if w.jobs), default=math.inf)
        left = max(0.0, first + self.timeout - time.monotonic())
        return None if first == math.inf else min(left, _LONGEST)

    def _settle(self, worker: _Worker[Item], ledger: Ledger[Item, Result]) -> None:
        """Take the answers of a worker, and replace it where it is dead or too slow."""
        for data in worker.channel.receive():
            if data == READY:
                worker.is_ready = True
            else:
                ledger.answer(worker.jobs.popleft(), pickle.loads(data))
            worker.begin()
        if worker.channel.closed:
            self._replace(worker, ledger, None)
        elif worker.jobs and time.monotonic() - worker.since >= (self.timeout or math.inf):
            self._replace(worker, ledger, self.timeout)

    def _replace(
        self, worker: _Worker[Item], ledger: Ledger[Item, Result], timeout: float | None
    ) -> None:
        if timeout is not None:
            worker.process.kill()
        worker.process.join()
        worker.channel.close()
        for job in reversed(list(worker.jobs)[1:]):
            ledger.give_back(job)
        if worker.jobs:
            error = _died(worker.process.exitcode) if timeout is None else _too_slow(timeout)
            ledger.fail(worker.jobs[0], error)
        self._workers.remove(worker)
        self._workers.append(self._start())


def _died(code: int | None) -> LostError:
    how = f"ended with status {code}"
    if code is not None and code < 0:
        with suppress(ValueError):
            how = f"was ended by {signal.Signals(-code).name}"
    return LostError(
        f"the process that worked on it {how}",
        "if memory ran out, use fewer --jobs, or refuse long articles with --max-chars",
    )


def _too_slow(seconds: float) -> LostError:
    return LostError(f"not done after {seconds:g} s", "give --timeout more seconds")
