"""A Word document to pieces, by its own styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from briefkit.errors import UnreadableError
from briefkit.reading.builder import Document, Words

# What a packed document may unfold to; a small file can be made to fill any memory.
_MOST_BYTES, _MOST_XML, _MOST_TAGS = 200_000_000, 32_000_000, 400_000
# As it may begin, in any encoding; pictures do not.
_XML = re.compile(rb"[\xef\xbb\xbf\xff\xfe\0\s]*<")
_CLOSED = tuple('.!?…,;:"”’')
_LONGEST_HEADING = 100


def parse_docx(data: bytes, where: str) -> Document:
    """The paragraphs of a document. Raises UnreadableError where it is too large."""
    from docx import Document as open_document

    with ZipFile(BytesIO(data)) as archive:
        _check_size(archive, where)
    document = open_document(BytesIO(data))
    paragraphs = tuple(_paragraphs(document))
    properties = document.core_properties
    return Document(paragraphs, properties.title or None, properties.author or None)


def _check_size(archive: ZipFile, where: str) -> None:
    size = sum(entry.file_size for entry in archive.infolist())
    if size > _MOST_BYTES:
        raise UnreadableError(
            f"{where}: unfolds to {size:,} bytes", "give the article without its pictures"
        )
    size = tags = 0
    for entry in archive.infolist():
        with archive.open(entry) as part:
            block = part.read(1 << 20)
            while block and (part.tell() > len(block) or _XML.match(block)):
                size, tags = size + len(block), tags + block.count(b"<")
                block = part.read(1 << 20)
    if size > _MOST_XML or tags > _MOST_TAGS:
        raise UnreadableError(
            f"{where}: {tags:,} tags and {size:,} bytes of text are more than the "
            f"{_MOST_TAGS:,} and {_MOST_XML:,} that an article may have",
            "give a file that holds one article",
        )


def _paragraphs(document: Any) -> Iterator[Words]:
    from docx.table import Table

    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from _rows(part)
        elif words := part.text.strip():
            yield Words(_shape(part, words), words)


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


def _rows(table: Any) -> Iterator[Words]:
    """A row a piece; one of a single cell, as in a table that only frames a text, is text."""
    for row in table.rows:
        # Not `row.cells`, which holds a cell as often as it says that it is wide.
        texts = ("\n".join(p.text for p in cell.p_lst).strip() for cell in row._tr.tc_lst)
        cells = [text for text in texts if text]
        if len(cells) == 1:
            yield from (Words("text", line) for line in cells[0].split("\n") if line.strip())
        elif cells:
            yield Words("aside", " | ".join(cells))
