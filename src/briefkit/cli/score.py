"""`briefkit score`: how right briefs are, against articles that you have annotated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefkit.cli.guard import busy, guarded, remark
from briefkit.cli.options import Model, Out, Quiet, format_option
from briefkit.cli.target import check_target, format_for, write_out
from briefkit.errors import UnreadableError
from briefkit.storage import is_folder
from briefkit.text import counted

if TYPE_CHECKING:
    from briefkit.schema import Brief
    from briefkit.scoring.markup import GoldArticle
    from briefkit.scoring.score import Count

_SUFFIXES = (".txt", ".md")


class ScoreFormat(StrEnum):
    """The forms of the figures."""

    TABLE = "table"
    JSON = "json"


@guarded
def score(
    gold: Annotated[
        list[Path],
        typer.Argument(metavar="GOLD", help="Annotated articles; folders of them in .txt or .md."),
    ],
    briefs: Annotated[
        str | None,
        typer.Option(
            metavar="BRIEFS", help="Score these briefs. [default: the articles are extracted now]"
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="Say of each article what is wrong.")
    ] = False,
    out: Out = None,
    format: Annotated[
        str | None, format_option(ScoreFormat, "[default: by FILE, else table]")
    ] = None,
    model: Model = None,
    quiet: Quiet = False,
) -> None:
    """Tell precision, recall and F1 of briefs against articles annotated by hand.

    Front matter above the article names the actors, and marks are {words|label}. Labels: olsen, a
    mention of that actor; olsen?, one that may be left out; =2025-03-14, a date; q1 direct olsen, a
    quote; c1, its cue; w1, the words for its speaker; b, a bullet of the article; k1, a key point.
    See docs/gold.md in briefkit's repository.

    Example: briefkit score gold/ --errors
    """
    from briefkit.scoring.markup import read
    from briefkit.scoring.score import Score

    form = format_for(format, out, ScoreFormat.TABLE)
    files = _files(gold)
    check_target(out, *map(str, files), *([briefs] if briefs else []))
    golds = [read(path) for path in files]
    result = Score()
    found = _written(golds, briefs) if briefs else _extracted(golds, model)
    for article, brief in zip(golds, found, strict=True):
        result.add(article, brief)
    if form is ScoreFormat.JSON:
        import json

        figures = {name: _figures(count) for name, count in result.counts.items()}
        told = {"articles": len(golds), "figures": figures, "errors": result.errors}
        text = json.dumps(told, indent=2, ensure_ascii=False) + "\n"
    else:
        from briefkit.rendering.terminal import safe

        wrong = [safe(line) + "\n" for line in result.errors] if errors else []
        text = "".join([*wrong, *(["\n"] if wrong else []), _table(result.counts)])
    write_out(text, out)
    if form is ScoreFormat.TABLE:
        remark(f"{counted(len(golds), 'article')} scored")


def _files(given: Sequence[Path]) -> list[Path]:
    found = []
    for path in given:
        inside = (file for file in path.rglob("*") if file.suffix.lower() in _SUFFIXES)
        found += sorted(inside) if is_folder(str(path)) else [path]
    if not found:
        raise UnreadableError(
            f"no annotated articles in {', '.join(map(str, given))}",
            f"they end in {' or '.join(_SUFFIXES)}",
        )
    return found


def _extracted(golds: Sequence[GoldArticle], model: str | None) -> Iterator[Brief]:
    from briefkit.api import extract_many

    busy("loading the model ...")
    return extract_many((gold.article() for gold in golds), model=model)


def _written(golds: Sequence[GoldArticle], source: str) -> Iterator[Brief]:
    """The brief of each article, found by the article's text."""
    import hashlib

    from briefkit.reading.briefs import find_briefs, read_briefs

    briefs = {
        brief.source.sha256: brief for path in find_briefs([source]) for brief in read_briefs(path)
    }
    for gold in golds:
        brief = briefs.get(hashlib.sha256(gold.text.encode()).hexdigest())
        if brief is None:
            raise UnreadableError(
                f"{source} has no brief of {gold.id}",
                "extract the article's text without its marks, or leave out --briefs",
            )
        yield brief


def _figures(count: Count) -> dict[str, float | int]:
    names = ("precision", "recall", "f1", "right", "found", "asked")
    return {name: round(getattr(count, name), 4) for name in names}


def _table(counts: dict[str, Count]) -> str:
    lines = [f"{'':14} precision  recall     F1   right   found   asked"]
    for name, count in counts.items():
        if not count.found and not count.asked:
            continue  # nothing of the kind is in these articles, or in their briefs
        lines.append(
            f"{name:14} {count.precision:9.3f} {count.recall:7.3f} {count.f1:6.3f} "
            f"{count.right:7} {count.found:7} {count.asked:7}"
        )
    return "\n".join(lines) + "\n"
