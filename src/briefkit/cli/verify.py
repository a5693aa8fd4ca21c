"""`briefkit verify`: a brief against its article."""

from __future__ import annotations

from typing import Annotated

import typer

from briefkit.cli.guard import guarded, remark
from briefkit.cli.options import Encoding, InputFormat, MaxChars, Quiet
from briefkit.cli.output import write_data
from briefkit.errors import ExitStatus


@guarded
def verify(
    brief: Annotated[
        str,
        typer.Argument(metavar="BRIEF", help="A brief, or a stream of them; - for standard input."),
    ],
    article: Annotated[
        str | None,
        typer.Argument(
            metavar="ARTICLE", help="The article. [default: the path that the brief names]"
        ),
    ] = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
    max_chars: MaxChars = None,
    quiet: Quiet = False,
) -> ExitStatus:
    """Check that every place in a brief still holds its text.

    Each difference is a line on standard output, and makes the exit code 6.

    Example: briefkit verify story.yaml story.txt
    """
    from briefkit.reading import MAX_CHARS
    from briefkit.reading.briefs import read_briefs
    from briefkit.reading.lookup import Lookup
    from briefkit.reading.source import How
    from briefkit.rendering.terminal import safe
    from briefkit.verify import verify as differences

    checked = found = 0
    how = How(encoding, None, max_chars or MAX_CHARS, input_format)
    with Lookup(brief, article, how) as lookup:
        for one in read_briefs(brief):
            checked += 1
            for difference in differences(one, lookup.find(one.source)):
                found += 1
                write_data(safe(f"{one.source.id}: {difference}") + "\n")
    remark(f"{checked} checked, {found} {'difference' if found == 1 else 'differences'}")
    return ExitStatus.DIFFERENT if found else ExitStatus.OK
