"""Different figures for one count: the dead of one event, as each article has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefkit.stories.evidence import Evidence
from briefkit.stories.figures import AGE, context, contrasts, figures
from briefkit.stories.matching import put_together
from briefkit.stories.schema import Contradiction, Counted
from briefkit.stories.store import Store, Table, written
from briefkit.stories.words import Rarity, number_of

_SIGNS = {"%": "a share", "$": "an amount", "€": "an amount", "£": "an amount"}
_MOST_TALLIES, _MOST_FIGURES = 12, 60

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


@dataclass(frozen=True)
class Counts:
    """A figure as it waits on disk: of what, how many, in which words, in which sentence."""

    article: int
    kind: str
    unit: str
    value: float
    bound: str
    words: str
    around: str
    """The stems around it, and the names in its sentence, a space between."""
    named: str
    day: str | None
    spans: str
    sentence: str

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(self.around.split())

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self.named.split())

    @cached_property
    def years(self) -> frozenset[str]:
        """The years around it: a count of another year is one of another event."""
        return frozenset(word for word in self.stems if _YEAR.fullmatch(word))


class Counting:
    """Takes the figures of briefs and finds those that count the same."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rarity = Rarity()
        self._figures = Table(store, "figures", Counts, "leader")
        self._contrasts: list[tuple[int, float]] = []
        """Figures by number, and the values that their articles set them against."""
        self._joined: set[int] = set()
        """The leading figures of those that an article sets against each other."""

    def add(self, article: int, evidence: Evidence) -> None:
        """The figures of one article, each once."""
        seen: set[tuple[str, str, float]] = set()
        own: list[tuple[int, int, float]] = []
        against: set[tuple[int, float]] = set()
        for text, spans, day, *_ in evidence.sentences:
            begin = spans[0][0] if spans else _NOWHERE
            against.update((begin + at, value) for value, at in contrasts(text))
            for figure in figures(text):
                key = (figure.kind, figure.unit, figure.value)
                if key in seen:
                    continue
                seen.add(key)
                stems = sorted(set(context(text, figure)))
                self._rarity.add(stems)
                named = " ".join(sorted(set(_NAME.findall(text))))
                words = " ".join(figure.words.split())
                row = Counts(article, *key, figure.bound, words, " ".join(stems), named, day,
                             written(spans), text)  # fmt: skip
                own.append((begin + figure.start, self._figures.add(row), figure.value))
        for at, value in against:
            near = [
                (abs(at - start), number)
                for start, number, other in own
                if other != value and _ratio(other, value) <= _COMPARABLE
            ]
            if near and min(near)[0] <= _SENTENCE:
                self._contrasts.append((min(near)[1], value))

    def gather(self) -> None:
        """Find what counts the same."""
        put_together(self._figures, "ORDER BY article, number", self._keys, self._is_one)
        self._set_against()

    def _keys(self, number: int) -> list[int]:
        row = self._figures.at(number)
        if row.kind:
            return [number_of(row.kind, row.unit)]
        keys = [number_of(row.unit, word) for word in self._rarity.rarest(row.stems, 4)]
        return keys + ([number_of(row.unit, row.day)] if row.day else [])

    def _set_against(self) -> None:
        """Join what an article itself sets against a figure of an earlier one."""
        run = self._store.run
        run("CREATE INDEX by_value ON figures (value, article)")
        for number, value in sorted(self._contrasts):
            row, mine = self._figures.at(number), self._figures.get(number, "leader")
            others = self._figures.numbers(
                "WHERE value = ? AND article < ? AND (unit = ? OR ?)"
                " ORDER BY article, number LIMIT ?",
                value, row.article, row.unit, _is_its_own(value), _MOST_SET_AGAINST,
                column="DISTINCT leader",
            )  # fmt: skip
            leaders = [leader for leader in others if leader != mine]
            for leader in (mine, *leaders[1:]) if leaders else ():
                run("UPDATE figures SET leader = ? WHERE leader = ?", (leaders[0], leader))
                self._joined.add(leaders[0])

    def _is_one(self, leader: int, number: int) -> bool:
        first, second = self._figures.at(leader), self._figures.at(number)
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
            rows = [
                self._figures.at(number) for number in self._some("leader = ?", leader, most=-1)
            ]
            told = {(row.value, row.bound) for row in rows}
            first = self._figures.at(leader)
            close = first.kind == AGE and max(told)[0] - min(told)[0] < _BIRTHDAY
            if close or not any(_differ(one, other) for one in told for other in told):
                continue
            members = tuple(
                self._store.claim(row.article, f"{row.value:g}", row.words, row.spans)
                for row in rows
            )
            what = _name_of(first.kind) or rows[0].words.split()[-1]
            words = dict.fromkeys(f"“{row.words}”" for row in rows)
            yield Contradiction("different-figures", f"{what}: {', '.join(words)}", members)

    def tallies(self) -> Iterator[Counted]:
        """What two articles count differently or anew: the things that most articles count first.

        23,000 machines are told with the 14,200 devices that an article sets them against.
        """
        kinds = self._store.run(
            "SELECT kind, unit FROM figures GROUP BY kind, unit HAVING min(value) < max(value)"
            " AND min(article) < max(article) ORDER BY count(DISTINCT article) DESC, min(number)"
            " LIMIT ?",
            (_MOST_TALLIES,),
        ).fetchall()
        some = [(kind, self._some("kind = ? AND unit = ?", kind, unit)) for kind, unit in kinds]
        some += [("", self._some("leader = ?", leader)) for leader in sorted(self._joined)]
        shown: set[int] = set()
        for kind, found in some:
            numbers = set(found)
            leaders = {self._figures.get(number, "leader") for number in found}
            for leader in self._joined & leaders:
                numbers.update(self._some("leader = ?", leader))
            if not numbers <= shown:
                shown |= numbers
                yield self._counted(kind, [self._figures.at(number) for number in sorted(numbers)])

    def _counted(self, kind: str, rows: list[Counts]) -> Counted:
        members = []
        for row in rows:
            sentence = " ".join(row.sentence.split())
            members.append(self._store.claim(row.article, row.words, sentence, row.spans))
        things = dict.fromkeys(row.words.split()[-1].lower() for row in rows)
        return Counted(_name_of(kind) or ", ".join(things), tuple(members))

    def _some(self, which: str, *values: object, most: int = _MOST_FIGURES) -> list[int]:
        order = f"WHERE {which} ORDER BY article, number LIMIT {most}"
        return self._figures.numbers(order, *values)


def _name_of(kind: str) -> str:
    """What a kind of count is called; nothing where plain things are counted."""
    return _SIGNS.get(kind, kind)


def _ratio(one: float, other: float) -> float:
    return max(one, other) / (min(one, other) or 1)


def _is_its_own(value: float) -> bool:
    """Whether a number is long enough to be no other count by chance: 14,200 and 1.42 million."""
    return len(f"{value:.0f}".rstrip("0")) >= _LONG


def _differ(one: tuple[float, str], other: tuple[float, str]) -> bool:
    """Whether two values cannot both be right; two different bounds are an update."""
    (first, bound), (second, limit) = sorted((one, other))
    if first == second:
        return False
    if "about" in (bound, limit):
        return second - first > _NEAR * second
    # "At least nine" and twelve may both be right, and so may nine and "up to twelve".
    return not (bound != limit and (bound == "least" or limit == "most"))
