"""Who does the work: this process, processes of this machine, or a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

from briefkit.batch.work import Item, Result, Work


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
