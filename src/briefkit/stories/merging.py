"""Profiles of different names that are one: spellings, short forms, surnames, acronyms, capitals.

What may be one shares a key, and only profiles of one key are compared. What is sure is joined;
what is likely and not sure becomes a question, and stays apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, groupby
from operator import itemgetter

from briefkit.stories.actors import ACTING, Actors
from briefkit.stories.bodies import acronym, body, is_acronym, state_of
from briefkit.stories.names import given_letters, skeleton, sounds
from briefkit.stories.profiles import APART, Profile, against, may_be_one, speaks_for, surnames
from briefkit.stories.words import content

# A key that more profiles share says nothing of any of them.
_MOST_OF_A_KEY = 200

Block = list[Profile]


def merge(actors: Actors) -> None:
    """Join the profiles that are one."""
    for of_people, keys, rule in _RULES:
        for key, block in _blocks(actors, of_people, keys):
            rule(actors, key, block)


def _blocks(
    actors: Actors, of_people: bool, keys: Callable[[Profile], Iterable[str]]
) -> Iterator[tuple[str, Block]]:
    """The profiles of people or of others that share a key, with the key, where two of them do."""
    run = actors.store.run
    run("DROP TABLE IF EXISTS keys")
    run("CREATE TABLE keys (key, profile)")
    for number in range(len(actors)):
        profile = actors.profile(number)
        if profile.is_person is of_people and profile.parts:  # a foreign brief may call one "—"
            for key in keys(profile):
                run("INSERT INTO keys VALUES (?, ?)", (key, number))
    order = run("SELECT key, profile FROM keys ORDER BY key, profile")
    for key, group in groupby(order, itemgetter(0)):
        numbers = [number for _, number in group]
        if 1 < len(numbers) <= _MOST_OF_A_KEY:
            yield key, [actors.profile(number) for number in numbers]


def _decide(actors: Actors, one: Profile, other: Profile, code: str, sure: bool) -> None:
    if actors.first(one.number) == actors.first(other.number):
        return
    doubts = against(one, other)
    if doubts >= APART or (one.is_person and actors.meet(one, other)):
        return
    if sure and doubts < APART - 1:
        actors.join(one, other)
    else:
        actors.doubt(code, *sorted((one.number, other.number)))


def _by_length(block: Block) -> tuple[Block, Block]:
    """The profiles whose names are one word, and the others."""
    return [one for one in block if len(one.parts) == 1], [p for p in block if len(p.parts) > 1]


def _are_one(actors: Actors, block: Block) -> bool:
    return len({actors.first(one.number) for one in block}) == 1


def _full_keys(profile: Profile) -> Iterable[str]:
    letters = given_letters(profile.parts[0]) if len(profile.parts) > 1 else ()
    return {f"{letter} {skeleton(profile.parts[-1])}" for letter in letters}


def _full_names(actors: Actors, _: str, block: Block) -> None:
    for one, other in combinations(block, 2):
        if one.key != other.key and may_be_one(one, other):
            same = one.parts[0] == other.parts[0] and one.parts[-1] == other.parts[-1]
            _decide(actors, one, other, "similar-name", same or speaks_for(one, other) > 0)


def _single_keys(profile: Profile) -> Iterable[str]:
    return {sounds(name) for name in surnames(profile)}


def _single_names(actors: Actors, _: str, block: Block) -> None:
    """Surnames and other single names, each with the one person of a full name that it fits."""
    single, full = _by_length(block)
    for one in single:
        _settle(actors, one, full)


def _settle(actors: Actors, single: Profile, full: Block) -> None:
    fits: dict[int, tuple[int, Profile]] = {}
    for candidate in full:
        doubts = against(single, candidate)
        if doubts >= APART - 1 or actors.meet(single, candidate):
            continue
        who, score = actors.first(candidate.number), speaks_for(single, candidate) - doubts
        if who not in fits or score > fits[who][0]:
            fits[who] = (score, candidate)
    ranked = sorted(fits.values(), key=lambda fit: (-fit[0], fit[1].number))
    sure = len(ranked) < 2 or ranked[0][0] - ranked[1][0] > 1
    for _, candidate in ranked[:1] if sure else ranked:
        _decide(actors, single, candidate, "same-surname", sure)


def _given_keys(profile: Profile) -> Iterable[str]:
    return profile.parts[:1]


def _given_names(actors: Actors, _: str, block: Block) -> None:
    """A given name alone, which is nobody's surname, with the only full name that begins so."""
    single, full = _by_length(block)
    if _are_one(actors, full):
        for one in single:
            if actors.first(one.number) == one.number:
                _decide(actors, one, full[0], "similar-name", speaks_for(one, full[0]) > 0)


