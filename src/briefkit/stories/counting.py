"""Different figures for one count: the dead of one event, as each article has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from briefkit.schema import Brief
from briefkit.stories.ages import KIND as AGE
from briefkit.stories.claims import claims
from briefkit.stories.contrasts import contrasts
from briefkit.stories.figures import Figure, context, figures
from briefkit.stories.matching import Index, lead
from briefkit.stories.schema import Claim, Contradiction, Counted
from briefkit.stories.store import Store, places, written
from briefkit.stories.tallies import SIGNS, name_of, tallies
from briefkit.stories.words import Rarity, number_of

# What is said to be counted needs less in common around it than a number of plain things.
_ALIKE_COUNTED, _ALIKE_PLAIN = 0.2, 0.5
# "About 1,200" and 1,180 are no contradiction.
_NEAR = 0.1
# "Five workers were injured, she said" counts what others say of injured workers: hardly a word
# around it could tell.
_BARE = 3
# On one day "more than forty boxes" and 27 are of one count; 200 and four may not be.
_SAME_DAY, _MANY = 2, 10
# Two figures are set against each other within a sentence or two.
_SENTENCE, _COMPARABLE, _LONG, _NOWHERE = 300, 4, 3, 10**9
_MOST_SET_AGAINST = 5
_BIRTHDAY = 2  # years: of 71 and 72 both may be right
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+")


class Row(NamedTuple):
    """A figure as it waits on disk."""

    kind: str
    unit: str
    value: float
    bound: str
    stems: frozenset[str]
    names: frozenset[str]
    day: str | None
    article: int
    years: frozenset[str]
    """The years around it: a count of another year is one of another event."""


class Counting:
    """Takes the figures of briefs and finds those that count the same."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rarity = Rarity()
        store.run(
            "CREATE TABLE figures (number INTEGER PRIMARY KEY, article INT, kind TEXT, unit TEXT,"
            " value REAL, bound TEXT, words TEXT, stems TEXT, names TEXT, day TEXT, spans TEXT,"
            " told TEXT, leader INT)"
        )
        store.run("CREATE TABLE contrasts (figure INT, value REAL, article INT)")
        self._joined: set[int] = set()
        # The cache of a method would keep this object, and all its rows, beyond the story.
        self._row = lru_cache(4096)(partial(_read, store))

    def add(self, number: int, brief: Brief) -> None:
        """The figures of one article, each once."""
        seen: set[tuple[str, str, float]] = set()
        places: list[tuple[int, int, float]] = []
        against: list[tuple[int, float]] = []
        for claim in claims(brief):
            begin = claim.spans[0][0] if claim.spans else _NOWHERE
            against += [(begin + at, value) for value, at in contrasts(claim.text)]
            for figure in figures(claim.text):
                key = (figure.kind, figure.unit, figure.value)
                if key in seen:
                    continue
                seen.add(key)
                stems = sorted(set(context(claim.text, figure)))
                self._rarity.add(stems)
                names = sorted(set(_NAME.findall(claim.text)))
                row = self._store.run(
                    "INSERT INTO figures VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
                    (number, *key, figure.bound, _words(figure), " ".join(stems), " ".join(names),
                     claim.day, written(claim.spans), claim.text),
                ).lastrowid  # fmt: skip
                places.append((begin + figure.start, row or 0, figure.value))
        for at, value in set(against):
            near = [
                (abs(at - start), row)
                for start, row, own in places
                if own != value and _ratio(own, value) <= _COMPARABLE
            ]
            if near and min(near)[0] <= _SENTENCE:
                self._store.run(
                    "INSERT INTO contrasts VALUES (?, ?, ?)", (min(near)[1], value, number)
                )

    def gather(self) -> None:
        """Find what counts the same."""
        index = Index(self._store, "figures")
        order = self._store.run("SELECT number FROM figures ORDER BY article, number").fetchall()
        self._store.run("CREATE INDEX by_count ON figures (leader, article)")
        for (number,) in order:
            row = self._row(number)
            keys = [number_of(row.kind, row.unit)]
            if not row.kind:
                rare = self._rarity.rarest(row.stems, 4)
                keys = [number_of(row.unit, word) for word in rare]
                keys += [number_of(row.unit, row.day)] if row.day else []
            leader = lead(index, number, keys, self._is_one)
            self._store.run("UPDATE figures SET leader = ? WHERE number = ?", (leader, number))
        self._set_against()

    def _set_against(self) -> None:
        """Join what an article itself sets against a figure of an earlier one."""
        run = self._store.run
        run("CREATE INDEX by_value ON figures (value, article)")
        for number, value, article in run("SELECT * FROM contrasts ORDER BY 3, 1, 2").fetchall():
            unit, mine = run(
                "SELECT unit, leader FROM figures WHERE number = ?", (number,)
            ).fetchone()
            others = run(
                "SELECT DISTINCT leader FROM figures WHERE value = ? AND article < ?"
                " AND (unit = ? OR ?) ORDER BY article, number LIMIT ?",
                (value, article, unit, _is_its_own(value), _MOST_SET_AGAINST),
            ).fetchall()
            leaders = [leader for (leader,) in others if leader != mine]
            for leader in (mine, *leaders[1:]) if leaders else ():
                run("UPDATE figures SET leader = ? WHERE leader = ?", (leaders[0], leader))
                self._joined.add(leaders[0])

    def tallies(self) -> Iterator[Counted]:
        """What two articles count differently or anew, with all figures of it by day."""
        return tallies(self._store, self._joined)

    def _is_one(self, leader: int, number: int) -> bool:
        first, second = self._row(leader), self._row(number)
        if first.kind != second.kind or first.unit != second.unit:
            return False
        if first.day and second.day and first.day != second.day:
            return False
        if first.kind == AGE:
            return True  # of one name
        if first.years != second.years or self._has_another(leader, second):
            return False
        if first.unit and first.day and first.day == second.day and not first.kind:
            many = max(first.value, second.value) >= _MANY
            near = _ratio(first.value, second.value) <= _SAME_DAY
            if many and near and not first.stems.isdisjoint(second.stems):
                return True
        apart = first.names and second.names and first.names.isdisjoint(second.names)
        counted = first.kind and first.kind not in SIGNS
        bare = min(len(first.stems), len(second.stems)) <= _BARE
        if counted and first.unit and bare and not apart:
            return True
        least = _ALIKE_COUNTED if counted and not apart else _ALIKE_PLAIN
        return self._rarity.alike(first.stems, second.stems) >= least

    def _has_another(self, leader: int, row: Row) -> bool:
        """Whether the article has another figure there: it counts two things, not one twice."""
        found = self._store.run(
            "SELECT 1 FROM figures WHERE leader = ? AND article = ? AND value != ? LIMIT 1",
            (leader, row.article, row.value),
        )
        return found.fetchone() is not None

    def contradictions(self) -> Iterator[Contradiction]:
        """The counts for which two articles have figures that cannot both be right."""
        groups = self._store.run(
            "SELECT leader FROM figures GROUP BY leader"
            " HAVING min(value) < max(value) AND min(article) < max(article) ORDER BY leader"
        ).fetchall()
        for (leader,) in groups:
            found = self._store.run(
                "SELECT f.number, a.id, a.published, words, spans FROM figures f"
                " JOIN articles a ON a.number = article WHERE leader = ?"
                " ORDER BY article, f.number",
                (leader,),
            ).fetchall()
            rows = {self._row(number)[2:4] for number, *_ in found}
            if not any(_differ(one, other) for one in rows for other in rows):
                continue
            first = self._row(leader)
            if first.kind == AGE and max(rows)[0] - min(rows)[0] < _BIRTHDAY:
                continue
            told = [
                Claim(id, day, f"{self._row(number).value:g}", words, places(spans))
                for number, id, day, words, spans in found
            ]
            values = dict.fromkeys(claim.text for claim in told)
            what = name_of(first.kind) or told[0].text.split()[-1]
            message = f"{what}: {', '.join(f'“{value}”' for value in values)}"
            yield Contradiction("different-figures", message, tuple(told))


def _ratio(one: float, other: float) -> float:
    return max(one, other) / (min(one, other) or 1)


def _is_its_own(value: float) -> bool:
    """Whether a number is long enough to be no other count by chance: 14,200 and 1.42 million."""
    return len(f"{value:.0f}".rstrip("0")) >= _LONG


def _words(figure: Figure) -> str:
    return " ".join(figure.words.split())


def _differ(one: tuple[float, str], other: tuple[float, str]) -> bool:
    """Whether two values cannot both be right; two different bounds are an update."""
    (first, bound), (second, limit) = sorted((one, other))
    if first == second:
        return False
    if "about" in (bound, limit):
        return second - first > _NEAR * second
    # "At least nine" and twelve may both be right, and so may nine and "up to twelve".
    return not (bound != limit and (bound == "least" or limit == "most"))


def _read(store: Store, number: int) -> Row:
    kind, unit, value, bound, stems, names, day, article = store.run(
        "SELECT kind, unit, value, bound, stems, names, day, article FROM figures WHERE number = ?",
        (number,),
    ).fetchone()
    some, others = frozenset(stems.split()), frozenset(names.split())
    years = frozenset(word for word in some if _YEAR.fullmatch(word))
    return Row(kind, unit, value, bound, some, others, day, article, years)
