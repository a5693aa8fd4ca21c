"""`briefkit extract`: the brief of one article."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from briefkit.cli.guard import guarded, note
from briefkit.cli.options import Bullets, Encoding, InputFormat, MaxChars, Model, Published
from briefkit.cli.output import check_target, write_brief
from briefkit.rendering import Format

_BY_SUFFIX = {".json": Format.JSON, ".md": Format.MARKDOWN}


@guarded
def extract(
    article: Annotated[
        str | None, typer.Argument(metavar="FILE", help="The article; - for standard input.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write the brief to this file."),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="[default: summary on a terminal, else yaml]"),
    ] = None,
    published: Published = None,
    bullets: Bullets = None,
    model: Model = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
    max_chars: MaxChars = None,
) -> None:
    """Extract the brief of one article.

    On a terminal the formatted summary is shown, in a pipe YAML is written. With -o the brief goes
    into a file, and the summary is shown.

    Example: briefkit extract story.txt --published 2025-01-13 -o story.yaml
    """
    if article is None:
        if sys.stdin.isatty():
            raise typer.BadParameter("give a file, or - for standard input", param_hint="FILE")
        article = "-"
    # The article is read first: a mistyped name is answered at once, without loading spaCy.
    from briefkit.reading import MAX_CHARS, read_article

    found = read_article(
        article,
        encoding=encoding,
        published=published,
        max_chars=max_chars or MAX_CHARS,
        form=input_format,
    )
    if out is not None:
        check_target(out, article)

    from briefkit.api import extract as extract_brief

    brief = extract_brief(found, bullets=bullets, model=model)
    if out is None:
        default = Format.SUMMARY if sys.stdout and sys.stdout.isatty() else Format.YAML
        write_brief(brief, format or default)
        return

    from briefkit.batch.files import write_whole
    from briefkit.rendering import render

    write_whole(out, render(brief, format or _BY_SUFFIX.get(out.suffix.lower(), Format.YAML)))
    write_brief(brief, Format.SUMMARY)
    note(f"written to {out}")
