"""What an article may have: the length of its text counts, not that of the page around it."""

from __future__ import annotations

import json
import os
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from briefkit.errors import UnreadableError
from briefkit.layout import analyse
from briefkit.reading import Article, How, read_article, read_articles, read_text
from briefkit.reading.apart import DiedError, apart
from briefkit.reading.names import split_names
from briefkit.reading.page.headline import _without_site
from briefkit.reading.page.stated import Stated
from briefkit.reading.pdf import _Box, _paragraphs

STORY = "The council met on Monday and voted to close the old bridge for a year. "


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl", "a.html"])
def test_a_longer_article_is_read_when_it_is_asked_for(tmp_path: Path, name: str) -> None:
    path, text = tmp_path / name, (STORY * 50).strip()
    if name.endswith(".jsonl"):
        path.write_text(json.dumps({"text": text}))
    elif name.endswith(".html"):
        path.write_text(f"<html><body><article><p>{text}</p></article></body></html>")
    else:
        path.write_text(text)
    with pytest.raises(UnreadableError) as caught:
        read_article(str(path), How(max_chars=1000))
    assert f"{len(text):,} characters are more than the 1,000" in caught.value.message
    assert caught.value.hint == "give a larger --max-chars, or split the file into its articles"
    assert read_article(str(path), How(max_chars=len(text))).text == text
    (error,) = read_articles(str(path), How(max_chars=1000))
    assert isinstance(error, UnreadableError)
    (article,) = read_articles(str(path), How(max_chars=len(text)))
    assert isinstance(article, Article)


def test_the_markup_of_a_page_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><head><script>{'var x = 1;' * 150_000}</script></head>"
        f"<body><article><p>{STORY * 5}</p></article></body></html>"
    )
    assert read_article(str(path)).text == (STORY * 5).strip()


LONG: dict[str, Callable[[], object]] = {
    "a blank line": lambda: read_text(" " * 200_000 + "\n" + STORY),
    "authors": lambda: split_names(["By Ada" + " " * 200_000 + "Quill", "x." * 200_000]),
    "the title of a page": lambda: _without_site("Ferry" + " " * 200_000 + "opens", Stated({}, {})),
    "a word of a PDF": lambda: list(_paragraphs([_Box("x" * 200_000, 10, 0)])),
    "an article of one line": lambda: analyse("It was never meant to carry so many. " * 20_000),
    "broken words of a PDF": lambda: list(_paragraphs([_Box("a-\nb " * 100_000, 10, 0)])),
}


@pytest.mark.parametrize("read", LONG.values(), ids=list(LONG))
def test_no_search_takes_the_square_of_the_length(read: Callable[[], object]) -> None:
    started = time.process_time()
    read()
    assert time.process_time() - started < 5  # the square of these is minutes


def test_words_that_a_line_of_a_pdf_breaks() -> None:
    words = "The foot-\nings of a well-\nknown man, who is well-known in Lorn."
    (told,) = _paragraphs([_Box(words, 10, 0)])
    assert told.words == "The footings of a well-known man, who is well-known in Lorn."


def test_a_name_may_hold_a_by() -> None:
    given = ["Colby Smith", "Written by Jo Poe and Ada Quill", "Poe, Jo"]
    assert split_names(given) == ("Colby Smith", "Jo Poe", "Ada Quill", "Poe, Jo")


BOMB = b"""%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj
4 0 obj<</Length %d/Filter/FlateDecode>>stream
%s
endstream endobj
trailer<</Root 1 0 R>>
%%%%EOF"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell no memory in use")
def test_a_small_document_does_not_fill_the_memory(tmp_path: Path) -> None:
    packer = zlib.compressobj()
    packed = b"".join(packer.compress(b"q " * 500_000) for _ in range(450)) + packer.flush()
    (tmp_path / "a.pdf").write_bytes(BOMB % (len(packed), packed))
    with pytest.raises(UnreadableError, match="takes more than 400,000,000 bytes or 120 s to read"):
        read_article(str(tmp_path / "a.pdf"))


def test_what_is_done_apart() -> None:
    assert apart(lambda: "done") == "done"
    with pytest.raises(UnreadableError, match="a reason"):
        apart(lambda: _raise(UnreadableError("a reason", "a cure")))
    with pytest.raises(DiedError):
        apart(os.abort)


def _raise(error: Exception) -> None:
    raise error
