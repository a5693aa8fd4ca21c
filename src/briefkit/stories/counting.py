"""Different figures for one count: the dead of one event, as each article has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from briefkit.stories.evidence import Evidence
from briefkit.stories.figures import AGE, context, figures
from briefkit.stories.matching import put_together
from briefkit.stories.schema import Contradiction, Counted, Spans
from briefkit.stories.store import Store, Table
from briefkit.stories.words import CAPITAL, Rarity, number_of

_SIGNS = {"%": "a share", "$": "an amount", "€": "an amount", "£": "an amount"}
_MOST_TALLIES, _MOST_FIGURES = 12, 60

# What is said to be counted needs less in common around it than a number of plain things.
_ALIKE_COUNTED, _ALIKE_PLAIN = 0.2, 0.5
# "About 1,200" and 1,180 are no contradiction.
_NEAR = 0.1
# "Five workers were injured, she said" counts what others say of injured workers: hardly a word
# around it could tell.
_BARE = 3
# On one day "more than forty boxes" and 27 are of one count; three and two may not be.
_MANY = 10
_BIRTHDAY = 2  # years: of 71 and 72 both may be right
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME = re.compile(rf"(?<=[a-z,] ){CAPITAL}[\w’'-]+")


class Counts(Struct, frozen=True):
    """A figure: of what, how many, in which words, in which sentence; `stems` are those around it,
    `names` those in the sentence. A count of other `years` is one of another event."""

    article: int
    kind: str
    unit: str
    value: float
    bound: str
    words: str
    stems: frozenset[str]
    names: frozenset[str]
    day: str | None
    spans: Spans
    sentence: str
    years: frozenset[str]
    leader: int | None = None
    number: int = 0


class Counting:
    """Takes the figures of briefs and finds those that count the same."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rarity = Rarity()
        self._figures = Table(store, "figures", Counts)

    def add(self, article: int, evidence: Evidence) -> None:
        """The figures of one article, each once."""
        seen: set[tuple[str, str, float]] = set()
        for text, spans, day, *_ in evidence.sentences:
            for figure in figures(text):
                key = (figure.kind, figure.unit, figure.value)
                if key in seen:
                    continue
                seen.add(key)
                stems = frozenset(context(text, figure))
                self._rarity.add(stems)
                names, words = frozenset(_NAME.findall(text)), " ".join(figure.words.split())
                self._figures.add(
                    Counts(
                        article, *key, figure.bound, words, stems, names, day, spans, text,
                        frozenset(filter(_YEAR.fullmatch, stems)),
                    )
                )  # fmt: skip

    def gather(self) -> None:
        """Find what counts the same."""
        put_together(self._figures, "ORDER BY article, number", self._keys, self._is_one)

    def _keys(self, row: Counts) -> list[int]:
        if row.kind:
            return [number_of(row.kind, row.unit)]
        keys = [number_of(row.unit, word) for word in self._rarity.rarest(row.stems, 4)]
        return keys + ([number_of(row.unit, row.day)] if row.day else [])

    def _is_one(self, first: Counts, second: Counts) -> bool:
        if first.day and second.day and first.day != second.day:
            return False
        if first.kind == AGE:
            return True  # of one name
        if first.years != second.years or self._has_another(first.number, second):
            return False
        if first.day and first.day == second.day and not first.kind:
            many = max(first.value, second.value) >= _MANY
            if many and not first.stems.isdisjoint(second.stems):
                return True
        apart = first.names and second.names and first.names.isdisjoint(second.names)
        counted = first.kind and first.kind not in _SIGNS
        bare = min(len(first.stems), len(second.stems)) <= _BARE
        if counted and first.unit and bare and not apart:
            return True
        least = _ALIKE_COUNTED if counted and not apart else _ALIKE_PLAIN
        return self._rarity.alike(first.stems, second.stems) >= least

    def _has_another(self, leader: int, row: Counts) -> bool:
        """Whether the article has another figure there: it counts two things, not one twice."""
        found = self._store.run(
            "SELECT 1 FROM figures WHERE leader = ? AND article = ? AND value != ? LIMIT 1",
            (leader, row.article, row.value),
        )
        return found.fetchone() is not None

    def contradictions(self) -> Iterator[Contradiction]:
        """The counts for which two articles have figures that cannot both be right."""
        which = "GROUP BY leader HAVING min(value) < max(value) AND min(article) < max(article)"
        for leader in self._figures.numbers(f"{which} ORDER BY leader", column="leader"):
            rows = list(self._figures.rows("WHERE leader = ? ORDER BY article, number", leader))
            told = {(row.value, row.bound) for row in rows}
            first = self._figures.at(leader)
            close = first.kind == AGE and max(told)[0] - min(told)[0] < _BIRTHDAY
            if close or not any(_differ(one, other) for one in told for other in told):
                continue
            members = tuple(
                self._store.claim(row.article, f"{row.value:.15g}", row.words, row.spans)
                for row in rows
            )
            what = _SIGNS.get(first.kind, first.kind) or rows[0].words.split()[-1]
            words = dict.fromkeys(f"“{row.words}”" for row in rows)
            yield Contradiction("different-figures", f"{what}: {', '.join(words)}", members)

    def tallies(self) -> Iterator[Counted]:
        """What two articles count differently or anew: what most articles count comes first."""
        kinds = self._store.run(
            "SELECT kind, unit FROM figures GROUP BY kind, unit HAVING min(value) < max(value)"
            " AND min(article) < max(article) ORDER BY count(DISTINCT article) DESC, min(number)"
            " LIMIT ?",
            (_MOST_TALLIES,),
        ).fetchall()
        for kind, unit in kinds:
            which = f"WHERE kind = ? AND unit = ? ORDER BY article, number LIMIT {_MOST_FIGURES}"
            rows = list(self._figures.rows(which, kind, unit))
            members = (
                self._store.claim(row.article, row.words, " ".join(row.sentence.split()), row.spans)
                for row in rows
            )
            things = dict.fromkeys(row.words.split()[-1].lower() for row in rows)
            yield Counted(_SIGNS.get(kind, kind) or ", ".join(things), tuple(members))


def _differ(one: tuple[float, str], other: tuple[float, str]) -> bool:
    """Whether two values cannot both be right; of bounds "at least" and "up to" may."""
    (first, bound), (second, limit) = sorted((one, other))
    if first == second:
        return False
    # "At least nine" and "about twelve" may both be right, and so may nine and "up to twelve".
    if bound == "least" or limit == "most":
        return False
    return "about" not in (bound, limit) or second - first > _NEAR * second
