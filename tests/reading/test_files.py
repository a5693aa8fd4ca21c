"""Every format in, and everything that can be wrong with a file."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from briefkit.errors import BriefkitError, UnreadableError, UsageError
from briefkit.reading import Article, How, read_article, read_articles

STORY = "The council met on Monday.\n\nIt voted to close the old bridge.\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return str(path)


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def test_plain_text(tmp_path: Path) -> None:
    path = write(tmp_path, "bridge.txt", "\ufeff" + STORY.replace("\n", "\r\n"))
    article = read_article(path, How(published="13 January 2025"))
    assert (article.id, article.path, article.text) == ("bridge", path, STORY)
    assert (article.published, article.published_from) == ("2025-01-13", "option")
    assert article.warnings == ()


def test_standard_input() -> None:
    article = read_article("-", stdin=io.BytesIO(STORY.encode()))
    assert (article.id, article.path, article.text) == ("stdin", "-", STORY)


@pytest.mark.parametrize(
    "content, encoding, used",
    [
        ("The café in São Paulo, he said, “is closed”.".encode("utf-16"), None, "UTF-16"),
        ("The café in São Paulo, he said, “is closed”.".encode("utf-16-le"), None, "utf_16_le"),
        ("The café in São Paulo, he said, “is closed”.".encode("cp1252"), None, "cp1252"),
        ("The café in São Paulo, he said, “is closed”.".encode("cp437", "ignore"), "cp437", None),
    ],
)
def test_encodings(tmp_path: Path, content: bytes, encoding: str | None, used: str | None) -> None:
    article = read_article(write(tmp_path, "cafe.txt", content), How(encoding))
    assert article.text.startswith("The café in ")
    assert [(w.code, used in w.message if used else None) for w in article.warnings] == (
        [("encoding", True)] if used else []
    )


@pytest.mark.parametrize(
    "name, content, message",
    [
        ("empty.txt", "", "empty"),
        ("blank.txt", " \n\t\n", "empty"),
        ("blank.md", "---\ntitle: Nothing\n---\n\n", "empty"),
        ("picture.txt", PNG, "not text"),
        ("nul.txt", "The council\x00 met.", "not text"),
        ("packed.txt", bytes(range(1, 32)) * 20, "not text"),
        ("brief.yaml", "headline: x", "a .yaml file is not read as an article"),
        ("unsafe.md", "---\nx: !!python/object:os.system ls\n---\nText.", "front matter"),
        ("broken.md", "---\nx: [1\n---\nText.", "front matter"),
        ("menu.html", "<html><body></body></html>", "no article"),
        ("broken.jsonl", '{"text": "', "line 1: not JSON"),
        ("list.jsonl", "[1]", "line 1: a list, not an object"),
        ("textless.jsonl", '{"id": "a"}', 'line 1: no "text"'),
        ("empty.jsonl", "\n\n", "empty"),
        ("number.jsonl", '{"text": 5}', '"text" must be a string, not a number'),
        ("title.jsonl", '{"text": "A story.", "title": ["x"]}', '"title" must be a string'),
        ("authors.jsonl", '{"text": "A story.", "authors": [{}]}', "list of strings"),
        ("half.jsonl", '{"text": "A story \\ud83d."}', "half of a surrogate pair"),
    ],
)
def test_unreadable(tmp_path: Path, name: str, content: str | bytes, message: str) -> None:
    path = write(tmp_path, name, content)
    with pytest.raises(UnreadableError) as caught:
        read_article(path)
    assert message in caught.value.message
    assert path in caught.value.message


def test_missing_and_folders(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        read_article(str(tmp_path / "nowhere.txt"))
    with pytest.raises(UnreadableError, match="a folder") as caught:
        read_article(str(tmp_path))
    assert caught.value.hint and caught.value.hint.startswith("give one article; `briefkit batch ")
    (error,) = read_articles(str(tmp_path / "nowhere.jsonl"))
    assert isinstance(error, UnreadableError)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, mode: str) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableError, match="no permission"):
        read_article(str(tmp_path / "secret.txt"))


def test_wrong_encodings(tmp_path: Path) -> None:
    path = write(tmp_path, "cafe.txt", "café".encode("latin-1"))
    with pytest.raises(UnreadableError, match="cannot be decoded as utf-8"):
        read_article(path, How("utf-8"))
    for unknown in ("klingon", "rot13"):
        with pytest.raises(UsageError, match="unknown encoding"):
            How(unknown)


def test_records(tmp_path: Path) -> None:
    lines = [
        {"id": "b1", "text": "It closed.", "title": " Bridge\nshut ", "authors": "By Jo Poe and Al Roe"},
        {"text": "It opened.", "published": "2024-06-03T10:00:00Z", "url": "https://example.org/2", "x": 1},
        {"id": 7, "text": "It fell.", "published": "soon", "language": "de"},
    ]  # fmt: skip
    content = (
        "\n".join(json.dumps(line) for line in lines[:2]) + "\n\n{oops\n" + json.dumps(lines[2])
    )
    path = write(tmp_path, "bridge.jsonl", content)
    first, second, broken, last = read_articles(path)
    assert isinstance(first, Article) and isinstance(second, Article) and isinstance(last, Article)
    assert (first.id, first.title, first.authors) == ("b1", "Bridge shut", ("Jo Poe", "Al Roe"))
    assert (second.id, second.published, second.published_from) == (
        "bridge-2",
        "2024-06-03",
        "metadata",
    )
    assert second.url == "https://example.org/2"
    assert isinstance(broken, BriefkitError) and f"{path}, line 4" in broken.message
    assert (last.id, last.published, last.published_from) == ("7", None, None)
    assert [warning.code for warning in last.warnings] == ["metadata-date", "language"]
    with pytest.raises(UsageError) as caught:
        read_article(path)
    assert caught.value.hint and "briefkit batch" in caught.value.hint


def test_one_record_is_an_article(tmp_path: Path) -> None:
    assert read_article(write(tmp_path, "one.jsonl", '{"text": "It closed."}\n')).id == "one-1"


MARKDOWN = """---
title: 'Council closes bridge: no'
date: 2024-06-03
author: [Jane Doe, {name: John Roe}]
url: https://example.org/a
lang: en-GB
---
# Council closes bridge

