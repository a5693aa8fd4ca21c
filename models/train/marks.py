"""Our marks of open articles, kept apart from their texts: `python -m models.train.marks --help`.

A line of `marks.jsonl` is an article's front matter and `[start, end, label]` of each mark, in code
points of the text that has its id and checksum in a file of open articles. `join` puts both
together as an article with marks (`*.gold.txt`), `part` takes it apart again.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from briefkit.scoring import markup

MARKS = Path(__file__).parent / "marks.jsonl"
# What the file of open articles tells as well.
_OF_TEXT = ("title", "published")


def checksum(text: str) -> str:
    """The first half of the text's SHA-256, but for white space at its end."""
    return sha256(text.rstrip().encode()).hexdigest()[:32]


def part(source: str) -> dict[str, Any]:
    """The front matter and the marks of an article with marks."""
    head, body = source.removeprefix("---\n").split("\n---\n", 1)
    text, marks = markup.strip(body)
    about = {key: value for key, value in yaml.safe_load(head).items() if key not in _OF_TEXT}
    return {"sha": checksum(text), **about, "marks": [[*span, label] for span, label in marks]}


def join(row: dict[str, Any], record: dict[str, Any]) -> str:
    """An article with marks, of a line of the file and the open article.

    The first line is the headline of one that has none.
    """
    text = record["text"]
    if checksum(text) != row["sha"]:
        raise ValueError(f"{row['id']}: the text is not the one that was marked")
    about = {key: value for key, value in row.items() if key not in ("marks", "sha")}
    about["published"] = record.get("published")
    about["title"] = record.get("title") or text.split("\n", 1)[0]
    # Of marks of one place the inner one is first in the list, and opened last.
    opened = row["marks"][::-1]
    opened.sort(key=lambda mark: (mark[0], -mark[1]))
    waiting: list[tuple[int, str]] = []
    pieces: list[str] = []
    at = 0

    def close(until: int) -> None:
        nonlocal at
        while waiting and waiting[-1][0] <= until:
            end, label = waiting.pop()
            pieces.append(f"{text[at:end]}|{label}}}")
            at = end

    for start, end, label in opened:
        close(start)
        pieces.append(text[at:start] + "{")
        at = start
        waiting.append((end, label))
    close(len(text))
    head = yaml.safe_dump(about, allow_unicode=True, sort_keys=False)
    return f"---\n{head}---\n{''.join(pieces)}{text[at:]}"


def write(texts: Iterable[Path], folder: Path) -> int:
    """Write each article of `marks.jsonl` whose text is there; how many these are."""
    rows = {row["id"]: row for row in map(json.loads, MARKS.open(encoding="utf-8"))}
    folder.mkdir(parents=True, exist_ok=True)
    done = 0
    for path in texts:
        for record in map(json.loads, path.open(encoding="utf-8")):
            row = rows.get(record["id"])
            if row is not None:
                name = "".join(c if c.isalnum() else "-" for c in row["id"])
                (folder / f"{name}.gold.txt").write_text(join(row, record), "utf-8")
                done += 1
    return done


def main() -> None:
    """Put marks and texts together."""
    lines = argparse.ArgumentParser(prog="models.train.marks", description=__doc__)
    lines.add_argument("texts", type=Path, nargs="+", help="open articles, JSON Lines")
    lines.add_argument("--into", type=Path, required=True, help="folder for *.gold.txt")
    asked = lines.parse_args()
    print(f"{write(asked.texts, asked.into)} articles with marks in {asked.into}")


if __name__ == "__main__":
    main()
