"""The files of briefs that the arguments of a command name."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefkit.errors import UnreadableError, UsageError
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
