"""`python benchmarks/opening.py PAGE.html...`: how long pages take to open, and to answer a click.

Milliseconds, median and least of several new tabs in Chromium; an empty page, for which the browser
has to start a process as well, stands first. On a crowded machine only `thread`, the work of the
page's own thread, can be compared: `wall`, and `paint` (something is seen), grow with the load.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

TABS = 9
PAINTED = """new Promise((done) => { const ask = () => {
  const [first] = performance.getEntriesByName("first-contentful-paint");
  if (first) done(first.startTime); else setTimeout(ask, 10); }; ask(); })"""
CLICK = """(item) => { const start = performance.now(); item.click(); document.body.offsetHeight;
  return performance.now() - start; }"""


def opened(context: Any, page: Path) -> dict[str, float]:
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    start = time.perf_counter()
    tab.goto(page.absolute().as_uri())
    tab.evaluate("document.body.offsetHeight")
    found = {"wall": (time.perf_counter() - start) * 1000}
    for metric in session.send("Performance.getMetrics")["metrics"]:
        if metric["name"] == "TaskDuration":
            found["thread"] = metric["value"] * 1000
    found["paint"] = tab.evaluate(PAINTED)
    for section in ("actors", "timeline", "quotes", "glance"):
        items = tab.locator(f".{section} [data-s]")
        if items.count():
            found[section] = items.first.evaluate(CLICK)
    tab.close()
    return found


with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
    empty = Path(folder, "empty.html")
    empty.write_text("<!DOCTYPE html><title>empty</title><p>empty")
    browser = driver.chromium.launch(
        executable_path=shutil.which("chromium"), args=["--no-sandbox"]
    )
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    for page in (empty, *map(Path, sys.argv[1:])):
        tabs = [opened(context, page) for _ in range(TABS)]
        told = (
            f"{name} {statistics.median(one[name] for one in tabs):.0f}"
            f" ({min(one[name] for one in tabs):.0f})"
            for name in tabs[0]
        )
        print(f"{page.name}: {', '.join(told)}")
    browser.close()
