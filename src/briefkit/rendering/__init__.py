"""A brief as text; one format a module, each imported only when it is asked for."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TypeVar, cast

from briefkit.errors import UnreadableError
from briefkit.schema import Brief

F = TypeVar("F", bound=StrEnum)


class Format(StrEnum):
    """The forms that a brief, or a story, can be written in."""

    YAML = "yaml"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    SUMMARY = "summary"
    HTML = "html"

    @property
    def suffix(self) -> str:
        """The ending of a file."""
        return {"markdown": ".md", "summary": ".txt"}.get(self.value, f".{self.value}")


# Other names of formats, which are also endings of files; each command has one of those meant.
_SHORT = {
    "yml": ("yaml",),
    "ndjson": ("jsonl",),
    "md": ("markdown",),
    "htm": ("html",),
    "txt": ("summary", "text", "table"),
    "text": ("summary",),
}


def named(name: str, kind: type[F]) -> F | None:
    """The one of these formats of this name or ending, in any case; None where there is none."""
    names = (name.lower(), *_SHORT.get(name.lower(), ()))
    return next((form for form in kind if form in names), None)


def render(brief: Brief, format: Format) -> str:
    """The brief in this format, ending in a line end. Raises UnreadableError on lone surrogates.

    A page shows the places of the brief in its article, if that is at hand.
    """
    module = import_module(f"briefkit.rendering.{format.value}")
    try:
        text = cast("str", module.render(brief))
        text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableError(
            f"{brief.source.path or brief.source.id}: the text holds a lone surrogate, "
            f"U+{ord(error.object[error.start]):04X}, which cannot be written as UTF-8",
            "decode the text anew from its source, or replace such characters",
        ) from error
    return text
