"""What documents have in common: pieces, properties, and a package that may be missing."""

from __future__ import annotations

from dataclasses import dataclass

from briefkit.errors import UnreadableError, install_hint
from briefkit.reading.builder import Words


@dataclass(frozen=True)
class Document:
    """The pieces of a document, and what its properties say of it."""

    pieces: tuple[Words, ...]
    title: str | None = None
    author: str | None = None


def missing(where: str, what: str) -> UnreadableError:
    """What to say where the package that reads a form is not installed."""
    return UnreadableError(
        f"{where}: {what}, which takes a package that is not installed", install_hint("documents")
    )
