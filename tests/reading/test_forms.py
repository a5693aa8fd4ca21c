"""What a file is, told from its content and its name, and what is refused by name."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from briefkit.errors import UnreadableError
from briefkit.reading.forms import Form, ending, tell_form

HTML = b"<!DOCTYPE html>\n<html><body><p>It rained.</p></body></html>"
XHTML = b'<?xml version="1.0"?>\n<!-- made by hand -->\n' + HTML
MAIL = b"Return-Path: <a@b.example>\nFrom: Ada <a@b.example>\nSubject: Rain\nDate: Mon, 3 Jun 2024 10:00:00 +0200\n\nIt rained.\n"
TEXT = b"It rained in Lorn on Monday.\n"


def zipped(*names: str) -> bytes:
    target = io.BytesIO()
    with ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return target.getvalue()


@pytest.mark.parametrize(
    "data, name, form",
    [
        (HTML, "", Form.HTML),
        (HTML, "page", Form.HTML),
        (HTML, "index.php", Form.HTML),
        (HTML, "a.txt", Form.HTML),
        (XHTML, "a.xhtml", Form.HTML),
        (XHTML, "a.xml", Form.HTML),
        (b"\xef\xbb\xbf  \n" + HTML, "", Form.HTML),
        (HTML.decode().encode("utf-16"), "", Form.HTML),
        (b"<div><p>It rained.</p></div>", "", Form.HTML),
        (TEXT, "", Form.TEXT),
        # Read in one way alone: in two, each line would double the time.
        (b"Summary: rain\n" + b"   it rained again\n" * 500 + b"in Lorn", "", Form.TEXT),
        (b"---\n" + b"-a: b\n" * 500 + b"in Lorn", "", Form.TEXT),
        (b"From x y\n\n\nFrom " + b"@" * 9_000 + b" " + b"1" * 9_000 + b"\nx", "", Form.TEXT),
        (TEXT, "a.txt", Form.TEXT),
        (TEXT, "a.html", Form.TEXT),
        (b"<3 for Lorn: it rained", "", Form.TEXT),
        (TEXT, "a.md", Form.MARKDOWN),
        (HTML, "a.md", Form.MARKDOWN),
        (b"---\ntitle: Rain\nauthors:\n  - Ada\n---\n\nIt rained.\n", "", Form.MARKDOWN),
        (b"---\n\nIt rained.\n\n---\n", "", Form.TEXT),
        (MAIL, "", Form.EMAIL),
        (MAIL, "a.eml", Form.EMAIL),
        (MAIL.replace(b"\n", b"\r\n"), "", Form.EMAIL),
        (b"From ada@b.example Mon Jun  3 10:00:00 2024\n" + MAIL, "", Form.EMAIL),
        (b"FROM: The mayor\nTO: All\nDATE: Monday\n\nIt rained.", "a.txt", Form.TEXT),
        (b'{"id": "a", "text": "It rained."}\n{"id": "b"}\n', "", Form.JSONL),
        (b'{\n  "text": "It rained."\n}', "", Form.JSON),
        (b'{"text": "It rained."}', "a.json", Form.JSON),
        (b'{"text": "It rained."}', "a.ndjson", Form.JSONL),
        (b"%PDF-1.4\n", "a.txt", Form.PDF),
        (zipped("word/document.xml"), "", Form.DOCX),
    ],
)
def test_forms(data: bytes, name: str, form: Form) -> None:
    assert tell_form(data, name, "x") is form


@pytest.mark.parametrize(
    "data, name, what",
    [
        (b"{\\rtf1\\ansi It rained.}", "a.rtf", "RTF, which is not read"),
        (b"{\\rtf1\\ansi It rained.}", "a.txt", "RTF"),
        (b'<?xml version="1.0"?><rss><item/></rss>', "", "XML (rss), not a web page"),
        (b"<nitf><body/></nitf>", "a.xml", "XML (nitf), not a web page"),
        (b"import os\n\nprint(1)\n", "a.py", "program code, by its ending .py"),
        (b"#!/bin/sh\necho rain\n", "", "program code"),
        (b"<?php echo 'rain';", "a.php", "program code, by its ending .php"),
        (b"a,b\n1,2\n", "a.csv", "a table, not an article"),
        (
            b"From a@b.example Mon Jun  3 10:00:00 2024\n"
            + MAIL
            + b"\nFrom c@d.example Tue Jun  4 2024\n"
            + MAIL,
            "",
            "a mailbox",
        ),
        (b"From a@b.example Mon Jun  3 10:00:00 2024\n" + MAIL, "a.mbox", "a mailbox"),
        (zipped("mimetype", "content.xml"), "a.odt", "an OpenDocument file"),
        (zipped("a.txt"), "a.zip", "a zip archive"),
        (b"PK\x03\x04 cut off", "a.docx", "a damaged zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "a.doc", "an old Word or Office file"),
        (b"It rained.", "a.pdf", "not a PDF file, in spite of its ending"),
    ],
)
def test_what_is_not_read_is_refused_by_name(data: bytes, name: str, what: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        tell_form(data, name, "x")
    assert caught.value.message.startswith(f"x: {what}")
    assert caught.value.hint


@pytest.mark.parametrize(
    "name, end",
    [
        ("a.TXT", ".txt"),
        ("a.txt.gz", ".txt"),
        ("b.d/a", ""),
        ("a", ""),
        (str(Path("b.d", "a.html")), ".html"),
    ],
)
def test_endings(name: str, end: str) -> None:
    assert ending(name) == end
