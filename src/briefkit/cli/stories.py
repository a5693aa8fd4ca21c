"""`briefkit stories`: which briefs are of one story, and the story of each."""

from __future__ import annotations

from typing import Annotated

import typer

from briefkit.cli.guard import guarded, remark
from briefkit.cli.options import Briefs, Cluster, Jobs, Pages, Quiet, format_option
from briefkit.cli.output import STDOUT, write_data
from briefkit.cli.target import check_folder, format_named
from briefkit.errors import UsageError
from briefkit.rendering import Format
from briefkit.text import counted


@guarded
def stories(
    briefs: Briefs,
    out: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="DIR", help="Folder of the stories; - for standard output."
        ),
    ],
    format: Annotated[
        str, format_option(Format, "What each story is written as.")
    ] = Format.YAML.value,
    pages: Pages = None,
    jobs: Jobs = 1,
    cluster: Cluster = None,
    quiet: Quiet = False,
) -> None:
    """Find out which briefs are of one story, and write them as stories.

    DIR/stories.jsonl has a line for each: id, articles, first and last day, headline. The story
    itself is DIR/ID.yaml. With -o - there is no list: one story follows the other, as YAML
    documents or, with --format jsonl, a line each.

    Example: briefkit stories briefs/ -o stories/
    """
    from pathlib import Path

    from briefkit.reading.briefs import joining_briefs
    from briefkit.stories.folder import LISTED, write_stories
    from briefkit.stories.pages import find_pages

    form = format_named(format, Format)
    if out == STDOUT and form in (Format.HTML, Format.JSON):
        what = "a page" if form is Format.HTML else "a JSON document"
        raise UsageError(f"-o -: {what} holds one story", "give a folder with -o DIR, or -f jsonl")
    check_folder(out)
    linked = find_pages(pages, Path(out), form)
    if out == STDOUT:
        count, found = write_stories(joining_briefs(briefs), write_data, form, jobs, cluster)
    else:
        given = joining_briefs(briefs, Path(out), [Path(out, LISTED)])
        count, found = write_stories(given, out, form, jobs, cluster, linked)
    place = "standard output" if out == STDOUT else out
    remark(f"written to {place}: {counted(found, 'story')} of {counted(count, 'brief')}")
