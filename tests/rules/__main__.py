"""`make rules`: how often each rule fires, in how many articles, and what it is worth."""

from __future__ import annotations

import argparse
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from tests.rules.probe import bind, install


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.rules", description=__doc__)
    parser.add_argument(
        "paths", nargs="*", type=Path, help="articles, folders of them or .jsonl; else our gold"
    )
    parser.add_argument("--room", default="", help="only files that begin so: components/dates")
    parser.add_argument("--ablate", action="store_true", help="leave out one after the other")
    parser.add_argument(
        "--most", type=int, default=10**6, help="leave out only what fires in at most N articles"
    )
    parser.add_argument(
        "--tests", nargs="+", default=[], help="folders of tests that are run, too: what they show"
    )
    args = parser.parse_args()
    probe = install()  # before a component is imported
    from tests.rules.articles import cases
    from tests.rules.count import Counting
    from tests.rules.rows import watch
    from tests.rules.table import summary, table

    watch(probe)
    counting = Counting(probe)
    bind(probe.count)
    counting.run(cases(args.paths), keep=args.ablate)
    rules = [i for i, c in enumerate(probe.conditions) if c.file.startswith(args.room)]
    if args.tests:
        bind(probe.test)
        with redirect_stdout(sys.stderr):
            pytest.main(["-p", "no:cacheprovider", *args.tests])
    results = {}
    scored = {i: len(counting.kept.keys() & probe.fired[i].keys()) for i in rules}
    chosen = [i for i in rules if 0 < scored[i] <= args.most]
    for done, rule in enumerate(chosen, 1):
        results[rule] = counting.without(rule)
        if done % 25 == 0:
            sys.stderr.write(f"{done} of {len(chosen)}\n")
    sys.stdout.writelines(table(probe, counting.sets, rules, results))
    sys.stdout.writelines(summary(probe, rules, results, len(counting.sets)))


if __name__ == "__main__":
    main()
