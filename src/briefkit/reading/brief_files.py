"""The files of briefs that the arguments of a command name, and the briefs in them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefkit.errors import UnreadableError, UsageError
from briefkit.reading.briefs import read_briefs
from briefkit.schema import Brief
from briefkit.storage import identity

_PLAIN = (".yaml", ".yml", ".json", ".jsonl")
SUFFIXES = (*_PLAIN, *(f"{suffix}.gz" for suffix in _PLAIN))
"""Endings of the files that are taken for briefs in a folder."""


def find_briefs(
    given: Sequence[str], out: Path | None = None, written: Sequence[Path] = ()
) -> Iterator[str]:
    """The paths to read, in the order given, those of a folder sorted; "-" stays as it is.

    `out`, a folder that is written to, is left out of one that holds it. Raises UnreadableError
    where a folder cannot be searched or there is nothing to read, and UsageError where one of
    `written` would be read.
    """
    targets = {file for path in written if (file := identity(str(path)))}
    found = False
    for argument in given:
        for path in _expand(argument, os.path.realpath(out) if out else None):
            if targets and identity(path) in targets:
                raise UsageError(
                    f"{path} would be read, and written as a table", "choose another folder with -o"
                )
            found = True
            yield path
    if not found:
        raise UnreadableError(
            f"no briefs in {', '.join(given)}", f"briefs end in {' '.join(SUFFIXES)}"
        )


def joining_briefs(
    given: Sequence[str], out: Path | None = None, written: Sequence[Path] = ()
) -> Iterator[Brief]:
    """The briefs of `find_briefs`, one at a time, each with an actor for every id that it names.

    Raises UnreadableError as well where a brief cannot be read, or its ids do not join.
    """
    for source in find_briefs(given, out, written):
        place = "standard input" if source == "-" else source
        for number, brief in enumerate(read_briefs(source), 1):
            if said := _unjoined(brief):
                raise UnreadableError(
                    f"{place}, brief {number}: not a brief: {said}", "extract it again"
                )
            yield brief


def _unjoined(brief: Brief) -> str | None:
    """Which two actors have one id, or which quote has that of none."""
    known: set[str] = set()
    for name, listed in (("actors", brief.actors), ("places", brief.places)):
        for index, actor in enumerate(listed):
            if actor.id in known:
                return f"two actors with the id {actor.id!r} - at `$.{name}[{index}].id`"
            known.add(actor.id)
    for index, quote in enumerate(brief.quotes):
        if quote.actor is not None and quote.actor not in known:
            return f"no actor {quote.actor!r} - at `$.quotes[{index}].actor`"
    return None


def _expand(argument: str, out: str | None) -> Iterator[str]:
    if argument == "-" or not Path(argument).is_dir():
        yield argument
        return
    for root, folders, names in os.walk(argument, onerror=_unsearchable):
        # In place, so that the walk goes on in these only.
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and os.path.realpath(Path(root, name)) != out
        )
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                path = Path(root, name)
                if path.is_file() or not path.exists():  # no pipe: reading one may never end
                    yield str(path)


def _unsearchable(error: OSError) -> None:
    raise UnreadableError(f"{error.filename}: {error.strerror}") from error
