"""The fields of a record, under the names that briefkit and other extractors give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefkit.errors import UnreadableError
from briefkit.layout import Block, Shape
from briefkit.reading.builder import Words, put_together
from briefkit.schema import Warning

# Briefkit's own name first; the others are those of trafilatura, newspaper, news-please, fundus, of
# JSON Feed, schema.org, NewsAPI and WordPress.
_NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "maintext", "plaintext", "body", "content", "raw_text", "articleBody",
        "content_text", "content_html",
    ),
    "title": ("title", "headline"),
    "published": (
        "published", "date", "publishing_date", "publish_date", "date_publish", "published_at",
        "pub_date", "datePublished", "pubDate", "publishedAt", "date_published",
    ),
    "authors": ("authors", "author", "byline"),
    "url": ("url", "link", "source_url", "source"),
    "language": ("language", "lang"),
}  # fmt: skip
# What an unread field seems to be about, where none of those is there.
_LIKE = {
    "published": re.compile(r"date|publi|time", re.IGNORECASE),
    "authors": re.compile(r"author|byline|writer|creator", re.IGNORECASE),
    "title": re.compile(r"title|headline", re.IGNORECASE),
}
TYPES = {str: "a string", int: "a number", float: "a number", bool: "true or false",
         list: "a list", dict: "an object", type(None): "null"}  # fmt: skip


class Fields:
    """A record's fields; `warnings` tells of those that are there and cannot be used."""

    def __init__(self, record: dict[str, Any], where: str) -> None:
        self._record, self._where = record, where
        self.warnings: list[Warning] = []

    def id(self) -> str | None:
        """The id, a string or a number. Raises UnreadableError where it is something else."""
        id = self._record.get("id")
        if isinstance(id, bool | float | list | dict):
            self._misfit("id", "id", id, "a string")
        return None if id in (None, "") else self._whole(str(id), "id")

    def text(self, field: str) -> str | None:
        """A string. Raises UnreadableError where briefkit's own field is something else."""
        for name, value in self._values(field):
            if not isinstance(value, str):
                self._misfit(field, name, value, "a string")
            elif (name, field) != ("source", "url") or value.startswith("http"):
                return self._whole(value, name)
        self._warn_of_unread(field)
        return None

    def names(self, field: str) -> list[str]:
        """A list of strings, or one string; strings of one may name several by ";"."""
        for name, value in self._values(field):
            entries = value if isinstance(value, list) else [value]
            entries = [one.get("name", one) if isinstance(one, dict) else one for one in entries]
            odd = next((entry for entry in entries if not isinstance(entry, str)), None)
            if odd is None:
                return [self._whole(entry, name) for entry in entries if entry.strip()]
            if isinstance(value, list):
                self._misfit(field, name, odd, "a list of strings", "and holds")
            else:
                self._misfit(field, name, value, "a string")
        self._warn_of_unread(field)
        return []

    def body(self) -> tuple[str, tuple[Block, ...]] | None:
        """The text and blocks of a body in sections, as fundus has it; None where it is no such."""
        body = self._record.get("body")
        if not isinstance(body, dict) or not isinstance(body.get("sections"), list):
            return None
        return put_together(self._pieces(body), None)

    def _pieces(self, body: dict[str, Any]) -> Iterator[Words]:
        parts: list[tuple[Shape, Any]] = [("standfirst", body.get("summary"))]
        for section in body["sections"]:
            if isinstance(section, dict):
                parts += [("heading", section.get("headline")), ("text", section.get("paragraphs"))]
        for shape, value in parts:
            for words in value if isinstance(value, list) else [value]:
                if isinstance(words, str):
                    yield Words(shape, self._whole(words, "body"))

    def _values(self, field: str) -> Iterator[tuple[str, Any]]:
        for name in _NAMES[field]:
            value = self._record.get(name)
            if isinstance(value, dict) and "rendered" in value:
                value = value["rendered"]
            if value is not None and value != "":
                yield name, value

    def _misfit(self, field: str, name: str, value: Any, wanted: str, but: str = "not") -> None:
        if name == field:
            raise UnreadableError(
                f'{self._where}: "{name}" must be {wanted}, {but} {TYPES[type(value)]}'
            )
        said = f'the field "{name}" is not read: {TYPES[type(value)]}, not {wanted}'
        self.warnings.append(Warning("record-field", said, ()))

    def _warn_of_unread(self, field: str) -> None:
        pattern = _LIKE.get(field)
        known = {name for names in _NAMES.values() for name in names}
        for name, value in self._record.items():
            if pattern and name not in known and isinstance(value, str) and pattern.search(name):
                said = f'the field "{name[:60]}" is not read; "{field}" is the name for it'
                self.warnings.append(Warning("record-field", said, ()))
                return

    def _whole(self, value: str, name: str) -> str:
        """`value`, if it can be written as UTF-8: JSON may hold halves of surrogate pairs."""
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise UnreadableError(
                f'{self._where}: "{name}" holds half of a surrogate pair (character {error.start})',
                "write characters beyond U+FFFF whole, or as two \\u escapes that belong together",
            ) from error
        return value
