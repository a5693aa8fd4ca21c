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

Numbered = tuple[int, Profile]
Keys = Callable[[Profile], Iterable[str]]


def merge(actors: Actors) -> None:
    """Join the profiles that are one."""
    _full_names(actors)
    _single_names(actors)
    _given_names(actors)
    _bodies(actors)


def _full_names(actors: Actors) -> None:
    for _, block in _blocks(actors, "full", _full_keys):
        for (one, first), (other, second) in combinations(block, 2):
            if first.key == second.key or not may_be_one(first, second):
                continue
            _decide(
                actors,
                (one, first),
                (other, second),
                "similar-name",
                _is_sure(first, second, block),
            )


def _full_keys(profile: Profile) -> Iterable[str]:
    if profile.is_person and len(profile.parts) > 1:
        last = skeleton(profile.parts[-1])
        yield from (f"{letter} {last}" for letter in given_letters(profile.parts[0]))
        yield " ".join(profile.parts[:2])


def _is_sure(one: Profile, other: Profile, block: list[Numbered]) -> bool:
    """Whether names that may be one's are: an initial must fit one given name alone."""
    mine, theirs = one.parts, other.parts
    if mine[0] == theirs[0] and mine[-1] == theirs[-1]:
        return True
    givens = {p.parts[0] for _, p in block if may_be_one(p, one) and may_be_one(p, other)}
    if min(len(mine[0]), len(theirs[0])) == 1 and len(givens) > 2:
        return False
    return speaks_for(one, other) > 0


def _decide(actors: Actors, one: Numbered, other: Numbered, code: str, sure: bool) -> None:
    if actors.unions.find(one[0]) == actors.unions.find(other[0]):
        return
    doubts = against(one[1], other[1])
    if doubts >= APART or (one[1].is_person and actors.meet(one[0], other[0])):
        return
    if sure and doubts < APART - 1:
        actors.unions.join(one[0], other[0])
    else:
        actors.doubt(code, *sorted((one[0], other[0])))


def _single_names(actors: Actors) -> None:
    """Surnames and other single names, each with the one person of a full name that it fits."""
    for _, block in _blocks(actors, "single", _single_keys):
        full = [item for item in block if len(item[1].parts) > 1]
        for number, profile in block:
            if len(profile.parts) == 1:
                _settle(actors, (number, profile), full)
        single = [item for item in block if len(item[1].parts) == 1]
        for (one, first), (other, second) in combinations(single, 2):
            if first.key != second.key and first.is_person and second.is_person:
                # Both spellings of a surname stand alone: only what they are called besides tells.
                sure = speaks_for(first, second) > 1
                _decide(actors, (one, first), (other, second), "similar-name", sure)


def _single_keys(profile: Profile) -> Iterable[str]:
    if profile.is_person:
        yield from sorted({sounds(name) for name in surnames(profile)})


def _settle(actors: Actors, single: Numbered, full: list[Numbered]) -> None:
    number, profile = single
    fits: dict[int, tuple[int, Numbered]] = {}
    for candidate in full:
        if against(profile, candidate[1]) >= APART - 1 or actors.meet(number, candidate[0]):
            continue
        who = actors.unions.find(candidate[0])
        score = speaks_for(profile, candidate[1]) - against(profile, candidate[1])
        if who not in fits or score > fits[who][0]:
            fits[who] = (score, candidate)
    ranked = sorted(fits.values(), key=lambda fit: (-fit[0], fit[1][0]))
    if not ranked:
        return
    if len(ranked) == 1 or ranked[0][0] - ranked[1][0] > 1:
        _decide(actors, single, ranked[0][1], "same-surname", sure=True)
        return
    for _, candidate in ranked:
        _decide(actors, single, candidate, "same-surname", sure=False)


def _given_names(actors: Actors) -> None:
    """A given name alone, which is nobody's surname, with the only full name that begins so."""
    for _, block in _blocks(actors, "given", _given_keys):
        full = [item for item in block if len(item[1].parts) > 1]
        if len({actors.unions.find(number) for number, _ in full}) == 1:
            for one in block:
                if len(one[1].parts) == 1 and actors.unions.is_alone(one[0]):
                    sure = speaks_for(one[1], full[0][1]) > 0
                    _decide(actors, one, full[0], "similar-name", sure)


def _given_keys(profile: Profile) -> Iterable[str]:
    if profile.is_person:
        yield from profile.parts[:1]


