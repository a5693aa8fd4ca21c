"""Draw the pictures of the README from the seed article.

docs/summary.svg is its summary as a terminal shows it, docs/page.png its page in a browser.

usage: python docs/picture.py
"""

from __future__ import annotations

import os
import shutil
from io import StringIO
from pathlib import Path

from rich.console import Console

import briefkit
from briefkit.reading import How, read_article
from briefkit.rendering.summary import print_summary

HERE = Path(__file__).resolve().parent
SEED = "seeds/rare-military-visit.txt"


def main() -> None:
    """Extract the seed's brief and draw the pictures."""
    os.chdir(HERE.parent)  # the pictures show the path as a user gives it
    brief = briefkit.extract(read_article(SEED, How(published="2025-01-13")))
    console = Console(
        record=True, width=90, file=StringIO(), force_terminal=True, markup=False, highlight=False
    )
    print_summary(brief, console)
    console.save_svg(str(HERE / "summary.svg"), title="briefkit extract", unique_id="briefkit")
    draw_page(brief.to_html(), HERE / "page.png")


def draw_page(page: str, picture: Path) -> None:
    """Draw a page, with a quote selected, by the Chromium that is installed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        tab = browser.new_page(viewport={"width": 1200, "height": 760})
        tab.set_content(page)
        tab.locator(".quotes [data-s]").first.click()
        tab.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main()
