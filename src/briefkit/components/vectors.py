"""Word vectors kept as 16-bit floats on disk and used as 32-bit ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy
from spacy.util import registry
from spacy.vectors import Vectors
from spacy.vocab import Vocab


class HalfVectors(Vectors):  # type: ignore[misc]  # spaCy ships no types for it
    """spaCy's vectors at half their size on disk; the model's layers want 32-bit rows."""

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> HalfVectors:
        """Load as `Vectors.from_disk` does, then widen."""
        super().from_disk(path, exclude=exclude)
        self.data: Any = numpy.asarray(self.data, dtype=numpy.float32)
        return self


@registry.vectors("briefkit.HalfVectors.v1")  # type: ignore[untyped-decorator]
def create_half_vectors() -> Callable[[Vocab], Any]:
    """What `[nlp.vectors]` of the shipped model's config.cfg names."""

    def make(vocab: Vocab) -> HalfVectors:
        return HalfVectors(strings=vocab.strings)

    return make
