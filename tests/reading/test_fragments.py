"""HTML in the text of a record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefkit.errors import UnreadableError
from briefkit.reading import read_article
from briefkit.reading.page.fragment import read_markup, without_entities

LEDE = "The mayor of Lorn, Ada Quill, opened the pier on Friday."
SAID = "“It took us eleven years,” she said."


@pytest.mark.parametrize(
    ("markup", "text", "kinds"),
    [
        (f"<p>{LEDE}</p>\n<p>{SAID}</p>", f"{LEDE}\n\n{SAID}", ["paragraph"] * 2),
        (f"{LEDE}<br><br>{SAID}", f"{LEDE}\n\n{SAID}", ["paragraph"] * 2),
        (f"{LEDE}<br> <br/>\n{SAID}", f"{LEDE}\n\n{SAID}", ["paragraph"] * 2),
        ("<p><b>Ada</b>\n<b>Quill</b> left.</p>", "Ada Quill left.", ["paragraph"]),
        (f"<div>{LEDE}<br/>\n{SAID}</div>", f"{LEDE}\n{SAID}", ["paragraph"]),
        ("<p>The mayor, <a href='/q'>Ada <b>Quill</b></a>, left.</p>", "The mayor, Ada Quill, left.",
         ["paragraph"]),
        (f"The <em>Lorn</em> is sold.\n \n{SAID}", f"The Lorn is sold.\n\n{SAID}", ["paragraph"] * 2),
        (f"<h2>The pier</h2><p>{LEDE}</p><ul><li>One ferry</li><li>Two</li></ul>",
         f"The pier\n\n{LEDE}\n\n- One ferry\n- Two", ["heading", "paragraph", "item", "item"]),
        (f"<figure><img src=a><figcaption>Ada Quill</figcaption></figure><p>{LEDE}</p>",
         f"Ada Quill\n\n{LEDE}", ["caption", "paragraph"]),
        (f"<p>{LEDE}</p><script>track('Ada')</script><!-- Jo Poe --><p>{SAID}",
         f"{LEDE}\n\n{SAID}", ["paragraph"] * 2),
        (f"<p>{LEDE}</p><noscript><p>Enable scripts</p></noscript>", LEDE, ["paragraph"]),
        ("<p>Lorn &amp; Sons&nbsp;sold it.</p>", "Lorn & Sons sold it.", ["paragraph"]),
    ],
)  # fmt: skip
def test_markup(markup: str, text: str, kinds: list[str]) -> None:
    found, blocks = read_markup(markup, None)
    assert found == text
    assert blocks is not None
    assert [block.kind for block in blocks] == kinds


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("Lorn &amp; Sons &#8211; &ldquo;no&rdquo;", "Lorn & Sons – “no”"),
        ("Lorn & Sons; R&D; AT&T", "Lorn & Sons; R&D; AT&T"),
        ("a < b, and c > d", "a < b, and c > d"),
        (f"{LEDE}\n\n{SAID}", f"{LEDE}\n\n{SAID}"),
    ],
)
def test_what_is_no_markup_stays(words: str, plain: str) -> None:
    assert read_markup(words, None) == (plain, None)
    assert without_entities(words) == plain


def test_a_record_with_markup(tmp_path: Path) -> None:
    record = {"title": "Pier &amp; ferry", "text": f"<p>{LEDE}</p><p>{SAID}</p>"}
    (tmp_path / "a.json").write_text(json.dumps(record))
    article = read_article(str(tmp_path / "a.json"))
    assert (article.title, article.text) == ("Pier & ferry", f"{LEDE}\n\n{SAID}")
    (tmp_path / "a.json").write_text(json.dumps({"text": "<p> <br> </p>"}))
    with pytest.raises(UnreadableError, match='no words in "text"'):
        read_article(str(tmp_path / "a.json"))


def test_broken_markup() -> None:
    assert read_markup(f"</p></div></p>{LEDE}<p", None)[0] == LEDE
    assert read_markup("<div>" * 200 + f"{LEDE}</div>", None)[0] == LEDE


def test_markup_that_is_too_deep(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": "<div>" * 9_000 + f"{LEDE}</div>"}))
    with pytest.raises(UnreadableError, match="deep in each other"):
        read_article(str(tmp_path / "a.json"))
