"""The quality gate: no figure over our own articles falls below its floor.

`python -m tests.quality.gate` prints every figure beside its floor (`--errors` what is wrong where);
`--update` raises the floors to what was reached, and lowers one only with `--allow-lower`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from briefkit.api import brief_articles
from briefkit.schema import Brief
from briefkit.scoring.markup import GoldArticle, read
from briefkit.scoring.score import Score

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"

# Another processor rounds the model's floats otherwise, and one item may flip with that: one item
# below its floor is noise, two are a loss. A floor does not sink by it: `--update` never lowers.
SLACK_ITEMS = 1


@dataclass(frozen=True)
class Figure:
    """A share of right items, and the number of items that it is a share of."""

    value: float
    items: int

    def reaches(self, floor: float) -> bool:
        """Whether the figure is at its floor, but for the noise of one item."""
        return self.value >= floor - SLACK_ITEMS / max(1, self.items) - 1e-6


def articles() -> list[Path]:
    """The files of the gold articles, by name."""
    return sorted((HERE / "articles").glob("*.txt"))


def fingerprint() -> str:
    """SHA-256 over names and contents of the gold: floors hold for the articles they came from."""
    digest = hashlib.sha256()
    for path in articles():
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


@cache
def briefs() -> list[tuple[GoldArticle, Brief]]:
    """The gold articles, each with the brief that it has now."""
    golds = [read(path) for path in articles()]
    found = []
    for gold, brief in zip(golds, brief_articles([g.article() for g in golds]), strict=True):
        if isinstance(brief, Exception):
            raise brief
        found.append((gold, brief))
    return found


def measure() -> tuple[dict[str, Figure], list[str]]:
    """Every figure over all articles, by name, and the errors in words."""
    score = Score()
    for gold, brief in briefs():
        score.add(gold, brief)
    figures = {
        name: Figure(count.f1, count.asked) for name, count in score.counts.items() if count.asked
    }
    return figures, score.errors


def load_floors() -> dict[str, Any]:
    """`{"fingerprint": ..., "floors": {figure: value}}`."""
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def failures(figures: dict[str, Figure], pinned: dict[str, Any]) -> list[str]:
    """What keeps the gate shut, a line each; [] where it is open."""
    if pinned["fingerprint"] != fingerprint():
        return [
            "the gold articles are not those that the floors were measured on: look at the"
            " figures, then pin them with `python -m tests.quality.gate --update`"
        ]
    lines = []
    for name, floor in pinned["floors"].items():
        if name not in figures:
            lines.append(f"{name}: no longer measured")
        elif not figures[name].reaches(floor):
            lines.append(f"{name}: {figures[name].value:.4f} is below its floor {floor:.4f}")
    lines += [f"{name}: has no floor" for name in figures if name not in pinned["floors"]]
    return lines


def updated(
    figures: dict[str, Figure], pinned: dict[str, Any], allow_lower: bool
) -> tuple[dict[str, Any], list[str]]:
    """The new floors, and the figures whose floor would have to be lowered for them.

    Where the second is not empty and lowering is not allowed, the floors stay as they are.
    """
    # Rounded down, so that a floor is never above what was measured.
    reached = {name: int(figure.value * 10_000) / 10_000 for name, figure in figures.items()}
    old = pinned["floors"]
    lower = [name for name, floor in old.items() if reached.get(name, 0.0) < floor]
    if lower and not allow_lower:
        return pinned, lower
    return {"fingerprint": fingerprint(), "floors": reached}, lower


def main(argv: list[str] | None = None) -> int:
    """Exit status 0 where the gate is open, 1 where it is shut or an update was refused."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.gate", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="also print what is wrong where")
    parser.add_argument("--update", action="store_true", help="pin the figures reached as floors")
    parser.add_argument("--allow-lower", action="store_true", help="let --update lower a floor")
    args = parser.parse_args(argv)
    figures, errors = measure()
    pinned = load_floors()
    out = sys.stdout.write
    if args.errors:
        out("".join(f"{line}\n" for line in errors))
    for name, figure in figures.items():
        out(f"{name:16} {figure.value:.4f}  floor {pinned['floors'].get(name, 0.0):.4f}")
        out(f"  of {figure.items}\n")
    if not args.update:
        shut = failures(figures, pinned)
        out("".join(f"FAILED {line}\n" for line in shut))
        return 1 if shut else 0
    new, lower = updated(figures, pinned, args.allow_lower)
    if lower and not args.allow_lower:
        out(f"not updated: {', '.join(lower)} would sink; --allow-lower if that is meant\n")
        return 1
    FLOORS.write_text(json.dumps(new, indent=2) + "\n", encoding="utf-8")
    out(f"pinned {len(new['floors'])} floors\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
