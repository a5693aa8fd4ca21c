"""The people and bodies of a story as items: name, roles with their days, members."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefkit.schema import ActorType
from briefkit.stories.actors import Actors
from briefkit.stories.names import person
from briefkit.stories.schema import Member, Question, QuestionCode, RoleGiven, StoryActor
from briefkit.stories.store import Store

_MOST_ASKED = 6


class Cast:
    """Reads the joined actors back, the most salient first, with ids `s1`, `s2`."""

    def __init__(self, store: Store, actors: Actors) -> None:
        self._store, self._actors = store, actors
        run = store.run
        run("CREATE TABLE cast (profile INTEGER PRIMARY KEY, who INT)")
        for number in range(len(actors.unions)):
            run("INSERT INTO cast VALUES (?, ?)", (number, actors.unions.find(number)))
        run("CREATE INDEX by_who ON cast (who)")
        run("CREATE TABLE ranks (who INTEGER PRIMARY KEY, rank INT, salience REAL, name TEXT)")
        order = run(
            "SELECT who, sum(salience) AS s FROM actors JOIN cast USING (profile)"
            " GROUP BY who ORDER BY s DESC, who"
        ).fetchall()
        most = order[0][1] if order else 1.0
        for rank, (who, salience) in enumerate(order, 1):
            share = round(salience / most, 2) if most else 0.0
            run("INSERT INTO ranks VALUES (?, ?, ?, ?)", (who, rank, share, self._name(who)))

    def items(self) -> Iterator[StoryActor]:
        """Every actor of the story."""
        order = self._store.run("SELECT who, rank, salience, name FROM ranks ORDER BY rank")
        for who, rank, salience, name in order:
            yield self._item(who, rank, salience, name)

    def id(self, who: int) -> str:
        """The id of an actor of the story."""
        (rank,) = self._store.run("SELECT rank FROM ranks WHERE who = ?", (who,)).fetchone()
        return f"s{rank}"

    def name(self, who: int) -> str:
        """The name of an actor of the story."""
        (name,) = self._store.run("SELECT name FROM ranks WHERE who = ?", (who,)).fetchone()
        return str(name)

    def ids(self, article: int, actors: str) -> tuple[str, ...]:
        """The ids in the story of actors of an article, each once."""
        found: dict[str, None] = {}
        for actor in actors.split():
            (rank,) = self._store.run(
                "SELECT rank FROM actors JOIN cast USING (profile) JOIN ranks USING (who)"
                " WHERE article = ? AND actor = ?",
                (article, actor),
            ).fetchone()
            found[f"s{rank}"] = None
        return tuple(found)

    def _item(self, who: int, rank: int, salience: float, name: str) -> StoryActor:
        members: list[Member] = []
        types: Counter[ActorType] = Counter()
        names: dict[str, None] = {}
        roles: dict[str, list[tuple[str, str | None, str]]] = {}
        for article, published, actor, called, type, role, aliases in self._store.run(
            "SELECT a.id, a.published, actor, name, type, role, aliases FROM actors"
            " JOIN cast USING (profile) JOIN articles a ON a.number = article"
            " WHERE who = ? ORDER BY article, actor",
            (who,),
        ):
            members.append(Member(article, actor))
            types[type] += 1
            names.update(dict.fromkeys([called, *filter(None, aliases.split("\n"))]))
            if role:
                roles.setdefault(role.casefold(), []).append((role, published, article))
        given = tuple(_role(found) for found in roles.values())
        others = tuple(sorted(other for other in names if other != name))
        # The type that most articles say; of two said as often, the one that came first.
        kind = types.most_common(1)[0][0]
        return StoryActor(f"s{rank}", name, kind, given, others, salience, tuple(members))

    def _name(self, who: int) -> str:
        """The name that most articles have, among the full ones."""
        found = self._store.run(
            "SELECT name, count(*) AS n, min(article) FROM actors JOIN cast USING (profile)"
            " WHERE who = ? GROUP BY name ORDER BY n DESC, min(article), name",
            (who,),
        ).fetchall()
        names = [str(name) for name, *_ in found]
        best = next((name for name in names if len(person(name)) > 1), names[0])
        # A dateline has a town's name in capitals; "NATO" and "Nato" are a matter of style.
        return next((n for n in names if " " in n and n.upper() == best != n), best)

    def questions(self) -> Iterator[Question]:
        """The merges that were not sure, each once."""
        asked: set[tuple[int, int]] = set()
        for code, one, other in self._store.run(
            "SELECT code, one, other FROM doubts ORDER BY one, other, code"
        ).fetchall():
            first, second = sorted((self._actors.unions.find(one), self._actors.unions.find(other)))
            if first != second and (first, second) not in asked:
                asked.add((first, second))
                yield self._question(code, first, second)

    def _question(self, code: QuestionCode, first: int, second: int) -> Question:
        members: list[Member] = []
        for who in (first, second):
            found = self._store.run(
                "SELECT a.id, actor FROM actors JOIN cast USING (profile)"
                " JOIN articles a ON a.number = article WHERE who = ? ORDER BY article LIMIT ?",
                (who, _MOST_ASKED // 2),
            )
            members += [Member(article, actor) for article, actor in found]
        one, other = (f"{self.name(who)} ({self.id(who)})" for who in (first, second))
        return Question(code, f"are {one} and {other} one?", tuple(members))


def _role(found: list[tuple[str, str | None, str]]) -> RoleGiven:
    days = [day for _, day, _ in found if day]
    articles = tuple(dict.fromkeys(article for _, _, article in found))
    return RoleGiven(found[0][0], min(days, default=None), max(days, default=None), articles)
