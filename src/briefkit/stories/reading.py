"""The story that a command names, read and checked."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import yaml

from briefkit.errors import UnreadableError
from briefkit.reading.plain_yaml import by_kind, load_documents
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
    try:
        with Path(path).open("rb") as stream:
            head = stream.read(_HEAD)
            start = head.decode("utf-8", "replace")
            if "schema_version" not in start or not _KIND.search(start):
                return None
            data = head + stream.read()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror or error}") from error
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
