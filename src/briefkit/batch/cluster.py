"""A Dask cluster: the same work, on processes that a scheduler knows.

This process reads and writes; the workers get items and give back results, so that they need
nothing but briefkit itself, in the same version.
"""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Any, Generic

from briefkit.batch.work import Item, Result, Work
from briefkit.errors import LostError, ModelError, UsageError, install_hint
from briefkit.pool import Job, Ledger

# Per worker: one batch it works on, one that lies ready, and what waits for a slower one.
_SENT = 2
_AHEAD = 16
_CONNECT = 30  # seconds
# Dask has its workers give memory back after every matrix, which costs a parser much of its speed.
_MALLOC = {"MALLOC_TRIM_THRESHOLD_": 1 << 26, "MALLOC_MMAP_THRESHOLD_": 1 << 25}  # bytes


class Cluster(Generic[Item, Result]):
    """A running scheduler at an address, or with "local" one of its own with `jobs` processes."""

    def __init__(self, address: str, jobs: int, work: Work[Item, Result]) -> None:
        self._address, self._jobs, self._work = address, jobs, work
        self._stack = ExitStack()

    def __enter__(self) -> Cluster[Item, Result]:
        try:
            import distributed
            from distributed.comm import get_address_host_port
        except ImportError as error:
            raise UsageError("--cluster needs Dask distributed", install_hint("cluster")) from error
        with ExitStack() as stack:
            address: Any = self._address
            if address == "local":
                address = stack.enter_context(_local(self._jobs))
            try:
                if self._address != "local":
                    # Else a client of an address that is none waits a minute for its own end.
                    get_address_host_port(address)
                self._client = stack.enter_context(
                    distributed.Client(address, timeout=_CONNECT, set_as_default=False)
                )
            except (OSError, ValueError) as error:
                raise UsageError(
                    f"--cluster {self._address}: no scheduler answers: {error}",
                    "start one with `dask scheduler`, and give its address: tcp://HOST:8786",
                ) from error
            if self._address == "local":
                self._client.run(_leave_interrupts_to_the_parent)
            self._check()
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _check(self) -> None:
        """Raise ModelError where a worker has another briefkit or model, UsageError without any."""
        found = self._client.run(self._work.label)
        if not found:
            raise UsageError(
                f"--cluster {self._address}: it has no workers",
                f"start some with `dask worker {self._address} --nthreads 1`",
            )
        here = self._work.label()
        for worker, label in found.items():
            if label != here:
                raise ModelError(
                    f"the worker {worker} has {label}, and this is {here}",
                    "install the same briefkit and model everywhere",
                )

    def map(self, batches: Iterable[list[Item]]) -> Iterator[list[Result | Exception]]:
        """The results of each batch, in order; a LostError for what no worker survived."""
        from distributed import as_completed

        ledger: Ledger[Item, Result] = Ledger(batches, _AHEAD * self._workers())
        under_way: dict[Any, Job[Item]] = {}
        answers = as_completed(loop=self._client.loop)
        while not ledger.is_done:
            while len(under_way) < _SENT * self._workers() and (job := ledger.next()):
                future = self._client.submit(
                    self._work.function, job.items, pure=False, retries=0,
                    key=f"briefkit-{id(ledger):x}-{job.batch}-{job.places[0]}-{len(job.items)}",
                )  # fmt: skip
                under_way[future] = job
                answers.add(future)
            yield from ledger.finished()
            if not under_way:
                continue  # what was finished made room for more, or was the last
            future = next(answers)
            self._settle(future, under_way.pop(future), ledger)

    def _settle(self, future: Any, job: Job[Item], ledger: Ledger[Item, Result]) -> None:
        if future.status == "finished":
            ledger.answer(job, future.result())
            return
        error = future.exception()
        ledger.fail(
            job,
            LostError(
                f"the cluster could not do it: {type(error).__name__}: {error}",
                "a worker was lost each time; refuse long articles with --max-chars",
            ),
        )

    def _workers(self) -> int:
        return max(1, len(self._client.scheduler_info(n_workers=-1)["workers"]))


def _local(jobs: int) -> Any:
    """A scheduler and workers of this machine."""
    import dask.config
    from distributed import LocalCluster

    with dask.config.set(
        {f"distributed.nanny.pre-spawn-environ.{k}": v for k, v in _MALLOC.items()}
    ):
        return LocalCluster(
            n_workers=jobs, threads_per_worker=1, dashboard_address=None, processes=True,
            silence_logs="CRITICAL",
            # Its web server cannot be left out; it is to be in nobody's way.
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
        )  # fmt: skip


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C in a terminal reaches every process; this one would show a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
