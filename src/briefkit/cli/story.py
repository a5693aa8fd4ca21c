"""`briefkit story`: many briefs as one account."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from briefkit.cli.guard import guarded, remark
from briefkit.cli.options import Briefs, Out, Pages, Quiet, format_option
from briefkit.cli.output import STDOUT, is_terminal, write_data
from briefkit.cli.target import check_target, format_for
from briefkit.rendering import Format


@guarded
def story(
    briefs: Briefs,
    out: Out = None,
    format: Annotated[
        str | None, format_option(Format, "[default: by FILE; else summary on a terminal, yaml]")
    ] = None,
    pages: Pages = None,
    quiet: Quiet = False,
) -> None:
    """Tell one story of many briefs: who, what they said, when, and where articles contradict.

    Briefs alone are read: no model is loaded, and no article.

    Example: briefkit story briefs/ -o story.yaml
    """
    from briefkit.reading.briefs import joining_briefs
    from briefkit.stories.account import tell
    from briefkit.stories.pages import find_pages
    from briefkit.stories.writing import story_parts, write_parts

    if out is not None and str(out) != STDOUT:
        chosen = format_for(format, out, Format.YAML)
        check_target(out)
        linked = find_pages(pages, out.parent, chosen)
        told = tell(joining_briefs(briefs, written=[out]))
        write_parts(story_parts(told, chosen, linked), out)
        remark(f"written to {out}")
        return
    default = Format.SUMMARY if out is None and is_terminal() else Format.YAML
    chosen = format_for(format, None, default)
    linked = find_pages(pages, Path(), chosen)
    for part in story_parts(tell(joining_briefs(briefs)), chosen, linked):
        write_data(part)
