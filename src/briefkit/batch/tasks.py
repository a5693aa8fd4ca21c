"""The articles of a batch, each with what an earlier run has of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefkit.batch.earlier import Earlier
from briefkit.batch.inputs import Input, Inputs
from briefkit.batch.names import Claims, brief_name
from briefkit.batch.options import Options
from briefkit.errors import BriefkitError, UnreadableError
from briefkit.reading import MAX_CHARS, Article, article_id, read_ids, too_long


@dataclass(frozen=True)
class Task:
    """One article on its way; without one, `error` says why. `kept` is its earlier brief."""

    item: Input
    article: Article | None
    kept: bytes | None = None
    error: BriefkitError | None = None

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
        return self.item.path


def tasks(inputs: Inputs, options: Options, earlier: Earlier) -> Iterator[Task]:
    """A Task an article, in input order."""
    longest = max(MAX_CHARS, options.max_chars or 0)
    for item in inputs:
        for article in item.articles(options.encoding, options.published, longest):
            if isinstance(article, BriefkitError):
                yield Task(item, None, error=article)
                continue
            kept = earlier.find(item, article)
            size = len(article.text)
            if kept is None and options.max_chars is not None and size > options.max_chars:
                where = Task(item, article).where
                error = UnreadableError(*too_long(where, size, options.max_chars))
                yield Task(item, None, error=error)
                continue
            yield Task(item, article, kept)


def survey(inputs: Inputs, options: Options, suffix: str | None) -> int | None:
    """How many articles there are, or None where that cannot be told without reading them all.

    With the `suffix` of single files, raises UsageError where two articles would be written to
    the same one, before the first is.
    """
    claims, total, countable = Claims(), 0, True
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
    return total if countable else None
