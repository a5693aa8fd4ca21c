"""What an article may have: the length of its text counts, not that of the page around it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefkit.errors import UnreadableError
from briefkit.reading import Article, read_article, read_articles

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
        read_article(str(path), max_chars=1000)
    assert f"{len(text):,} characters are more than the 1,000" in caught.value.message
    assert caught.value.hint == "give a larger --max-chars, or split the file into its articles"
    assert read_article(str(path), max_chars=len(text)).text == text
    (error,) = read_articles(str(path), max_chars=1000)
    assert isinstance(error, UnreadableError)
    (article,) = read_articles(str(path), max_chars=len(text))
    assert isinstance(article, Article)


def test_the_markup_of_a_page_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><head><script>{'var x = 1;' * 150_000}</script></head>"
        f"<body><article><p>{STORY * 5}</p></article></body></html>"
    )
    assert read_article(str(path)).text == (STORY * 5).strip()
