"""Briefs on disk, in the order of a story, so that memory does not grow with their number."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Any, Generic, TypeVar, get_origin, get_type_hints

import msgspec

from briefkit.batch.table import no_room
from briefkit.schema import Brief
from briefkit.stories.schema import ArticleRef, Claim, Spans
from briefkit.tables.keys import Keys

Row = TypeVar("Row", bound=msgspec.Struct)


class Store(AbstractContextManager["Store"]):
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
        self.articles = Table(self, "articles", ArticleRef)

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

    def id(self, article: int) -> str:
        """The id of an article of the story."""
        return self.articles.at(article).id

    def claim(self, article: int, value: str, text: str, spans: Spans) -> Claim:
        """What an article says in a contradiction or a count."""
        reference = self.articles.at(article)
        return Claim(reference.id, reference.published, value, text, spans)

    def ordered(self) -> Iterator[tuple[int, ArticleRef, Brief]]:
        """Number in the store, article and brief, by day of publication, then id.

        The order does not depend on that in which they came. An id is the brief's own where no
        brief before had it, else with the first digits of the text's SHA-256 behind it.
        """
        self.run("CREATE INDEX packed.o ON briefs (published, id, sha, path)")
        order = self.run("SELECT number, key FROM briefs ORDER BY published, id, sha, path, number")
        with Keys() as keys:
            for number, key in order:
                brief = self.brief(number)
                source, id = brief.source, key or keys.plain_key(brief.source)
                reference = ArticleRef(
                    id, source.path, source.url, brief.headline, brief.published, source.sha256
                )
                yield number, reference, brief

    def brief(self, number: int) -> Brief:
        """The brief that came in as number `number`, from 1."""
        return unpacked(self.packed(number))

    def packed(self, number: int) -> bytes:
        """The same as it waits on disk, and as it can be sent."""
        (data,) = self.run("SELECT data FROM briefs WHERE number = ?", (number,)).fetchone()
        return bytes(data)

    def newest(self) -> int:
        """The place of the newest article, if an older one has a day as well; else 0."""
        dated, first, last = self.run(
            "SELECT count(*), min(published), max(published) FROM briefs WHERE published < '~'"
        ).fetchone()
        return int(dated) if dated and first < last else 0

    def brief_at(self, place: int) -> Brief:
        """The brief at a place in the order."""
        (number,) = self.run(
            "SELECT number FROM briefs ORDER BY published, id, sha, path, number LIMIT 1 OFFSET ?",
            (place - 1,),
        ).fetchone()
        return self.brief(number)


class Table(Generic[Row]):
    """Rows of one kind on disk, numbered from 1, with the fields of a struct as columns.

    A struct may have its `number` as its last field. Tuples and sets wait as JSON.
    """

    def __init__(self, store: Store, name: str, row: type[Row]) -> None:
        self.store, self.name, self._row = store, name, row
        self._columns = ", ".join(f'"{name}"' for name in row.__struct_fields__)
        self._lists = [
            (place, msgspec.json.Decoder(hint))
            for place, hint in enumerate(get_type_hints(row).values())
            if get_origin(hint) in (tuple, frozenset)
        ]
        own = [f'"{name}"' for name in row.__struct_fields__ if name != "number"]
        self._width, marks = len(own), ", ".join("?" * len(own))
        self._insert = f"INSERT INTO {name} ({', '.join(own)}) VALUES ({marks})"
        store.run(f"CREATE TABLE {name} (number INTEGER PRIMARY KEY, {', '.join(own)})")
        # The cache of a method would keep this object, and all its rows, beyond the story.
        self.at = lru_cache(4096)(self._at)

    def add(self, row: Row) -> int:
        """Enter a row, and give its number."""
        values = list(msgspec.structs.astuple(row))
        for place, _ in self._lists:
            values[place] = msgspec.json.encode(values[place])
        return self.store.run(self._insert, values[: self._width]).lastrowid or 0

    def _at(self, number: int) -> Row:
        (row,) = self.rows("WHERE number = ?", number)
        return row

    def rows(self, which: str = "ORDER BY number", *values: Any) -> Iterator[Row]:
        """The rows of which something is true."""
        statement = f"SELECT {self._columns} FROM {self.name} {which}"
        for found in map(list, self.store.run(statement, values)):
            for place, decoder in self._lists:
                found[place] = decoder.decode(found[place])
            yield self._row(*found)

    def numbers(self, which: str, *values: Any, column: str = "number") -> list[int]:
        """The numbers, or another column, of the rows of which something is true."""
        statement = f"SELECT {column} FROM {self.name} {which}"
        return [number for (number,) in self.store.run(statement, values)]

    def set(self, number: int, column: str, value: object) -> None:
        """Set a column of a row; what `at` has given it may give again."""
        self.store.run(f"UPDATE {self.name} SET {column} = ? WHERE number = ?", (value, number))


def unpacked(data: bytes) -> Brief:
    """The brief that was packed."""
    return msgspec.json.decode(zlib.decompress(data), type=Brief)
