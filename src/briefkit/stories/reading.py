"""The briefs and stories that a command names, read and checked."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import yaml

from briefkit.errors import UnreadableError
from briefkit.reading.brief_files import find_briefs
from briefkit.reading.briefs import read_briefs
from briefkit.reading.plain_yaml import by_kind, load_documents
from briefkit.schema import Brief
from briefkit.stories.schema import Story

# Values of one story; a story of ten thousand articles has a tenth of them.
_MOST = 50_000_000
_HEAD = 200
_KIND = re.compile(r'(?:^\s*|[{,])"?kind"?: ?"?story"?(?:,|$)', re.MULTILINE)


def read_story(path: str) -> Story | None:
    """The story of a file; None where the file is none of a story, or not there, or "-".

    Raises UnreadableError, with the place that is wrong.
    """
    if path == "-" or not Path(path).is_file():
        return None
    with Path(path).open("rb") as stream:
        head = stream.read(_HEAD)
        start = head.decode("utf-8", "replace")
        if "schema_version" not in start or not _KIND.search(start):
            return None
        data = head + stream.read()
    try:
        if data.lstrip().startswith(b"{"):
            tree = msgspec.json.decode(data)
        else:
            (tree,) = load_documents(data, by_kind, _MOST)
        return msgspec.convert(tree, Story)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        said = " ".join(str(error).split())
        raise UnreadableError(
            f"{path}: not a story: {said}", "give YAML or JSON that `briefkit story` wrote"
        ) from error


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
