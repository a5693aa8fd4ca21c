"""The file that -o names: what may stand there, and in which form."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import typer

from briefkit.cli.guard import note, remark
from briefkit.cli.output import STDOUT, write_data
from briefkit.errors import UsageError
from briefkit.rendering import named

F = TypeVar("F", bound=StrEnum)
_FILES = frozenset({".csv", ".html", ".json", ".jsonl", ".md", ".txt", ".yaml", ".yml"})
# Of formats whose name is no ending.
_ENDINGS = {"markdown": "md", "summary": "txt", "table": "txt", "text": "txt"}


def check_target(out: Path | None, *sources: str) -> None:
    """Raise UsageError where the output cannot be written, or would be written over its input."""
    from briefkit.batch.files import explained
    from briefkit.storage import is_same_file

    if out is None or str(out) == STDOUT:
        return
    for source in sources:
        if is_same_file(str(out), source):
            what = "standard input" if source == "-" else source
            raise UsageError(f"-o {out} would be written over {what}", "give another file with -o")
    with explained(out):
        if out.is_dir():
            raise IsADirectoryError(21, "it is a folder", str(out))
        if not out.parent.is_dir():
            raise UsageError(
                f"cannot write {out}: there is no folder {out.parent}",
                "make the folder first, or choose another place with -o",
            )


def check_folder(out: str) -> None:
    """Raise UsageError for the name of a file where several are written."""
    if Path(out).suffix.lower() in _FILES and not Path(out).is_dir():
        raise UsageError(f"-o {out}: more than one file is written", "give the name of a folder")


def write_out(text: str, out: Path | None) -> None:
    """Write text to a file, whole or not at all; without one, to standard output."""
    if out is None or str(out) == STDOUT:
        write_data(text)
        return
    from briefkit.batch.files import write_whole

    write_whole(out, text)
    remark(f"written to {out}")


def format_named(name: str, kind: type[F]) -> F:
    """The format that is asked for by its name. Raises BadParameter where there is none."""
    found = named(name, kind)
    if found is None:
        raise typer.BadParameter(
            f"there is no format {name!r}; choose one of {', '.join(kind)}", param_hint="--format"
        )
    return found


def format_for(name: str | None, out: Path | None, default: F) -> F:
    """The format of this name, else the one that a file's ending asks for, else `default`."""
    kind = type(default)
    return format_named(name, kind) if name else format_of(out, kind) or default


def format_of(out: Path | None, kind: type[F]) -> F | None:
    """The format that a file's ending asks for; None without one, as `-` is.

    Raises UsageError for an ending that is none of these.
    """
    if out is None or not out.suffix or out.parent == Path("/dev"):
        return None
    found = named(out.suffix[1:], kind)
    if found is None:
        *others, last = (f".{_ENDINGS.get(form, form)}" for form in kind)
        raise UsageError(
            f"-o {out}: this command does not write {out.suffix}",
            f"use {', '.join(others)} or {last}; --format FORMAT writes that to any file",
        )
    return found


def show_page(path: Path) -> None:
    """Open a page in the user's browser."""
    import webbrowser

    if not webbrowser.open(path.absolute().as_uri()):
        note(f"no browser could be started: open {path} yourself")


def page_for(id: str) -> Path:
    """A file for a page that is only to be looked at, which stays until the system clears up."""
    import tempfile

    from briefkit.batch.names import brief_name

    return Path(tempfile.mkdtemp(prefix="briefkit-")) / brief_name("", id, ".html")