def _bodies(actors: Actors) -> None:
    for key, block in _blocks(actors, "body", _body_keys):
        _other_names(actors, key, block)
    for _, block in _blocks(actors, "part", _part_keys):
        _short_body(actors, block)
    for _, block in _blocks(actors, "capital", _capital_keys):
        _capital(actors, block)


def _other_names(actors: Actors, key: str, block: list[Numbered]) -> None:
    """A body of this name with the one whose letters it has, or that is also called so."""
    own = [item for item in block if item[1].key == key]
    spelt = [item for item in block if item[1].key != key and key in _letters(item[1])]
    called = [item for item in block if item not in own and item not in spelt]
    if not own:  # nobody is called by these letters: alone they say nothing
        for one, other in combinations(spelt, 2):
            if content(one[1].key) == content(other[1].key):
                _decide(actors, one, other, "similar-name", sure=True)
        own, spelt = called[:1], []
    for others in (spelt, called):
        alone = len({actors.unions.find(number) for number, _ in others}) == 1
        for one in own:
            for other in others:
                _decide(actors, one, other, "similar-name", sure=alone or one in called)


def _letters(profile: Profile) -> set[str]:
    return {letters for name in profile.names if (letters := acronym(name))}


def _body_keys(profile: Profile) -> Iterable[str]:
    """Its name, its other names that are no common words, and the letters of long ones."""
    if profile.is_person or profile.key.endswith(ACTING):
        return
    keys = {profile.key}
    for name in profile.names:
        if is_acronym(name) or (" " in name and name[:1].isupper()):
            keys.add(body(name))
    yield from sorted(keys | _letters(profile))


def _part_keys(profile: Profile) -> Iterable[str]:
    """First and last word of a body's name: "the Saints" are those of New Orleans."""
    if not profile.is_person and profile.is_body:
        yield from sorted({profile.parts[0], profile.parts[-1]})


def _short_body(actors: Actors, block: list[Numbered]) -> None:
    """A body of one word and the only one in whose longer name that stands first or last."""
    short = [item for item in block if len(item[1].parts) == 1]
    long = [item for item in block if len(item[1].parts) > 1]
    alone = len({actors.unions.find(number) for number, _ in long}) == 1
    for one in short:
        for other in long:
            # The NFC is more than the NFC West, and the UN than the UN Security Council.
            if other[1].parts[0] != one[1].key or not all(map(is_acronym, one[1].names)):
                _decide(actors, one, other, "similar-name", sure=alone)


def _capital_keys(profile: Profile) -> Iterable[str]:
    if not profile.is_person:
        yield profile.key.removesuffix(ACTING)
        if profile.key.endswith(ACTING) and (state := state_of(next(iter(profile.names)))):
            yield state


def _capital(actors: Actors, block: list[Numbered]) -> None:
    """A capital that acts is its state where the story has that, else the city."""
    acting = [item for item in block if item[1].key.endswith(ACTING)]
    others = [item for item in block if not item[1].key.endswith(ACTING)]
    for one in acting:
        name = one[1].key.removesuffix(ACTING)
        states = [item for item in others if item[1].key != name]
        cities = [item for item in others if item[1].key == name]
        for other in states or ([] if _has_state(actors, one[1]) else cities):
            actors.unions.join(one[0], other[0])


def _has_state(actors: Actors, capital: Profile) -> bool:
    state = state_of(next(iter(capital.names)))
    found = actors.store.run("SELECT 1 FROM profiles WHERE person = 0 AND key = ?", (state,))
    return found.fetchone() is not None


def _blocks(actors: Actors, name: str, keys: Keys) -> Iterator[tuple[str, list[Numbered]]]:
    """The profiles that share a key, with the key, where two or more of them do."""
    run = actors.store.run
    run(f"CREATE TABLE keys_{name} (key TEXT, profile INT)")
    for number in range(len(actors.unions)):
        for key in keys(actors.profile(number)):
            run(f"INSERT INTO keys_{name} VALUES (?, ?)", (key, number))
    run(f"CREATE INDEX by_key_{name} ON keys_{name} (key, profile)")
    order = run(f"SELECT key, profile FROM keys_{name} ORDER BY key, profile")
    for key, group in groupby(order, itemgetter(0)):
        numbers = [number for _, number in group]
        if 1 < len(numbers) <= _MOST_OF_A_KEY:
            yield key, [(number, actors.profile(number)) for number in numbers]
