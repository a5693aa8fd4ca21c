"""The articles of a batch, each with what an earlier run has of it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from briefkit.batch.earlier import Find
from briefkit.batch.inputs import Input, Inputs
from briefkit.batch.names import Claims, brief_name
from briefkit.batch.options import Options
from briefkit.batch.tickets import Ticket, reader, tickets
from briefkit.reading import Article, article_id, read_ids, too_long


@dataclass(frozen=True)
class Task:
    """One article on its way; without one, `error` says why. `kept` is its earlier brief."""

    item: Input
    article: Article | None
    kept: bytes | None = None
    error: Exception | None = None
    line: int = 0  # of a file of records, where there is no article

    @property
    def is_open(self) -> bool:
        """Whether there is something to do for it."""
        return self.article is not None and self.kept is None

    @property
    def chars(self) -> int:
        """The length of what is still to do."""
        return len(self.article.text) if self.article and self.is_open else 0

    @property
    def where(self) -> str:
        """The article's name in messages."""
        if self.article and self.item.many:
            return f"{self.item.path} ({self.article.id})"
        return f"{self.item.path}, line {self.line}" if self.line else self.item.path


def tasks(inputs: Inputs, options: Options, earlier: Find) -> Generator[Task, None, None]:
    """A Task an article, in input order."""
    with reader(options) as read:
        for ticket, article in read(tickets(inputs)):
            yield _task(ticket, article, options, earlier)


def _task(ticket: Ticket, article: Article | Exception, options: Options, earlier: Find) -> Task:
    item = ticket.item
    if isinstance(article, Exception):
        return Task(item, None, error=article, line=ticket.number)
    kept = earlier(item, article)
    size = len(article.text)
    if kept is None and options.max_chars is not None and size > options.max_chars:
        where = Task(item, article).where
        return Task(item, None, error=too_long(where, size, options.max_chars))
    return Task(item, article, kept)


def survey(inputs: Inputs, options: Options, notes: list[str]) -> int | None:
    """How many articles there are, or None where that cannot be told without reading them all.

    Adds to `notes` what the user should know. Raises UsageError where two articles would be
    written to the same file, before the first is.
    """
    claims, total, countable, suffix = Claims(), 0, True, options.suffix
    if suffix == ".html":
        claims.claim_index()
    for item in inputs:
        if not item.many:
            total += 1
            if suffix:
                claims.claim(brief_name(item.folder, article_id(item.path), suffix), item.path)
        elif not item.can_be_read_again:
            countable = False
        else:
            for id in read_ids(item.path):
                total += 1
                if suffix and id is not None:
                    claims.claim(brief_name(item.folder, id, suffix), f"{item.path} ({id})")
    notes += [
        f"{one} and {other} differ in case or form only: some file systems keep one of them"
        for one, other in claims.alike
    ]
    claims.close()
    return total if countable else None
