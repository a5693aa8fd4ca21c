"""Options that more than one command has."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from briefkit.cli.guard import be_quiet
from briefkit.reading.forms import Form

Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="Day of publication, from which relative dates count: 2025-01-13."
    ),
]
Bullets = Annotated[
    int | None,
    typer.Option(
        min=0,
        max=50,
        metavar="N",
        help="At most this many bullets are chosen. [default: by length]",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME_OR_PATH", help="Another spaCy pipeline in place of the one that ships."
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Encoding of the input. [default: UTF-8, else detected]"),
]
MaxChars = Annotated[
    int | None,
    typer.Option(
        min=1,
        metavar="N",
        help="Refuse articles whose text has more characters. [default: 1000000]",
    ),
]
InputFormat = Annotated[
    Form | None,
    typer.Option(
        "--input-format",
        case_sensitive=False,
        metavar="|".join(Form),
        help="What the input is. [default: told from its content and name]",
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", callback=be_quiet, help="Print only what goes wrong.")
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Report what is done on standard error.")
]
Open = Annotated[bool, typer.Option("--open", help="Show the page in a browser.")]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=1, max=512, metavar="N", help="Worker processes.")
]
Cluster = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS|local",
        help="Work on the cluster of this Dask scheduler, or on one made of --jobs processes.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to this file; - for standard output."
    ),
]


def format_option(kind: Iterable[str], help: str) -> Any:
    """The option --format with one of these; in which case it is written does not matter."""
    return typer.Option("--format", "-f", metavar="|".join(kind), help=help)


Pages = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Link each source to its page in this folder, made by `batch --format html`.",
    ),
]
Briefs = Annotated[
    list[str],
    typer.Argument(
        metavar="BRIEFS",
        help="Files of briefs (YAML, JSON, JSON Lines, also .gz), folders of them; - for "
        "standard input.",
    ),
]
