"""What a batch is asked to do."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from briefkit import storage
from briefkit.errors import UsageError
from briefkit.reading import Form, How
from briefkit.rendering import Format

STDOUT = "-"
_SINGLE = (".html", ".htm", ".json", ".md", ".txt")
_STREAMS = {".jsonl": ".jsonl", ".yaml": ".yaml", ".yml": ".yaml"}


@dataclass(frozen=True)
class Options:
    """The arguments of `briefkit batch`; `given` and `files_from` name the inputs.

    `timeout` is in seconds, `max_chars` in code points, `cluster` the address of a Dask scheduler
    or "local"; `report` is a path.
    """

    given: Sequence[str]
    out: str
    files_from: str | None = None
    format: Format | None = None
    jobs: int = 1
    resume: bool = False
    dry_run: bool = False
    model: str | None = None
    bullets: int | None = None
    encoding: str | None = None
    input_format: Form | None = None
    published: str | None = None
    timeout: float | None = None
    max_chars: int | None = None
    cluster: str | None = None
    report: str | None = None

    @property
    def stream(self) -> str | None:
        """ ".jsonl" or ".yaml" where OUT is to be one file, None where it is a folder."""
        if self.out == STDOUT:
            return ".jsonl" if self.format in (Format.JSON, Format.JSONL) else ".yaml"
        return next(
            (kind for end, kind in _STREAMS.items() if self.out.lower().endswith(end)), None
        )

    @property
    def suffix(self) -> str | None:
        """The ending of the files in a folder OUT; None where OUT is one file."""
        return None if self.stream else f".{self.checked_format()}"

    @property
    def written(self) -> list[str]:
        """OUT and the report, with what stands beside OUT while it grows."""
        ends = ("", ".part", ".done") if self.stream else ("",)
        out = [self.out + end for end in ends if self.out != STDOUT]
        return [*out, self.report] if self.report else out

    def checked_format(self) -> Format:
        """The format of the briefs, by OUT's ending and the option. Raises UsageError."""
        fitting = {
            None: (Format.YAML, Format.JSON, Format.HTML),
            ".yaml": (Format.YAML,),
            ".jsonl": (Format.JSON, Format.JSONL),
        }[self.stream]
        asked = self.format or fitting[0]
        if asked not in fitting:
            choices = [*fitting[:-2], " or ".join(fitting[-2:])]
            raise UsageError(
                f"--format {asked} does not fit -o {self.out}",
                f"use --format {', '.join(choices)}, or another -o",
            )
        return Format.JSONL if self.stream == ".jsonl" else asked

    def check(self) -> None:
        """Raise UsageError for options that make no sense, or not together."""
        How(self.encoding, self.published)
        if not self.given and self.files_from is None:
            raise UsageError(
                "no INPUT", "give files, folders, globs or .jsonl files, or --files-from LIST"
            )
        if self.out.lower().endswith(".gz"):
            raise UsageError(
                f"-o {self.out}: a compressed file could not be resumed",
                f"use -o {self.out[:-3]}, and gzip it at the end",
            )
        ending = PurePath(self.out).suffix
        is_folder = not storage.is_url(self.out) and storage.is_folder(self.out)
        if ending.lower() in _SINGLE and not is_folder:
            raise UsageError(
                f"-o {self.out}: a {ending} file holds one brief",
                "use .jsonl or .yaml for all of them in one file, or a folder for one file per "
                "article (with -f html pages, and an index of them)",
            )
        if self.out == STDOUT and self.resume:
            raise UsageError("-o -: there is nothing to resume from", "leave out --resume")
        if self.report == STDOUT:
            raise UsageError("--report -: the report is a file", "give its name")
        files = [os.path.realpath(path) for path in (*self.written, self.files_from) if path]
        if len(set(files)) < len(files):
            raise UsageError(
                "two of -o, --report and --files-from name one file", "give each its own"
            )
        if self.cluster and self.timeout is not None:
            raise UsageError(
                "--timeout does not go with --cluster: a scheduler cannot stop an article",
                "use --max-chars to keep long articles out, or --jobs on this machine",
            )
        self.checked_format()
