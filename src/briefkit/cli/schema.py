"""`briefkit schema`: the JSON Schema of what briefkit writes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from briefkit.cli.guard import guarded
from briefkit.cli.output import write_data


class Written(StrEnum):
    """What has a schema."""

    BRIEF = "brief"
    STORY = "story"


@guarded
def schema(
    of: Annotated[Written, typer.Argument(metavar="brief|story", help="Of what.")] = Written.BRIEF,
) -> None:
    """Print the JSON Schema of a brief, or of a story.

    Example: briefkit schema > brief.schema.json
    """
    from importlib.resources import files

    write_data(files("briefkit").joinpath(f"{of.value}.schema.json").read_text(encoding="utf-8"))
