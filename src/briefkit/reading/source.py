"""What is read, and how: the options of a command, checked, and the names in messages."""

from __future__ import annotations

from dataclasses import dataclass

from briefkit.reading.decoding import MAX_CHARS
from briefkit.reading.forms import Form


@dataclass(frozen=True)
class How:
    """How to read. `day` is ISO 8601, `form` what the user insists on."""

    encoding: str | None = None
    day: str | None = None
    max_chars: int = MAX_CHARS
    form: Form | None = None


@dataclass(frozen=True)
class Source:
    """Some data: `where` names them in messages, `path` and `id` in the brief."""

    where: str
    path: str
    id: str
    how: How
