"""Word vectors kept as 16-bit floats on disk, their keys in a sorted table.

spaCy keeps the row of each of 685,000 keys in a dictionary, which takes a fifth of a second to read
and 80 MB to hold. A table is there at once, and a binary search in it finds the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy
from spacy.strings import get_string_id
from spacy.util import registry
from spacy.vectors import Vectors
from spacy.vocab import Vocab

KEYS, ROWS, VECTORS = "keys", "rows", "vectors"


class HalfVectors(Vectors):  # type: ignore[misc]  # spaCy ships no types for it
    """spaCy's vectors at half their size; the model's layers want 32-bit rows."""

    _keys: Any = numpy.zeros(0, numpy.uint64)  # in order
    _rows: Any = numpy.zeros(0, numpy.uint16)  # of each key

    def from_disk(self, path: Path | str, **_: Any) -> HalfVectors:
        """Read the three tables of a folder that `write` made."""
        folder = Path(path)
        self._keys, self._rows = numpy.load(folder / KEYS), numpy.load(folder / ROWS)
        self.data: Any = numpy.load(folder / VECTORS).astype(numpy.float32)
        return self

    def to_disk(self, path: Path | str, **_: Any) -> None:
        """Write the tables as `from_disk` reads them."""
        write(Path(path), self._keys, self._rows, self.data)

    def find(self, *, keys: Iterable[int | str], **_: Any) -> Any:
        """The rows of the keys, hashes or words; -1 where there is none. `[keys]`."""
        wanted = numpy.array([get_string_id(key) for key in keys], numpy.uint64)
        at = numpy.searchsorted(self._keys, wanted).clip(max=max(0, len(self._keys) - 1))
        if not len(self._keys):
            return numpy.full(len(wanted), -1, numpy.int32)
        rows = self._rows[at].astype(numpy.int32)
        rows[self._keys[at] != wanted] = -1
        return rows

    def __contains__(self, key: int | str) -> bool:
        return bool(self.find(keys=[key])[0] >= 0)

    def __getitem__(self, key: int | str) -> Any:
        row = self.find(keys=[key])[0]
        if row < 0:
            raise KeyError(key)
        return self.data[row]


def write(folder: Path, keys: Any, rows: Any, vectors: Any) -> None:
    """Write keys, the row of each, and the vectors of the rows into three files of a folder."""
    order = numpy.argsort(keys)
    tables = {
        KEYS: keys[order].astype(numpy.uint64),
        ROWS: rows[order].astype(numpy.uint16),
        VECTORS: vectors.astype(numpy.float16),
    }
    for name, table in tables.items():
        with (folder / name).open("wb") as file:
            numpy.save(file, table)


@registry.vectors("briefkit.HalfVectors.v1")  # type: ignore[untyped-decorator]
def create_half_vectors() -> Callable[[Vocab], Any]:
    """What `[nlp.vectors]` of the shipped model's config.cfg names."""
    return lambda vocab: HalfVectors(strings=vocab.strings)
