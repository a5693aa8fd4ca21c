"""Corrections that a paper prints under a later article: "In our report of 6 March we stated ...".

A brief does not hold every sentence of one; what it holds is told, with the article that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.stories.cast import Cast, Line
from briefkit.stories.evidence import Evidence, Sentence
from briefkit.stories.schema import Correction, Spans
from briefkit.stories.store import Store, Table

_BEGINS = re.compile(
    r"\bin (?:our|an earlier|a previous) (?:article|edition|issue|piece|report|story)\b"
    r"|\b(?:a|an|our|the) (?:earlier|previous) version of (?:our|this)\b"
    r"|^(?:clarification|correction)\b|\bwe (?:apologi[sz]e|regret)\b",
    re.IGNORECASE,
)
_LENGTH = 900  # characters: a correction is a paragraph, and stands at the end


class Corrections:
    """Takes the corrections of briefs."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lines = Table(store, "corrected", Line)
        store.run("CREATE TABLE corrected_days (article, day)")

    def add(self, article: int, evidence: Evidence) -> None:
        """What the brief of one article holds of a correction in it."""
        found = [sentence for sentence in evidence.sentences if sentence.spans]
        begins = [one.spans[0][0] for one in found if _BEGINS.search(one.text)]
        if not begins:
            return
        first, last = min(begins), min(begins) + _LENGTH
        for text, spans in _lines([one for one in found if first <= one.spans[0][0] < last]):
            self._lines.add(Line(article, text, spans, evidence.meant(*spans)))
        for date in evidence.brief.dates:
            if first <= date.span[0] < last and date.start and date.start == date.end:
                self._store.run("INSERT INTO corrected_days VALUES (?, ?)", (article, date.start))

    def items(self, cast: Cast) -> Iterator[Correction]:
        """Each article's correction, with the earlier articles of the days that it names."""
        order = "GROUP BY article ORDER BY article"
        for number in self._lines.numbers(order, column="article"):
            article = self._store.articles.at(number)
            lines = self._lines.rows("WHERE article = ? ORDER BY number", number)
            of = self._store.articles.numbers(
                "JOIN corrected_days ON day = published"
                " WHERE article = ? AND number < ? GROUP BY number ORDER BY number",
                number, number,
            )  # fmt: skip
            told = tuple(cast.told(line) for line in lines)
            earlier = tuple(map(self._store.id, of))
            yield Correction(article.id, article.published, earlier, told)


def _lines(found: list[Sentence]) -> Iterator[tuple[str, Spans]]:
    """The sentences in the order of the text, without those within another one."""
    reach = 0
    for one in sorted(found, key=lambda one: (one.spans[0][0], -one.spans[-1][1])):
        if one.spans[-1][1] > reach:
            reach = one.spans[-1][1]
            text = " ".join(one.text.split())
            yield one.with_speaker(text)