def _body_keys(profile: Profile) -> Iterable[str]:
    """Its name, its other names that are no common words, and the letters of long ones."""
    names = {body(name) for name in profile.names if " " in name or is_acronym(name)}
    return {profile.key} | names | _letters(profile)


def _letters(profile: Profile) -> set[str]:
    return {letters for name in profile.names if (letters := acronym(name))}


def _other_names(actors: Actors, key: str, block: Block) -> None:
    """A body of this name with the one whose letters it has, or that is also called so."""
    own = [one for one in block if one.key == key]
    spelt = [one for one in block if one.key != key and key in _letters(one)]
    called = [one for one in block if one not in own and one not in spelt]
    if not own:  # nobody is called by these letters: alone they say nothing
        for one, other in combinations(spelt, 2):
            if content(one.key) == content(other.key):
                _decide(actors, one, other, "similar-name", sure=True)
        own, spelt = called[:1], []
    for others in (spelt, called):
        alone = _are_one(actors, others)
        for one in own:
            for other in others:
                _decide(actors, one, other, "similar-name", sure=alone or one in called)


def _part_keys(profile: Profile) -> Iterable[str]:
    """First and last word of a body's name: "the Saints" are those of New Orleans."""
    return {profile.parts[0], profile.parts[-1]} if profile.is_body else ()


def _short_bodies(actors: Actors, _: str, block: Block) -> None:
    """A body of one word and the only one in whose longer name that stands first or last."""
    short, long = _by_length(block)
    alone = _are_one(actors, long)
    for one in short:
        for other in long:
            # The NFC is more than the NFC West, and the UN than the UN Security Council.
            if other.parts[0] != one.key or not all(map(is_acronym, one.names)):
                _decide(actors, one, other, "similar-name", sure=alone)


def _capital_keys(profile: Profile) -> Iterable[str]:
    state = state_of(profile.names[0]) if profile.key.endswith(ACTING) else None
    return filter(None, (profile.key.removesuffix(ACTING), state))


def _capitals(actors: Actors, _: str, block: Block) -> None:
    """A capital that acts is its state where the story has that, else the city."""
    for one in block:
        if not one.key.endswith(ACTING):
            continue
        others = [other for other in block if not other.key.endswith(ACTING)]
        states = [other for other in others if other.key != one.key.removesuffix(ACTING)]
        for other in states or ([] if _has_state(actors, one) else others):
            actors.join(one, other)


def _has_state(actors: Actors, capital: Profile) -> bool:
    state = state_of(capital.names[0])
    found = actors.store.run("SELECT 1 FROM profiles WHERE person = 0 AND key = ?", (state,))
    return found.fetchone() is not None


_RULES: tuple[
    tuple[bool, Callable[[Profile], Iterable[str]], Callable[[Actors, str, Block], None]], ...
] = (
    (True, _full_keys, _full_names),
    (True, _single_keys, _single_names),
    (True, _given_keys, _given_names),
    (False, _body_keys, _other_names),
    (False, _part_keys, _short_bodies),
    (False, _capital_keys, _capitals),
)
