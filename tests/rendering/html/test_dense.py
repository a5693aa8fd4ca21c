"""Pages of articles that are long and full of names, dates and quotes: their size, and how fast."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefkit.api import extract
from briefkit.reading import Article, make_article
from briefkit.rendering import Format, render
from briefkit.schema import Brief
from briefkit.scoring.markup import read
from tests.rendering.html.clicks import item, lit

ARTICLES = sorted(Path("tests/quality/articles").glob("*.txt"))
JOINED = {"all": slice(None), "half backwards": slice(None, None, -2)}


@cache
def dense(which: str) -> tuple[Brief, Article]:
    """The brief of our annotated articles as one."""
    text = "\n\n".join(read(path).text.strip() for path in ARTICLES[JOINED[which]])
    made = make_article(text, id=which, published="2025-01-13")
    return extract(made), made


@pytest.mark.parametrize("which", JOINED)
def test_a_page_is_not_much_larger_than_its_article(which: str) -> None:
    found, made = dense(which)
    page = render(found.with_article(made), Format.HTML)
    assert len(page.encode()) < 3 * len(made.text.encode()) + 60 * 1024


def clock_of(page: Any) -> Any:
    clock = page.context.new_cdp_session(page)
    clock.send("Performance.enable", {"timeDomain": "threadTicks"})
    return clock


def worked(clock: Any) -> float:
    """Milliseconds that the page's own thread has worked: other programs may run beside it."""
    metrics = clock.send("Performance.getMetrics")["metrics"]
    (seconds,) = [one["value"] for one in metrics if one["name"] == "TaskDuration"]
    return float(seconds) * 1000


def opening(page: Any) -> float:
    """Milliseconds of work until the page has been laid out in a new tab."""
    tab = page.context.new_page()
    clock = clock_of(tab)
    tab.goto(page.wanted)
    tab.evaluate("document.body.offsetHeight")
    took = worked(clock)
    tab.close()
    return took


def test_a_long_page_opens_and_answers_at_once(open_page: Any) -> None:
    found, made = dense("all")
    assert made.words > 5000 and len(found.dates) > 150 and len(found.quotes) > 100
    page = open_page(found, made)
    # On a crowded machine the same work takes longer: once must be fast enough.
    assert any(0 < opening(page) < 200 for _ in range(8))
    clock = clock_of(page)
    for section in (".actors", ".inline", ".timeline", ".quotes", ".glance"):
        start = worked(clock)
        item(page, section).evaluate("item => { item.click(); document.body.offsetHeight; }")
        assert 0 < worked(clock) - start < 200, section
        assert lit(page)


@pytest.mark.parametrize("width", [400, 1400])
def test_a_place_that_was_never_in_sight_is_scrolled_to(open_page: Any, width: int) -> None:
    # What is out of sight is not laid out: how far it is can only be guessed before.
    page = open_page(*dense("all"))
    page.set_viewport_size({"width": width, "height": 800})
    for section in (".timeline", ".quotes"):
        page.locator(f"{section} button").last.evaluate("item => item.click()")
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        place = page.locator("mark.words").first.bounding_box()
        assert 0 < place["y"] < 700, section
