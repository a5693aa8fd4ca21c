"""The stories and briefs that a command names, read and checked."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from briefkit.errors import UnreadableError
from briefkit.reading.briefs import as_brief, read_trees
from briefkit.schema import Brief
from briefkit.stories.schema import Story

# Values of one story; a story of ten thousand articles has a tenth of them.
_MOST = 50_000_000


def read_told(source: str) -> Iterator[Brief | Story]:
    """The briefs and stories of a file, or of standard input for "-", one by one.

    Raises UnreadableError, with the place that is wrong.
    """
    for tree, place in read_trees(source, most=_MOST):
        is_story = isinstance(tree, dict) and tree.get("kind") == "story"
        yield _story(tree, place) if is_story else as_brief(tree, place)


def _story(tree: object, where: str) -> Story:
    try:
        return msgspec.convert(tree, Story)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            f"{where}: not a story: {error}", "give YAML or JSON that `briefkit story` wrote"
        ) from error
