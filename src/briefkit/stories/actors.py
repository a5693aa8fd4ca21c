"""The actors of all briefs, gathered by name: from an actor of one article to profiles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from briefkit.schema import Actor, Brief
from briefkit.stories.bodies import body, state_of
from briefkit.stories.evidence import pieces, sex
from briefkit.stories.names import person
from briefkit.stories.profiles import APART, Profile, against
from briefkit.stories.store import Store
from briefkit.stories.unions import Unions

_COMPANY = 12
# A name borne by more people than this is compared with the first of them only.
_MOST_OF_A_NAME = 50
ACTING = "!"
"""Behind the key of a capital that acts: it may stand for its state."""


class Actors:
    """Takes the actors of briefs in the order of the story, and makes profiles of them.

    Each name is a block of its own, and in it an actor joins the first profile that nothing speaks
    against. So time grows with the number of actors, and not with that of their pairs.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.unions = Unions()
        store.run(
            "CREATE TABLE actors (article INT, actor TEXT, person INT, key TEXT, name TEXT,"
            " type TEXT, role TEXT, tie TEXT, salience REAL, aliases TEXT, place TEXT, about BLOB,"
            " profile INT, PRIMARY KEY (article, actor)) WITHOUT ROWID"
        )
        store.run(
            "CREATE TABLE profiles (id INTEGER PRIMARY KEY, person INT, key TEXT, about BLOB)"
        )
        store.run("CREATE TABLE doubts (code TEXT, one INT, other INT)")

    def add(self, number: int, brief: Brief) -> None:
        """The actors and places of one article."""
        known = pieces(brief)
        actors = [(actor, True) for actor in brief.actors] + [(p, False) for p in brief.places]
        keys = [_key(actor, acts) for actor, acts in actors]
        company = [key for (actor, _), key in zip(actors, keys, strict=True) if _is_company(actor)]
        for (actor, _), key in zip(actors, keys, strict=True):
            about = Profile(
                actor.type == "person",
                key,
                dict.fromkeys((actor.name, *actor.aliases), 1),
                [actor.role] if actor.role else [],
                [actor.affiliation] if actor.affiliation else [],
                [said] if (said := sex(actor, known)) else [],
                dict.fromkeys([other for other in company[: _COMPANY + 1] if other != key], 1),
                1,
                int(actor.type == "organization"),
            )
            self.store.run(
                "INSERT OR IGNORE INTO actors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
                (number, actor.id, about.is_person, key, actor.name, actor.type, actor.role,
                 actor.affiliation, actor.salience, "\n".join(actor.aliases), _place(actor),
                 msgspec.json.encode(about)),
            )  # fmt: skip

    def gather(self) -> None:
        """Make the profiles."""
        run = self.store.run
        run("CREATE INDEX by_key ON actors (person, key, article)")
        self._settle_types()
        order = run("SELECT person, key, article, actor, about FROM actors ORDER BY 1, 2, 3, 4")
        for (is_person, key), group in groupby(order, itemgetter(0, 1)):
            for about, members in self._profiles(bool(is_person), group):
                number = self.unions.add()
                row = (number, is_person, key, msgspec.json.encode(about))
                run("INSERT INTO profiles VALUES (?, ?, ?, ?)", row)
                for article, actor in members:
                    self.store.run(
                        "UPDATE actors SET profile = ? WHERE article = ? AND actor = ?",
                        (number, article, actor),
                    )
        run("CREATE INDEX by_profile ON actors (profile, article)")

    def _settle_types(self) -> None:
        """A name of several words is a person's where most articles say so."""
        both = self.store.run(
            "SELECT key, 2 * sum(person) >= count(*) FROM actors WHERE instr(key, ' ')"
            " GROUP BY key HAVING min(person) < max(person)"
        ).fetchall()
        for key, is_person in both:
            self.store.run("UPDATE actors SET person = ? WHERE key = ?", (is_person, key))

    def _profiles(
        self, is_person: bool, group: Iterator[tuple[Any, ...]]
    ) -> Iterator[tuple[Profile, Iterator[tuple[int, str]]]]:
        """The profiles of one name, each with its members, who wait on disk."""
        found: list[Profile] = []
        first = len(self.unions)
        self.store.run(
            "CREATE TEMP TABLE IF NOT EXISTS joined (profile INT, article INT, actor TEXT)"
        )
        self.store.run("DELETE FROM joined")
        for _, _, article, actor, data in group:
            about = msgspec.json.decode(data, type=Profile)
            about.is_person = is_person
            place, doubt = _joins(about, found)
            if doubt is not None:
                row = ("same-name", first + doubt, first + place)
                self.store.run("INSERT INTO doubts VALUES (?, ?, ?)", row)
            if place == len(found):
                found.append(about)
            else:
                found[place].take(about)
            self.store.run("INSERT INTO joined VALUES (?, ?, ?)", (place, article, actor))
        for place, about in enumerate(found):
            members = self.store.run(
                "SELECT article, actor FROM joined WHERE profile = ?", (place,)
            )
            yield about, iter(members.fetchall())

    def profile(self, number: int) -> Profile:
        """A profile by its number."""
        row = self.store.run("SELECT about FROM profiles WHERE id = ?", (number,)).fetchone()
        return msgspec.json.decode(row[0], type=Profile)

    def meet(self, one: int, other: int) -> bool:
        """Whether an article has both as actors of its own, which so are two."""
        found = self.store.run(
            "SELECT 1 FROM actors a JOIN actors b ON a.article = b.article"
            " WHERE a.profile = ? AND b.profile = ? LIMIT 1",
            (one, other),
        ).fetchone()
        return found is not None


def _key(actor: Actor, acts: bool) -> str:
    if actor.type == "person":
        return " ".join(person(actor.name))
    acting = acts and actor.role is None and state_of(actor.name)
    return body(actor.name) + (ACTING if acting else "")


def _is_company(actor: Actor) -> bool:
    return actor.type in ("person", "organization")


def _place(actor: Actor) -> str:
    """The actor's first mention, which is its place where it is pointed to."""
    return "{} {}".format(*actor.mentions[0]) if actor.mentions else ""


def _joins(about: Profile, found: list[Profile]) -> tuple[int, int | None]:
    """The place of the profile to join, one behind the last for a new one; and the doubtful one."""
    scores = [against(about, profile) for profile in found[:_MOST_OF_A_NAME]]
    if not scores:
        return 0, None
    best = min(range(len(scores)), key=lambda place: (scores[place], place))
    if scores[best] < APART - 1:
        return best, None
    return len(found), best if scores[best] < APART else None
