"""Who reads: this process, or processes beside those that brief.

Reading is work, too: a page can take as long as its brief, and a file may have been made to stop
whoever reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from briefkit.batch.options import Options
from briefkit.batch.tickets import Ticket, read
from briefkit.pool import Pool, answered, grouped
from briefkit.reading import MAX_CHARS, Article, How

# What readers send on is held by this process until it is its turn.
_READ_AHEAD = 4
_TICKET = 4_000  # characters that a file counts for; a line of a file counts as it is
_JOBS_A_READER = 4


Found = tuple[Ticket, Article | Exception]
"""What was read for a ticket."""


@contextmanager
def reader(options: Options) -> Iterator[Callable[[Iterator[Ticket]], Iterator[Found]]]:
    """A function from tickets to what was read of each, in order."""
    # What an earlier run has of an article longer than --max-chars is kept.
    longest = max(MAX_CHARS, options.max_chars or 0)
    how = How(options.encoding, options.published, longest, options.input_format)
    if options.cluster or (options.jobs == 1 and options.timeout is None):
        yield lambda tickets: ((ticket, read([ticket], how)[0]) for ticket in tickets)
        return
    jobs = -(-options.jobs // _JOBS_A_READER)
    pool: Pool[Ticket, Article | Exception] = Pool(
        partial(read, how=how), int, jobs, options.timeout, _READ_AHEAD
    )  # `int` prepares nothing: readers need no model
    with pool:
        yield partial(_pooled, pool)


def _pooled(pool: Pool[Ticket, Article | Exception], tickets: Iterator[Ticket]) -> Iterator[Found]:
    batches = grouped(tickets, lambda ticket: len(ticket.line or "") or _TICKET)
    for group, answer in answered(batches, pool.map):
        yield from zip(group, answer, strict=True)
