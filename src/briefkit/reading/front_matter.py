"""The YAML mapping that a Markdown file may start with."""

from __future__ import annotations

import re
from typing import Any

from briefkit.errors import UnreadableError

_MOST = 10_000  # values
_FRONT = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def split_front_matter(text: str, where: str) -> tuple[dict[str, Any], str]:
    """The mapping between `---` lines at the start, keys in lower case, and the text after it.

    Raises UnreadableError for front matter that is not plain YAML.
    """
    found = _FRONT.match(text)
    if found is None:
        return {}, text
    import yaml

    from briefkit.reading.plain_yaml import as_written, load_documents

    try:
        fields = next(iter(list(load_documents(found[1], as_written, _MOST))), None)
    except (yaml.YAMLError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise UnreadableError(
            f"{where}: the front matter is not plain YAML: {reason}",
            "front matter holds names and values, such as `title: ...`, between --- lines",
        ) from error
    if not isinstance(fields, dict):
        # Prose between two thematic breaks.
        return {}, text
    return {str(key).lower(): value for key, value in fields.items()}, text[found.end() :]


def as_text(value: Any) -> str | None:
    """A scalar as it was written; None for anything else."""
    return value if isinstance(value, str) else None


def as_names(value: Any) -> list[str]:
    """A name, a list of names, or of mappings with a `name`, as a list of names."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return [name for entry in value for name in as_names(entry) if not isinstance(entry, list)]
    return [value] if isinstance(value, str) else []
