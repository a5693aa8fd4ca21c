"""Briefs of the files and folders that a command names."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefkit.errors import UnreadableError
from briefkit.reading.brief_files import find_briefs
from briefkit.reading.briefs import read_briefs
from briefkit.schema import Brief


def briefs_of(
    given: Sequence[str], out: str | None, written: Sequence[Path] = ()
) -> Iterator[Brief]:
    """Every brief, one at a time; what lies in `out` is left out of a folder around it.

    Raises UnreadableError where a brief cannot be read, or points to an actor that it lacks, and
    UsageError where one of `written` would be read.
    """
    for source in find_briefs(given, Path(out or os.devnull), written):
        place = "standard input" if source == "-" else source
        for number, brief in enumerate(read_briefs(source), 1):
            _check(brief, f"{place}, brief {number}")
            yield brief


def _check(brief: Brief, where: str) -> None:
    ids = [actor.id for actor in (*brief.actors, *brief.places)]
    if len(set(ids)) < len(ids):
        twice = next(id for id in ids if ids.count(id) > 1)
        raise UnreadableError(
            f"{where}: not a brief: two actors with the id {twice!r}", "extract it again"
        )
    for index, quote in enumerate(brief.quotes):
        if quote.actor is not None and quote.actor not in ids:
            raise UnreadableError(
                f"{where}: not a brief: no actor {quote.actor!r} - at `$.quotes[{index}].actor`",
                "extract it again",
            )
