"""Pages that were made to be slow: time follows their length."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from briefkit.errors import UnreadableError
from briefkit.reading.page.page import MANY_ELEMENTS, parse_html
from tests.fuzz.hostile import PAGES
from tests.timing import power


def read(page: str) -> None:
    with suppress(UnreadableError):  # it may hold no article
        parse_html(page, "a page")


@pytest.mark.parametrize("unit", PAGES.values())
def test_time_follows_the_number_of_elements(unit: str) -> None:
    few, many = unit * (MANY_ELEMENTS + 1), unit * (4 * MANY_ELEMENTS)
    most = 1.5  # it is 1.2 where it is measured with care
    assert power(read, few, many, most) < most


def test_nothing_that_a_page_names_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a connection is opened"))
    (tmp_path / "secret").write_text("my password")
    story = "The council met on Monday and voted to close the old bridge of the town. " * 5
    page = parse_html(
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><html><head>'
        '<link rel="stylesheet" href="http://127.0.0.1:9/a.css">'
        '<script src="http://127.0.0.1:9/a.js"></script></head><body><article>'
        f'<img src="http://127.0.0.1:9/a.png"><p>{story}</p><p>The file says &x; here. {story}</p>'
        "</article></body></html>",
        "a page",
    )
    assert "voted to close the old bridge" in page.text
    assert "my password" not in page.text


def test_too_many_attributes() -> None:
    attributes = " ".join(f"a{n}=b" for n in range(10_000))
    page = f"<html><body><article><p {attributes}>The ferry opened.</p></article></body></html>"
    with pytest.raises(UnreadableError, match="an element has more than 1,000 attributes"):
        parse_html(page, "a.html")
