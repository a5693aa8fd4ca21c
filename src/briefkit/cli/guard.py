"""What every command does about errors: one line, a cure, and the exit status of the contract."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec

import typer

from briefkit.cli.output import silence, writing
from briefkit.errors import BriefkitError, ExitStatus

P = ParamSpec("P")
DEBUG = "BRIEFKIT_DEBUG"
_quiet = False


def guarded(command: Callable[P, ExitStatus | None]) -> Callable[P, None]:
    """A command that ends with the right status, and shows a traceback only on demand."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        before = _listen()
        try:
            status = command(*args, **kwargs) or ExitStatus.OK
            if sys.stdout:  # None where the program was started with it closed
                with writing():
                    sys.stdout.flush()
        except BriefkitError as error:
            if os.environ.get(DEBUG):
                raise
            complain(error.message, error.hint)
            status = error.status
        except BrokenPipeError:
            # The reader, such as `head`, has seen enough; what is left must not be flushed again.
            silence(sys.stdout)
            status = ExitStatus.OK
        except KeyboardInterrupt:
            complain("interrupted")
            status = ExitStatus.INTERRUPTED
        except (typer.Exit, typer.BadParameter):  # the latter is told with the usage line
            raise
        except Exception as error:
            if os.environ.get(DEBUG):
                raise
            complain(
                f"a fault of briefkit: {type(error).__name__}: {error}",
                "run `briefkit --debug ...` and report what it prints, with the article",
            )
            status = ExitStatus.FAULT
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        raise typer.Exit(status)

    return run


def _listen() -> dict[int, Any]:
    """Have signals that end the program clear up first; the handlers before, to be put back.

    The second Ctrl-C ends it at once: the first is an exception, which can get lost, in a
    destructor or in a library, and what clears up can take its time. Files are whole at every
    moment.
    """
    if threading.current_thread() is not threading.main_thread():
        return {}

    def leave(number: int, frame: object) -> None:
        os._exit(ExitStatus.INTERRUPTED)

    def interrupt(number: int, frame: object) -> None:
        signal.signal(signal.SIGINT, leave)
        raise KeyboardInterrupt

    def end(number: int, frame: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        sys.exit(128 + number)  # as a shell tells of it

    before = {}
    for name, usual, own in (
        ("SIGINT", signal.default_int_handler, interrupt),
        ("SIGTERM", signal.SIG_DFL, end),
        ("SIGHUP", signal.SIG_DFL, end),
    ):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is usual:
            before[number] = signal.signal(number, own)
    return before


def complain(message: str, hint: str | None = None) -> None:
    """Say on standard error what went wrong, and the cure."""
    note(f"error: {message}")
    if hint:
        note(f"hint: {hint}")


def be_quiet(wanted: bool) -> bool:
    """From now on, tell only what goes wrong."""
    global _quiet
    _quiet = wanted
    return wanted


def remark(message: str) -> None:
    """A line on standard error that --quiet leaves out."""
    if not _quiet:
        note(message)


def busy(message: str) -> None:
    """A remark for somebody who sits before a terminal and wonders what it waits for."""
    if sys.stderr and sys.stderr.isatty():
        remark(message)


def note(message: str) -> None:
    """A line on standard error; text of files in it can send the terminal no commands."""
    from briefkit.rendering.terminal import safe

    with unheard():
        typer.echo(safe(message), err=True)


@contextmanager
def unheard() -> Iterator[None]:
    """Go on with the work where nobody reads standard error, or the log's disk is full."""
    try:
        yield
    except OSError:
        silence(sys.stderr)
