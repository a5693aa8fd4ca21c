"""The key of an article: readable, the same in every run, and never given twice in one."""

from __future__ import annotations

import sqlite3

from briefkit.batch.table import no_room
from briefkit.schema import Source

_DIGITS = 8


class Keys:
    """Gives keys, and remembers them on disk, so that memory does not grow with their number.

    A key is the article's id and the first digits of its text's SHA-256: two articles of one id
    differ in it, and tables of another day can be added to a database that has them already. The
    same article given again gets a number behind it.
    """

    def __init__(self) -> None:
        # An unnamed database of SQLite lives in a temporary file that nobody has to remove.
        self._given = sqlite3.connect("")
        self._given.execute("CREATE TABLE given (key TEXT PRIMARY KEY, times INT) WITHOUT ROWID")

    def __enter__(self) -> Keys:
        return self

    def __exit__(self, *_: object) -> None:
        self._given.close()

    def key(self, source: Source) -> str:
        """The key of the next article. Raises UsageError where the disk is full."""
        return self._given_once(f"{source.id}-{source.sha256[:_DIGITS]}")

    def plain_key(self, source: Source) -> str:
        """The article's id alone where nothing before had it; else as `key`."""
        return source.id if self._is_new(source.id) else self.key(source)

    def _given_once(self, stem: str) -> str:
        try:
            return self._next(stem)
        except sqlite3.Error as error:
            raise no_room(error) from error

    def _is_new(self, key: str) -> bool:
        try:
            row = self._given.execute("INSERT OR IGNORE INTO given VALUES (?, 1)", (key,))
        except sqlite3.Error as error:
            raise no_room(error) from error
        return row.rowcount > 0

    def _next(self, stem: str) -> str:
        key, times = stem, self._times(stem)
        # An id may end like a number of ours, so what is made up has to be new as well.
        while self._times(key):
            times += 1
            key = f"{stem}-{times}"
        self._given.execute("INSERT INTO given VALUES (?, 1)", (key,))
        if key != stem:
            self._given.execute("UPDATE given SET times = ? WHERE key = ?", (times, stem))
        return key

    def _times(self, key: str) -> int:
        """The number that was given last behind `key`, 0 where it is new."""
        found = self._given.execute("SELECT times FROM given WHERE key = ?", (key,)).fetchone()
        return int(found[0]) if found else 0
