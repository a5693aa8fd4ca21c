"""How an article is written down changes nothing of what is found in it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefkit import Brief, extract
from briefkit.reading import make_article
from briefkit.scoring.markup import GoldArticle, parse
from briefkit.verify import verify

ARTICLES = sorted((Path(__file__).parent / "quality/articles").glob("*.txt"))[::5]


def _paragraphs(text: str) -> list[str]:
    return [part for part in re.split(r"\n+", text) if part.strip()]


LOOKS: dict[str, Callable[[str], str]] = {
    "two spaces behind a stop": lambda t: re.sub(r"(?<=[.!?”\"]) (?=[A-Z“\"])", "  ", t),
    "line ends of Windows": lambda t: t.replace("\n", "\r\n"),
    "indented": lambda t: "\n\n".join("    " + part for part in _paragraphs(t)),
    "tabs before paragraphs": lambda t: "\n\n".join("\t" + part for part in _paragraphs(t)),
    "spaces at line ends": lambda t: t.replace("\n", "  \n"),
    "wrapped": lambda t: "\n\n".join(
        "\n".join(textwrap.wrap(part, 72, break_on_hyphens=False)) for part in _paragraphs(t)
    ),
    "spaces that do not break": lambda t: re.sub(r"(?<=\d) (?=\w)", "\xa0", t),
    "emphasis": lambda t: re.sub(r"(?<= )([a-z]{6,9})(?= )", r"*\1*", t, count=20),
    "what a page has around it": lambda t: (
        t.replace("\n\n", "\n\nBy Jane Doe, Political Correspondent\n\n", 1)
        + "\n\n© 2025 Lorn News. All rights reserved."
    ),
    "numbers of notes": lambda t: re.sub(r"(?<=[a-z])\.(?= [A-Z]|$)", ".[12]", t),
}


def _told(brief: Brief) -> dict[str, Any]:
    """What a reader sees of a brief, white space, emphasis and notes aside."""

    def plain(words: str | None) -> str:
        return " ".join(re.sub(r"\*|\[\d+\]", "", words or "").split())

    return {
        "actors": [
            (plain(a.name), a.type, plain(a.role), len(a.mentions))
            for a in (*brief.actors, *brief.places)
        ],
        "quotes": [(plain(q.text), q.kind, plain(q.speaker)) for q in brief.quotes],
        "dates": [(plain(d.text), d.value) for d in brief.dates],
        "bullets": [plain(bullet.text) for bullet in brief.at_a_glance],
    }


@cache
def _as_it_is(path: Path) -> tuple[GoldArticle, str, dict[str, Any]]:
    gold = parse(path.read_text(encoding="utf-8"))
    text = "\n\n".join(_paragraphs(gold.text))
    return gold, text, _told(extract(make_article(text, title=gold.title)))


@pytest.mark.parametrize("look", LOOKS)
def test_the_looks_of_an_article_change_no_finding(look: str) -> None:
    changed = 0
    for path in ARTICLES:
        gold, text, told = _as_it_is(path)
        article = make_article(LOOKS[look](text), title=gold.title)
        found = extract(article)
        assert _told(found) == told, path.name
        assert list(verify(found, article)) == []
        changed += article.text != text
    assert changed > len(ARTICLES) / 2
