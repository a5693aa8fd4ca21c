"""The actors of all briefs, gathered by name: from an actor of one article to profiles."""

from __future__ import annotations

from array import array
from itertools import groupby
from operator import attrgetter

import msgspec
from msgspec import Struct

from briefkit.schema import Actor, ActorType
from briefkit.stories.bodies import body, office, state_of
from briefkit.stories.evidence import Evidence
from briefkit.stories.names import person, sex_said
from briefkit.stories.profiles import APART, Profile, against
from briefkit.stories.schema import Spans
from briefkit.stories.store import Store, Table

_COMPANY = 12
# A name borne by more people than this is compared with the first of them only.
_MOST_OF_A_NAME = 50
ACTING = "!"
"""Behind the key of a capital that acts: it may stand for its state."""


class Named(Struct, frozen=True):
    """An actor of one article; `spans` is its first mention, where it is pointed to.

    `company`: the keys of whom it is named with; `who`: its profile, and at last the first of all
    that are joined with it.
    """

    article: int
    actor: str
    person: bool
    key: str
    name: str
    type: ActorType
    role: str | None
    affiliation: str | None
    office: str | None
    salience: float
    aliases: tuple[str, ...]
    spans: Spans
    company: tuple[str, ...]
    who: int | None = None
    number: int = 0

    def profile(self) -> Profile:
        """What the article knows of it."""
        sex = sex_said(self.role, self.name) if self.type == "person" else None
        return Profile(
            bool(self.person),
            self.key,
            list(dict.fromkeys((self.name, *self.aliases))),
            [self.role] if self.role else [],
            [self.affiliation] if self.affiliation else [],
            [sex] if sex else [],
            list(dict.fromkeys(self.company)),
            1,
            int(self.type == "organization"),
        )


class Actors:
    """Takes the actors of briefs in the order of the story, and makes profiles of them.

    Each name is a block of its own, and in it an actor joins the first profile that nothing speaks
    against. So time grows with the number of actors, and not with that of their pairs.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        # Profiles from 0; the number of each is of one that it is joined with, and at last of the
        # first of all that are.
        self._above = array("l")
        self.named = Table(store, "actors", Named)
        store.run("CREATE INDEX by_id ON actors (article, actor)")
        store.run("CREATE TABLE profiles (id INTEGER PRIMARY KEY, person, key, about)")
        store.run("CREATE TABLE doubts (code, one, other)")

    def add(self, article: int, evidence: Evidence) -> None:
        """The actors and places of one article."""
        brief = evidence.brief
        keys = {actor: _key(actor, acts=True) for actor in brief.actors}
        keys |= {place: _key(place, acts=False) for place in brief.places}
        company = [k for one, k in keys.items() if k and one.type in ("person", "organization")]
        for actor, key in keys.items():
            others = [other for other in company[: _COMPANY + 1] if other != key][:_COMPANY]
            is_person, held = actor.type == "person", office(actor.role, actor.affiliation)
            self.named.add(
                Named(
                    article, actor.id, is_person, key, actor.name, actor.type, actor.role,
                    actor.affiliation, held if is_person else None, actor.salience,
                    actor.aliases, actor.mentions[:1], tuple(others),
                )
            )  # fmt: skip

    def gather(self) -> None:
        """Make the profiles."""
        run = self.store.run
        order = self.named.rows("ORDER BY person, key, article, actor")
        for (is_person, key), group in groupby(order, attrgetter("person", "key")):
            first, found = len(self), list[Profile]()
            for row in group:
                about = row.profile()
                place, doubt = _joins(about, found)
                if doubt is not None:
                    self.doubt("same-name", first + doubt, first + place)
                if place == len(found):
                    found.append(about)
                else:
                    found[place].take(about)
                self.named.set(row.number, "who", first + place)
            for about in found:
                about.number = len(self)
                self._above.append(about.number)
                values = (about.number, is_person, key, msgspec.json.encode(about))
                run("INSERT INTO profiles VALUES (?, ?, ?, ?)", values)
        run("CREATE INDEX by_who ON actors (who, article, actor)")

    def doubt(self, code: str, *profiles: int) -> None:
        """Note a merge that is not sure."""
        self.store.run("INSERT INTO doubts VALUES (?, ?, ?)", (code, *profiles))

    def profile(self, number: int) -> Profile:
        """A profile by its number."""
        row = self.store.run("SELECT about FROM profiles WHERE id = ?", (number,)).fetchone()
        return msgspec.json.decode(row[0], type=Profile)

    def __len__(self) -> int:
        return len(self._above)

    def first(self, number: int) -> int:
        """The profile that stands for all that are joined with this one (union-find)."""
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    def join(self, one: Profile, other: Profile) -> None:
        """Let two profiles be of one."""
        first, second = sorted((self.first(one.number), self.first(other.number)))
        self._above[second] = first

    def meet(self, one: Profile, other: Profile) -> bool:
        """Whether an article has both as actors of its own, which so are two."""
        found = self.store.run(
            "SELECT 1 FROM actors a JOIN actors b ON a.article = b.article"
            " WHERE a.who = ? AND b.who = ? LIMIT 1",
            (one.number, other.number),
        )
        return found.fetchone() is not None


def _key(actor: Actor, acts: bool) -> str:
    if actor.type == "person":
        return " ".join(person(actor.name))
    acting = acts and actor.role is None and state_of(actor.name)
    return body(actor.name) + (ACTING if acting else "")


def _joins(about: Profile, found: list[Profile]) -> tuple[int, int | None]:
    """The place of the profile to join, one behind the last for a new one; and the doubtful one."""
    scores = ((against(about, other), n) for n, other in enumerate(found[:_MOST_OF_A_NAME]))
    score, best = min(scores, default=(APART, 0))
    if score < APART - 1:
        return best, None
    return len(found), best if score < APART else None
