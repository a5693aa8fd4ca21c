"""Pages that were made to be slow: time follows their length."""

from __future__ import annotations

import math
import time
from contextlib import suppress
from pathlib import Path

import pytest

from briefkit.errors import UnreadableError
from briefkit.reading.page.page import MANY_ELEMENTS, MAX_ELEMENTS, parse_html
from tests.fuzz.hostile import PAGES


def seconds(page: str) -> float:
    """Processor time of the faster of two readings; a page may hold no article."""
    taken = []
    for _ in range(2):
        started = time.process_time()
        with suppress(UnreadableError):
            parse_html(page, "a page")
        taken.append(time.process_time() - started)
    return min(taken)


@pytest.mark.parametrize("unit", PAGES.values())
def test_time_follows_the_number_of_elements(unit: str) -> None:
    few, many = unit * (MANY_ELEMENTS + 1), unit * (4 * MANY_ELEMENTS)
    seconds(few[:100])
    assert math.log(seconds(many) / seconds(few), 4) < 1.5  # 1.2 with care; a timer in a test errs


def test_too_many_elements() -> None:
    with pytest.raises(UnreadableError, match="elements are more than the 200,000 that a page may"):
        parse_html("<p>a" * (MAX_ELEMENTS + 1), "a page")


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
