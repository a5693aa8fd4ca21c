"""The progress of a batch on a terminal; that a pipe sees none of it is in test_hostile."""

from __future__ import annotations

import io
import sys

import pytest
from rich.console import Console

from briefkit.batch import Outcome, Report
from briefkit.cli.progress import DrawnProgress


def test_a_bar_with_counts_below_the_failures() -> None:
    stream = io.StringIO()
    console = Console(file=stream, width=80, force_terminal=True, color_system=None)
    report = Report(total=1_200)
    with DrawnProgress(console=console) as progress:
        report.failed = 1
        progress.tell(
            report, Outcome("a.txt", "failed", "a.txt", reason="\x1b[31m[red]a.txt[/red]: empty")
        )
        report.written, report.words = 999, 400_000
        progress.tell(report, Outcome("n", "written", "n"))
        progress.tell(report, Outcome("b.txt", "failed", "b.txt", reason="b.txt: empty"))
    shown = stream.getvalue()
    assert "starting" in shown
    assert "failed: \\x1b[31m[red]a.txt[/red]: empty\n" in shown
    assert "1,000 of 1,200, 1 failed" in shown and " words/s" in shown


class _Terminal(io.StringIO):
    gone = False

    def write(self, text: str) -> int:
        if self.gone:
            raise OSError(5, "Input/output error")
        return super().write(text)


def test_a_terminal_that_is_gone_stops_no_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    terminal = _Terminal()
    console = Console(file=terminal, width=80, force_terminal=True, color_system=None)
    with DrawnProgress(console=console) as progress:
        terminal.gone = True
        progress.tell(Report(total=2), Outcome("a.txt", "failed", "a.txt", reason="empty"))
