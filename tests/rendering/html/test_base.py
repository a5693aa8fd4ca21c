"""The frame of all pages: what it escapes, and what it lets run."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode

import pytest

from briefkit.rendering.html.page import link, page, shown

HOSTILE = "</title><script>alert(1)</script>\x00\u202e\ufffe & \"x\" 'y'"


def test_what_a_template_prints_is_escaped() -> None:
    made = page("base.html", title=HOSTILE)
    assert made.count("<script>") == 1 and "alert(1)&lt;/script&gt;" in made
    assert not re.search("[\x00\u202e\ufffe]", made)


def test_only_the_scripts_and_styles_of_the_page_may_run() -> None:
    made = page("base.html", title="x")
    for tag in ("script", "style"):
        (text,) = re.findall(f"<{tag}>(.*?)</{tag}>", made, re.S)
        digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in made
    assert "default-src &#39;none&#39;" in made and "unsafe" not in made


@pytest.mark.parametrize(
    "text", ["plain", "é😀\u0301", "\x00\x1b\x85", "\u202e\u2066", "\U0010ffff"]
)
def test_a_text_keeps_its_length(text: str) -> None:
    assert len(shown(text)) == len(text)


@pytest.mark.parametrize("url", ["https://example.org/a?b=c&d", "HTTP://example.org"])
def test_addresses_of_the_web_are_links(url: str) -> None:
    assert link(url) == url


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//example.org", "https://",
     "http://[x", " https://example.org", "https://a:b/", "https://a%3Cb/", "https://example.org/\" onclick=\"x", "java\nscript:x", "", None],
)  # fmt: skip
def test_nothing_else_is(url: str | None) -> None:
    assert link(url) is None
