"""A little of what `make fuzz` does for longer."""

from __future__ import annotations

import pytest

from briefkit.api import brief_articles
from tests.fuzz.check import GROUP, articles, check
from tests.fuzz.mutations import mutated

ARTICLES = 160  # they run 98 of 100 lines that twice as many run


@pytest.mark.parametrize("first", range(0, ARTICLES, GROUP))
def test_mutated_articles(first: int) -> None:
    texts = [(number, mutated(number)) for number in range(first, first + GROUP)]
    group = list(articles(texts))
    assert list(check(group, brief_articles(group))) == []
