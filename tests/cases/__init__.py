"""Golden articles: `articles/NAME.txt` holds a short article, a line `=====`, and its whole brief.

To add a case, write the article, the line, and under it `published: 2025-03-14` (the day as given
with `--published`; or nothing). Then `python -m tests.cases --update`, and read the brief: it is
now what briefkit says, and has to be what is true. The program and model that made a brief are not
part of the case.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import yaml

import briefkit
from briefkit.reading import How, read_article
from briefkit.rendering import Format, render
from briefkit.schema import Pipeline

BORDER = "\n=====\n"


@dataclass(frozen=True)
class Case:
    """An article, the day it is read with, and the brief that it should have, as YAML."""

    path: Path
    article: str
    published: str | None
    expected: str

    def brief(self) -> str:
        """The brief that the article has now."""
        how = How(published=self.published)
        article = read_article("-", how, stdin=BytesIO(self.article.encode("utf-8")))
        brief = replace(briefkit.extract(article), pipeline=Pipeline("any", "any"))
        return render(brief, Format.YAML)

    def update(self) -> bool:
        """Write the brief that the article has now; whether the file changed."""
        now = self.brief()
        self.path.write_text(self.article + BORDER + now, encoding="utf-8")
        return now != self.expected


def cases() -> list[Case]:
    """Every case, by name."""
    return [_read(path) for path in sorted((Path(__file__).parent / "articles").glob("*.txt"))]


def _read(path: Path) -> Case:
    article, border, expected = path.read_text(encoding="utf-8").partition(BORDER)
    if not border:
        raise ValueError(f"{path.name}: no line ===== between the article and its brief")
    said = yaml.safe_load(expected) or {}
    # A day that the brief learned from the article itself was not given with --published.
    given = said.get("published_from", "option") == "option"
    published = str(said["published"]) if given and said.get("published") else None
    return Case(path, article, published, expected)
