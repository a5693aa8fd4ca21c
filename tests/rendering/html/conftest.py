"""A browser for the tests of pages, where one is installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefkit.reading import Article
from briefkit.rendering import Format, render
from briefkit.schema import Brief

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
SECONDS = 60_000  # milliseconds: the machine may be busy
Page = Any


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if BROWSER is None:
        pytest.skip(
            "no Chromium is installed: `apt install chromium` runs the tests of pages in it"
        )
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def tab(browser: Any) -> Iterator[Page]:
    """A tab that notes what must not be: errors, dialogs, and requests but for the page itself."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    found = context.new_page()
    found.set_default_timeout(SECONDS)
    found.faults = faults = []

    def noted_dialog(dialog: Any) -> None:
        faults.append("dialog")
        dialog.dismiss()

    def noted_request(request: Any) -> None:
        if request.url != found.wanted:
            faults.append(request.url)

    found.on("console", lambda message: faults.append(f"console: {message.text}"))
    found.on("pageerror", lambda error: faults.append(f"error: {error}"))
    found.on("dialog", noted_dialog)
    found.on("request", noted_request)
    yield found
    context.close()


@pytest.fixture
def open_page(tab: Page, tmp_path: Path) -> Iterator[Any]:
    def opened(brief: Brief, article: Article | None) -> Page:
        file = tmp_path / "page.html"
        file.write_text(render(brief.with_article(article), Format.HTML), encoding="utf-8")
        tab.wanted = file.as_uri()
        tab.goto(tab.wanted)
        return tab

    tab.faults.clear()
    tab.set_viewport_size({"width": 1400, "height": 900})
    yield opened
    assert tab.faults == []
