"""`briefkit show`: briefs that are written already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from briefkit.cli.guard import guarded, note, remark
from briefkit.cli.look import All, BySpeaker, Color, Look, Only, ShownAs, When, Width, as_format
from briefkit.cli.options import Open, Out, Quiet
from briefkit.cli.output import STDOUT, as_one_text, given_or_piped, write_briefs
from briefkit.cli.target import check_target, page_for, show_page, write_out
from briefkit.errors import BriefkitError, UsageError
from briefkit.rendering import Format, render
from briefkit.schema import Brief

_LIKE = 5  # names that may have been meant


@guarded
def show(
    briefs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="BRIEF", help="YAML, JSON or JSON Lines, folders of them; - for standard input."
        ),
    ] = None,
    out: Out = None,
    format: ShownAs = None,
    article: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="The article, for html. [default: the path that the brief names]"
        ),
    ] = None,
    open: Open = False,
    only: Only = None,
    by_speaker: BySpeaker = False,
    speaker: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Only what this person or body says; a surname is enough."
        ),
    ] = None,
    all: All = False,
    width: Width = None,
    color: Color = When.AUTO,
    quiet: Quiet = False,
) -> None:
    """Show the formatted summary of briefs, without loading a model; or write them in another form.

    Example: briefkit show brief.yaml --by-speaker
    """
    if speaker is not None:
        only, by_speaker, all = only or "quotes", True, True
    look = Look(by_speaker, all, width, color, only)
    form = as_format(format, open, out) or Format.SUMMARY
    if speaker is not None and form not in (Format.SUMMARY, Format.MARKDOWN):
        raise typer.BadParameter(
            f"what one person says is shown as summary or markdown, not as {form}",
            param_hint="--speaker",
        )
    look.check(form)
    check_target(out, *([article] if article else []))
    found = _read(briefs or [given_or_piped()], article, form, out)
    if speaker is not None:
        found = _only_said_by(found, speaker)
    chosen: Iterator[Brief] = (look.chosen(brief) for brief in found)
    if form is Format.HTML:
        several = "show them one by one, or use `briefkit batch`"
        _page(_only(chosen, "a page", several), out, open)
        return
    if form is Format.JSON:
        chosen = iter([_only(chosen, "a JSON document", "use -f jsonl for several")])
    if out is not None and str(out) != STDOUT:
        write_out(as_one_text(chosen, form, look), out)
        return
    write_briefs(chosen, form, look)


def _read(
    sources: Sequence[str], article: str | None, form: Format, out: Path | None
) -> Iterator[Brief]:
    """The briefs, for pages with their articles where these can be found."""
    from briefkit.reading.briefs import find_briefs, read_briefs
    from briefkit.reading.lookup import Lookup

    for source in find_briefs(sources, written=[] if out is None or str(out) == STDOUT else [out]):
        if form is not Format.HTML:
            yield from read_briefs(source)
            continue
        with Lookup(source, article) as lookup:
            for brief in read_briefs(source):
                try:
                    yield brief.with_article(lookup.find(brief.source))
                except BriefkitError as error:
                    if article:
                        raise
                    note(f"note: the page of {brief.source.id} is without its article: {error}")
                    remark("give it with --article FILE")
                    yield brief


def _only_said_by(briefs: Iterator[Brief], name: str) -> Iterator[Brief]:
    """The briefs in which `name` is quoted, with those quotes alone; a note if there are none."""
    from briefkit.stories.names import said_by

    found = False
    others: dict[str, None] = {}
    for brief in briefs:
        article, quotes = brief.article, said_by(brief, name)
        others.update(dict.fromkeys(quote.speaker for quote in brief.quotes if quote.speaker))
        if quotes:
            found = True
            yield replace(brief, quotes=quotes).with_article(article)
    if not found:
        note(f"note: nobody called {name!r} is quoted in these briefs")
        if near := get_close_matches(name, others, _LIKE):
            note(f"hint: names like it: {', '.join(near)}")
        elif others:
            note("hint: `briefkit show BRIEFS --only quotes --by-speaker --all` lists all speakers")


def _only(briefs: Iterator[Brief], what: str, hint: str) -> Brief:
    brief = next(briefs)
    if next(briefs, None):
        raise UsageError(f"{what} holds one brief", hint)
    return brief


def _page(brief: Brief, out: Path | None, open: bool) -> None:
    """Write a brief as a page; show it if that is wanted."""
    if open and out is None:
        out = page_for(brief.source.id)
    write_out(render(brief, Format.HTML), out)
    if open and out is not None and str(out) != STDOUT:
        show_page(out)
