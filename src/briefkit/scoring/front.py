"""The front matter of annotated articles: who acts in them, and the day of publication."""

from __future__ import annotations

import re
from typing import Any

from briefkit.errors import UnreadableError
from briefkit.reading.briefs import load_yaml
from briefkit.reading.dates import find_day

_FRONT = re.compile(r"---\n(.*?)\n---\n", re.S)


class MarkupError(UnreadableError):
    """The gold of an article is not well written."""


def front_matter(source: str) -> tuple[dict[str, Any], str]:
    """The front matter of a file, and what stands behind it.

    Raises MarkupError where its form is another.
    """
    front = _FRONT.match(source)
    if front is None:
        raise MarkupError("no front matter between --- lines")
    try:
        meta = load_yaml(front.group(1))
    except ValueError as error:
        said = " ".join(str(error).split())
        raise MarkupError(f"the front matter is not YAML: {said}") from error
    actors = meta.get("actors") or {} if isinstance(meta, dict) else None
    if not isinstance(actors, dict):
        raise MarkupError("the front matter needs `actors:`, each with an id, a name and a type")
    for key, about in actors.items():
        if not isinstance(about, dict) or not about.get("name"):
            raise MarkupError(f"actor {key}: it has no name; write {{name: ..., type: person}}")
    return meta, source[front.end() :]


def several(value: Any) -> tuple[str, ...]:
    """One, many or no texts of the front matter."""
    found = tuple(value) if isinstance(value, list) else (value,) if value else ()
    for one in found:
        if not isinstance(one, str):
            raise MarkupError(f"{one!r} is not a text; put it in quotation marks")
    return found


def day(published: object) -> str:
    """The day of publication that an article gives."""
    found = find_day(str(published))
    if found is None:
        raise MarkupError(f"published: {published!r} is not a date; write 2025-01-13")
    return found.isoformat()
