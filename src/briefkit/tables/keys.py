"""The key of an article: readable, the same in every run, and never given twice in one."""

from __future__ import annotations

from briefkit.batch.table import Table
from briefkit.schema import Source

_DIGITS = 8


class Keys:
    """Gives keys, and remembers them on disk, so that memory does not grow with their number.

    A key is the article's id and the first digits of its text's SHA-256: two articles of one id
    differ in it, and tables of another day can be added to a database that has them already. The
    same article given again gets a number behind it.
    """

    def __init__(self) -> None:
        self._given = Table()  # to the number that was given last behind a key

    def __enter__(self) -> Keys:
        return self

    def __exit__(self, *_: object) -> None:
        self._given.close()

    def key(self, source: Source) -> str:
        """The key of the next article. Raises UsageError where the disk is full."""
        stem = key = f"{source.id}-{source.sha256[:_DIGITS]}"
        last = int(self._given.put(stem.encode(), b"1") or 0)
        if last:
            # An id may end like a number of ours, so what is made up has to be new as well.
            while key == stem or self._given.put(key.encode(), b"1"):
                last += 1
                key = f"{stem}-{last}"
            self._given.set(stem.encode(), b"%d" % last)
        return key

    def plain_key(self, source: Source) -> str:
        """The article's id alone where nothing before had it; else as `key`."""
        taken = self._given.put(source.id.encode(), b"1")
        return self.key(source) if taken else source.id
