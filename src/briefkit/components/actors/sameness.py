"""How likely two spellings mean one: what `models/train_names.py` learns its weights over."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefkit import lexicon as data
from briefkit.components.actors import lexicon
from briefkit.components.actors.abbreviations import letters_of
from briefkit.components.actors.lexicon import compact, usual
from briefkit.components.actors.likeness import content, first_of, is_short_of, relation
from briefkit.components.coreference.words import first_names
from briefkit.components.linear import Features, chance
from briefkit.text import edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefkit.components.actors.spellings import Spelling
    from briefkit.components.actors.tokens import Tokens

WEIGHTS = "actors_names.json"
_TAILS = ("bodies", "corporate", "place_words", "landscapes")
_HELD = frozenset({"back", "first", "front", "inner", "last"})
_APART = frozenset({"near", "near a word", "same first", "same last"})
_COMPASS = frozenset({"east", "north", "south", "west"})
# What a land may have in its own full name: "Republic of Ireland", "New York City".
_REALMS = frozenset(
    {"city", "commonwealth", "dc", "democratic", "federal", "great", "islamic", "kingdom"}
    | {"mainland", "people", "republic", "s", "state"}
)
_LOOKED_AT = 50  # names of one spelling


@dataclass(frozen=True, slots=True)
class Known:
    """What the whole article says of its names.

    The acronyms that it defines, namesakes by surname, and the words of the longer names.
    """

    acronyms: Mapping[str, str]
    namesakes: Mapping[str, int]
    words: frozenset[str] = frozenset()


def known(found: Iterable[Spelling], acronyms: Mapping[str, str]) -> Known:
    """The acronyms, how many people have each surname, by their first names, and the words."""
    found = list(found)
    people = {
        (first_of(one.words), content(one.words)[-1])
        for one in found
        if one.type == "person" and first_of(one.words)
    }
    words = frozenset(word for one in found if len(one.words) > 1 for word in one.words)
    return Known(acronyms, Counter(last for _, last in people), words)


def sameness(tokens: Tokens, short: Spelling, full: Spelling, seen: Known) -> float:
    """The probability that `short` and `full`, which has no fewer words, mean one."""
    if _shortened(short, full, seen) or usual(short.key) == usual(full.key):
        return 1.0
    # "NATO", wherever it is in full; "Parliament of New South Wales (NSW)" defines no such name
    bodies = short.type == full.type == "organization" and len(short.key) > 2
    if short.key in letters_of(full.words) and (bodies or _defined(short, full, seen)):
        return 1.0
    found = features(tokens, short, full, seen)
    return chance(data.weights(WEIGHTS)["weights"]["same"], found) if found else 0.0


def features(tokens: Tokens, short: Spelling, full: Spelling, seen: Known) -> Features:
    """What speaks for and against it; nothing where the two have nothing in common."""
    defined = _defined(short, full, seen)
    same = defined or short.key == full.key
    how = relation(short.words, full.words) or ("other" if same else None)
    # what is named after somebody or some place is not what it is named after
    if how is None or (full.type == "other" != short.type):
        return {}
    if how in ("first", "front") and full.words[-1] == "campaign":
        return {}
    other = full.type == "person" != short.type
    if how == "letters" and other and len(short.key) < 3 and not defined:
        return {}  # "P&A" is not Ana Hale's
    if short.key in _COMPASS and full.type == "place" and full.key not in lexicon.state_names():
        return {}  # "the South" may be Korea and is no Carolina
    if how in ("first", "front") and _is_town_of(tokens, short, full):
        return {}
    if how in _HELD and full.type == "place" and _is_land_of(short, full):
        return {}
    if how == "last" and full.words == ("white", "house"):
        return {}  # "House" alone is that of Representatives
    kinds = f"{short.type}>{full.type}"
    out: Features = {how: 1.0, f"{how} {kinds}": 1.0, "agree": _agree(short, full)}
    out["defined"] = float(defined)
    out |= _words(content(short.words), content(full.words))
    out |= _known(tokens, short, how)
    out |= _places(tokens, short, full, f"{how} {full.type}")
    if how in ("last", "back") and full.type == "person":
        namesakes = min(seen.namesakes.get(content(short.words)[-1], 0), 3)
        before = bool(out[f"before {how} person"])
        out[f"{namesakes} namesakes {'before' if before else 'behind'}"] = 1.0
    out |= _spelled(short, full, how)
    mine, yours = genders(short), genders(full)
    if mine and yours:
        out["one gender" if mine & yours else "two genders"] = 1.0
    return out


def _is_town_of(tokens: Tokens, town: Spelling, building: Spelling) -> bool:
    """Whether a place has been named before a building does: "Kiel" is no "Kiel Airport"."""
    built = town.type == "place" and building.words[-1] in lexicon.words("buildings")
    return built and _first(tokens, town, len(tokens)) < _first(tokens, building, 0)


def _is_land_of(land: Spelling, place: Spelling) -> bool:
    """Whether a place has the name of its land: "Florida Straits", "West Virginia"."""
    more = set(map(compact, content(place.words))) - set(map(compact, land.words))
    known = land.key in lexicon.state_names() or land.key in lexicon.lands()
    return known and place.key not in lexicon.state_names() and not more <= _REALMS


def _shortened(short: Spelling, full: Spelling, seen: Known) -> bool:
    """Whether only a first name is in short or misspelled: too rare in articles to be learned."""
    if short.type == full.type == "person" and is_short_of(short.words, full.words):
        # "Kim" is not Kimberly where Kim Jong Un is named
        return short.words[0] not in seen.words
    how = _first_names(short, full)
    return how in ("initial", "nickname", "first names near")


def _defined(short: Spelling, full: Spelling, seen: Known) -> bool:
    """Whether the text or a list says that the two are one."""
    told = seen.acronyms.get(full.key) == short.key or seen.acronyms.get(short.key) == full.key
    return told or usual(short.key) == usual(full.key)


def _agree(short: Spelling, full: Spelling) -> float:
    """The probability that both are of one class."""
    sums = (sum(short.scores.values()) or 1.0) * (sum(full.scores.values()) or 1.0)
    return sum(value * full.scores.get(kind, 0.0) for kind, value in short.scores.items()) / sums


def _words(x: tuple[str, ...], y: tuple[str, ...]) -> Features:
    """What one name has and the other lacks."""
    rest, over = [word for word in y if word not in x], sum(word not in y for word in x)
    out: Features = {"over": float(over), "rest": float(min(len(rest), 4))}
    if not over:
        out[f"rest {min(len(rest), 3)}"] = 1.0
    if rest and rest[-1] == y[-1]:
        out["tail"] = 1.0
        out |= {f"tail {name}": 1.0 for name in _TAILS if rest[-1] in lexicon.words(name)}
        out[f"tail {rest[-1]}"] = 1.0
    if rest and rest[0] == y[0]:
        out["front"] = 1.0
        if compact(rest[0]) in lexicon.state_names() or rest[0] in lexicon.demonyms():
            out["front state"] = 1.0
        if rest[0] in first_names():
            out["front first name"] = 1.0
    return out


def _known(tokens: Tokens, short: Spelling, how: str) -> Features:
    """What is known of the shorter name."""
    out: Features = {"long": min(len(short.key), 12) / 12, "word": float(len(short.words) == 1)}
    if short.key in lexicon.state_names():
        out["state"] = 1.0
    elif short.key in lexicon.lands():
        out["land"] = out[f"land {how}"] = 1.0
    if short.key in lexicon.capitals():
        out["capital"] = 1.0
    if short.words[0] in lexicon.demonyms():
        out["demonym"] = 1.0
    written = (tokens.text[i] for n in short.names[:3] for i in range(n.start, n.end))
    if all(map(str.isupper, written)):
        out["capitals"] = out[f"capitals {how}"] = 1.0
    return out


def _places(tokens: Tokens, short: Spelling, full: Spelling, how: str) -> Features:
    """Which of the two comes first, and whether they stand in the same sentences."""
    mine, yours = short.names[:_LOOKED_AT], full.names[:_LOOKED_AT]
    # a headline may have the short form of what the text then names in full
    before = _first(tokens, short, len(tokens)) < _first(tokens, full, 0)
    sentences = {tokens.sent[name.start] for name in yours}
    together = sum(tokens.sent[name.start] in sentences for name in mine) / len(mine)
    out: Features = {f"before {how}": float(before), "together": together}
    if all(tokens.kind[name.start] == "headline" for name in yours):
        out["full in headline"] = 1.0
    return out


def _first(tokens: Tokens, one: Spelling, never: int) -> int:
    """The token where the text first has a spelling, its headline left out."""
    starts = (name.start for name in one.names if tokens.kind[name.start] != "headline")
    return next(starts, never)


def _spelled(short: Spelling, full: Spelling, how: str) -> Features:
    """First names beside a common surname; how far two spellings are apart."""
    out: Features = {}
    first = _first_names(short, full)
    if first:
        out[first] = 1.0
    if how in _APART:
        distance = edits(short.key, full.key, 3)
        out[f"edits {distance}"] = 1.0
        out["edits a letter"] = distance / max(len(short.key), len(full.key))
    return out


def _first_names(short: Spelling, full: Spelling) -> str | None:
    """What the first names of two people are to each other who share a surname."""
    a, b = first_of(short.words), first_of(full.words)
    if (
        short.type != "person"
        or full.type != "person"
        or not a
        or not b
        or content(short.words)[-1] != content(full.words)[-1]
    ):
        return None
    if a == b:
        return "one first name"
    if a[0] == b[0] and 1 in (len(a), len(b)):
        return "initial"
    if b in lexicon.nicknames().get(a, ()) or a in lexicon.nicknames().get(b, ()):
        return "nickname"
    return "first names near" if edits(a, b, 1) <= 1 else "two first names"


def genders(one: Spelling) -> set[str]:
    """What titles tell, else a first name."""
    told = {name.gender for name in one.names[:_LOOKED_AT] if name.gender}
    first = first_of(one.words)
    if not told and one.type == "person" and first:
        told = {first_names().get(first, "")} & {"f", "m"}
    return told
