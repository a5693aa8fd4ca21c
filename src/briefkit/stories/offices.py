"""Offices that one person holds at a time, and who is called their holder."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from briefkit import lexicon
from briefkit.stories.actors import Actors
from briefkit.stories.bodies import body
from briefkit.stories.cast import Cast
from briefkit.stories.names import plain
from briefkit.stories.schema import Claim, Contradiction
from briefkit.stories.store import Store

# What says that the role is not the office itself, or not now.
_NOT_HELD = {"former", "ex", "deputy", "vice", "acting", "late", "then", "incoming", "outgoing",
             "designate", "elect", "candidate", "assistant", "interim", "future", "nominee",
             "hopeful", "previous", "wife", "husband", "spokesman", "spokeswoman", "associate",
             "first", "honorary", "would-be", "old", "last"}  # fmt: skip
_LONGEST = 4


def office(role: str, affiliation: str | None) -> str | None:
    """The office that a role names and whose it is; None where it is none or that is not said."""
    if affiliation is None:
        return None
    words = plain(role.replace("-", " - ")).replace(" - ", "-").split()
    # Only of these is "vice" a part of the office's own name.
    said = " ".join(words).replace("vice president", "president").replace("-", " ").split()
    if not _NOT_HELD.isdisjoint(said):
        return None
    offices = lexicon.words("stories", "offices.txt")
    for length in range(_LONGEST, 0, -1):
        for start in range(len(words) - length + 1):
            found = " ".join(words[start : start + length])
            if found in offices:
                return f"{found.replace('defence', 'defense')} of {body(affiliation)}"
    return None


def note_offices(store: Store, actors: Actors) -> None:
    """Enter every office with its holders."""
    store.run("CREATE TABLE offices (office TEXT, who INT, article INT, role TEXT, place TEXT)")
    found = store.run(
        "SELECT role, tie, profile, article, place FROM actors WHERE person AND role IS NOT NULL"
    ).fetchall()
    for role, tie, profile, article, place in found:
        if held := office(role, tie):
            row = (held, actors.unions.find(profile), article, role, place)
            store.run("INSERT INTO offices VALUES (?, ?, ?, ?, ?)", row)


def holders(store: Store, cast: Cast) -> Iterator[Contradiction]:
    """The offices for which articles name different holders, with the days on which they did."""
    order = store.run(
        "SELECT office, who, a.id, a.published, role, place FROM offices"
        " JOIN articles a ON a.number = article"
        " WHERE office IN"
        " (SELECT office FROM offices GROUP BY office"
        " HAVING count(DISTINCT who) > 1 AND min(article) < max(article))"
        " ORDER BY office, article, who"
    ).fetchall()
    for _, group in groupby(order, itemgetter(0)):
        rows = list(group)
        names = {who: cast.name(who) for _, who, *_ in rows}
        told = []
        for _, who, article, day, role, place in rows:
            ends = [int(end) for end in place.split()]
            spans = ((ends[0], ends[1]),) if ends else ()
            told.append(Claim(article, day, names[who], role, spans))
        called = ", ".join(f"{name} ({_days(rows, who)})" for who, name in names.items())
        yield Contradiction("office-holders", f"{rows[0][4]}: {called}", tuple(told))


def _days(rows: list[tuple[object, ...]], who: int) -> str:
    """The first and last day on which somebody was called so."""
    days = sorted(str(row[3]) for row in rows if row[1] == who and row[3])
    if not days:
        return "undated"
    return days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
