"""The run of a batch: read, keep or brief, write in order, report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefkit import storage
from briefkit.batch.earlier import EarlierStreams, Find, find_file
from briefkit.batch.files import make_folder
from briefkit.batch.inputs import Inputs
from briefkit.batch.names import NameList, Taken, brief_name
from briefkit.batch.options import Options
from briefkit.batch.output import FolderOutput, Output, StreamOutput, earlier_streams
from briefkit.batch.report import Outcome, Report, ReportFile, Status, failure
from briefkit.batch.tasks import Task, survey, tasks
from briefkit.errors import UnreadableError
from briefkit.pool import answered, grouped

if TYPE_CHECKING:
    from briefkit.batch.worker import Settings
    from briefkit.reading import Article
    from briefkit.schema import Pipeline

Listener = Callable[[Report, Outcome], None]


def run_batch(options: Options, listener: Listener = lambda report, outcome: None) -> Report:
    """Brief every article of the inputs; see `briefkit batch --help`.

    `listener` is told of each settled article. Raises UsageError where options do not fit or
    nothing can be written, UnreadableError where there is nothing to read, ModelError where there
    is no model.
    """
    options.check()
    with ExitStack() as stack:
        names = None
        if options.files_from:
            names = stack.enter_context(closing(NameList(options.files_from)))
        inputs = Inputs(options.given, names, options.written, options.input_format)
        return _run(inputs, options, listener)


def _run(inputs: Inputs, options: Options, listener: Listener) -> Report:
    inputs.check()
    report = Report()
    report.total = survey(inputs, options, report.notes)

    # An unfit model is told before anything is written.
    from briefkit.batch.worker import Settings, expected_pipeline

    settings = Settings(options.checked_format(), options.model, options.bullets)
    pipeline = expected_pipeline(settings)
    with ExitStack() as stack:
        file = None
        if options.report and not options.dry_run:
            if options.suffix and Path(options.out) in Path(options.report).parents:
                make_folder(options.out)
            file = ReportFile(options.report)
            stack.callback(file.remove)

        def tell(outcome: Outcome) -> None:
            if file:
                file.add(outcome)
            report.add(outcome)
            listener(report, outcome)

        output = None if options.dry_run else stack.enter_context(closing(_output(options)))
        earlier = _earlier(options, pipeline, stack)
        found = stack.enter_context(closing(tasks(inputs, options, earlier)))
        if output is None:
            for task in found:
                tell(_outcome(task, "to do" if task.is_open else "kept", task.error, options))
        else:
            for task, result in _results(found, options, settings):
                tell(_settled(task, result, output, options))
        report.skipped = dict(inputs.skipped)
        if report.done < (report.total or 0):
            tell(_vanished((report.total or 0) - report.done))
        if output:
            output.finish()
        if file:
            file.move()
    return report


def _output(options: Options) -> Output:
    suffix = options.suffix
    if suffix == ".html":
        from briefkit.batch.pages import PagesOutput

        return PagesOutput(options.out)
    if suffix is not None:
        return FolderOutput(options.out, suffix)
    return StreamOutput(options.out, str(options.stream), resume=options.resume)


def _earlier(options: Options, pipeline: Pipeline, stack: ExitStack) -> Find:
    if not options.resume:
        return lambda item, article: None
    if suffix := options.suffix:
        return partial(find_file, options.out, suffix, pipeline)
    streams = EarlierStreams(earlier_streams(options.out), str(options.stream), pipeline)
    return stack.enter_context(closing(streams)).find


def _settled(
    task: Task, result: str | Exception | None, output: Output, options: Options
) -> Outcome:
    """Write or keep the brief of an article."""
    error = result if isinstance(result, Exception) else task.error
    if task.article and not error:
        try:
            if isinstance(result, str):
                output.write(task.item, task.article, result)
            else:
                output.keep(task.item, task.article, task.kept or b"")
        except Taken as taken:
            error = taken
    return _outcome(task, "kept" if result is None else "written", error, options)


def _outcome(task: Task, status: Status, error: Exception | None, options: Options) -> Outcome:
    article, item = task.article, task.item
    if article is None or error:
        why = error or UnreadableError(f"{task.where}: cannot be read")
        return failure(task.where, item.path, article.id if article else None, why)
    target = options.out
    if suffix := options.suffix:
        target = storage.join(target, brief_name(item.folder, article.id, suffix))
    return Outcome(task.where, status, item.path, article.id, target, article.words)


def _vanished(number: int) -> Outcome:
    """What to say of articles that were counted and then not there."""
    reason = f"{number:,} fewer articles than at the start: a file was cut, or a folder emptied"
    return Outcome("the inputs", "failed", "", reason=reason, hint="run it again with --resume")


def _results(
    found: Iterator[Task], options: Options, settings: Settings
) -> Iterator[tuple[Task, str | Exception | None]]:
    """Each task with the result of its article, None where nothing is to do for it."""
    from briefkit.batch.engines import engine
    from briefkit.batch.work import Work
    from briefkit.batch.worker import label, prepare, work

    briefing: Work[Article, str] = Work(
        partial(work, settings=settings), partial(prepare, settings), partial(label, settings)
    )

    def articles(tasks: list[Task]) -> list[Article]:
        return [task.article for task in tasks if task.article and task.is_open]

    groups = grouped(found, lambda task: task.chars)
    with engine(briefing, options.jobs, options.timeout, options.cluster) as briefed:
        for group, answer in answered(groups, lambda sent: briefed(map(articles, sent))):
            results = iter(answer)
            for task in group:
                yield task, next(results) if task.is_open else None
