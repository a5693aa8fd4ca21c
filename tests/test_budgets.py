"""Long and hostile texts: pieces of a Doc, bounds of a brief, time that follows the length."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from spacy.language import Language

import briefkit
from briefkit.errors import UnreadableError
from briefkit.pipeline import CALL_TOKENS, COMPONENTS, MAX_TOKENS, in_pieces, make_doc
from briefkit.reading import make_article
from briefkit.rendering import Format, render
from tests.fuzz.hostile import UNITS, hostile_text
from tests.fuzz.mutations import originals
from tests.invariants import faults
from tests.timing import power


def test_a_doc_in_pieces_is_the_doc(nlp: Language) -> None:
    """Cut between blocks, which nothing crosses, a text is parsed as in one."""
    article = make_article("\n\n".join(originals()[:3]))
    whole = next(nlp.pipe([make_doc(nlp, article)], disable=list(COMPONENTS)))
    parts = in_pieces(nlp, make_doc(nlp, article), list(COMPONENTS), size=120)
    assert parts.text == whole.text
    assert parts.user_data == whole.user_data
    assert not parts.tensor.size  # nobody reads it again, and it takes as much as all else
    columns: list[int | str] = [
        "ORTH",
        "SPACY",
        "TAG",
        "DEP",
        "HEAD",
        "SENT_START",
        "ENT_TYPE",
        "ENT_IOB",
    ]
    norms: list[int | str] = ["NORM"]
    assert (parts.to_array(norms) == whole.to_array(norms)).all()
    same = (parts.to_array(columns) == whole.to_array(columns)).all(axis=1)
    assert same.mean() > 0.98  # the model sees words beyond a border, which nothing else does
    assert [(a.start, a.end) for a in parts.sents] == sorted((a.start, a.end) for a in parts.sents)


def test_a_long_article_has_a_brief(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefkit.pipeline.CALL_TOKENS", 300)
    monkeypatch.setattr(in_pieces, "__defaults__", (300,))
    text = "\n\n".join(originals()[:3])
    short, long = briefkit.extract(originals()[0]), briefkit.extract(text)
    assert faults(long, text) == []
    assert {quote.text for quote in short.quotes} <= {quote.text for quote in long.quotes}
    assert {date.text for date in short.dates} <= {date.text for date in long.dates}


def test_more_tokens_than_an_article_may_have() -> None:
    text = "a " * (MAX_TOKENS + 10)
    with pytest.raises(UnreadableError, match="250,010 words and marks are more than the 250,000"):
        briefkit.extract(text)


def test_a_text_that_is_longer_by_request_may_have_more_tokens(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefkit.pipeline.MAX_TOKENS", 100)
    assert len(make_doc(nlp, make_article("The ferry runs. " * 40))) == 160
    with pytest.raises(UnreadableError, match="words and marks are more than the 100 "):
        make_doc(nlp, make_article("a " * 150))


def size(text: str) -> int:
    return len(render(briefkit.extract(text, published="2024-05-04"), Format.YAML))


GROWING: dict[str, Callable[[int], str]] = {
    "dates in a row": lambda n: "1 May " * n,
    "a sports calendar": lambda n: "".join(f"{i % 28 + 1} May: Leeds v York; " for i in range(n)),
    "reports within reports": lambda n: "Vale said that Smith said that " * (n // 2) + "it rained.",
    "sources within sources": lambda n: "According to Vale, " * n + "it rained.",
    "dates of one clause": lambda n: "It rained on " + ", ".join(["1 May"] * (6 * n)) + ".",
}


@pytest.mark.parametrize("make", GROWING.values(), ids=list(GROWING))
def test_a_brief_does_not_grow_with_the_square(make: Callable[[int], str]) -> None:
    # Few: a sentence of very many words is cut, and what stood in each other stands side by side.
    small, large = size(make(16)), size(make(128))
    assert large < 10 * small
    assert large < 100 * len(make(128))


def test_the_event_of_an_ordinary_date_stays() -> None:
    (date,) = briefkit.extract("Mayor Ada Quill opened the ferry on 3 May 2024.").dates
    assert date.event == "Mayor Ada Quill opened the ferry on 3 May 2024."


_FROM, _TO = 2_000, 8_000  # characters


@pytest.mark.parametrize("name", UNITS)
def test_time_follows_the_length(name: str) -> None:
    few, many = (hostile_text(name, size) for size in (_FROM, _TO))
    most = 1.3  # it is below 1.2 where it is measured with care
    assert power(briefkit.extract, few, many, most) < most


_PEAK = """
import sys
from pathlib import Path
from briefkit.api import brief_articles
from briefkit.reading import make_article
brief_articles([make_article(sys.stdin.read())])
# Not ru_maxrss, which a child takes over from the process that started it.
status = Path("/proc/self/status").read_text()
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""


def test_a_worker_stays_under_a_gigabyte() -> None:
    # More than one call of the model may take; of each kind enough that what grows with the square
    # of their number, by a pointer a pair, takes half of a gigabyte.
    text = "".join(unit * (CALL_TOKENS // 3 + 200) for unit in ('"', "a ", "("))
    done = subprocess.run(
        [sys.executable, "-c", _PEAK], input=text, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert int(done.stdout) < 1_000
