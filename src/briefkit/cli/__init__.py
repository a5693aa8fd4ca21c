"""The `briefkit` command: options, a call and output; what it does is importable elsewhere."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from briefkit import __version__
from briefkit.cli.batch import batch
from briefkit.cli.extract import extract
from briefkit.cli.guard import DEBUG
from briefkit.cli.schema import schema
from briefkit.cli.show import show
from briefkit.cli.tables import tables
from briefkit.cli.text import text
from briefkit.cli.verify import verify

app = typer.Typer(
    name="briefkit",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"briefkit {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help=f"Show tracebacks of errors; so does {DEBUG}=1.")
    ] = False,
) -> None:
    """News articles to briefs: who acts, when, who said what, and what it comes to.

    Exit codes: 0 done, 1 a fault of briefkit, 2 wrong usage, 3 the article cannot be read, 4 some
    articles of a batch failed, 5 the model does not fit, 6 verify found a difference, 130
    interrupted.
    """
    if debug:
        os.environ[DEBUG] = "1"


for command in (extract, batch, text, show, tables, verify, schema):
    app.command(no_args_is_help=command in (batch, tables, verify))(command)


def main() -> None:
    """The entry point of the `briefkit` script."""
    if sys.stderr is None:
        # Started with it closed. Else the next file to be opened gets its number, and with it
        # what libraries have to say.
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115 (to the end of the program)
    app(prog_name="briefkit")
