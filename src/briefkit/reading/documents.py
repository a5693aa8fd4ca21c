"""What documents have in common: paragraphs, properties, and a package that may be missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from briefkit.errors import UnreadableError, install_hint
from briefkit.layout import Shape


class Paragraph(NamedTuple):
    """A piece of a document, on one line but for breaks of its own."""

    shape: Shape
    words: str


@dataclass(frozen=True)
class Document:
    """The pieces of a document, and what its properties say of it."""

    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    author: str | None = None


def missing(where: str, what: str) -> UnreadableError:
    """What to say where the package that reads a form is not installed."""
    return UnreadableError(
        f"{where}: {what}, which takes a package that is not installed",
        install_hint("documents"),
    )
