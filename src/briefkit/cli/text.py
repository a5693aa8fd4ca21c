"""`briefkit text`: the text of an article, as the places in a brief count it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from briefkit.cli.guard import guarded
from briefkit.cli.options import (
    Encoding,
    InputFormat,
    MaxChars,
    Out,
    Published,
    Quiet,
    format_option,
)
from briefkit.cli.output import STDOUT, given_or_piped, is_terminal
from briefkit.cli.target import check_target, format_for, write_out
from briefkit.reading import MAX_CHARS, How, read_article


class TextFormat(StrEnum):
    """The forms that an article can be written in."""

    TEXT = "text"
    JSON = "json"


@guarded
def text(
    article: Annotated[
        str | None, typer.Argument(metavar="FILE", help="The article; - for standard input.")
    ] = None,
    out: Out = None,
    format: Annotated[
        str | None,
        format_option(
            TextFormat,
            "The text alone, or with its blocks and metadata. [default: by FILE, else text]",
        ),
    ] = None,
    published: Published = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
    max_chars: MaxChars = None,
    quiet: Quiet = False,
) -> None:
    """Print the text of an article, exactly as the places in its brief count it.

    A place [start, end) is text[start:end] of it, in Unicode code points. No model is loaded.

    Example: briefkit text story.html --format json
    """
    form = format_for(format, out, TextFormat.TEXT)
    article = given_or_piped() if article is None else article
    check_target(out, article)
    found = read_article(article, How(encoding, published, max_chars or MAX_CHARS, input_format))
    if form is TextFormat.JSON:
        from briefkit.rendering.json import render_article

        data = render_article(found)
    else:
        data = found.text
        if (out is None or str(out) == STDOUT) and is_terminal():
            from briefkit.rendering.terminal import safe

            # What is piped or written is exact; a terminal would obey what stands in it.
            data = "\n".join(map(safe, data.split("\n")))
    write_out(data, out)
