"""`briefkit verify`: a brief against its article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from briefkit.cli.guard import complain, guarded, remark
from briefkit.cli.options import Encoding, InputFormat, MaxChars, Quiet
from briefkit.cli.output import write_data
from briefkit.errors import BriefkitError, ExitStatus
from briefkit.reading import MAX_CHARS, Article, How
from briefkit.text import counted

if TYPE_CHECKING:
    from briefkit.schema import Brief, Source
    from briefkit.stories.schema import Story


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
    from briefkit.reading.lookup import Lookup
    from briefkit.rendering.terminal import safe
    from briefkit.stories.verify import read_told

    checked = found = 0
    failed: dict[str, BriefkitError] = {}
    how = How(encoding, None, max_chars or MAX_CHARS, input_format)
    with Lookup(brief, article, how) as lookup:
        for told in read_told(brief):
            for id, source, compare in _checks(told):
                try:
                    read = lookup.find(source)
                except BriefkitError as error:
                    if error.message not in failed:  # of ARTICLE it is the same each time
                        complain(error.message, error.hint)
                    failed[error.message] = error
                    continue
                checked += 1
                for difference in compare(read):
                    found += 1
                    write_data(safe(f"{id}: {difference}") + "\n")
    if checked or not failed:
        remark(f"{checked} checked, {counted(found, 'difference')}")
    if found:
        return ExitStatus.DIFFERENT
    return next((error.status for error in failed.values()), ExitStatus.OK)


def _checks(
    told: Brief | Story,
) -> Iterator[tuple[str, Source, Callable[[Article], Iterator[str]]]]:
    """Each article by its id, what it was read from, and what finds differences from it."""
    from briefkit.schema import Brief
    from briefkit.stories.verify import source_of, verify_story
    from briefkit.verify import verify as differences

    if isinstance(told, Brief):
        yield told.source.id, told.source, partial(differences, told)
        return
    for reference in told.articles:
        yield reference.id, source_of(reference), partial(verify_story, told, reference.id)
