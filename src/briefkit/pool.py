"""Worker processes that outlive their batches, and are replaced where they do not.

`concurrent.futures` gives up all of its work when one process dies, and cannot tell whose fault it
was. Here each worker has a pipe of its own, so that a death costs the one batch it was busy with.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# One call of the model takes this much: enough to keep its matrices full, little enough to keep
# memory low and to lose little when a worker dies.
BATCH_CHARS = 100_000
BATCH_ITEMS = 32

# Each worker computes on one core; libraries that start threads of their own only get in its way.
THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class WorkerDied(Exception):
    """The process that worked on an article ended: killed, out of memory, or crashed."""

    def __init__(self, code: int | None) -> None:
        super().__init__(code)
        self.code = code

    def __str__(self) -> str:
        if self.code is not None and self.code < 0:
            with suppress(ValueError):
                return f"its worker process was ended by {signal.Signals(-self.code).name}"
        return f"its worker process ended with status {self.code}"


def grouped(items: Iterable[Item], chars: Callable[[Item], int]) -> Iterator[list[Item]]:
    """Items in groups of about one call of the model, whatever the number of workers.

    `chars` is the length of an item's text; items of no length (nothing is to do for them) ride
    along, up to a number that keeps memory low.
    """
    group: list[Item] = []
    total = work = 0
    for item in items:
        size = chars(item)
        if group and total + size > BATCH_CHARS:
            yield group
            group, total, work = [], 0, 0
        group.append(item)
        total += size
        work += size > 0
        if work >= BATCH_ITEMS or len(group) >= 10 * BATCH_ITEMS:
            yield group
            group, total, work = [], 0, 0
    if group:
        yield group


@dataclass
class _Worker:
    process: BaseProcess
    pipe: Connection
    task: int | None = None


@dataclass
class Pool(Generic[Item, Result]):
    """`jobs` processes that apply `function` to batches of items.

    `prepare` runs once, before the first process starts (where processes fork) or in each.
    """

    function: Callable[[Sequence[Item]], list[Result | Exception]]
    prepare: Callable[[], object]
    jobs: int
    _workers: list[_Worker] = field(default_factory=list)

    def __enter__(self) -> Pool[Item, Result]:
        for name in THREAD_VARIABLES:
            os.environ.setdefault(name, "1")
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
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()
        gc.unfreeze()

    @property
    def _forks(self) -> bool:
        return self._context.get_start_method() == "fork"

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        # A forked child holds copies of our ends; it must close them to notice our end.
        inherited = [ours, *(worker.pipe for worker in self._workers)] if self._forks else []
        process = self._context.Process(  # type: ignore[attr-defined]  # BaseContext lacks it
            target=_serve, args=(theirs, self.function, self.prepare, inherited), daemon=True
        )
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def map(self, batches: Iterable[list[Item]]) -> Iterator[list[Result | Exception]]:
        """The results of each batch, in order. At most two batches a worker are in memory."""
        source = enumerate(batches)
        waiting: dict[int, list[Item]] = {}
        done: dict[int, list[Result | Exception]] = {}
        following, exhausted = 0, False
        empty: list[Item] = []
        while True:
            for worker in self._workers:
                if (
                    worker.task is None
                    and not exhausted
                    and len(waiting) + len(done) < (2 * self.jobs + 2)
                ):
                    number, batch = next(source, (-1, empty))
                    exhausted = number < 0
                    if not exhausted:
                        waiting[number] = batch
                        self._send(worker, number, batch)
            while following in done:
                yield done.pop(following)
                following += 1
            if not waiting:
                if exhausted:
                    return
                continue
            for worker in self._ready():
                task = worker.task
                if task is not None:
                    done[task] = self._receive(worker, waiting.pop(task))

    def _ready(self) -> list[_Worker]:
        busy = {worker.pipe: worker for worker in self._workers if worker.task is not None}
        return [busy[pipe] for pipe in wait(list(busy)) if isinstance(pipe, Connection)]

    def _send(self, worker: _Worker, number: int, batch: list[Item]) -> None:
        worker.task = number
        # A worker that died while idle is found out when its answer is awaited.
        with suppress(BrokenPipeError, ConnectionResetError):
            worker.pipe.send(batch)

    def _receive(self, worker: _Worker, batch: list[Item]) -> list[Result | Exception]:
        """The worker's answer; where it died, that of a new worker to each item alone."""
        worker.task = None
        try:
            answer: list[Result | Exception] = pickle.loads(worker.pipe.recv_bytes())
        except (EOFError, OSError):
            died = self._replace(worker)
            if len(batch) == 1:
                return [died]
            return [result for item in batch for result in self._alone(worker, item)]
        return answer

    def _alone(self, worker: _Worker, item: Item) -> list[Result | Exception]:
        self._send(worker, -1, [item])
        return self._receive(worker, [item])

    def _replace(self, worker: _Worker) -> WorkerDied:
        worker.process.join()
        died = WorkerDied(worker.process.exitcode)
        worker.pipe.close()
        self._workers.remove(worker)
        fresh = self._start()
        worker.process, worker.pipe, worker.task = fresh.process, fresh.pipe, None
        self._workers.append(worker)
        return died


def _serve(
    pipe: Connection,
    function: Callable[[Any], list[Any]],
    prepare: Callable[[], object],
    inherited: Sequence[Connection],
) -> None:
    """A worker's life: batches in, answers out, until the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    for other in inherited:
        other.close()
    prepare()
    while True:
        try:
            batch = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = function(batch)
        except MemoryError:
            os._exit(1)  # retried one by one, in a process with its memory back
        except Exception as error:
            answer = [error] * len(batch)
        pipe.send_bytes(_pickled(answer))


def _pickled(answer: list[Any]) -> bytes:
    """The answer; exceptions that cannot travel become ones that can."""
    try:
        data = pickle.dumps(answer)
        pickle.loads(data)
    except Exception:
        plain = [
            RuntimeError(f"{type(item).__name__}: {item}") if isinstance(item, Exception) else item
            for item in answer
        ]
        return pickle.dumps(plain)
    return data
