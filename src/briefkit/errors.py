"""What can go wrong, in words a reader can act on, and the exit status of each."""

from __future__ import annotations

import shlex
import sys
from enum import IntEnum
from importlib.util import find_spec


class ExitStatus(IntEnum):
    """Exit codes of the `briefkit` command."""

    OK = 0
    FAULT = 1  # a fault of briefkit itself
    USAGE = 2  # wrong usage
    UNREADABLE = 3  # the article cannot be read
    PARTIAL = 4  # a batch finished, and some of its articles failed
    MODEL = 5  # the model is missing or does not fit
    DIFFERENT = 6  # `verify` found a difference
    INTERRUPTED = 130


def install_hint(extra: str) -> str:
    """The command that adds the packages of an extra to the environment that briefkit runs in.

    It names that environment, which need not be the one of the `pip` that a shell finds; what `uv`
    makes has no pip.
    """
    python = shlex.quote(sys.executable)
    tool = f"{python} -m pip install" if find_spec("pip") else f"uv pip install --python {python}"
    return f'{tool} "briefkit[{extra}]"'


class BriefkitError(Exception):
    """A failure that the user can understand: what happened, where, and the cure.

    `message` names the thing and the place; `hint`, when given, names the cure or the valid
    values. `status` is the exit code that the command line answers with.
    """

    status = ExitStatus.FAULT

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[BriefkitError], tuple[str, str | None]]:
        # Exceptions travel between worker processes; the default forgets the second argument.
        return type(self), (self.message, self.hint)


class UsageError(BriefkitError):
    """An option or argument makes no sense."""

    status = ExitStatus.USAGE


class UnreadableError(BriefkitError):
    """An article or a brief is missing, empty, not text, or not decodable."""

    status = ExitStatus.UNREADABLE


class ModelError(BriefkitError):
    """The model is missing or is not one that briefkit can work with."""

    status = ExitStatus.MODEL


class LostError(BriefkitError):
    """An article that the process working on it did not live, or did not have the time, to end."""
