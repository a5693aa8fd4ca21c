"""`briefkit show`: briefs that are written already."""

from __future__ import annotations

from typing import Annotated

import typer

from briefkit.cli.guard import guarded
from briefkit.cli.output import write_brief, write_data
from briefkit.rendering import Format


@guarded
def show(
    briefs: Annotated[
        list[str] | None,
        typer.Argument(metavar="BRIEF", help="YAML, JSON or JSON Lines; - for standard input."),
    ] = None,
    format: Annotated[Format, typer.Option("--format", "-f")] = Format.SUMMARY,
    by_speaker: Annotated[
        bool, typer.Option("--by-speaker", help="Group the quotes by who said them.")
    ] = False,
) -> None:
    """Show the formatted summary of briefs, without loading a model.

    Example: briefkit show story.yaml --by-speaker
    """
    from briefkit.reading.briefs import read_briefs

    number = 0
    for source in briefs or ["-"]:
        for brief in read_briefs(source):
            if number and format is Format.SUMMARY:
                write_data("\n")
            write_brief(brief, format, by_speaker=by_speaker)
            number += 1
