"""What became of a batch, and of each of its articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec

from briefkit.batch.files import OutFile, explained
from briefkit.errors import BriefkitError, ExitStatus
from briefkit.text import counted, printable

_TOLD = ("path", "id", "target", "status", "words", "reason", "hint")
Status = Literal["written", "kept", "to do", "failed"]


@dataclass(frozen=True)
class Outcome:
    """What became of one article; `where` names it in messages, `target` is its brief's place."""

    where: str
    status: Status
    path: str
    id: str | None = None
    target: str | None = None
    words: int = 0
    reason: str | None = None
    hint: str | None = None

    def __str__(self) -> str:
        """One line."""
        where = printable(self.where)
        match self.status:
            case "failed":
                told = printable(str(self.reason))
                named = told if where in told else f"{where}: {told}"
                return f"failed: {named} ({self.hint})" if self.hint else f"failed: {named}"
            case "written":
                return f"written: {where}, {counted(self.words, 'word')}"
        return f"{self.status}: {where} -> {printable(self.target or '')}"


@dataclass
class Report:
    """Counts of a batch."""

    total: int | None = None  # where it can be told before they are read
    written: int = 0
    kept: int = 0  # found by --resume, and not done again
    to_do: int = 0  # by --dry-run
    failed: int = 0
    words: int = 0  # of those written
    skipped: dict[str, int] = field(default_factory=dict)
    """How many files of folders were passed over for their ending, by ending."""
    notes: list[str] = field(default_factory=list)  # what the user should know besides

    def add(self, outcome: Outcome) -> None:
        """Count an article."""
        match outcome.status:
            case "written":
                self.written += 1
                self.words += outcome.words
            case "kept":
                self.kept += 1
            case "to do":
                self.to_do += 1
            case "failed":
                self.failed += 1

    @property
    def status(self) -> ExitStatus:
        return ExitStatus.PARTIAL if self.failed else ExitStatus.OK

    @property
    def done(self) -> int:
        """Articles that are settled, one way or another."""
        return self.written + self.kept + self.to_do + self.failed

    def passed_over(self) -> str | None:
        """What is to be said of the files of folders that were not read, if any were."""
        if not self.skipped:
            return None
        counts = ", ".join(
            f"{end or 'without one'} ({number:,})" for end, number in sorted(self.skipped.items())
        )
        return (
            f"skipped: {counted(sum(self.skipped.values()), 'file')}, by their endings: {counts}; "
            "name a file to have it read all the same"
        )

    def summary(self, out: str, seconds: float, *, dry_run: bool = False) -> str:
        """The last line of a batch."""
        if dry_run:
            counts = [f"{counted(self.to_do, 'brief')} to write to {out}"]
        else:
            counts = [f"{counted(self.written, 'brief')} written to {out}"]
        if self.kept:
            counts.append(f"{self.kept:,} kept")
        if self.failed:
            counts.append(f"{counted(self.failed, 'article')} failed")
        if dry_run:
            return f"{', '.join(counts)}; nothing was written"
        rate = f", {self.words / seconds:,.0f} words a second" if self.words and seconds else ""
        return f"{', '.join(counts)} in {seconds:.1f} s{rate}"


def failure(where: str, path: str, id: str | None, error: Exception) -> Outcome:
    """The outcome of an article that has no brief."""
    if isinstance(error, BriefkitError):
        return Outcome(where, "failed", path, id, reason=error.message, hint=error.hint)
    reason = f"a fault of briefkit: {type(error).__name__}: {error}"
    return Outcome(where, "failed", path, id, reason=reason)


class ReportFile(OutFile):
    """One JSON object an article; the file appears at the end of the batch."""

    def __init__(self, path: str) -> None:
        with explained(path, "--report"):
            if Path(path).is_dir():
                raise IsADirectoryError(21, "it is a folder")
        super().__init__(Path(path), "--report")

    def add(self, outcome: Outcome) -> None:
        told = {name: getattr(outcome, name) for name in _TOLD}
        record = {k: printable(v) if isinstance(v, str) else v for k, v in told.items()}
        self.write(msgspec.json.encode(record) + b"\n")
