"""Who does the work: this process, processes of this machine, or a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from briefkit.batch.options import Options
from briefkit.batch.worker import Settings, prepare, work

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefkit.reading import Article

    Batches = Iterator[list[Article]]
    Answers = Iterator[list[str | Exception]]


@contextmanager
def engine(options: Options, settings: Settings) -> Iterator[Callable[[Batches], Answers]]:
    """A function from batches of articles to their rendered briefs, in order.

    Every engine gives the same results: they differ in where `worker.work` runs.
    """
    function = partial(work, settings=settings)
    with ExitStack() as stack:
        if options.cluster:
            from briefkit.batch.cluster import Cluster

            yield stack.enter_context(Cluster(options.cluster, options.jobs, settings)).map
        elif options.jobs > 1 or options.timeout is not None:
            from briefkit.pool import Pool

            pool: Pool[Article, str] = Pool(
                function, partial(prepare, settings), options.jobs, options.timeout
            )
            yield stack.enter_context(pool).map
        else:
            yield partial(map, function)
