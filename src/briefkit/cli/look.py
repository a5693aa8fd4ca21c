"""How a brief is shown: what of it, how wide, in which colours."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefkit.cli.options import format_option
from briefkit.cli.output import is_terminal
from briefkit.cli.target import format_named, format_of
from briefkit.rendering import Format

if TYPE_CHECKING:
    from rich.console import Console

    from briefkit.schema import Brief

_PARTS = ("glance", "actors", "places", "dates", "quotes", "warnings")
_SHOWN = (Format.SUMMARY, Format.MARKDOWN, Format.HTML)


class When(StrEnum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Width = Annotated[
    int | None,
    typer.Option(
        min=20, max=1000, metavar="N", help="Width in columns. [default: the terminal's, else 80]"
    ),
]
Color = Annotated[
    When,
    typer.Option(
        "--color", "--colour", case_sensitive=False, help="FORCE_COLOR and NO_COLOR do the same."
    ),
]
Only = Annotated[
    str | None,
    typer.Option(metavar="PARTS", help=f"Show only these parts, in full: {', '.join(_PARTS)}."),
]
All = Annotated[
    bool,
    typer.Option(
        "--all", help="All actors, all events of the timeline, all reports, and quotes in full."
    ),
]
BySpeaker = Annotated[
    bool, typer.Option("--by-speaker", help="All quotes, grouped by who said them.")
]
_SHORT = "What is written; also md, htm, txt."
FormatName = Annotated[
    str | None,
    format_option(Format, f"{_SHORT} [default: by -o; a terminal gets the summary, a pipe YAML]"),
]
ShownAs = Annotated[
    str | None, format_option(Format, f"{_SHORT} [default: by -o, else the summary]")
]


@dataclass(frozen=True)
class Look:
    """The options of showing."""

    by_speaker: bool = False
    all: bool = False
    width: int | None = None
    color: When = When.AUTO
    only: str | None = None

    def check(self, format: Format) -> None:
        """Raise BadParameter where the options do not fit."""
        wrong = [part for part in self._parts() if part not in _PARTS]
        if wrong:
            raise typer.BadParameter(
                f"{wrong[0]!r} is not a part of a brief; choose from {', '.join(_PARTS)}",
                param_hint="--only",
            )
        if self.only is not None and format not in _SHOWN:
            raise typer.BadParameter(
                f"a brief as {format} has every field; --only goes with {', '.join(_SHOWN)}",
                param_hint="--only",
            )

    @property
    def everything(self) -> bool:
        """Whether nothing is left out: who asks for parts, or for speakers, wants all of them."""
        return self.all or self.by_speaker or bool(self._parts())

    def _parts(self) -> list[str]:
        return [part.strip().lower() for part in (self.only or "").split(",") if part.strip()]

    def chosen(self, brief: Brief) -> Brief:
        """The brief with nothing but the parts that shall be shown."""
        parts = self._parts()
        if not parts:
            return brief
        article, fields = brief.article, {"glance": "at_a_glance"}
        left_out = {fields.get(part, part): () for part in _PARTS if part not in parts}
        if "dates" in parts and "quotes" in left_out:
            from briefkit.rendering.events import with_speakers

            brief = with_speakers(brief)
        kept = replace(brief, lede=None, **left_out)  # type: ignore[arg-type]
        return kept.with_article(article)

    def console(self) -> Console | None:
        """A console on standard output; None where plain text is to be written."""
        from briefkit.rendering.terminal import make_console

        terminal = is_terminal()
        forced = self.color is When.ALWAYS or (
            self.color is When.AUTO and os.environ.get("FORCE_COLOR", "") not in ("", "0")
        )
        if not terminal and (not forced or sys.stdout is None):
            return None
        width = self.width or (None if terminal else 80)
        return make_console(
            sys.stdout, width=width, color=forced or None, plain=self.color is When.NEVER
        )


def as_format(name: str | None, open: bool, out: Path | None = None) -> Format | None:
    """The format of a name, else of a file; a page to be opened. Raises BadParameter for others."""
    found = format_named(name, Format) if name else None
    found = found or (Format.HTML if open else format_of(out, Format))
    if open and found is not Format.HTML:
        raise typer.BadParameter(f"a browser shows html, not {found}", param_hint="--open")
    return found
