"""Offices that one person holds at a time, and who is called their holder."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from briefkit import lexicon
from briefkit.stories.bodies import body
from briefkit.stories.cast import Cast
from briefkit.stories.names import plain
from briefkit.stories.schema import Claim, Contradiction
from briefkit.stories.store import Store

_LONGEST = 4


def office(role: str, affiliation: str | None) -> str | None:
    """The office that a role names and whose it is; None where it is none or that is not said."""
    if affiliation is None:
        return None
    words = plain(role.replace("-", " ")).split()
    # Only of these is "vice" a part of the office's own name.
    said = " ".join(words).replace("vice president", "president").split()
    if not lexicon.words("stories", "not_held.txt").isdisjoint(said):
        return None
    offices = lexicon.words("stories", "offices.txt")
    for length in range(_LONGEST, 0, -1):
        for start in range(len(words) - length + 1):
            found = " ".join(words[start : start + length])
            if found in offices:
                return f"{found.replace('defence', 'defense')} of {body(affiliation)}"
    return None


def contradictions(store: Store, cast: Cast) -> Iterator[Contradiction]:
    """The offices for which articles name different holders, with the days on which they did."""
    store.run("CREATE TABLE offices (office, who, article, role, spans)")
    found = store.run(
        "SELECT role, affiliation, who, article, spans FROM actors WHERE person AND role NOT NULL"
    ).fetchall()
    for role, affiliation, *held in found:
        if of := office(role, affiliation):
            who, article, spans = held
            row = (of, who, article, role, spans)
            store.run("INSERT INTO offices VALUES (?, ?, ?, ?, ?)", row)
    order = store.run(
        "SELECT * FROM offices WHERE office IN"
        " (SELECT office FROM offices GROUP BY office"
        " HAVING count(DISTINCT who) > 1 AND min(article) < max(article))"
        " ORDER BY office, article, who"
    ).fetchall()
    for _, group in groupby(order, itemgetter(0)):
        told = [
            store.claim(article, cast.entry(who)[1], role, spans)
            for _, who, article, role, spans in group
        ]
        names = dict.fromkeys(claim.value for claim in told)
        called = ", ".join(f"{name} ({_days(told, name)})" for name in names)
        yield Contradiction("office-holders", f"{told[0].text}: {called}", tuple(told))


def _days(told: list[Claim], name: str) -> str:
    """The first and last day on which somebody was called so."""
    days = sorted(claim.published for claim in told if claim.value == name and claim.published)
    return " to ".join(dict.fromkeys((days[0], days[-1]))) if days else "undated"
