"""Written briefs: the files that the arguments of a command name, read back and checked.

They are YAML streams, JSON or JSON Lines, plain or gzipped. One brief is in memory at a time,
however many a stream holds.
"""

from __future__ import annotations

import codecs
import gzip
import os
import zlib
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import IO, Any, cast

import msgspec
import yaml

from briefkit.errors import UnreadableError, UsageError
from briefkit.reading.plain_yaml import by_kind, load_documents
from briefkit.schema import SCHEMA_VERSION, Brief
from briefkit.storage import identity, is_folder, standard_input

_GZIP = b"\x1f\x8b"
# Values of one brief: that of an article of a million characters has a tenth of them.
_MOST = 1_000_000
_PLAIN = (".yaml", ".yml", ".json", ".jsonl")
SUFFIXES = (*_PLAIN, *(f"{suffix}.gz" for suffix in _PLAIN))
"""Endings of the files that are taken for briefs in a folder."""


def load_yaml(text: str | bytes) -> Any:
    """The one document of a YAML text. Raises ValueError where it is not one."""
    try:
        (document,) = load_documents(text, by_kind, _MOST)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    return document


def read_briefs(source: str, stdin: IO[bytes] | None = None) -> Iterator[Brief]:
    """The briefs of a file, or of standard input for "-", one by one.

    Raises UnreadableError, with the place in the file and in the brief that is wrong.
    """
    return (as_brief(tree, place) for tree, place in read_trees(source, stdin))


def read_trees(
    source: str, stdin: IO[bytes] | None = None, most: int = _MOST
) -> Iterator[tuple[Any, str]]:
    """What the documents of a file hold, of at most so many values, each with its place.

    Raises UnreadableError as `read_briefs` does.
    """
    if not source:
        raise UsageError("an empty name", "give the name of a file, or - for standard input")
    where = "standard input" if source == "-" else source
    try:
        if source == "-":
            yield from _trees(stdin or standard_input(), where, most)
        else:
            with Path(source).open("rb") as stream:
                yield from _trees(stream, where, most)
    except IsADirectoryError as error:
        raise UnreadableError(f"{where}: a folder", "give the briefs in it one by one") from error
    except FileNotFoundError as error:
        raise UnreadableError(f"{where}: no such file", "check the name") from error
    except OSError as error:
        raise UnreadableError(f"{where}: {error.strerror or error}") from error
    except (EOFError, zlib.error) as error:
        raise UnreadableError(f"{where}: the gzip file is damaged or cut off: {error}") from error


def read_json(data: str | bytes) -> Brief:
    """The brief of a JSON text. Raises UnreadableError where it is none."""
    return as_brief(_json(data, "the text"), "the text")


class _Rejoined:
    """A stream whose first line has been read already, for readers that call `read`."""

    name = "<byte string>"  # what PyYAML's messages call it

    def __init__(self, first: bytes, rest: IO[bytes]) -> None:
        self._first, self._rest = first, rest

    def read(self, size: int) -> bytes:
        data, self._first = self._first[:size], self._first[size:]
        return data or self._rest.read(size)


def _trees(stream: IO[bytes], where: str, most: int) -> Iterator[tuple[Any, str]]:
    first = stream.readline()
    if first.startswith(_GZIP):
        with gzip.GzipFile(fileobj=cast("IO[bytes]", _Rejoined(first, stream))) as unpacked:
            plain = cast("IO[bytes]", unpacked)
            yield from _plain_trees(plain, plain.readline(), where, most)
    else:
        yield from _plain_trees(stream, first.removeprefix(codecs.BOM_UTF8), where, most)


def _plain_trees(
    stream: IO[bytes], first: bytes, where: str, most: int
) -> Iterator[tuple[Any, str]]:
    while first and not first.strip():
        first = stream.readline()
    if not first:
        raise UnreadableError(f"{where}: empty", "give a brief that `briefkit extract` wrote")
    if not first.lstrip().startswith(b"{"):
        yield from _yaml_trees(_Rejoined(first, stream), where, most)
        return
    if first.strip() == b"{" or not first.rstrip().endswith(b"}"):
        yield _json(first + stream.read(), where), where
        return
    for number, line in enumerate(chain([first], stream), 1):
        if line.strip():
            place = f"{where}, brief {number}"
            yield _json(line, place), place


def _json(data: str | bytes, where: str) -> Any:
    try:
        return msgspec.json.decode(data)
    except (ValueError, RecursionError) as error:
        raise _no_brief(where, f"not JSON: {error}") from error


def _yaml_trees(stream: _Rejoined, where: str, most: int) -> Iterator[tuple[Any, str]]:
    number = 0
    try:
        for number, tree in enumerate(load_documents(cast("IO[bytes]", stream), by_kind, most), 1):
            yield tree, where if number == 1 else f"{where}, brief {number}"
    except (yaml.YAMLError, ValueError) as error:
        said = " ".join(str(error).split())
        raise _no_brief(where, f"not YAML: {said}") from error
    if not number:
        raise UnreadableError(f"{where}: empty", "give a brief that `briefkit extract` wrote")


def as_brief(tree: Any, where: str) -> Brief:
    """The brief that a document holds. Raises UnreadableError where it is none."""
    if isinstance(tree, dict):
        version = str(tree.get("schema_version", SCHEMA_VERSION))
        if version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
            raise UnreadableError(
                f"{where}: a brief of schema version {version}; this is {SCHEMA_VERSION}",
                "extract the article again, or use the briefkit that wrote the brief",
            )
        if tree.get("kind") == "story":
            raise UnreadableError(
                f"{where}: a story, not a brief", "give the briefs of its articles"
            )
    try:
        return msgspec.convert(tree, Brief)
    except (ValueError, RecursionError) as error:
        raise _no_brief(where, str(error)) from error


def _no_brief(where: str, why: str) -> UnreadableError:
    return UnreadableError(
        f"{where}: not a brief: {why}",
        "give YAML, JSON or JSON Lines that briefkit wrote; `briefkit FILE` makes one",
    )


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
                    f"{path} would be read and written", "choose another place with -o"
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
    if argument in ("", "-") or not is_folder(argument):
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
