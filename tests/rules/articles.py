"""The articles that rules are counted over: our own gold, and more where it is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefkit.reading import Article, read_articles
from briefkit.scoring.markup import GoldArticle, read
from tests.quality.gate import articles as own_articles

OWN = Path(__file__).parents[1] / "quality" / "articles"
# Articles annotated as ours are, beside a checkout; not everybody has them.
BESIDE = Path("../shared/gold/whole")


@dataclass(frozen=True)
class Case:
    """An article, the set that it is of, and its gold where it has one."""

    article: Article
    set: str
    gold: GoldArticle | None


def cases(paths: list[Path]) -> Iterator[Case]:
    """The articles of files and folders; of our own gold and `BESIDE` where none is given.

    `SET-*.gold.txt` and the files of tests/quality/articles hold gold; of any other file, a
    `.jsonl` or a page for instance, a reader of briefkit makes articles without.
    """
    for path in paths or [place for place in (OWN, BESIDE) if place.exists()]:
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.name.endswith(".gold.txt"):
                gold = read(file)
                yield Case(gold.article(), file.name.partition("-")[0], gold)
            elif file.resolve() in own_articles():
                gold = read(file)
                yield Case(gold.article(), "own", gold)
            elif file.is_file() and file.suffix != ".md":
                for found in read_articles(str(file)):
                    if isinstance(found, Article):
                        name = path.name if path.is_dir() else path.name.partition(".")[0]
                        yield Case(found, name, None)
