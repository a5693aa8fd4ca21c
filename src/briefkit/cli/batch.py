"""`briefkit batch`: many articles."""

from __future__ import annotations

import os
import time
from typing import Annotated

import typer

from briefkit.cli.guard import guarded, note
from briefkit.cli.options import Bullets, Encoding, Model, Published
from briefkit.errors import ExitStatus
from briefkit.rendering import Format


@guarded
def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Files, folders, globs, or .jsonl files."),
    ],
    out: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="OUT", help="A folder, or one file in .jsonl or .yaml."
        ),
    ],
    format: Annotated[
        Format | None,
        typer.Option(
            "--format", "-f", metavar="yaml|json", help="The form of the files of a folder."
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, max=512, metavar="N", help="Worker processes.")
    ] = 1,
    resume: Annotated[
        bool,
        typer.Option(
            "--resume",
            help="Keep the briefs of an earlier run whose article, version, model and options "
            "are the same.",
        ),
    ] = False,
    published: Published = None,
    bullets: Bullets = None,
    model: Model = None,
    encoding: Encoding = None,
) -> ExitStatus:
    """Extract the briefs of many articles.

    Into a folder goes one file an article, sub-folders kept; into a .jsonl or .yaml file all of
    them in input order. An article that fails is named, and the rest goes on.

    Example: briefkit batch articles/ -o briefs/ --jobs 2
    """
    # More threads than workers only wait for each other; libraries read these when they load.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")

    from briefkit.batch import run_batch
    from briefkit.cli.progress import make_progress

    started = time.monotonic()
    with make_progress() as progress:
        try:
            report = run_batch(
                inputs,
                out,
                format=format,
                jobs=jobs,
                resume=resume,
                model=model,
                bullets=bullets,
                encoding=encoding,
                published=published,
                listener=progress.tell,
            )
        except KeyboardInterrupt:
            progress.close()
            note("what was finished is whole; the same command with --resume goes on from it")
            raise
    note(report.summary(out, time.monotonic() - started))
    return report.status
