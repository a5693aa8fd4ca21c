"""Files that were cut off, or spoiled by a byte, stay readable; no file names a slow codec."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from briefkit.errors import UnreadableError
from briefkit.reading import read_article, read_articles
from briefkit.reading.decoding import decode
from briefkit.reading.mail import parse_mail
from briefkit.reading.markdown import parse_markdown
from briefkit.reading.source import Source

STORY = "Ada Quill said: “It is back.” The café opened, and “Leeds” won — twice."


@pytest.mark.parametrize("name", ["utf-8", "utf-16", "utf-32"])
def test_a_file_that_ends_within_a_letter(name: str) -> None:
    data = (STORY + "“").encode(name)
    text, (warning,) = decode(data[:-1], "a.txt")
    assert text == STORY + "\ufffd"
    assert warning.message == (f"not UTF-8: broken {name.upper()}; bad bytes are shown as \ufffd")


def test_one_bad_byte_spoils_no_other_letter() -> None:
    text, (warning,) = decode(STORY.encode().replace(b"won", b"w\xf6n"), "a.txt")
    assert text == STORY.replace("won", "w\ufffdn")
    assert "broken UTF-8" in warning.message


@pytest.mark.parametrize("name", ["cp1252", "utf-16-le"])
def test_what_is_no_utf_8_is_still_told_as_what_it_is(name: str) -> None:
    assert decode((STORY * 3).encode(name), "a.txt")[0] == STORY * 3


def test_utf_16_that_is_broken_elsewhere_is_refused() -> None:
    with pytest.raises(UnreadableError, match="cannot be decoded as utf-16"):
        decode(b"\xff\xfeA\x00\x00\xd8A\x00", "a.txt")


@pytest.mark.parametrize("name", ["punycode", "unicode_escape", "zip", "nosuch"])
def test_a_page_names_no_codec_that_is_no_character_set(name: str) -> None:
    page = f'<html><meta charset="{name}"><p>{STORY}</p>'.encode("cp1252")
    text, (warning,) = decode(page, "a.html", html=True)
    assert STORY in text
    assert "read as cp1252, which is a guess" in warning.message


@pytest.mark.parametrize("name", ["iso-8859-1", "US-ASCII", "windows-1252"])
def test_marks_of_windows_are_read_as_browsers_do(name: str) -> None:
    page = f'<html><meta charset="{name}"><p>{STORY}</p>'.encode("cp1252")
    assert STORY in decode(page, "a.html", html=True)[0]


def test_letters_that_windows_has_not_are_read_as_declared() -> None:
    page = f'<html><meta charset="iso-8859-1"><p>{STORY}</p>'.encode("cp1252")
    assert "w\x81n" in decode(page.replace(b"won", b"w\x81n"), "a.html", html=True)[0]


@pytest.mark.parametrize(
    ("kind", "encoding"),
    [("", "utf-8"), ("; charset=us-ascii", "utf-8"), ("", "cp1252"),
     ("; charset=iso-8859-1", "cp1252"), ("; charset=utf-8", "utf-8"), ("; charset=big5", "big5")],
)  # fmt: skip
def test_mail_of_letters_beyond_ascii(kind: str, encoding: str) -> None:
    words = "是的，他說。" if encoding == "big5" else STORY
    head = f"From: a@b.c\nMIME-Version: 1.0\nContent-Type: text/plain{kind}\n\n".encode()
    mail = parse_mail(head + words.encode(encoding), Source("a.eml", "a.eml", "a"))
    assert mail.text == words


def test_no_page_and_no_e_mail_asks_for_a_codec_that_takes_the_square() -> None:
    page = b"<html><meta charset=punycode>\0<p>-" + b"a" * 400_000
    mail = b"From: a@b.c\nMIME-Version: 1.0\nContent-Type: text/plain; charset=punycode\n\nHi -"
    started = time.process_time()
    with pytest.raises(UnreadableError, match="not text"):
        decode(page, "a.html", html=True)
    assert (
        parse_mail(mail + b"a" * 400_000, Source("a.eml", "a.eml", "a")).text
        == "Hi -" + "a" * 400_000
    )
    assert time.process_time() - started < 2


def test_records_in_utf_16_are_told_once(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "It rained."}\n{"text": "It snowed."}\n'.encode("utf-16"))
    (told,) = read_articles(str(path))
    assert isinstance(told, UnreadableError)
    assert told.message == (
        f"{path}: UTF-16, and JSON Lines are read as UTF-8: write it again as that"
    )


@pytest.mark.parametrize("deep", [19, 40])
def test_what_is_cited_deep_is_read(deep: int) -> None:
    text, _ = parse_markdown("First.\n\n" + "> " * deep + STORY + "\n\nLast.", None)
    assert text == f"First.\n\n{STORY}\n\nLast."


def test_a_cut_text_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((STORY + "“").encode()[:-1])
    article = read_article(str(tmp_path / "a.txt"))
    assert article.text.startswith(STORY)
    assert [warning.code for warning in article.warnings] == ["encoding"]
