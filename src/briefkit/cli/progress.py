"""How far a batch is, on standard error."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from briefkit.cli.guard import note
from briefkit.rendering.terminal import safe

if TYPE_CHECKING:
    from rich.console import Console

    from briefkit.batch import Report

_EVERY = 0.1  # seconds between two drawings


class Progress:
    """Failures as they come, and nothing else: what a log file wants."""

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def tell(self, report: Report, failure: str | None) -> None:
        """An article is settled; `failure` says why it has no brief."""
        if failure:
            note(f"failed: {failure}")

    def close(self) -> None:
        """Take away what is drawn."""


class DrawnProgress(Progress):
    """The same above a bar with counts, rate and remaining time, for a terminal."""

    def __init__(self, console: Console | None = None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar
        from rich.text import Text

        self._line = Text
        self._bar = Bar(
            BarColumn(20),
            TextColumn("{task.fields[counts]}"),
            TextColumn("{task.fields[rate]}", style="dim"),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=console or Console(stderr=True),
            # No thread that draws: worker processes are forked while it would hold its locks.
            auto_refresh=False,
            transient=True,
        )
        self._task = self._bar.add_task("", total=None, counts="starting", rate="")
        self._started = self._drawn = 0.0

    def __enter__(self) -> Progress:
        self._started = time.monotonic()
        self._bar.start()
        self._bar.refresh()
        return self

    def tell(self, report: Report, failure: str | None) -> None:
        if failure:
            # By way of rich, which makes it stand above the bar.
            line = self._line(safe(f"failed: {failure}"))
            self._bar.console.print(line, soft_wrap=True)
        now = time.monotonic()
        if failure is None and now - self._drawn < _EVERY:
            return
        self._drawn = now
        counts = f"{report.done:,} of {report.total:,}"
        if report.failed:
            counts += f", {len(report.failed):,} failed"
        rate = f"{report.words / (now - self._started):,.0f} words/s"
        # Failures and what is kept take no time: from them alone nothing can be told of the rest.
        completed = report.done if report.words else 0
        self._bar.update(
            self._task, total=report.total, completed=completed, counts=counts, rate=rate
        )
        self._bar.refresh()

    def close(self) -> None:
        self._bar.stop()


def make_progress() -> Progress:
    """What fits standard error: a bar on a terminal, else failures alone."""
    return DrawnProgress() if sys.stderr.isatty() else Progress()
