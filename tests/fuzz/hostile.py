"""`make hostile`: short texts that repeat for ever, each at 1, 2, 4 and 8 times its length.

A table says for each how processor time grows, how much memory its process takes, and how long its
brief is. `tests/test_budgets.py` and `tests/reading/test_pages.py` hold the same units to a bound.

usage: python -m tests.fuzz.hostile [UNIT ...]
"""

from __future__ import annotations

import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

UNITS = {
    "titles": "Mr. ", "datelines": "LONDON, ", "names in a row": "John Smith and ",
    "colons": "a:b:", "marks": '"', "words": "a b ", "dates": "1 May ", "reports": "he said that ",
    "quotes": "“No,” he said. ", "bullets": "- Open\n", "brackets": "(AB) ",
    "turns": "Q: Who said so?\n\nA: He did.\n\n", "appositions": "Smith, the mayor of Lorn, ",
    "open brackets": "(", "a calendar": "1 May: Leeds v York; ", "unseen marks": "Ol\u00adsen\u200b ",
    "reports in reports": "Vale said that Smith said that ", "unique names": "",
}  # fmt: skip
PAGES = {
    "<td>": "<td>a", "<li>": "<li>a", "<tr>": "<tr><td>a</td></tr>", "<h2>": "<h2>a</h2>",
    "<div>": "<div>a</div>", "<p class id>": '<p class="b" id=c>a',
}  # fmt: skip
FULL = {"full of marks": '"', "full of words": "a b ", "full of brackets": "("}
"""At once as many words and marks as an article may have."""
_CHARS, _ELEMENTS, _TOKENS, _TIMES = 4_000, 5_000, 248_000, (1, 2, 4, 8)
_SECONDS = 600


def hostile_text(name: str, size: int) -> str:
    """About so many characters of a unit."""
    if name == "unique names":
        chance = random.Random(size)
        made = ["".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in "123")
                for _ in range(size // 10)]  # fmt: skip
        pairs = zip(made[::2], made[1::2], strict=False)
        return "".join(f"{one.title()} {two.title()} spoke. " for one, two in pairs)
    unit = UNITS[name]
    head = "At a Glance\n" if unit.startswith("- ") else ""
    return head + unit * (size // len(unit))


def _article(name: str, times: int) -> str:
    if name in PAGES:
        return PAGES[name] * (_ELEMENTS * times)
    if name in FULL:
        return FULL[name] * (_TOKENS // len(FULL[name].split()))
    return hostile_text(name, _CHARS * times)


def _brief(name: str, article: str, folder: str) -> int:
    """Characters of the brief; a page is read and not briefed, nor is what cannot be read."""
    import briefkit
    from briefkit.errors import BriefkitError
    from briefkit.reading import read_article
    from briefkit.rendering import Format, render

    try:
        if name not in PAGES:
            return len(render(briefkit.extract(article), Format.YAML))
        path = Path(folder, "a.html")
        path.write_text(article, encoding="utf-8")
        read_article(str(path))
    except BriefkitError:
        pass
    return 0


def _runs(name: str) -> Iterator[tuple[int, float, int]]:
    """Of each length: how often the first, seconds of the faster of two runs, size of the brief."""
    with tempfile.TemporaryDirectory() as folder:
        _brief("warm", "Ada Quill spoke. " * 20, folder)
        for times in _TIMES[:1] if name in FULL else _TIMES:
            article = _article(name, times)
            taken: list[float] = []
            size = 0
            while len(taken) < 2 and sum(taken) < 2:
                started = time.process_time()
                size = _brief(name, article, folder)
                taken.append(time.process_time() - started)
            yield times, min(taken), size


def measure(name: str) -> None:
    """Write a line for each length of a unit, with the peak memory of this process in MB.

    What takes longer than ten minutes of processor time is cut off there.
    """
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    for run in _runs(name):
        # Not ru_maxrss, which a child takes over from the process that started it.
        status = Path("/proc/self/status").read_text(encoding="ascii")
        peak = int(status.partition("VmHWM:")[2].split()[0]) // 1024
        sys.stdout.write(json.dumps([*run, peak]) + "\n")
        sys.stdout.flush()


def row(name: str) -> str:
    """A line of the table."""
    command = [sys.executable, "-m", "tests.fuzz.hostile", "--measure", name]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False).stdout
    runs = [json.loads(line) for line in told.splitlines()]
    if not runs:
        return f"{name:20} killed, or more than {_SECONDS} s"
    times, seconds, sizes, peaks = zip(*runs, strict=True)
    step = math.log(times[-1] / times[0]) if len(runs) > 1 else 0.0
    grown = f"{math.log(seconds[-1] / seconds[0]) / step:8.2f}" if step else " " * 8
    cut = "" if name in FULL or times[-1] == _TIMES[-1] else f"  cut off behind {times[-1]} times"
    taken = " ".join(f"{one:7.2f}" for one in seconds)
    return f"{name:20} {taken:31} {grown} {max(peaks):8,} {max(sizes) // 1000:8,}{cut}"


def main(names: list[str]) -> None:
    sys.stdout.write(f"{'unit':20} {'seconds at 1, 2, 4, 8 times':31} exponent  peak MB brief KB\n")
    for name in names or [*UNITS, *PAGES, *FULL]:
        sys.stdout.write(row(name) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2])
    else:
        main(sys.argv[1:])
