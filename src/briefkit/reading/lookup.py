"""The article that a brief is of: the file that its reader names, or the one that the brief says.

A brief may come from anybody, and then its path is no wish of the reader's: by itself it opens
nothing but files of this machine that lie below the brief's own folder or the working directory.
"""

from __future__ import annotations

import os
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

from briefkit.errors import UnreadableError, UsageError
from briefkit.reading.article import Article
from briefkit.reading.files import explained, file_source, is_records, open_records, read_article
from briefkit.reading.records import record_at, record_places
from briefkit.reading.source import PLAIN, How
from briefkit.schema import Source
from briefkit.storage import exists, is_url
from briefkit.text import unprintable


class Lookup(ExitStack):
    """Finds the articles of briefs that stand in the file `briefs`; "-" is standard input.

    `given` names the article, or the records, of all of them. Files of records are gone through
    once, and then read where a brief's article stands.
    """

    def __init__(self, briefs: str, given: str | None = None, how: How = PLAIN) -> None:
        super().__init__()
        self._folders = [Path.cwd(), *([] if briefs == "-" else [Path(briefs).absolute().parent])]
        self._given, self._how = given, how
        self._last: tuple[str, _Records | Article] | None = None

    def find(self, source: Source) -> Article:
        """The article of a brief.

        Raises UsageError where the brief names none that may be opened, UnreadableError as reading
        does.
        """
        path = self._given or self._named(source)
        if self._last is None or self._last[0] != path:
            self.close()
            self._last = None  # while what follows may fail
            self._last = path, self._opened(path)
        found = self._last[1]
        return found if isinstance(found, Article) else found.find(source)

    def _opened(self, path: str) -> _Records | Article:
        how = self._how
        if not is_records(path, how.form) or not exists(path):
            return read_article(path, how)
        return _Records(path, how, self)

    def _named(self, source: Source) -> str:
        """The path in a brief, if it leads to a file that a brief may name."""
        if source.path is None or source.path == "-":
            raise UsageError(
                f"the brief of {source.id} does not name a file", "give the article as well"
            )
        path = source.path
        local = not is_url(path) and "\0" not in path
        if local and not exists(path) and exists(unprintable(path)):
            path = unprintable(path)
        # Wherever links lead.
        real = Path(os.path.realpath(path)) if local else Path()
        below = (real.is_relative_to(os.path.realpath(folder)) for folder in self._folders)
        if not local or not any(below):
            raise UsageError(
                f"the brief of {source.id} names {source.path}, which is not below its own folder "
                "or the working directory",
                "a brief may be anybody's: give the article as well, if you want it opened",
            )
        if exists(path) and not Path(path).is_file():
            raise UnreadableError(f"{path}: not a file", "give the article as well")
        return path


class _Records:
    """A file of records, with the places of their lines by id."""

    def __init__(self, path: str, how: How, stack: ExitStack) -> None:
        self._path, self._source = path, file_source(path, how)
        self._places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        with explained(path):
            self._lines = stack.enter_context(open_records(path))
            for id, number, offset in record_places(self._lines, self._source):
                if id is not None:
                    self._places[id].append((number, offset))
        self._next: dict[str, int] = {}

    def find(self, source: Source) -> Article:
        """The article with the brief's id and text; with its id alone where there is no such."""
        places = self._places.get(source.id, [])
        # Of many with one id, briefs that are in order name the one behind the last.
        begin, first = self._next.get(source.id, 0), None
        for turn in range(len(places)):
            at = (begin + turn) % len(places)
            with explained(self._path):
                article = record_at(self._lines, *places[at], self._source)
            if article.sha256 == source.sha256:
                self._next[source.id] = at + 1
                return article
            first = first or article
        if first is None:
            raise UnreadableError(f"{self._path}: no article with the id {source.id}")
        return first
