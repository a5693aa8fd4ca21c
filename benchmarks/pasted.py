"""`python benchmarks/pasted.py PAGES.jsonl FOLDER`: articles as a reader copies them from a page.

A line of PAGES.jsonl has the truth of a page: `id`, `title`, `authors`, `published`, `paragraphs`;
FOLDER holds each page as ID.html.gz. What is copied is the visible text from the headline to the
last paragraph, with all that stands between: bylines, buttons, credits, teasers. Pages where
one of the two does not stand in the text are left out. `--lines` prints what is no story and is
taken for it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from pathlib import Path
from typing import Any

from lxml import html

from briefkit import Brief, extract
from briefkit.layout import PROSE, analyse
from briefkit.reading import make_article
from briefkit.reading.page.words import BLOCKS

_UNSEEN = (
    "//script|//style|//noscript|//template|//svg|//head|//*[@hidden]"
    "|//*[contains(@style,'display:none')]|//*[contains(@class,'visually-hidden')]"
    "|//*[contains(@class,'sr-only')]|//*[contains(@class,'screen-reader')]"
)
_CLOSE = frozenset({"br", "li", "td", "time", "button"})


def visible(page: Path) -> str:
    """The text that a page shows, a line an element."""
    root = html.fromstring(gzip.decompress(page.read_bytes()))
    for element in root.xpath(_UNSEEN):
        if element.getparent() is not None:
            element.drop_tree()
    for element in root.iter():
        if element.tag in BLOCKS | _CLOSE:
            lines = "\n" if element.tag in _CLOSE else "\n\n"
            element.text, element.tail = lines + (element.text or ""), lines + (element.tail or "")
    text = re.sub(r"[ \t\r\f\xa0]+", " ", root.text_content())
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" ?\n ?", "\n", text)).strip()


def letters(words: str) -> str:
    return re.sub(r"\W+", "", words).lower()


def copied(text: str, truth: dict[str, Any]) -> str | None:
    """The lines from the headline to the last paragraph."""
    lines = text.split("\n")
    bare = [letters(line) for line in lines]
    first, last = letters(truth["paragraphs"][0])[:40], letters(truth["paragraphs"][-1])[-40:]
    opens = [i for i, line in enumerate(bare) if line.startswith(first)]
    ends = [i for i, line in enumerate(bare) if line.endswith(last)]
    heads = [i for i in range(opens[0] if opens else 0) if bare[i] == letters(truth["title"])]
    return "\n".join(lines[heads[-1] : ends[-1] + 1]) if heads and ends else None


def more(brief: Brief, clean: Brief) -> tuple[int, int]:
    """How many actors and quotes there are that the brief of the article alone does not have."""
    actors = {actor.name for actor in (*clean.actors, *clean.places)}
    quotes = {letters(quote.text) for quote in clean.quotes}
    return (
        sum(actor.name not in actors for actor in (*brief.actors, *brief.places)),
        sum(letters(quote.text) not in quotes for quote in brief.quotes),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("truth", type=Path)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--lines", action="store_true")
    asked = parser.parse_args()
    pages = authors = days = foreign = taken = actors = quotes = 0
    for line in asked.truth.open(encoding="utf-8"):
        truth = json.loads(line)
        page = asked.pages / f"{truth['id']}.html.gz"
        text = copied(visible(page), truth) if "paragraphs" in truth and page.exists() else None
        if text is None:
            continue
        alone = "\n\n".join([truth["title"], *truth["paragraphs"]])
        brief = extract(make_article(text))
        day = truth["published"][:10]
        clean = extract(make_article(alone, published=day, published_from="option"))
        known = letters(" ".join([alone, *truth["headings"], *truth["summary"]]))
        for block in analyse(text):
            words = text[block.start : block.end]
            if letters(words) and letters(words) not in known:
                foreign += 1
                if block.kind in PROSE | {"heading", "bullet"}:
                    taken += 1
                    if asked.lines:
                        print(f"{truth['id']}\t{block.kind}\t{words[:120]!r}")
        pages += 1
        authors += set(brief.authors) == set(truth["authors"])
        days += brief.published == day
        found = more(brief, clean)
        actors, quotes = actors + found[0], quotes + found[1]
    print(f"{pages} pages: authors right {authors}, day of publication {days}")
    print(f"lines that are no story: {foreign}, taken for story {taken}")
    print(f"actors that the article alone does not have: {actors}; quotes: {quotes}")


if __name__ == "__main__":
    main()
