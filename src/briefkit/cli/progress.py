"""How far a batch is, on standard error."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from briefkit.cli.guard import note, unheard
from briefkit.rendering.terminal import safe

if TYPE_CHECKING:
    from rich.console import Console

    from briefkit.batch import Outcome, Report

_EVERY = 0.1  # seconds between two drawings


# Failures that are named again at the end where other lines stood between them.
_NAMED_AGAIN = 100


class Progress:
    """Failures as they come: what a log file wants. With `verbose`, a line an article."""

    def __init__(self, verbose: bool = False) -> None:
        self._verbose = verbose
        self._failed: list[str] = []

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def tell(self, report: Report, outcome: Outcome) -> None:
        """An article is settled."""
        if outcome.status == "failed":
            if len(self._failed) < _NAMED_AGAIN:
                self._failed.append(str(outcome))
        elif not self._verbose:
            return
        self.line(str(outcome))

    def line(self, text: str) -> None:
        """Write a line."""
        note(text)

    def close(self) -> None:
        """Take away what is drawn."""

    def end(self, report: Report) -> None:
        """Name the failures again, where they are scattered among other lines."""
        if self._verbose and self._failed and report.done > report.failed:
            for failure in self._failed:
                note(failure)
            if report.failed > len(self._failed):
                note(f"and {report.failed - len(self._failed):,} more, named above")


class DrawnProgress(Progress):
    """The same above a bar with counts, rate and remaining time, for a terminal."""

    def __init__(self, verbose: bool = False, console: Console | None = None) -> None:
        super().__init__(verbose)
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

    def line(self, text: str) -> None:
        # By way of rich, which makes it stand above the bar.
        with unheard():
            self._bar.console.print(self._line(safe(text)), soft_wrap=True)

    def tell(self, report: Report, outcome: Outcome) -> None:
        super().tell(report, outcome)
        now = time.monotonic()
        if outcome.status != "failed" and now - self._drawn < _EVERY:
            return
        self._drawn = now
        counts = (
            f"{report.done:,}" if report.total is None else f"{report.done:,} of {report.total:,}"
        )
        if report.failed:
            counts += f", {report.failed:,} failed"
        rate = f"{report.words / (now - self._started):,.0f} words/s"
        # Failures and what is kept take no time: from them alone nothing can be told of the rest.
        completed = report.done if report.words else 0
        self._bar.update(
            self._task, total=report.total, completed=completed, counts=counts, rate=rate
        )
        with unheard():
            self._bar.refresh()

    def close(self) -> None:
        with unheard():
            self._bar.stop()


def make_progress(verbose: bool, quiet: bool = False) -> Progress:
    """What fits standard error: a bar on a terminal, else lines alone; of failures, if `quiet`."""
    if quiet or not sys.stderr.isatty():
        return Progress(verbose and not quiet)
    return DrawnProgress(verbose)
