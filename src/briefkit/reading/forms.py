"""What a file is: told from its content first, from its name where that leaves it open."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from briefkit.errors import UnreadableError


class Form(StrEnum):
    """The forms that an article can come in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"
    EMAIL = "email"
    PDF = "pdf"
    DOCX = "docx"


Refused = tuple[str, str]  # what it is, and the cure

_BY_ENDING = {
    ".txt": Form.TEXT, ".text": Form.TEXT,
    ".md": Form.MARKDOWN, ".markdown": Form.MARKDOWN,
    ".html": Form.HTML, ".htm": Form.HTML, ".xhtml": Form.HTML,
    ".json": Form.JSON, ".jsonl": Form.JSONL, ".ndjson": Form.JSONL,
    ".eml": Form.EMAIL, ".pdf": Form.PDF, ".docx": Form.DOCX,
}  # fmt: skip
_PACKED = (".txt.gz", ".html.gz", ".htm.gz", ".md.gz", ".jsonl.gz", ".ndjson.gz")
RECORDS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
"""Endings of files that hold one article a line."""
SUFFIXES = (*(ending for ending in _BY_ENDING if ending != ".json"), *_PACKED)
"""Endings of the files that `batch` picks up in folders."""

_CODE = frozenset(
    ".bash .c .cc .cfg .cpp .cs .css .go .h .hpp .ini .ipynb .java .js .jsx .kt .lua .mjs .php .pl"  # noqa: SIM905
    " .ps1 .py .r .rb .rs .scala .scss .sh .sql .swift .toml .ts .tsx".split()
)
_HEAD = 65_536  # bytes that tell what a file is
_BEFORE = re.compile(r"(?:\s+|\ufeff|<\?xml[^>]{0,200}\?>|<!--.*?-->)+", re.DOTALL)
_PAGE = re.compile(
    r"<!doctype\s+html|<html\b|<(?:head|body|main|article|section|header|div|p|h[1-6]|table|title"
    r"|meta|link|script|style|nav|center|font|ul|ol|blockquote)\b[^<>]*>",
    re.IGNORECASE,
)
_ELEMENT = re.compile(r"<(?:\?xml|!doctype|!--|([a-z][\w:.-]*)[\s/>])", re.IGNORECASE)
# No two ways to read one line: else the time doubles with each that follows.
_HEADERS = re.compile(r"(?:[A-Za-z][\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}")
_SURE_HEADER = re.compile(
    r"^(?:mime-version|message-id|received|return-path|dkim-signature):", re.I | re.M
)
_FROM = re.compile(r"^from:", re.I | re.M)
_NEXT_POSTED = re.compile(r"\n\nFrom [^\s@]+@[^\s@]+ (?=[^\n]*\d{4})[^\n]*\n[A-Z][\w-]+: ")
_POSTED = re.compile(r"From \S+ [^\n]*\n")  # as mailboxes have it before each message
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:\w[\w-]*:.*\n|[ \t-].*\n)+?---[ \t]*\n")
_RECORD = re.compile(r"\s*\{\s*\"[^\"]{1,60}\"\s*:")


def ending(name: str) -> str:
    """The ending of a file's name in lower case, without that of a packer; "" without one."""
    name = name.lower().removesuffix(".gz")
    dot = name.rfind(".")
    return name[dot:] if dot > max(name.rfind("/"), name.rfind("\\")) else ""


def tell_form(data: bytes, name: str, where: str) -> Form:
    """What some data are; `name` is "" where there is none.

    Raises UnreadableError, with the cure, for forms that are known and not read.
    """
    found = _by_magic(data) or _by_words(_head(data), ending(name))
    if isinstance(found, Form):
        return found
    what, cure = found
    raise UnreadableError(f"{where}: {what}", cure)


def _by_words(text: str, end: str) -> Form | Refused:
    named = _BY_ENDING.get(end)
    if named in (Form.MARKDOWN, Form.JSON, Form.JSONL, Form.EMAIL):
        return named
    if named in (Form.PDF, Form.DOCX):
        return f"not a {end[1:].upper()} file, in spite of its ending", "get it anew"
    start = _BEFORE.match(text)
    body = text[start.end() :] if start else text
    if _PAGE.match(body) and ("</" in text or body[:5].lower() in ("<html", "<!doc")):
        return Form.HTML
    if refused := _no_prose(text, body, end):
        return refused
    if named is Form.HTML:
        return Form.HTML if "<" in text else Form.TEXT
    if _is_mail(text):
        return Form.EMAIL
    if named is None and _RECORD.match(text):
        first = text.lstrip().partition("\n")[0].rstrip()
        return Form.JSONL if first.endswith("}") else Form.JSON
    return Form.MARKDOWN if named is None and _FRONT_MATTER.match(text) else Form.TEXT


def _head(data: bytes) -> str:
    """The start of some data as text, as far as that tells markup from words."""
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")


def _by_magic(data: bytes) -> Form | Refused | None:
    if b"%PDF-" in data[:1024]:
        return Form.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(b"{\\rtf"):
        return "RTF, which is not read", "save it as .docx, .html or .txt"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "an old Word or Office file, which is not read", "save it as .docx or .txt"
    return None


def _zipped(data: bytes) -> Form | Refused:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError) as error:
        return f"a damaged zip file: {error}", "get it anew"
    if "word/document.xml" in names:
        return Form.DOCX
    if "mimetype" in names and "content.xml" in names:
        return "an OpenDocument file, which is not read", "save it as .docx, .html or .txt"
    return "a zip archive, not an article", "unpack it and give the articles in it"


def _no_prose(text: str, body: str, end: str) -> Refused | None:
    """Why XML, program code and the like are refused, which would be read as prose."""
    found = _ELEMENT.match(body)
    if text.lstrip().startswith("<?xml") or (found and end in (".xml", ".rss", ".atom")):
        what = f"XML ({found[1]})" if found and found[1] else "XML"
        return f"{what}, not a web page", "give the articles as pages or text"
    if end in _CODE or text.startswith(("#!/", "<?php")):
        said = f", by its ending {end}" if end in _CODE else ""
        return f"program code{said}", "give --input-format text if it is an article all the same"
    if end == ".mbox" or (_POSTED.match(text) and _NEXT_POSTED.search(text)):
        return "a mailbox, not a single e-mail", "save them as .eml files"
    if end in (".csv", ".tsv"):
        return "a table, not an article", "give its articles as JSON Lines, one object per line"
    return None


def _is_mail(text: str) -> bool:
    """Whether a text begins with the headers of an e-mail, and not of a memo."""
    posted = _POSTED.match(text)
    found = _HEADERS.match(text, posted.end() if posted else 0)
    return found is not None and bool(_SURE_HEADER.search(found[0]) and _FROM.search(found[0]))
