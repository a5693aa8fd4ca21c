"""Draw docs/summary.svg, the picture of the README: the seed's summary as a terminal shows it.

usage: python docs/picture.py
"""

from __future__ import annotations

import os
from io import StringIO
from pathlib import Path

from rich.console import Console

import briefkit
from briefkit.reading import read_article
from briefkit.rendering.summary import print_summary

HERE = Path(__file__).resolve().parent
SEED = "seeds/rare-military-visit.txt"


def main() -> None:
    """Extract the seed's brief and write the picture."""
    os.chdir(HERE.parent)  # the picture shows the path as a user gives it
    brief = briefkit.extract(read_article(SEED, published="2025-01-13"))
    console = Console(
        record=True, width=90, file=StringIO(), force_terminal=True, markup=False, highlight=False
    )
    print_summary(brief, console)
    console.save_svg(str(HERE / "summary.svg"), title="briefkit extract", unique_id="briefkit")


if __name__ == "__main__":
    main()
