"""`briefkit schema`: the JSON Schema of what briefkit writes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from briefkit.cli.guard import guarded
from briefkit.cli.options import Out, Quiet
from briefkit.cli.target import check_target, write_out


class Written(StrEnum):
    """What has a schema."""

    BRIEF = "brief"
    STORY = "story"


@guarded
def schema(
    of: Annotated[
        Written, typer.Argument(metavar="brief|story", case_sensitive=False, help="Of what.")
    ] = Written.BRIEF,
    out: Out = None,
    quiet: Quiet = False,
) -> None:
    """Print the JSON Schema of a brief, or of a story.

    Example: briefkit schema -o brief.schema.json
    """
    from importlib.resources import files

    check_target(out)
    text = files("briefkit").joinpath(f"{of.value}.schema.json").read_text(encoding="utf-8")
    write_out(text, out)