The [council](http://example.org) *met* on
Monday &amp; voted.

**What comes next**

- one
- two

> We cannot wait.

![A bridge](a.png)

| a | b |
|---|---|

[![A ferry](b.png)](http://example.org)

<figure><img><figcaption>A boat</figcaption></figure>

<h2>Later</h2><p>It rained.</p>

<details><summary>The winter</summary>It snowed.</details>

<!-- unseen --><p>Last words</p>
"""


def test_markdown(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, "a.md", MARKDOWN))
    assert article.title == "Council closes bridge: no"
    assert article.authors == ("Jane Doe", "John Roe")
    assert (article.published, article.language) == ("2024-06-03", "en-GB")
    assert article.url == "https://example.org/a"
    assert kinds(article) == [
        ("headline", "Council closes bridge"),
        ("paragraph", "The council met on Monday & voted."),
        ("heading", "What comes next"),
        ("item", "one"),
        ("item", "two"),
        ("paragraph", "We cannot wait."),
        ("caption", "A bridge"),
        ("furniture", "a | b"),
        ("caption", "A ferry"),
        ("caption", "A boat"),
        ("heading", "Later"),
        ("paragraph", "It rained."),
        ("paragraph", "The winter"),
        ("paragraph", "It snowed."),
        ("paragraph", "Last words"),
    ]


PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Council closes the old bridge | The Post</title>
<meta property="og:title" content="Council closes the old bridge">
<meta name="author" content="Jane Doe"><link rel="canonical" href="https://example.org/a">
<meta property="article:published_time" content="2024-06-03T10:00:00Z"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Council closes the old bridge</h1>
<p>The city council voted on Monday to close the <b>old</b> bridge, which residents had feared.</p>
<h2>What happens next</h2><p>Mayor Ann Lee said that the work would start soon, and that the
crowd in front of the hall should go home.<br>Nobody did.</p>
<ul><li>Repairs cost $3 million</li><li>They take a year<ul><li>or two</li></ul></li></ul>
<blockquote><p>We cannot wait for another year, the bridge is old.</p></blockquote></article>
<footer>Copyright 2024</footer></body></html>"""


def test_prose_between_two_thematic_breaks_is_no_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\n\nThe mayor said: “We did it: at last.”\n\n---\n\nIt rained.\n")
    assert read_article(str(path)).text == "The mayor said: “We did it: at last.”\n\nIt rained."


def test_front_matter_may_say_that_there_is_nothing(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, "a.md", f"---\ntitle: null\nauthor: ~\n---\n{STORY}"))
    assert (article.title, article.authors) == (None, ())


def test_html_that_is_too_deep_in_markdown(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="deep in each other"):
        read_article(write(tmp_path, "a.md", "<div>" * 9_000 + STORY))


def test_html(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, "a.html", PAGE))
    assert article.title == "Council closes the old bridge"
    assert (article.authors, article.published) == (("Jane Doe",), "2024-06-03")
    assert (article.url, article.language) == ("https://example.org/a", "en-GB")
    assert kinds(article) == [
        ("headline", "Council closes the old bridge"),
        ("paragraph", "The city council voted on Monday to close the old bridge, which residents had feared."),
        ("heading", "What happens next"),
        ("paragraph", "Mayor Ann Lee said that the work would start soon, and that the crowd in front of the hall should go home.\nNobody did."),
        ("item", "Repairs cost $3 million"),
        ("item", "They take a year"),
        ("item", "or two"),
        ("paragraph", "We cannot wait for another year, the bridge is old."),
    ]  # fmt: skip


def test_authors_of_the_byline(tmp_path: Path) -> None:
    text = "Council closes bridge\nBy Jane Doe and JOHN ROE\n\n" + STORY
    assert read_article(write(tmp_path, "a.txt", text)).authors == ("Jane Doe", "JOHN ROE")


def test_a_summary_in_markdown(tmp_path: Path) -> None:
    source = "# Bridge\n\nBy Jane Doe\n\nIt closed.\n\n**Key points:**\n\n- one\n- two\n\n## Why\n\n- old\n"
    article = read_article(write(tmp_path, "a.md", source))
    assert [kind for kind, _ in kinds(article)] == [
        "headline", "byline", "paragraph", "bullets_header", "bullet", "bullet", "heading", "item",
    ]  # fmt: skip
    assert article.authors == ("Jane Doe",)


def test_markdown_without_a_heading_is_read_as_plain_text(tmp_path: Path) -> None:
    source = f"Council closes bridge\n\n{STORY}"
    plain, marked = (read_article(write(tmp_path, name, source)) for name in ("a.txt", "a.md"))
    assert kinds(plain)[0] == kinds(marked)[0] == ("headline", "Council closes bridge")
    headed = read_article(write(tmp_path, "b.md", f"{source}\n\n## Why\n\nIt was old."))
    assert kinds(headed)[0] == ("paragraph", "Council closes bridge")
