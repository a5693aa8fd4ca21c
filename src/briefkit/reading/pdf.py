"""A PDF with text to pieces: paragraphs from lines that stand close, headings by their size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from statistics import median
from typing import Any, NamedTuple

from briefkit.errors import UnreadableError
from briefkit.layout import Shape
from briefkit.reading.builder import Document, Words

_MOST_PAGES = 500
_HEADING = 1.15  # times the size of most lines
_LONGEST_HEADING = 200
# Possessive, and only where a word begins: a page may be one word of a million letters.
_HYPHEN = re.compile(r"(?<!\w)(\w++)-\n(?=([a-z]\w*+))")
_HYPHENED = re.compile(r"(?<!\w)(\w++)-(?=(\w++))")
# What browsers print above and below a page: when it was printed, its title and address.
_PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AP]M)?(?:\s.*)?",
    re.DOTALL,
)
# Letters that a font sets as one.
_SPLIT = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB06: "st"}
_ADDRESS = re.compile(r"(?:https?|file)://\S+(?:\s+\d{1,4}/\d{1,4})?")
_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)


class _Box(NamedTuple):
    """Lines that stand together, and the height of their letters."""

    words: str
    size: float
    page: int


def parse_pdf(data: bytes, where: str) -> Document:
    """The paragraphs of a PDF. Raises UnreadableError where it holds no text or is locked."""
    from pdfminer.high_level import extract_pages
    from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser

    try:
        info = next(iter(PDFDocument(PDFParser(BytesIO(data))).info), {})
        pages = extract_pages(BytesIO(data), maxpages=_MOST_PAGES)
        boxes = [box for number, page in enumerate(pages) for box in _boxes(page, number)]
    except PDFPasswordIncorrect as error:
        raise UnreadableError(
            f"{where}: a PDF that is locked", "give it without a password"
        ) from error
    if not boxes:
        raise UnreadableError(
            f"{where}: a PDF without text, such as a scan", "run text recognition (OCR) on it"
        )
    return Document(tuple(_paragraphs(boxes)), _told(info.get("Title")), _told(info.get("Author")))


def _boxes(page: Any, number: int) -> Iterator[_Box]:
    from pdfminer.layout import LTTextContainer

    for part in page:
        if isinstance(part, LTTextContainer) and (words := part.get_text().strip()):
            heights = [line.height for line in part if hasattr(line, "height")]
            yield _Box(words.translate(_SPLIT), median(heights or [0.0]), number)


def _paragraphs(boxes: Sequence[_Box]) -> Iterator[Words]:
    """The boxes in order; one that goes on in the next column or page is one with it."""
    hyphened = {found.groups() for box in boxes for found in _HYPHENED.finditer(box.words)}
    begun = ""
    for box, shape in zip(boxes, _shapes(boxes), strict=True):
        # A word that a line's end broke is whole again, with its hyphen where it has one elsewhere.
        words = _HYPHEN.sub(lambda m: m[1] + "-" * (m.groups() in hyphened), box.words)
        words = words.replace("\n", " ")
        goes_on = shape == "text" and words[:1].islower()
        # An aside, such as the number of a page, stands in the middle of a paragraph.
        if begun and not goes_on and shape != "aside":
            yield Words("text", begun)
            begun = ""
        if shape == "text":
            begun = f"{begun} {words}" if begun else words
        else:
            yield Words(shape, words)
    if begun:
        yield Words("text", begun)


def _shapes(boxes: Sequence[_Box]) -> Iterator[Shape]:
    sizes: Counter[float] = Counter()
    for box in boxes:
        sizes[round(box.size, 1)] += len(box.words)
    usual = sizes.most_common(1)[0][0]
    largest = max(box.size for box in boxes if box.page == boxes[0].page)
    pages = boxes[-1].page + 1
    repeated = Counter(_bare(box.words) for box in boxes)
    titled = False
    titles = {box.words for box in boxes if box.size == largest}
    for box in boxes:
        again = box.words in titles and box.size < largest  # a browser prints it above each page
        if again or _furniture(box.words) or (pages > 2 and repeated[_bare(box.words)] * 2 > pages):
            yield "aside"
        elif box.size < usual * _HEADING or len(box.words) > _LONGEST_HEADING:
            yield "text"
        elif box.size == largest and not titled:
            titled = True
            yield "title"
        else:
            yield "heading"


def _furniture(words: str) -> bool:
    """Whether this is the number of a page, or what a browser printed around it."""
    return any(form.fullmatch(words) for form in (_NUMBER, _PRINTED, _ADDRESS))


def _bare(words: str) -> str:
    return re.sub(r"\d+", "#", words)


def _told(value: Any) -> str | None:
    if isinstance(value, bytes):
        marked = value.startswith((b"\xfe\xff", b"\xff\xfe"))
        value = value.decode("utf-16" if marked else "latin-1", "replace")
    return value.strip() or None if isinstance(value, str) else None
