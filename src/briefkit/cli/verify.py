"""`briefkit verify`: a brief against its article."""

from __future__ import annotations

from typing import Annotated

import typer

from briefkit.cli.guard import guarded, remark
from briefkit.cli.options import Encoding, InputFormat, MaxChars, Quiet
from briefkit.cli.output import write_data
from briefkit.errors import ExitStatus
from briefkit.reading import MAX_CHARS, How
from briefkit.text import counted


@guarded
def verify(
    brief: Annotated[
        str,
        typer.Argument(
            metavar="BRIEF", help="A brief, a stream of them, or a story; - for standard input."
        ),
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
    """Check that every place in a brief or a story still holds its text.

    Each difference is a line on standard output, and makes the exit code 6.

    Example: briefkit verify story.yaml story.txt
    """
    from briefkit.reading.briefs import read_briefs
    from briefkit.reading.lookup import Lookup
    from briefkit.rendering.terminal import safe
    from briefkit.stories.reading import read_story
    from briefkit.stories.verify import source_of, verify_story
    from briefkit.verify import verify as differences

    checked = found = 0
    how = How(encoding, None, max_chars or MAX_CHARS, input_format)
    story = read_story(brief)
    with Lookup(brief, article, how) as lookup:
        told = (
            ((b.source.id, differences(b, lookup.find(b.source))) for b in read_briefs(brief))
            if story is None
            else (
                (ref.id, verify_story(story, ref.id, lookup.find(source_of(ref))))
                for ref in story.articles
            )
        )
        for id, wrong in told:
            checked += 1
            for difference in wrong:
                found += 1
                write_data(safe(f"{id}: {difference}") + "\n")
    remark(f"{checked} checked, {counted(found, 'difference')}")
    return ExitStatus.DIFFERENT if found else ExitStatus.OK
