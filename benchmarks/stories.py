"""Time and memory of `briefkit story` and `briefkit stories` over made-up briefs.

usage: stories.py BRIEFS.jsonl [NUMBER ...]   briefs to multiply, and how many there shall be.

Every copy has an id, a day and names of its own: of a thousand copies of one article, each is
about other people, as far as names tell.
"""

from __future__ import annotations

import json
import math
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SYLLABLES = [a + b for a in "bdklmnprstv" for b in "aeiou"]


def copies(source: Path, target: Path, number: int) -> None:
    """Write `number` briefs, each one of `source` with names that no other copy has."""
    lines = source.read_text(encoding="utf-8").splitlines()
    with target.open("w", encoding="utf-8") as out:
        for copy in range(number):
            line = lines[copy % len(lines)]
            round = copy // len(lines)
            brief = json.loads(line)
            if round:
                line = _renamed(line, brief, random.Random(round))
                brief = json.loads(line)
            brief["source"]["id"] += f"-{round}"
            brief["source"]["sha256"] = f"{copy:064x}"
            brief["published"] = f"2024-{1 + round % 12:02}-{1 + copy % 28:02}"
            out.write(json.dumps(brief, ensure_ascii=False) + "\n")


def _renamed(line: str, brief: dict[str, list[dict[str, str]]], chance: random.Random) -> str:
    """Every person and body with another name of as many letters, so that places stay right."""
    words = sorted(
        {
            word
            for actor in brief["actors"]
            if actor["type"] in ("person", "organization")
            for word in re.findall(r"[A-Z][a-z]{3,}", actor["name"])
        }
    )
    made = {
        word: "".join(chance.choice(SYLLABLES) for _ in word).capitalize()[: len(word)]
        for word in words
    }
    return re.sub(r"\b[A-Z][a-z]{3,}\b", lambda found: made.get(found[0], found[0]), line)


def measure(command: list[str]) -> tuple[float, float]:
    """Seconds and megabytes of a command."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True,"
        " stderr=subprocess.DEVNULL); use = resource.getrusage(resource.RUSAGE_CHILDREN);"
        " print(use.ru_utime + use.ru_stime, use.ru_maxrss / 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command], check=True, capture_output=True, text=True
    )
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def main() -> None:
    source, *numbers = sys.argv[1:]
    sizes = [int(number) for number in numbers] or [1_000, 10_000]
    briefkit = [sys.executable, "-m", "briefkit"]
    before: dict[str, tuple[int, float, float]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            briefs = Path(folder, "briefs.jsonl")
            copies(Path(source), briefs, size)
            for name, out in (("story", "story.yaml"), ("stories", "stories")):
                command = [*briefkit, name, str(briefs), "-o", str(Path(folder, out))]
                start = time.perf_counter()
                seconds, megabytes = measure(command)
                wall = time.perf_counter() - start
                line = f"{name:8} {size:7,} briefs: {seconds:8.1f} s of CPU, {wall:.0f} s in all,"
                line += f" {megabytes:6.0f} MB"
                if name in before:
                    old, time_before, memory_before = before[name]
                    step = math.log(size / old)
                    line += f"; exponents {math.log(seconds / time_before) / step:.2f}"
                    line += f" and {math.log(megabytes / memory_before) / step:.2f}"
                print(line, flush=True)
                before[name] = (size, seconds, megabytes)


if __name__ == "__main__":
    main()
