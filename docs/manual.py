"""Writes docs/briefkit.1, the manual page, from what the commands say of themselves.

`make manual` runs it; the page is installed as share/man/man1/briefkit.1.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import typer

from briefkit import __version__
from briefkit.cli import app

PAGE = Path(__file__).parent / "briefkit.1"
_STATUS = {
    0: "done", 1: "a fault of briefkit", 2: "wrong usage", 3: "the article cannot be read",
    4: "some articles failed", 5: "the model is missing or does not fit",
    6: "verify found a difference", 130: "interrupted; what was finished is whole",
}  # fmt: skip


def manual() -> str:
    """The page, in the macros of man(7)."""
    group: Any = typer.main.get_command(app)
    lines = [
        f'.TH BRIEFKIT 1 "" "briefkit {__version__}" "User Commands"',
        ".SH NAME",
        r"briefkit \- who acts, when, who said what in a news article",
        ".SH SYNOPSIS",
        r".B briefkit",
        r".I FILE",
        ".br",
        r".B briefkit",
        r".I COMMAND",
        r"[\fIOPTION\fR]...",
        ".SH DESCRIPTION",
        *_text(group.help),
        ".SH COMMANDS",
    ]
    for name, command in group.commands.items():
        lines += [f".SS {name}", *_text(command.help)]
        for param in command.params:
            if param.param_type_name == "option":
                metavar = "" if param.is_flag else f" \\fI{_plain(param.metavar or 'VALUE')}\\fR"
                names = ", ".join(f"\\fB{_plain(option)}\\fR" for option in param.opts)
                lines += [".TP", names + metavar, _plain(param.help or "")]
    lines += [".SH EXIT STATUS"]
    for code, meaning in _STATUS.items():
        lines += [".TP", f".B {code}", meaning]
    lines += [
        ".SH FILES",
        ".TP",
        ".I ~/.config/briefkit/config.toml",
        "Defaults of options: bullets = 5, or under [batch] jobs = 2.",
        ".TP",
        ".I pyproject.toml",
        "The same under [tool.briefkit].",
        ".SH ENVIRONMENT",
        ".TP",
        ".B BRIEFKIT_*",
        "Defaults of options, such as BRIEFKIT_BULLETS=5.",
        ".TP",
        ".B FORCE_COLOR, NO_COLOR",
        "Colours always, or never.",
    ]
    return "\n".join(lines) + "\n"


def _text(text: str | None) -> list[str]:
    paragraphs = [" ".join(part.split()) for part in (text or "").split("\n\n")]
    found: list[str] = []
    for paragraph in paragraphs:
        found += [".PP", _plain(paragraph)]
    return found[1:]


def _plain(text: str) -> str:
    """The text itself, nothing of it taken for a command of roff."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


if __name__ == "__main__":
    PAGE.write_text(manual(), encoding="utf-8")
    sys.stdout.write(f"written to {PAGE}\n")
