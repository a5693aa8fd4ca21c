"""`briefkit tables`: briefs as flat tables for other tools."""

from __future__ import annotations

from typing import Annotated

import typer

from briefkit.cli.guard import guarded, remark
from briefkit.cli.options import Briefs, Quiet, format_option
from briefkit.cli.output import STDOUT
from briefkit.cli.target import check_folder, format_named
from briefkit.errors import UsageError
from briefkit.tables import Form


@guarded
def tables(
    briefs: Briefs,
    out: Annotated[
        str, typer.Option("--output", "-o", metavar="DIR", help="The folder of the tables.")
    ],
    format: Annotated[
        str,
        format_option(
            Form,
            "JSON Lines; CSV as it is, for programs; or CSV that Excel and LibreOffice open "
            "without running what is in it.",
        ),
    ] = Form.JSONL.value,
    quiet: Quiet = False,
) -> None:
    """Write briefs as flat tables for SQLite, DuckDB, pandas or a spreadsheet.

    The tables are articles, actors (and places, told apart by "kind"), mentions, dates, quotes,
    bullets and warnings. Each row has an "id"; "article_id" and "actor_id" join them.

    Example: briefkit tables briefs/ -o tables/
    """
    from briefkit.tables.write import write_tables

    form = format_named(format, Form)
    if out == STDOUT:
        raise UsageError("-o -: tables are several files", "give a folder with -o DIR")
    check_folder(out)
    counts = write_tables(briefs, out, form)
    listed = (f"{n:,} {name if n != 1 else name[:-1]}" for name, n in counts.items())
    remark(f"written to {out}: {', '.join(listed)}")
