"""What is read, and how: the options of a command, checked, and the names in messages."""

from __future__ import annotations

from dataclasses import dataclass

from briefkit.reading.dates import parse_published
from briefkit.reading.decoding import MAX_CHARS, check_encoding
from briefkit.reading.forms import Form


@dataclass(frozen=True)
class How:
    """How to read. `published` is a day as a user writes it, kept in ISO 8601.

    An article of more than `max_chars` characters is refused; without a `form` it is told from the
    content. Raises UsageError for a `published` that is no day, and an `encoding` that Python does
    not know.
    """

    encoding: str | None = None
    published: str | None = None
    max_chars: int = MAX_CHARS
    form: Form | None = None

    def __post_init__(self) -> None:
        if self.encoding is not None:
            check_encoding(self.encoding)
        if self.published is not None:
            object.__setattr__(self, "published", parse_published(self.published))


PLAIN = How()


@dataclass(frozen=True)
class Source:
    """Some data: `where` names them in messages, `path` and `id` in the brief."""

    where: str
    path: str | None
    id: str
    how: How = PLAIN
