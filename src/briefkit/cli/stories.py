"""`briefkit stories`: which briefs are of one story, and the story of each."""

from __future__ import annotations

from typing import Annotated

import typer

from briefkit.cli.guard import guarded, remark
from briefkit.cli.options import Briefs, Cluster, Jobs, Pages
from briefkit.stories.formats import StoryFormat


@guarded
def stories(
    briefs: Briefs,
    out: Annotated[
        str, typer.Option("--output", "-o", metavar="DIR", help="The folder of the stories.")
    ],
    format: Annotated[
        StoryFormat, typer.Option("--format", "-f", help="What each story is written as.")
    ] = StoryFormat.YAML,
    pages: Pages = None,
    jobs: Jobs = 1,
    cluster: Cluster = None,
) -> None:
    """Find out which briefs are of one story, and write them as stories.

    DIR/stories.jsonl has a line for each: id, articles, first and last day, headline. The story
    itself is DIR/ID.yaml.

    Example: briefkit stories briefs/ -o stories/
    """
    from pathlib import Path

    from briefkit.stories.folder import LISTED, write_stories
    from briefkit.stories.inputs import briefs_of
    from briefkit.stories.pages import find_pages

    linked = find_pages(pages, Path(out), format)
    given = briefs_of(briefs, out, [Path(out, LISTED)])
    count, found = write_stories(given, out, format, jobs, cluster, linked)
    told = "story" if found == 1 else "stories"
    remark(f"written to {out}: {found:,} {told} of {count:,} briefs")
