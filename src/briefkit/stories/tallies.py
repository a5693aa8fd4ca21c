"""All figures of one thing, by day: how many it was, according to whom."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.stories.schema import Claim, Counted
from briefkit.stories.store import Store, places

SIGNS = {"%": "a share", "$": "an amount", "€": "an amount", "£": "an amount"}
_MOST_TALLIES, _MOST_FIGURES = 12, 60
_WHICH = "SELECT number, leader FROM figures WHERE"


def name_of(kind: str) -> str:
    """What a kind of count is called; nothing where plain things are counted."""
    return SIGNS.get(kind, kind)


def tallies(store: Store, joined: set[int]) -> Iterator[Counted]:
    """What two articles count differently or anew: the things that most articles count first.

    `joined` are the leading figures of those that an article sets against each other: 23,000
    machines are told with the 14,200 devices that they stand against.
    """
    kinds = store.run(
        "SELECT kind, unit FROM figures GROUP BY kind, unit HAVING min(value) < max(value)"
        " AND min(article) < max(article) ORDER BY count(DISTINCT article) DESC, min(number)"
        " LIMIT ?",
        (_MOST_TALLIES,),
    ).fetchall()
    groups = [(kind, _some(store, "kind = ? AND unit = ?", kind, unit)) for kind, unit in kinds]
    groups += [("", _some(store, "leader = ?", leader)) for leader in sorted(joined)]
    shown: set[int] = set()
    for kind, some in groups:
        rows = dict(some)
        for leader in sorted(joined & set(rows.values())):
            rows.update(_some(store, "leader = ?", leader))
        if not rows.keys() <= shown:
            shown |= rows.keys()
            yield _counted(store, kind, sorted(rows))


def _some(store: Store, which: str, *values: object) -> list[tuple[int, int]]:
    order = f"{_WHICH} {which} ORDER BY article, number LIMIT {_MOST_FIGURES}"
    return store.run(order, values).fetchall()


def _counted(store: Store, kind: str, numbers: list[int]) -> Counted:
    members: list[Claim] = []
    things: dict[str, None] = {}
    for number in numbers:
        id, day, words, told, spans = store.run(
            "SELECT a.id, published, words, told, spans FROM figures"
            " JOIN articles a ON a.number = article WHERE figures.number = ?",
            (number,),
        ).fetchone()
        things[words.split()[-1].lower()] = None
        members.append(Claim(id, day, words, " ".join(told.split()), places(spans)))
    return Counted(name_of(kind) or ", ".join(things), tuple(members))
