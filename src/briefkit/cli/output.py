"""Data on standard output, in UTF-8 whatever the locale; the summary fitted to the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import typer

from briefkit.errors import UsageError
from briefkit.rendering import Format, render

if TYPE_CHECKING:
    from rich.console import Console

    from briefkit.cli.look import Look
    from briefkit.schema import Brief

STDOUT = "-"


@contextmanager
def writing() -> Iterator[None]:
    """Tell a full disk, or the like, behind standard output as what it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        silence(sys.stdout)
        raise UsageError(
            f"cannot write to standard output: {error.strerror or error}",
            "make room there, or write to another place with -o FILE",
        ) from error


def silence(stream: object) -> None:
    """Let what is left in a stream's buffer go nowhere when the program ends."""
    with suppress(OSError, AttributeError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[attr-defined]


def write_data(text: str) -> None:
    """Write text to standard output as UTF-8 with plain line ends."""
    if sys.stdout is None:
        raise UsageError("standard output is closed", "use -o FILE")
    with writing():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()


def given_or_piped() -> str:
    """Standard input, which nobody may have meant where it is a terminal."""
    if sys.stdin is None or sys.stdin.isatty():
        raise typer.BadParameter("give a file, or - for standard input", param_hint="FILE")
    return "-"


def is_terminal() -> bool:
    """Whether standard output is a terminal."""
    return bool(sys.stdout) and sys.stdout.isatty()


def write_brief(brief: Brief, format: Format, look: Look) -> None:
    """Write a brief to standard output."""
    console = look.console() if format is Format.SUMMARY else None
    if console is None:
        write_data(as_text(brief, format, look))
        return
    with writing():
        _print(brief, console, look)


def write_briefs(briefs: Iterable[Brief], format: Format, look: Look) -> None:
    """Write briefs to standard output, an empty line between summaries."""
    for number, brief in enumerate(briefs):
        if number and format is Format.SUMMARY:
            write_data("\n")
        write_brief(brief, format, look)


def as_one_text(briefs: Iterable[Brief], format: Format, look: Look) -> str:
    """Briefs as they are written to a file, an empty line between summaries."""
    between = "\n" if format is Format.SUMMARY else ""
    return between.join(as_text(brief, format, look) for brief in briefs)


def as_text(brief: Brief, format: Format, look: Look) -> str:
    """A brief as it is written to a file or a pipe."""
    if format is not Format.SUMMARY:
        return render(brief, format)
    from briefkit.rendering.terminal import plain_text

    return plain_text(lambda console: _print(brief, console, look), look.width or 80)


def _print(brief: Brief, console: Console, look: Look) -> None:
    from briefkit.rendering.summary import print_summary

    print_summary(brief, console, by_speaker=look.by_speaker, everything=look.everything)
