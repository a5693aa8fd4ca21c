"""A Word document to pieces, by its own styles."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from briefkit.errors import UnreadableError
from briefkit.reading.documents import Document, Paragraph, missing

# What a packed document may unfold to; a small file can be made to fill any memory.
_MOST_BYTES = 200_000_000
_CLOSED = tuple('.!?…,;:"”’')
_LONGEST_HEADING = 100


def parse_docx(data: bytes, where: str) -> Document:
    """The paragraphs of a document. Raises UnreadableError where it cannot be read."""
    try:
        from docx import Document as open_document
    except ImportError as error:
        raise missing(where, "a Word document") from error
    try:
        with ZipFile(BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > _MOST_BYTES:
            raise UnreadableError(
                f"{where}: unfolds to {size:,} bytes", "give the article without its pictures"
            )
        document = open_document(BytesIO(data))
        paragraphs = tuple(_paragraphs(document))
        properties = document.core_properties
        return Document(paragraphs, properties.title or None, properties.author or None)
    except UnreadableError:
        raise
    except Exception as error:  # the parser raises whatever a broken file makes of it
        raise UnreadableError(
            f"{where}: a damaged Word document: {type(error).__name__}: {error}", "get it anew"
        ) from error


def _paragraphs(document: Any) -> Iterator[Paragraph]:
    from docx.table import Table

    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from _rows(part)
        elif words := part.text.strip():
            yield Paragraph(_shape(part, words), words)


def _shape(part: Any, words: str) -> Any:
    style = (part.style.name or "").lower() if part.style is not None else ""
    if style == "title" or style.startswith("heading 1"):
        return "title"
    if style.startswith(("heading", "subtitle")):
        return "standfirst" if style == "subtitle" else "heading"
    if "caption" in style:
        return "caption"
    properties = part._p.pPr
    if style.startswith("list") or (properties is not None and properties.numPr is not None):
        return "item"
    runs = [run for run in part.runs if run.text.strip()]
    bold = bool(runs) and all(run.bold for run in runs)
    short = len(words) <= _LONGEST_HEADING and not words.endswith(_CLOSED)
    return "heading" if bold and short else "text"


def _rows(table: Any) -> Iterator[Paragraph]:
    """A row a piece; one of a single cell, as in a table that only frames a text, is text."""
    for row in table.rows:
        cells = list(dict.fromkeys(cell.text.strip() for cell in row.cells if cell.text.strip()))
        if len(cells) == 1:
            yield from (Paragraph("text", line) for line in cells[0].split("\n") if line.strip())
        elif cells:
            yield Paragraph("aside", " | ".join(cells))
