"""`briefkit diff`: two briefs of one article."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from briefkit.cli.guard import guarded
from briefkit.cli.options import Out, Quiet, format_option
from briefkit.cli.target import check_target, format_for, write_out
from briefkit.errors import ExitStatus, UnreadableError


class DiffFormat(StrEnum):
    """The forms that differences can be written in."""

    SUMMARY = "summary"
    YAML = "yaml"
    JSON = "json"
    HTML = "html"


@guarded
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A brief; - for standard input.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="A brief of the same article later.")],
    out: Out = None,
    format: Annotated[
        str | None, format_option(DiffFormat, "[default: by FILE, else summary]")
    ] = None,
    quiet: Quiet = False,
) -> ExitStatus:
    """Show what came, went and changed between two briefs of one article.

    Places do not count: they move with every word. The exit code is 1 where there is a difference.

    Example: briefkit diff yesterday.yaml today.yaml
    """
    from briefkit.reading.briefs import read_briefs
    from briefkit.stories.diff import compare, to_html, to_json, to_summary, to_yaml

    form = format_for(format, out, DiffFormat.SUMMARY)
    check_target(out, old, new)
    briefs = []
    for source in (old, new):
        found = read_briefs(source)
        briefs.append(next(found))
        if next(found, None) is not None:
            raise UnreadableError(f"{source}: more than one brief", "give files of one brief each")
    difference = compare(*briefs)
    forms = {
        DiffFormat.SUMMARY: to_summary,
        DiffFormat.YAML: to_yaml,
        DiffFormat.JSON: to_json,
        DiffFormat.HTML: to_html,
    }
    write_out(forms[form](difference), out)
    return ExitStatus.FAULT if difference.changes else ExitStatus.OK
