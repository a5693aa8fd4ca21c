"""One article's whole way, and what must hold of any."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import briefkit

SEED = Path(__file__).parents[1] / "seeds" / "rare-military-visit.txt"


def test_the_seed_has_a_brief() -> None:
    brief = briefkit.extract(SEED.read_text(encoding="utf-8"), published="2025-01-13")
    assert brief.source.words == 454
    assert brief.published == "2025-01-13"
    assert brief.published_from == "option"
    assert brief.lede and brief.lede.startswith("Japan welcomes Chinese military delegates")


def test_importing_briefkit_leaves_spacy_alone() -> None:
    code = "import sys, briefkit; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
