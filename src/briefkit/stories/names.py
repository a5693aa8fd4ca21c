"""Names as they are compared: what is left out, what may be spelt otherwise, who is quoted."""

from __future__ import annotations

import re
from functools import lru_cache

from briefkit import lexicon
from briefkit.schema import Actor, Brief, Quote
from briefkit.stories.words import fold_letters
from briefkit.text import edits

_APART = re.compile(r"[^\w'&.\-]+")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}|\b[^\W\d_](?:\.[^\W\d_])+\b")
_SINGLE = re.compile(r"\b[^\W\d_](?: [^\W\d_])+\b")


@lru_cache(1 << 14)
def plain(name: str) -> str:
    """A name folded: no accents, articles, possessives and points; initials as one word."""
    folded = fold_letters(name).replace("’", "'").replace("‘", "'")
    folded = _INITIALS.sub(lambda found: found.group().replace(".", "") + " ", folded)
    parts = [part.strip(".-'").removesuffix("'s") for part in _APART.split(folded)]
    kept = [part for part in parts if part]
    bare = " ".join(kept[1:] if len(kept) > 1 and kept[0] == "the" else kept)
    return _SINGLE.sub(lambda found: found.group().replace(" ", ""), bare)


# What stands before a person's name and is no part of it.
_TITLES = frozenset(
    plain(title)
    for name in ("actors_honorifics.tsv", "actors_ranks.tsv")
    for title, *_ in lexicon.rows("components", name)
)


@lru_cache(1 << 14)
def person(name: str) -> tuple[str, ...]:
    """The parts of a person's name, without titles, "Jr." and the like."""
    parts = plain(name).split()
    while len(parts) > 1 and parts[0] in _TITLES:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in ("jr", "sr", "ii", "iii", "iv"):
        parts = parts[:-1]
    return tuple(parts)


# The sex that a title or a noun for a person says.
_SEXED = {
    plain(noun): sex
    for noun, kind, sex, _ in lexicon.rows("components", "coref_nouns.tsv")
    if kind == "person" and sex != "-"
} | {plain(title): sex for title, sex in lexicon.rows("components", "coref_titles.tsv")}


def sex_said(role: str | None, name: str) -> str | None:
    """The sex that a title or the words of a role say, if they do: f or m."""
    parts = [*plain(role or "").split(), *plain(name).split()[:1]]
    found = {_SEXED[part] for part in parts if part in _SEXED}
    return found.pop() if len(found) == 1 else None


# Given names by each of their forms, as the full names that it may be.
_FORMS: dict[str, set[str]] = {}
for _short, _names in (
    *lexicon.rows("components", "actors_nicknames.tsv"),
    *lexicon.rows("stories", "given_names.tsv"),
):
    for _full in _names.split(";"):
        _FORMS.setdefault(_full, set()).add(_full)
        _FORMS.setdefault(_short, set()).add(_full)


def same_given(one: str, other: str) -> bool:
    """Whether two given names, or an initial, may be one's: "Bob" and "Robert", "J" and "John"."""
    if min(len(one), len(other)) == 1 and one[0] == other[0]:
        return True
    full, more = _FORMS.get(one, {one}), _FORMS.get(other, {other})
    return not full.isdisjoint(more) or same_spelling(one, other)


def given_letters(name: str) -> list[str]:
    """First letters of a given name and of what it may be: two that may be one share one."""
    return sorted({form[0] for form in (name, sounds(name), *_FORMS.get(name, ()))})


_SOUNDS = [(re.compile(form), sound) for form, sound in lexicon.rows("stories", "sounds.tsv")]


@lru_cache(1 << 14)
def sounds(part: str) -> str:
    """A part of a name as it sounds in any of the ways in which scripts are put into Latin."""
    for pattern, sound in _SOUNDS:
        part = pattern.sub(sound, part)
    return part


@lru_cache(1 << 14)
def skeleton(part: str) -> str:
    """The consonants of a name's sounds, behind its first letter: such names are compared."""
    heard = sounds(part)
    return heard[:1] + re.sub(r"[aiu\W]", "", heard[1:])


@lru_cache(1 << 14)
def same_spelling(one: str, other: str) -> bool:
    """Whether two parts of names may be one in two spellings, such as Zelensky and Zelenskyy."""
    if one == other or min(len(one), len(other)) < 4:
        return one == other
    return skeleton(one) == skeleton(other) and edits(sounds(one), sounds(other), 1) <= 1


def said_by(brief: Brief, name: str) -> tuple[Quote, ...]:
    """The quotes of whom `name` may mean: an article may have the surname alone, and so may it."""
    actors = {actor.id for actor in (*brief.actors, *brief.places) if _is_called(actor, name)}
    return tuple(
        quote
        for quote in brief.quotes
        if quote.actor in actors
        or (quote.speaker and quote.actor is None and _may_be(name, quote.speaker))
    )


def _is_called(actor: Actor, name: str) -> bool:
    if plain(name) in map(plain, (actor.name, *actor.aliases)):
        return True
    # A surname alone is of whoever bears it: it tells nothing against another first name.
    full = (actor.name, *(other for other in actor.aliases if " " in other))
    # "House" is not the White House.
    return actor.type == "person" and any(_may_be(name, other) for other in full)


def _may_be(wanted: str, name: str) -> bool:
    """Whether two names may be one's: the same, or alike in surname and what is given before it."""
    if plain(wanted) == plain(name):
        return True
    one, other = person(wanted), person(name)
    if not one or not other or not same_spelling(one[-1], other[-1]):
        return False
    return len(one) == 1 or len(other) == 1 or same_given(one[0], other[0])
