"""What became of a batch."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefkit.errors import BriefkitError, ExitStatus


@dataclass
class Report:
    """Counts of a batch, and each article that failed with its reason."""

    total: int = 0  # as far as it can be told before they are read
    written: int = 0
    kept: int = 0  # found by --resume, and not done again
    words: int = 0
    failed: list[str] = field(default_factory=list)

    @property
    def status(self) -> ExitStatus:
        return ExitStatus.PARTIAL if self.failed else ExitStatus.OK

    @property
    def done(self) -> int:
        """Articles that are settled, one way or another."""
        return self.written + self.kept + len(self.failed)

    def summary(self, out: str, seconds: float) -> str:
        """The last line of a batch."""
        counts = [f"{_count(self.written, 'brief')} written to {out}"]
        if self.kept:
            counts.append(f"{self.kept:,} kept")
        if self.failed:
            counts.append(f"{_count(len(self.failed), 'article')} failed")
        rate = f", {self.words / seconds:,.0f} words a second" if self.words and seconds else ""
        return f"{', '.join(counts)} in {seconds:.1f} s{rate}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def describe(where: str, error: Exception) -> str:
    """Which article failed and why, on one line."""
    if not isinstance(error, BriefkitError):
        return f"{where}: a fault of briefkit: {type(error).__name__}: {error}"
    named = error.message if where in error.message else f"{where}: {error.message}"
    return f"{named} ({error.hint})" if error.hint else named
