"""Corrections that a paper prints under a later article: "In our report of 6 March we stated ...".

A brief does not hold every sentence of one; what it holds is told, with the article that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.schema import Brief
from briefkit.stories.cast import Cast
from briefkit.stories.claims import Claim, claims
from briefkit.stories.evidence import Meant
from briefkit.stories.schema import Correction, Told
from briefkit.stories.store import Store, places, written

_BEGINS = re.compile(
    r"\bin (?:our|an earlier|a previous) (?:article|edition|issue|piece|report|story)\b"
    r"|\b(?:a|an|our|the) (?:earlier|previous) version of (?:our|this)\b"
    r"|^(?:clarification|correction)\b|\bwe (?:apologi[sz]e|regret)\b",
    re.IGNORECASE,
)
_HINT = re.compile(r"our|earlier|previous|^C|we [ar]|We [ar]")  # most texts need no closer look
_LENGTH = 900  # characters: a correction is a paragraph, and stands at the end


class Corrections:
    """Takes the corrections of briefs."""

    def __init__(self, store: Store) -> None:
        self._store = store
        store.run("CREATE TABLE corrected (article INT, text TEXT, spans TEXT, meant TEXT)")
        store.run("CREATE TABLE corrected_days (article INT, day TEXT)")

    def add(self, number: int, brief: Brief) -> None:
        """What the brief of one article holds of a correction in it."""
        found = [claim for claim in claims(brief) if claim.spans]
        begins = [
            claim.spans[0][0]
            for claim in found
            if _HINT.search(claim.text) and _BEGINS.search(claim.text)
        ]
        if not begins:
            return
        first, last = min(begins), min(begins) + _LENGTH
        meant = Meant(brief)
        for text, spans in _lines([c for c in found if first <= c.spans[0][0] < last]):
            row = (number, text, written(spans), meant.within(*spans))
            self._store.run("INSERT INTO corrected VALUES (?, ?, ?, ?)", row)
        for date in brief.dates:
            if first <= date.span[0] < last and date.start and date.start == date.end:
                self._store.run("INSERT INTO corrected_days VALUES (?, ?)", (number, date.start))

    def items(self, cast: Cast) -> Iterator[Correction]:
        """Each article's correction, with the earlier articles of the days that it names."""
        for number, id, published in self._store.run(
            "SELECT number, id, published FROM articles WHERE number IN"
            " (SELECT article FROM corrected) ORDER BY number"
        ).fetchall():
            lines = self._store.run(
                "SELECT text, spans, meant FROM corrected WHERE article = ?", (number,)
            )
            told = [
                Told(text, id, places(spans), cast.ids(number, meant))
                for text, spans, meant in lines.fetchall()
            ]
            of = self._store.run(
                "SELECT id FROM articles JOIN corrected_days ON day = published"
                " WHERE article = ? AND number < ? GROUP BY number ORDER BY number",
                (number, number),
            )
            yield Correction(id, published, tuple(id for (id,) in of), tuple(told))


def _lines(found: list[Claim]) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """The claims in the order of the text, without those within another one."""
    reach = 0
    for claim in sorted(found, key=lambda c: (c.spans[0][0], -c.spans[-1][1])):
        if claim.spans[-1][1] > reach:
            reach = claim.spans[-1][1]
            text, spans = " ".join(claim.text.split()), claim.spans
            if claim.speaker and claim.speaker[1][1] <= spans[0][0]:
                text, spans = f"{claim.speaker[0]}: {text}", (claim.speaker[1], *spans)
            yield text, spans
