"""`make fuzz`: thousands of mutated articles, checked, and briefed by one and by two workers."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from functools import partial

from briefkit.api import brief_articles
from briefkit.batch.worker import Settings, prepare, work
from briefkit.pool import Pool
from briefkit.reading import Article
from tests.fuzz.check import GROUP, articles, check, lines
from tests.fuzz.mutations import mutated


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000, metavar="N", help="how many")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="number of the first")
    asked = parser.parse_args()
    started, failed, done = time.monotonic(), 0, 0
    settings = Settings(lines=True)
    pool: Pool[Article, str] = Pool(partial(work, settings=settings), partial(prepare, settings), 2)
    with pool:
        answers = pool.map(groups(asked.first, asked.articles))
        for group, by_two in zip(groups(asked.first, asked.articles), answers, strict=True):
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
            if done % (GROUP * 25) == 0:
                sys.stderr.write(f"{done:,} articles, {failed:,} with faults\n")
    seconds = time.monotonic() - started
    sys.stdout.write(f"{done:,} articles, {failed:,} with faults, in {seconds:.0f} s\n")
    return 1 if failed else 0


def groups(first: int, count: int) -> Iterator[list[Article]]:
    """The articles of these numbers, in groups."""
    for start in range(first, first + count, GROUP):
        numbers = range(start, min(start + GROUP, first + count))
        yield list(articles((number, mutated(number)) for number in numbers))


sys.exit(main())
