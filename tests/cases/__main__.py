"""`python -m tests.cases` names the cases that differ; `--update` writes their briefs anew."""

from __future__ import annotations

import argparse
import sys

from tests.cases import __doc__ as about
from tests.cases import cases


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.cases",
        description=about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--update", action="store_true", help="write the briefs of today")
    update: bool = parser.parse_args().update
    changed = [
        case.path.name
        for case in cases()
        if (case.update() if update else case.brief() != case.expected)
    ]
    verb = "updated" if update else "differs"
    sys.stdout.write("".join(f"{verb} {name}\n" for name in changed))
    return 0 if update else int(bool(changed))


if __name__ == "__main__":
    sys.exit(main())
