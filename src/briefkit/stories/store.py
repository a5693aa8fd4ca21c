"""Briefs on disk, in the order of a story, so that memory does not grow with their number."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from briefkit.batch.table import no_room
from briefkit.schema import Brief
from briefkit.stories.schema import Spans
from briefkit.tables.keys import Keys

_DECODER = msgspec.json.Decoder(Brief)


class Store:
    """Briefs, and the tables that the parts of a story make of them, in a temporary file.

    An unnamed database of SQLite lives in a file that nobody else sees and nobody has to remove.
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        # The briefs, which are gone through in turn, have a file and a cache of their own: they
        # would push out of it what the parts of the story look up everywhere.
        self._database.execute("ATTACH '' AS packed")
        for name, cache in (("main", 64_000), ("packed", 2_000)):
            for setting in ("synchronous = OFF", "journal_mode = OFF", f"cache_size = -{cache}"):
                self._database.execute(f"PRAGMA {name}.{setting}")
        self._database.execute(
            "CREATE TABLE packed.briefs (number INTEGER PRIMARY KEY, published TEXT, id TEXT,"
            " sha TEXT, path TEXT, key TEXT, data BLOB)"
        )
        self._database.execute("BEGIN")
        self.count = 0

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def run(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """A statement of SQL. Raises UsageError where the disk is full."""
        try:
            return self._database.execute(statement, values)
        except sqlite3.OperationalError as error:
            raise no_room(error) from error

    def add(self, brief: Brief, key: str | None = None) -> None:
        """Put a brief in, with its id in the story where that is settled already."""
        self.count += 1
        data = zlib.compress(msgspec.json.encode(brief), 1)
        source = brief.source
        # What is undated comes last.
        row = (brief.published or "~", source.id, source.sha256, source.path or "", key, data)
        self.run("INSERT INTO briefs VALUES (NULL, ?, ?, ?, ?, ?, ?)", row)

    def ordered(self) -> Iterator[tuple[int, str, Brief]]:
        """Place from 0, id in the story and brief, by day of publication, then id."""
        for place, (_, key, brief) in enumerate(self.numbered()):
            yield place, key, brief

    def numbered(self) -> Iterator[tuple[int, str, Brief]]:
        """Number in the store, id in the story and brief, in the same order.

        The order does not depend on that in which they came. An id is the brief's own where no
        brief before had it, else with the first digits of the text's SHA-256 behind it.
        """
        self.run("CREATE INDEX IF NOT EXISTS packed.o ON briefs (published, id, sha, path)")
        order = self.run("SELECT number, key FROM briefs ORDER BY published, id, sha, path, number")
        with Keys() as keys:
            for number, key in order:
                brief = self.brief(number)
                yield number, key or keys.plain_key(brief.source), brief

    def brief(self, number: int) -> Brief:
        """The brief that came in as number `number`, from 1."""
        return unpacked(self.packed(number))

    def packed(self, number: int) -> bytes:
        """The same as it waits on disk, and as it can be sent."""
        (data,) = self.run("SELECT data FROM briefs WHERE number = ?", (number,)).fetchone()
        return bytes(data)

    def newest(self) -> int | None:
        """The place in the order of the newest article, if an older one has a day as well."""
        dated, first, last = self.run(
            "SELECT count(*), min(published), max(published) FROM briefs WHERE published < '~'"
        ).fetchone()
        return dated - 1 if dated and first < last else None

    def at(self, place: int) -> Brief:
        """The brief at a place in the order."""
        (number,) = self.run(
            "SELECT number FROM briefs ORDER BY published, id, sha, path, number LIMIT 1 OFFSET ?",
            (place,),
        ).fetchone()
        return self.brief(number)


def written(spans: Spans) -> str:
    """Places as a column holds them."""
    return msgspec.json.encode(spans).decode()


def places(column: str) -> Spans:
    """The places that were written."""
    return msgspec.json.decode(column, type=Spans)


def unpacked(data: bytes) -> Brief:
    """The brief that was packed."""
    return _DECODER.decode(zlib.decompress(data))
