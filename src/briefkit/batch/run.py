"""The run of a batch: read, keep or brief, write in order, report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefkit.batch.inputs import Input, check_names, count_articles, find_inputs
from briefkit.batch.output import FolderOutput, Output, StreamOutput, stream_suffix
from briefkit.batch.report import Report, describe
from briefkit.batch.resume import fits
from briefkit.errors import BriefkitError, UsageError
from briefkit.pool import Pool, grouped
from briefkit.reading import Article
from briefkit.rendering import Format

if TYPE_CHECKING:
    from briefkit.batch.worker import Settings

Listener = Callable[[Report, str | None], None]


@dataclass(frozen=True)
class Task:
    """One article on its way; `outcome` is an earlier brief, or why there is no article."""

    item: Input
    article: Article | None
    outcome: str | Exception | None = None


def run_batch(
    given: Sequence[str],
    out: str,
    *,
    format: Format | None = None,
    jobs: int = 1,
    resume: bool = False,
    model: str | None = None,
    bullets: int | None = None,
    encoding: str | None = None,
    published: str | None = None,
    listener: Listener = lambda report, message: None,
) -> Report:
    """Brief every article of the inputs into `out`; see `briefkit batch --help`.

    `listener` is told of each settled article, with a message where one failed. Raises UsageError
    where nothing can be written, ModelError where there is no model.
    """
    inputs = find_inputs(given)
    suffix = stream_suffix(Path(out))
    format = _format(out, suffix, format)
    if suffix is None:
        check_names(inputs, f".{format}", encoding, published)

    from briefkit.batch.worker import Settings, expected_pipeline

    settings = Settings(format, suffix == ".jsonl", model, bullets)
    pipeline = expected_pipeline(settings)  # an unfit model is told before anything is written
    output: Output
    if suffix is None:
        output = FolderOutput(Path(out), f".{format}")
    else:
        output = StreamOutput(Path(out), suffix, resume=resume)

    def tasks() -> Iterator[Task]:
        for item in inputs:
            for article in item.articles(encoding, published):
                if isinstance(article, BriefkitError):
                    yield Task(item, None, article)
                    continue
                kept = None
                if resume:
                    kept = output.kept(item, article, lambda head, a: fits(head, a, pipeline))
                yield Task(item, article, kept)

    report = Report(total=count_articles(inputs))
    try:
        for group, results in _results(grouped(tasks(), _chars), jobs, settings):
            fresh = iter(results)
            for task in group:
                result = task.outcome if task.outcome is not None else next(fresh)
                _settle(task, result, output, report, listener)
        output.finish()
    finally:
        output.close()
    return report


def _format(out: str, suffix: str | None, format: Format | None) -> Format:
    """The format of the briefs, by OUT's ending and the option."""
    fitting = {None: (Format.YAML, Format.JSON), ".yaml": (Format.YAML,), ".jsonl": (Format.JSON,)}
    if format is None:
        return fitting[suffix][0]
    if format not in fitting[suffix]:
        raise UsageError(
            f"--format {format} does not fit -o {out}",
            f"use --format {' or '.join(fitting[suffix])}, or another -o",
        )
    return format


def _settle(
    task: Task, result: str | Exception, output: Output, report: Report, listener: Listener
) -> None:
    if isinstance(result, Exception) or task.article is None:
        assert isinstance(result, Exception)
        where = task.item.path
        if task.article and task.item.many:
            where = f"{where} ({task.article.id})"
        report.failed.append(describe(where, result))
        listener(report, report.failed[-1])
        return
    output.write(task.item, task.article, result, is_new=task.outcome is None)
    if task.outcome is None:
        report.written += 1
        report.words += task.article.words
    else:
        report.kept += 1
    listener(report, None)


def _chars(task: Task) -> int:
    """The length of what is still to do."""
    return len(task.article.text) if task.article and task.outcome is None else 0


def _results(
    groups: Iterator[list[Task]], jobs: int, settings: Settings
) -> Iterator[tuple[list[Task], list[str | Exception]]]:
    """Each group with the results of those of its articles that are still to do."""
    from briefkit.batch.worker import prepare, work

    sent: list[list[Task]] = []

    def articles() -> Iterator[list[Article]]:
        for group in groups:
            sent.append(group)
            yield [task.article for task in group if task.article and task.outcome is None]

    function = partial(work, settings=settings)
    with ExitStack() as stack:
        if jobs > 1:
            pool: Pool[Article, str] = Pool(function, partial(prepare, settings), jobs)
            answers = stack.enter_context(pool).map(articles())
        else:
            answers = map(function, articles())
        for answer in answers:
            yield sent.pop(0), answer
