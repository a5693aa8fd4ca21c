"""What is known of a person or body under one name, and whether two such may be one."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from briefkit.stories.bodies import body
from briefkit.stories.names import person, same_given, same_spelling
from briefkit.stories.words import content

_MOST_COMPANY = 40
_MOST_ROLES = 12
# From here on what speaks against one person outweighs that the name is the same.
APART = 3


class Profile(msgspec.Struct):
    """One name and who is meant by it, in one or many articles."""

    is_person: bool
    key: str
    names: list[str]
    roles: list[str]
    ties: list[str]
    sexes: list[str]
    company: list[str]
    articles: int
    bodies: int
    """In how many of the articles it is an organization."""
    number: int = -1

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.key.split())

    @property
    def is_body(self) -> bool:
        """Whether half of the articles or more take it for an organization, and not for a place."""
        return 2 * self.bodies >= self.articles

    def take(self, other: Profile) -> None:
        """Learn what is known of the same person or body elsewhere."""
        self.names += [name for name in other.names if name not in self.names]
        for mine, more, most in (
            (self.roles, other.roles, _MOST_ROLES), (self.ties, other.ties, _MOST_ROLES),
            (self.sexes, other.sexes, _MOST_ROLES), (self.company, other.company, _MOST_COMPANY),
        ):  # fmt: skip
            mine += [item for item in more if item not in mine][: most - len(mine)]
        self.articles += other.articles
        self.bodies += other.bodies


def against(one: Profile, other: Profile) -> int:
    """How much says that two people of one name are two: 0 nothing, from APART on they are.

    Sex by role or title is enough alone. Role, affiliation and company each count one, and shared
    company takes one away: two of one name are seldom among the same others.
    """
    if not (one.is_person and other.is_person):
        return 0
    if one.sexes and other.sexes and set(one.sexes).isdisjoint(other.sexes):
        return APART
    shared = set(one.company) & set(other.company)
    apart = [
        one.roles and other.roles and not related(one.roles, other.roles),
        one.ties and other.ties and not _same_ties(one.ties, other.ties),
        len(one.company) > 1 and len(other.company) > 1 and not shared,
    ]
    return max(0, sum(map(bool, apart)) - (len(shared) > 1))


def speaks_for(one: Profile, other: Profile) -> int:
    """How much besides the name says that two are one."""
    score = 2 * related(one.roles, other.roles)
    score += _same_ties(one.ties, other.ties)
    score += bool(one.sexes and set(one.sexes) == set(other.sexes))
    return score + (not set(one.company).isdisjoint(other.company))


def related(roles: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two lists of roles share a word."""
    first = {word for role in roles for word in content(role)}
    return not first.isdisjoint(word for role in others for word in content(role))


def _same_ties(ties: Iterable[str], others: Iterable[str]) -> bool:
    return any(a in b or b in a for a in map(body, ties) for b in map(body, others))


def may_be_one(one: Profile, other: Profile) -> bool:
    """Whether two full names of people may be of one person."""
    mine, theirs = one.parts, other.parts
    if not same_spelling(mine[-1], theirs[-1]) or not same_given(mine[0], theirs[0]):
        return False
    between, others = mine[1:-1], theirs[1:-1]
    return not others or all(any(same_given(a, b) for b in others) for a in between)


def surnames(profile: Profile) -> set[str]:
    """The single words by which a person of a full name may be called alone."""
    names = map(person, profile.names)
    return {profile.parts[-1], *(parts[0] for parts in names if len(parts) == 1)}
