"""`briefkit batch`: many articles."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefkit.cli.guard import guarded, note, remark
from briefkit.cli.look import as_format
from briefkit.cli.options import (
    Bullets,
    Cluster,
    Encoding,
    InputFormat,
    Jobs,
    MaxChars,
    Model,
    Open,
    Published,
    Quiet,
    format_option,
)
from briefkit.cli.output import STDOUT, write_data
from briefkit.cli.target import show_page
from briefkit.errors import ExitStatus

if TYPE_CHECKING:
    from briefkit.batch import Options, Outcome, Report


@guarded
def batch(
    out: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="A folder, or one file in .jsonl or .yaml; - for standard output.",
        ),
    ],
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[INPUT]...", help="Files, folders, globs, or .jsonl files."),
    ] = None,
    files_from: Annotated[
        str | None,
        typer.Option(
            metavar="LIST",
            help="Read names of inputs from this file, - for standard input: one a line, or "
            "ended by NUL as by `find -print0`.",
        ),
    ] = None,
    format: Annotated[
        str | None,
        format_option(
            ("yaml", "json", "html"),
            "The form of the files of a folder; html adds a list of the pages.",
        ),
    ] = None,
    jobs: Jobs = 1,
    resume: Annotated[
        bool,
        typer.Option(
            "--resume",
            help="Keep the briefs of an earlier run whose article, version, model and options "
            "are the same.",
        ),
    ] = False,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Say what would become of each article; write nothing."),
    ] = False,
    timeout: Annotated[
        float | None,
        typer.Option(
            min=0.1, metavar="SECONDS", help="Stop an article that takes longer, and name it."
        ),
    ] = None,
    max_chars: MaxChars = None,
    report: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="Write what became of each article to this file, as JSON Lines."
        ),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="One line per article on standard error.")
    ] = False,
    open: Open = False,
    quiet: Quiet = False,
    cluster: Cluster = None,
    published: Published = None,
    bullets: Bullets = None,
    model: Model = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
) -> ExitStatus:
    """Extract the briefs of many articles.

    Into a folder goes one file per article, sub-folders kept; into a .jsonl or .yaml file all of
    them in input order. An article that fails is named, and the rest goes on.

    Example: briefkit batch articles/ -o briefs/ --jobs 2
    """
    from briefkit.pool import compute_on_one_core

    compute_on_one_core()  # before libraries are loaded that ask for it
    from briefkit.batch import Options

    form = as_format(format, open)
    options = Options(
        inputs or [], out, files_from=files_from, format=form, jobs=jobs, resume=resume,
        dry_run=dry_run, model=model, bullets=bullets, encoding=encoding, published=published,
        timeout=timeout, max_chars=max_chars, cluster=cluster, report=report,
        input_format=input_format,
    )  # fmt: skip
    if dry_run:
        return _planned(options)
    status = _run(options, verbose, quiet)
    if open:
        show_page(Path(out) / "index.html")
    return status


def _run(options: Options, verbose: bool, quiet: bool) -> ExitStatus:
    from briefkit.batch import run_batch
    from briefkit.cli.progress import make_progress

    started = time.monotonic()
    with make_progress(verbose, quiet) as progress:
        try:
            report = run_batch(options, progress.tell)
        except KeyboardInterrupt:
            progress.close()
            note("what was finished is whole; the same command with --resume goes on from it")
            raise
    progress.end(report)
    return _told(report, options, time.monotonic() - started)


def _planned(options: Options) -> ExitStatus:
    """The plan is data: a line an article on standard output."""
    from briefkit.batch import run_batch
    from briefkit.rendering.terminal import safe

    def line(report: Report, outcome: Outcome) -> None:
        write_data(safe(str(outcome)) + "\n")

    return _told(run_batch(options, line), options, 0)


def _told(report: Report, options: Options, seconds: float) -> ExitStatus:
    """What a batch comes to, on standard error."""
    for line in report.notes:
        remark(f"note: {line}")
    out = "standard output" if options.out == STDOUT else options.out
    remark(report.summary(out, seconds, dry_run=options.dry_run))
    if passed_over := report.passed_over():
        remark(passed_over)
    return report.status
