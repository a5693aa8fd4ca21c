"""The people and bodies of a story as items: name, roles with their days, members."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from msgspec import Struct

from briefkit.stories.actors import Actors, Named
from briefkit.stories.names import person
from briefkit.stories.schema import (
    Claim,
    Contradiction,
    Member,
    Question,
    QuestionCode,
    RoleGiven,
    Spans,
    StoryActor,
    Told,
)
from briefkit.stories.store import Store

_MOST_ASKED = 3  # members of each that are named in a question


class Line(Struct, frozen=True):
    """A line of an article on disk; `meant` are the ids of who is meant."""

    article: int
    text: str
    spans: Spans
    meant: tuple[str, ...]
    number: int = 0


class Cast:
    """Reads the joined actors back, the most salient first, with ids `s1`, `s2`."""

    def __init__(self, store: Store, actors: Actors) -> None:
        self._store, self._actors, self._named = store, actors, actors.named
        run = store.run
        for number in range(len(actors)):
            if (who := actors.first(number)) != number:
                run("UPDATE actors SET who = ? WHERE who = ?", (who, number))
        run("CREATE TABLE ranks (rank INTEGER PRIMARY KEY, who UNIQUE, id, salience, name)")
        order = run(
            "SELECT who, round(sum(salience), 6) AS s FROM actors GROUP BY who ORDER BY s DESC, who"
        ).fetchall()
        most = order[0][1] if order else 0.0
        for rank, (who, salience) in enumerate(order, 1):
            share = round(salience / most, 2) if most else 0.0
            row = (rank, who, f"s{rank}", share, self._name(who))
            run("INSERT INTO ranks VALUES (?, ?, ?, ?, ?)", row)

    def entry(self, who: int | None) -> tuple[str, str]:
        """The id and the name of an actor of the story."""
        found = self._store.run("SELECT id, name FROM ranks WHERE who = ?", (who,)).fetchone()
        return str(found[0]), str(found[1])

    def ids(self, article: int, actors: Iterable[str]) -> tuple[str, ...]:
        """The ids in the story of actors of an article, each once."""
        found = (
            self._store.run(
                "SELECT id FROM actors JOIN ranks USING (who) WHERE article = ? AND actor = ?",
                (article, actor),
            ).fetchone()
            for actor in actors
        )
        return tuple(dict.fromkeys(id for (id,) in found))

    def told(self, line: Line) -> Told:
        """A line as the story has it."""
        actors = self.ids(line.article, line.meant)
        return Told(line.text, self._store.id(line.article), line.spans, actors)

    def items(self) -> Iterator[StoryActor]:
        """Every actor of the story."""
        order = self._store.run("SELECT who, id, salience, name FROM ranks ORDER BY rank")
        for who, id, salience, name in order:
            yield self._item(who, id, salience, name)

    def _item(self, who: int, id: str, salience: float, name: str) -> StoryActor:
        rows = list(self._named.rows("WHERE who = ? ORDER BY article, actor", who))
        # The type that most articles say; of two said as often, the one that came first.
        kind = Counter(one.type for one in rows).most_common(1)[0][0]
        names = {called for one in rows for called in (one.name, *one.aliases)}
        roles: dict[str, list[Named]] = {}
        for one in rows:
            if one.role:
                roles.setdefault(one.role.casefold(), []).append(one)
        given, others = tuple(map(self._role, roles.values())), tuple(sorted(names - {name}))
        return StoryActor(id, name, kind, given, others, salience, self._members(rows))

    def _role(self, given: list[Named]) -> RoleGiven:
        articles = [self._store.articles.at(one.article) for one in given]
        days = [article.published for article in articles if article.published]
        ids = tuple(dict.fromkeys(article.id for article in articles))
        return RoleGiven(given[0].role or "", min(days, default=None), max(days, default=None), ids)

    def _members(self, rows: Iterable[Named]) -> tuple[Member, ...]:
        return tuple(Member(self._store.id(one.article), one.actor) for one in rows)

    def _name(self, who: int) -> str:
        """The name that most articles have, among the full ones."""
        found = self._store.run(
            "SELECT name FROM actors WHERE who = ?"
            " GROUP BY name ORDER BY count(*) DESC, min(article), name",
            (who,),
        )
        names = [str(name) for (name,) in found]
        best = next((name for name in names if len(person(name)) > 1), names[0])
        # A dateline has a town's name in capitals; "NATO" and "Nato" are a matter of style.
        return next((n for n in names if " " in n and n.upper() == best != n), best)

    def contradictions(self) -> Iterator[Contradiction]:
        """The offices for which articles name different holders, with the days on which they do."""
        held = self._named.rows(
            "WHERE office IN (SELECT office FROM actors GROUP BY office"
            " HAVING count(DISTINCT who) > 1 AND min(article) < max(article))"
            " ORDER BY office, article, who, number"
        )
        for _, group in groupby(held, attrgetter("office")):
            told = [
                self._store.claim(one.article, self.entry(one.who)[1], one.role or "", one.spans)
                for one in group
            ]
            names = dict.fromkeys(claim.value for claim in told)
            called = ", ".join(f"{name} ({_days(told, name)})" for name in names)
            yield Contradiction("office-holders", f"{told[0].text}: {called}", tuple(told))

    def questions(self) -> Iterator[Question]:
        """The merges that were not sure, each once."""
        asked: set[tuple[int, ...]] = set()
        for code, *profiles in self._store.run(
            "SELECT code, one, other FROM doubts ORDER BY one, other, code"
        ).fetchall():
            pair = tuple(sorted(map(self._actors.first, profiles)))
            if pair[0] != pair[1] and pair not in asked:
                asked.add(pair)
                yield self._question(code, pair)

    def _question(self, code: QuestionCode, pair: tuple[int, ...]) -> Question:
        which = f"WHERE who = ? ORDER BY article, actor LIMIT {_MOST_ASKED}"
        members = self._members(one for who in pair for one in self._named.rows(which, who))
        one, other = (f"{name} ({id})" for id, name in map(self.entry, pair))
        return Question(code, f"are {one} and {other} one?", members)


def _days(told: list[Claim], name: str) -> str:
    """The first and last day on which somebody was called so."""
    days = sorted(claim.published for claim in told if claim.value == name and claim.published)
    return " to ".join(dict.fromkeys((days[0], days[-1]))) if days else "undated"
