"""Who does the work: this process, processes of this machine, or a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Work(Generic[Item, Result]):
    """What is done with each batch of items, in any process: its functions can be pickled.

    `prepare` runs once in a process, and `label` tells what must be the same on every machine.
    """

    function: Callable[[Sequence[Item]], Sequence[Result | Exception]]
    prepare: Callable[[], object]
    label: Callable[[], str]


@contextmanager
def engine(
    work: Work[Item, Result],
    jobs: int = 1,
    timeout: float | None = None,
    cluster: str | None = None,
) -> Iterator[Callable[[Iterable[list[Item]]], Iterator[Sequence[Result | Exception]]]]:
    """A function from batches of items to their results, in order.

    Every engine gives the same results: they differ in where `work.function` runs.
    """
    with ExitStack() as stack:
        if cluster:
            from briefkit.batch.cluster import Cluster

            yield stack.enter_context(Cluster(cluster, jobs, work)).map
        elif jobs > 1 or timeout is not None:
            from briefkit.pool import Pool

            pool: Pool[Item, Result] = Pool(work.function, work.prepare, jobs, timeout)
            yield stack.enter_context(pool).map
        else:
            yield lambda batches: map(work.function, batches)
