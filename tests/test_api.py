"""briefkit from Python."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import briefkit
from briefkit.errors import UnreadableError, UsageError
from briefkit.reading import make_article

TEXT = "Mary Olsen, mayor of Tromsø, said the bridge would open on Friday."


@pytest.mark.parametrize("text", ["", " \n\t", "half \ud800 a pair", "nul \x00 byte"])
def test_what_is_no_text_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="the text: "):
        briefkit.extract(text)


def test_published_must_be_a_day() -> None:
    with pytest.raises(UsageError):
        briefkit.extract(TEXT, published="next Tuesday")


def test_an_article_has_its_own_day_and_title() -> None:
    article = make_article(TEXT, published="2025-01-13", published_from="option")
    with pytest.raises(UsageError):
        briefkit.extract(article, published="2025-01-14")
    with pytest.raises(UsageError):
        briefkit.extract(article, title="A bridge")


@pytest.mark.parametrize("given", [{"published": 20250113}, {"bullets": "2"}, {"bullets": -1}])
def test_options_of_another_kind_are_refused(given: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        briefkit.extract(TEXT, **given)


@pytest.mark.parametrize("given", [TEXT, [None], [{"text": TEXT}]])
def test_what_is_no_list_of_articles_is_refused(given: Any) -> None:
    with pytest.raises(UsageError):
        list(briefkit.extract_many(given))


def test_paths_are_articles_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    (found,) = briefkit.extract_many([path])
    assert found.source.path == str(path)


def test_no_processes_are_refused() -> None:
    with pytest.raises(UsageError, match="jobs=0"):
        next(briefkit.extract_many([TEXT], jobs=0))


def test_many_articles_are_those_of_one_at_a_time() -> None:
    texts = [TEXT, TEXT.replace("Friday", "Monday"), TEXT.replace("Olsen", "Berg")]
    assert list(briefkit.extract_many(texts)) == [briefkit.extract(text) for text in texts]
    assert list(briefkit.extract_many(texts, jobs=2)) == list(briefkit.extract_many(texts))


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_briefs_before_an_error_come_first(jobs: int) -> None:
    found = briefkit.extract_many([TEXT, TEXT, " ", TEXT], jobs=jobs)
    assert next(found) == next(found) == briefkit.extract(TEXT)
    with pytest.raises(UnreadableError):
        next(found)


def test_threads_take_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    # As once the vocabulary is rich: the strings of a call are dropped at its end.
    monkeypatch.setattr("briefkit.pipeline.KEPT_LEXEMES", 0)
    texts = [TEXT.replace("Olsen", f"{name}sen") for name in ("Bran", "Hol", "Klem", "Ras") * 4]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(briefkit.extract, texts))
    assert found == [briefkit.extract(text) for text in texts]


def test_a_lede_says_something() -> None:
    assert briefkit.extract(f"Greedy\n\n{TEXT}\n").lede == TEXT
    assert briefkit.extract("It rained.\n").lede == "It rained."
