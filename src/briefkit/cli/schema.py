"""`briefkit schema`: the JSON Schema of a brief."""

from __future__ import annotations

from briefkit.cli.guard import guarded
from briefkit.cli.output import write_data


@guarded
def schema() -> None:
    """Print the JSON Schema of a brief.

    Example: briefkit schema > brief.schema.json
    """
    from importlib.resources import files

    write_data(files("briefkit").joinpath("brief.schema.json").read_text(encoding="utf-8"))
