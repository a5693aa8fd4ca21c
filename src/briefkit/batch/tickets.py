"""What there is to read: files, and the lines of files that hold an article each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefkit.batch.inputs import Input
from briefkit.errors import LostError, UnreadableError
from briefkit.reading import Article, How, read_articles, read_line, read_lines


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
