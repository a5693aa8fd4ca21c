"""`make fuzz`: thousands of mutated articles, checked, and briefed by one and by two workers.

With `--from`, the articles of files (`.jsonl`, `.txt`, `.html`, ...) take their place.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from functools import partial
from itertools import chain, islice, tee

from briefkit.api import brief_articles
from briefkit.batch.worker import Settings, prepare, work
from briefkit.errors import BriefkitError
from briefkit.pool import Pool
from briefkit.reading import Article, read_articles
from briefkit.rendering import Format
from tests.fuzz.check import GROUP, articles, check, lines
from tests.fuzz.mutations import mutated


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000, metavar="N", help="how many")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="number of the first")
    parser.add_argument("--from", nargs="+", dest="files", metavar="FILE", help="these, unchanged")
    asked = parser.parse_args()
    started, failed, done = time.monotonic(), 0, 0
    settings = Settings(Format.JSONL)
    pool: Pool[Article, str] = Pool(partial(work, settings=settings), partial(prepare, settings), 2)
    given = of_files(asked.files) if asked.files else groups(asked.first, asked.articles)
    with pool:
        for_one, for_two = tee(given)
        for group, by_two in zip(for_one, pool.map(for_two), strict=True):
            briefs = brief_articles(group)
            told = list(check(group, briefs))
            told += [
                (article.id, "one worker and two give different bytes")
                for article, one, two in zip(group, lines(briefs), by_two, strict=True)
                if one != (repr(two) if isinstance(two, Exception) else two)
            ]
            for id, fault in told:
                sys.stdout.write(f"{id}: {fault}\n")
            failed += len({id for id, _ in told})
            done += len(group)
            sys.stderr.write(f"\r{done:,} articles, {failed:,} with faults")
            sys.stdout.flush()
    seconds = time.monotonic() - started
    sys.stdout.write(f"\n{done:,} articles, {failed:,} with faults, in {seconds:.0f} s\n")
    return 1 if failed else 0


def groups(first: int, count: int) -> Iterator[list[Article]]:
    """The articles of these numbers, in groups."""
    for start in range(first, first + count, GROUP):
        numbers = range(start, min(start + GROUP, first + count))
        yield list(articles((number, mutated(number)) for number in numbers))


def of_files(files: list[str]) -> Iterator[list[Article]]:
    """The articles of these files, in groups."""
    found = chain.from_iterable(map(read_articles, files))
    while group := list(islice(found, GROUP)):
        yield [_readable(article) for article in group]


def _readable(article: Article | BriefkitError) -> Article:
    if isinstance(article, BriefkitError):
        raise article
    return article


if __name__ == "__main__":
    sys.exit(main())
