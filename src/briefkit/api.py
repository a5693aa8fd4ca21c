"""briefkit from Python: articles in, briefs out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import RLock

from briefkit.assemble import assemble
from briefkit.errors import BriefkitError, UsageError
from briefkit.pipeline import annotate, load, model_label
from briefkit.pool import Pool, grouped
from briefkit.reading import Article, How, read_article, read_text
from briefkit.schema import Brief

# The pipeline is made for one thread: the strings of a call end with it, whoever else reads them.
_ONE_AT_A_TIME = RLock()
if hasattr(os, "register_at_fork"):  # a forked process has no other thread that would release it
    os.register_at_fork(
        before=_ONE_AT_A_TIME.acquire,
        after_in_parent=_ONE_AT_A_TIME.release,
        after_in_child=_ONE_AT_A_TIME.release,
    )


def brief_articles(
    articles: Sequence[Article], model: str | None = None, bullets: int | None = None
) -> list[Brief | Exception]:
    """The brief of each article, in order, or the exception that it ended with."""
    found: list[Brief | Exception] = []
    with _ONE_AT_A_TIME:
        nlp = load(model)
        label = model_label(nlp)
        for article, doc in zip(articles, annotate(nlp, articles, bullets), strict=True):
            if isinstance(doc, Exception):
                found.append(doc)
                continue
            try:
                found.append(assemble(article, doc, label).with_article(article))
            except Exception as error:  # one article's failure is not another's
                found.append(error)
    return found


_LONGEST_NAME = 255  # characters: a longer text is no name of a file


def extract(
    article: str | Path | Article,
    *,
    published: str | None = None,
    title: str | None = None,
    bullets: int | None = None,
    model: str | None = None,
) -> Brief:
    """The brief of one article, given as plain text, as the path of its file, or as an Article.

    `published` is the day that relative dates count from, in ISO 8601 ("2025-01-13").
    Raises BriefkitError where the text cannot be read or the model cannot be loaded.
    """
    _check_count(bullets)
    if published is not None and not isinstance(published, str):
        raise UsageError(f"published={published!r} is not a text", "give the day as '2025-01-13'")
    if isinstance(article, Article) and (published or title):
        raise UsageError(
            "an Article has its own day and title", "give both to briefkit.reading.make_article"
        )
    if isinstance(article, Path):
        if title:
            raise UsageError("a file has its own title", "give its text, or leave title out")
        return extract_file(article, published=published, bullets=bullets, model=model)
    if isinstance(article, str):
        _check_is_text(article)
        article = read_text(article, How(published=published), title=title)
    elif not isinstance(article, Article):
        raise _no_article(article)
    (brief,) = brief_articles([article], model, bullets)
    if isinstance(brief, Exception):
        raise brief
    return brief


def extract_file(
    path: str | Path,
    *,
    published: str | None = None,
    bullets: int | None = None,
    model: str | None = None,
) -> Brief:
    """The brief of the article in a file: text, Markdown, HTML, or what else `briefkit extract`
    reads.

    Raises BriefkitError where the file cannot be read or the model cannot be loaded.
    """
    return extract(read_article(str(path), How(published=published)), bullets=bullets, model=model)


def _check_count(bullets: object) -> None:
    """Raise UsageError for what is no number of bullets."""
    if bullets is not None and (not isinstance(bullets, int) or bullets < 0):
        raise UsageError(
            f"bullets={bullets!r} is not a number of bullets", "give 0 or more, or None"
        )


def _check_is_text(text: str) -> None:
    """Raise UsageError for the name of a file, which is not what it was given for."""
    try:
        is_name = len(text) <= _LONGEST_NAME and "\n" not in text and Path(text).is_file()
    except (OSError, ValueError):
        return
    if is_name:
        raise UsageError(
            f"{text!r} is a file, and extract takes the text of an article",
            "use briefkit.extract_file(...), or give a pathlib.Path",
        )


def extract_many(
    articles: Iterable[str | Path | Article],
    *,
    jobs: int = 1,
    bullets: int | None = None,
    model: str | None = None,
) -> Iterator[Brief]:
    """The briefs of many articles, in order and in constant memory, made by `jobs` processes.

    Raises the error of the first article that fails, behind the briefs before it; `briefkit batch`
    names it and goes on. Where processes are spawned (not on Linux), call it under
    `if __name__ == "__main__":`.
    """
    if not isinstance(jobs, int) or jobs < 1:
        raise UsageError(f"jobs={jobs!r} is not a number of processes", "give 1 or more")
    _check_count(bullets)
    if isinstance(articles, str):
        raise UsageError("one text is not many", "give a list of texts, or use briefkit.extract")
    batches = grouped(
        map(_made, articles), lambda made: len(made.text) if isinstance(made, Article) else 0
    )
    work = partial(_briefs, model=model, bullets=bullets)
    if jobs == 1:
        yield from _raised(map(work, batches))
        return
    pool: Pool[Article | Exception, Brief] = Pool(work, partial(load, model), jobs)
    with pool:
        yield from _raised(pool.map(batches))


def _made(article: object) -> Article | Exception:
    """The Article, or why there is none, which is told when its turn comes."""
    try:
        match article:
            case Article():
                return article
            case str():
                _check_is_text(article)
                return read_text(article)
            case Path():
                return read_article(str(article))
    except BriefkitError as error:
        return error
    return _no_article(article)


def _briefs(
    made: Sequence[Article | Exception], model: str | None, bullets: int | None
) -> list[Brief | Exception]:
    articles = [one for one in made if isinstance(one, Article)]
    briefs = iter(brief_articles(articles, model, bullets))
    return [one if isinstance(one, Exception) else next(briefs) for one in made]


def _no_article(given: object) -> UsageError:
    return UsageError(
        f"{type(given).__name__} is not an article: give text, a pathlib.Path or an Article",
        "decode bytes to text, or write them to a file for briefkit.extract_file",
    )


def _raised(answers: Iterable[list[Brief | Exception]]) -> Iterator[Brief]:
    for answer in answers:
        for brief in answer:
            if isinstance(brief, Exception):
                raise brief
            yield brief
