"""`python benchmarks/pages.py PAGES.jsonl FOLDER`: briefkit's reader beside other extractors.

A line of PAGES.jsonl has the truth of a page: `id` and either `text` or `title`, `authors`,
`published`, `headings`, `summary`, `paragraphs`; FOLDER holds each page as ID.html.gz. All tools
read the same bytes, one after the other in one process, and their processor time is counted
without their import. Tools that are not installed are left out: `pip install newspaper4k
readability-lxml`. At the end, `batch --jobs 2` over all pages, with the model.
"""

from __future__ import annotations

import gzip
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass
class Reading:
    """What a tool reads of a page: its prose, and what it says of it."""

    prose: list[str]
    headings: list[str]
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None


def briefkit(page: Path) -> Reading:
    from briefkit.reading import read_article

    article = read_article(str(page))
    prose = [
        b for b in article.blocks if b.kind not in ("headline", "byline", "caption", "furniture")
    ]
    words = [(b.kind, article.text[b.start : b.end]) for b in prose]
    heads = [text for kind, text in words if kind in ("heading", "bullets_header")]
    return Reading(
        [text for _, text in words],
        heads,
        article.title,
        article.authors,
        (article.published or "")[:10],
    )


def trafilatura(page: Path) -> Reading:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(page.read_bytes(), with_metadata=True, include_comments=False)
    parts = [
        (one.tag, " ".join(one.itertext()))
        for one in found.body.iter("p", "head", "item", "row", "quote")
        if one.tag != "quote" or not len(one)
    ]
    authors = tuple(filter(None, (found.author or "").split("; ")))
    return Reading(
        [text for _, text in parts],
        [text for tag, text in parts if tag == "head"],
        found.title,
        authors,
        found.date,
    )


def newspaper4k(page: Path) -> Reading:
    from newspaper import Article  # type: ignore[import-not-found, unused-ignore]

    article = Article("http://example.org/")
    article.download(input_html=page.read_text("utf-8", errors="replace"))
    article.parse()
    day = article.publish_date.date().isoformat() if article.publish_date else None
    return Reading([article.text], [], article.title, tuple(article.authors), day)


def readability(page: Path) -> Reading:
    import lxml.html  # type: ignore[import-untyped, unused-ignore]
    from readability import Document  # type: ignore[import-not-found, unused-ignore]

    document = Document(page.read_text("utf-8", errors="replace"))
    root = lxml.html.fromstring(document.summary())
    heads = [one.text_content() for one in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    for one in root.iter():
        one.tail = f" {one.tail or ''} "
    return Reading([root.text_content()], heads, document.short_title())


TOOLS: tuple[Callable[[Path], Reading], ...] = (briefkit, trafilatura, newspaper4k, readability)


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def letters(text: str | None) -> str:
    return "".join(tokens(text or ""))


def f1(wanted: Iterable[Any], found: Iterable[Any]) -> float:
    """2 * shared / (wanted + found), counted with repetitions."""
    one, other = Counter(wanted), Counter(found)
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 1.0


def grams(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))] if words else []


def score(row: dict[str, Any], got: Reading, sums: dict[str, float], counts: Counter[str]) -> None:
    """Add a page to the sums of each figure."""
    parts = [*row.get("summary", ()), *row.get("headings", ()), *row.get("paragraphs", ())]
    wanted, found = tokens("\n".join(parts) or row["text"]), tokens("\n".join(got.prose))
    kind = "papers" if parts else "all kinds"
    figures = {
        f"{kind}: body": f1(wanted, found),
        f"{kind}: 4-gram": f1(grams(wanted), grams(found)),
    }
    if parts:
        joined, heads = letters("".join(got.prose)), set(map(letters, got.headings))
        figures["headline"] = letters(got.title) == letters(row["title"])
        figures["authors"] = set(map(letters, got.authors)) == set(map(letters, row["authors"]))
        figures["day"] = (got.published or None) == row["published"]
        for name, pieces, kept in (
            ("headings", row["headings"], heads),
            ("paragraphs", row["paragraphs"], joined),
        ):
            counts[name] += len(pieces)
            sums[name] += sum(letters(piece) in kept for piece in pieces)
    for name, value in figures.items():
        counts[name] += 1
        sums[name] += value


def measure(tool: Callable[[Path], Reading], rows: list[dict[str, Any]], folder: Path) -> str:
    """One line: the figures, the pages that were not read, and the seconds."""
    readings: list[Reading | None] = []
    start = 0.0
    for number, row in enumerate([rows[0], *rows]):
        if number == 1:  # the first pays for the imports
            readings, start = [], time.process_time()
        try:
            readings.append(tool(folder / f"{row['id']}.html"))
        except ImportError:
            return f"{tool.__name__:12} is not installed"
        except Exception:  # each tool has errors of its own
            readings.append(None)
    seconds = time.process_time() - start
    sums: dict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    for row, reading in zip(rows, readings, strict=True):
        score(row, reading or Reading([], []), sums, counts)
    told = "  ".join(f"{name} {sums[name] / counts[name]:.3f}" for name in counts)
    return f"{tool.__name__:12} {told}  not read {readings.count(None)}  {seconds:.1f} s"


def main() -> None:
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").split("\n") if line]
    packed = Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as tmp:
        folder = Path(tmp) / "pages"
        folder.mkdir()
        for row in rows:
            source = packed / f"{row['id']}.html.gz"
            (folder / f"{row['id']}.html").write_bytes(gzip.decompress(source.read_bytes()))
        for tool in TOOLS:
            print(measure(tool, rows, folder), flush=True)
        start = time.perf_counter()
        command = [
            sys.executable,
            "-m",
            "briefkit",
            "batch",
            str(folder),
            "-o",
            f"{tmp}/out",
            "--jobs",
            "2",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        wall, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        told = f"{len(rows) / wall:.1f} pages a second, {used.ru_utime + used.ru_stime:.1f} s of"
        print(f"batch --jobs 2: {wall:.1f} s, {told} processor time")
        print(done.stderr.strip().splitlines()[-1])


if __name__ == "__main__":
    main()
