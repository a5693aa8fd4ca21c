"""A table of bytes that may outgrow memory."""

from __future__ import annotations

import sqlite3
from typing import cast

from briefkit.errors import UsageError


def no_room(error: sqlite3.Error) -> UsageError:
    """What to say where SQLite cannot write its temporary file."""
    return UsageError(
        f"cannot write to the temporary folder: {error}",
        "make room there, or set SQLITE_TMPDIR to another folder",
    )


class Table:
    """Keys to values, kept by SQLite in a temporary file that nobody else sees."""

    def __init__(self) -> None:
        # The empty name: in memory as long as it is small, then in a file that is gone at the end.
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("CREATE TABLE t (k BLOB PRIMARY KEY, v BLOB) WITHOUT ROWID")

    def put(self, key: bytes, value: bytes) -> bytes | None:
        """Enter a value; where the key has one already, that one stays and is returned.

        Raises UsageError where the disk is full, as `set` does.
        """
        entered = self._run("INSERT OR IGNORE INTO t VALUES (?, ?)", key, value)
        return None if entered.rowcount else self.get(key)

    def set(self, key: bytes, value: bytes) -> None:
        """Enter a value in the place of any other."""
        self._run("INSERT OR REPLACE INTO t VALUES (?, ?)", key, value)

    def get(self, key: bytes) -> bytes | None:
        """The key's value."""
        row = self._run("SELECT v FROM t WHERE k = ?", key).fetchone()
        return cast("bytes", row[0]) if row else None

    def _run(self, statement: str, *values: bytes) -> sqlite3.Cursor:
        try:
            return self._database.execute(statement, values)
        except sqlite3.Error as error:
            raise no_room(error) from error

    def close(self) -> None:
        self._database.close()
