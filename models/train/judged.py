"""Articles of which readers have judged something, with what they said."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from models.train.articles import Row
from spacy.tokens import Doc

from briefkit.pipeline import COMPONENTS, ENCODER, load

_GLANCE = "briefkit_glance"


def read(
    path: Path, key: str, rows: Sequence[Row], docs: Sequence[Doc]
) -> Iterator[tuple[str, Doc, list[Any]]]:
    """The id of each article that `path` knows, its Doc as the glance finds it, and the judgements.

    `path` has JSON Lines with the `id` of an article and, as `key`, what was said of it.
    """
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    said = {one["id"]: one[key] for one in lines}
    nlp = load()
    parts = [nlp.get_pipe(name) for name in COMPONENTS if name not in (ENCODER, _GLANCE)]
    for row, doc in zip(rows, docs, strict=True):
        if row["id"] in said:
            for part in parts:
                part(doc)
            yield row["id"], doc, said[row["id"]]
