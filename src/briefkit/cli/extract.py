"""`briefkit extract`: the brief of one article, or of a few."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from briefkit.cli.guard import busy, complain, guarded, remark
from briefkit.cli.look import All, BySpeaker, Color, FormatName, Look, Only, When, Width, as_format
from briefkit.cli.options import (
    Bullets,
    Encoding,
    InputFormat,
    MaxChars,
    Model,
    Open,
    Published,
    Quiet,
    Verbose,
)
from briefkit.cli.output import STDOUT, as_one_text, given_or_piped, is_terminal, write_briefs
from briefkit.cli.target import check_target, page_for, show_page
from briefkit.errors import BriefkitError, ExitStatus, UsageError
from briefkit.reading import MAX_CHARS, Article, How, read_article
from briefkit.rendering import Format
from briefkit.schema import Brief


@guarded
def extract(
    articles: Annotated[
        list[str] | None, typer.Argument(metavar="FILE", help="Articles; - for standard input.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write here, in the form that the ending names."
        ),
    ] = None,
    format: FormatName = None,
    open: Open = False,
    published: Published = None,
    bullets: Bullets = None,
    only: Only = None,
    by_speaker: BySpeaker = False,
    all: All = False,
    width: Width = None,
    color: Color = When.AUTO,
    model: Model = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
    max_chars: MaxChars = None,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> ExitStatus:
    """Extract the brief of an article, or of several.

    On a terminal the formatted summary is shown, in a pipe YAML is written. With -o the brief goes
    into a file, and the summary is shown. `briefkit FILE` does the same.

    Example: briefkit extract story.txt --published 2025-01-13 -o story.yaml
    """
    sources = articles or [given_or_piped()]
    look = Look(by_speaker, all, width, color, only)
    form = as_format(format, open, out)
    if only is not None and form is None:
        form = Format.SUMMARY  # YAML has every field, and lists left empty would say what is not so
    look.check(form or Format.YAML)
    if form is Format.HTML and len(sources) > 1:
        raise UsageError(
            "a page holds one brief", "use `briefkit batch ... -f html -o FOLDER` for several"
        )
    if form is Format.JSON and len(sources) > 1:
        raise UsageError("a JSON document holds one brief", "use -f jsonl for several")

    # Articles are read first: a mistyped name is answered at once, without loading spaCy.
    how = How(encoding, published, max_chars or MAX_CHARS, input_format)
    found, failed = _read(sources, how, out)
    from briefkit.api import extract as extract_brief

    if found:
        busy("loading the model ...")

    def made(article: Article) -> Brief:
        started = time.monotonic()
        brief = extract_brief(article, bullets=bullets, model=model)
        if verbose:
            took = time.monotonic() - started
            blocks = len(article.blocks)
            remark(f"{article.id}: {article.words:,} words in {blocks:,} blocks, {took:.1f} s")
            remark(f"by {brief.pipeline.model}, briefkit {brief.pipeline.briefkit}")
        return look.chosen(brief)

    briefs = map(made, found)
    if out is None and open:
        out = page_for(found[0].id)
    if out is None or str(out) == STDOUT:
        default = Format.SUMMARY if out is None and is_terminal() else Format.YAML
        write_briefs(briefs, form or default, look)
    elif found:
        _write(out, list(briefs), form or Format.YAML, look, shown=not (open or quiet))
        if open:
            show_page(out)
    return ExitStatus.PARTIAL if failed else ExitStatus.OK


def _read(sources: Sequence[str], how: How, out: Path | None) -> tuple[list[Article], bool]:
    """The articles, and whether one of several could not be read: it is named and left out."""
    found: list[Article] = []
    for source in sources:
        if source == "-" and sys.stdin and sys.stdin.isatty():
            remark("reading from the terminal: end the article with Ctrl-D")
        try:
            article = read_article(source, how)
            check_target(out, source)
        except BriefkitError as error:
            if len(sources) == 1 or isinstance(error, UsageError):
                raise
            complain(error.message, error.hint)
        else:
            found.append(article)
    return found, len(found) < len(sources)


def _write(out: Path, briefs: list[Brief], form: Format, look: Look, *, shown: bool) -> None:
    from briefkit.batch.files import write_whole

    write_whole(out, as_one_text(briefs, form, look))
    if shown:
        write_briefs(briefs, Format.SUMMARY, look)
    remark(f"written to {out}")
