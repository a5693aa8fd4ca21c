"""What there is to read, files and the lines of files that hold an article each, and who reads it.

Reading is work, too: a page can take as long as its brief, and a file may have been made to stop
whoever reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from briefkit.batch.inputs import Input
from briefkit.batch.options import Options
from briefkit.errors import LostError, UnreadableError
from briefkit.pool import Pool, answered, grouped
from briefkit.reading import MAX_CHARS, Article, How, read_articles, read_line, read_lines

# What readers send on is held by this process until it is its turn.
_READ_AHEAD = 4
_TICKET = 4_000  # characters that a file counts for; a line of a file counts as it is
_JOBS_A_READER = 4


@dataclass(frozen=True)
class Ticket:
    """A file of one article, or line `number` of another; `line` is None for one too long.

    Where nothing can be read of either, `error` says why.
    """

    item: Input
    number: int = 0
    line: bytes | None = None
    error: Exception | None = None

    @property
    def where(self) -> str:
        """What it is called in messages."""
        return f"{self.item.path}, line {self.number}" if self.number else self.item.path


def tickets(items: Iterable[Input]) -> Iterator[Ticket]:
    """A ticket for each article, in order."""
    for item in items:
        try:
            item.check()
            if not item.many:
                yield Ticket(item)
                continue
            for line in read_lines(item.path):
                if isinstance(line, UnreadableError):
                    yield Ticket(item, error=line)
                else:
                    yield Ticket(item, *line)
        except Exception as error:  # one input's failure is not another's
            yield Ticket(item, error=error)


def read(tickets: Sequence[Ticket], how: How) -> list[Article | Exception]:
    """What can be read for each ticket: what a reader process does."""
    return [_attempt(ticket, how) for ticket in tickets]


def _attempt(ticket: Ticket, how: How) -> Article | Exception:
    if ticket.error:
        return ticket.error
    path = ticket.item.path
    try:
        if ticket.number:
            return read_line(path, ticket.number, ticket.line, how)
        ticket.item.check()
        return next(read_articles(path, how))
    except MemoryError:
        return LostError(f"{ticket.where}: reading it takes more memory than there is")
    except RecursionError:
        return UnreadableError(f"{ticket.where}: nested too deep to be read")
    except Exception as error:  # one article's failure is not another's
        return error


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
