"""The full name of an actor for a short one: "Berg" is the judge Anna Berg, "PSB" a board."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefkit.components.glance.cast import Cast, FullName, are_titles
from briefkit.components.glance.lexicon import words as listed
from briefkit.components.records import ActorRecord, MentionRecord, Place, ResolvedRecord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefkit.components.glance.sentence import Sentence
    from briefkit.components.glance.shorten import Short

# Words that letters leave out.
_SMALL = frozenset({"a", "an", "and", "de", "for", "in", "of", "on", "the", "to", "&"})
# Of other titles the reader wants to know.
_POLITE = frozenset({"miss", "mr", "mrs", "ms"})
_OF = re.compile(r" (?:at|for|from|in|of|to|with) ")
_BESIDE = frozenset({"case", "punct", "cc", "conj"})
# An article and a word of what it is: "the nonpartisan Budget Office".
_ARTICLE = re.compile(r"\b[Tt]he (?:[a-z-]+ )?$")
_BEFORE = 24
# Half of a word: "anti-Berg", "the Berg/Dahl plan"
_JOINED = frozenset("-/–")
# How sure it must be that "the company" is the firm whose name is put in: below it three of ten
# meant another, or no actor.
_SURE = 0.8


def for_short_name(
    short: Short, actor: ActorRecord, mention: MentionRecord, cast: Cast, name: FullName
) -> tuple[int, ResolvedRecord] | None:
    """The full name for a surname or for letters; None where that may stay."""
    text = short.sentence.table.text
    source = text[mention.start : mention.end]
    if actor.type != "person":
        # A firm is named in full first; a longer name behind may be of a part of it.
        if name.name[0] > mention.start:
            return None
        # "Ports, Rivers and Lakes Board (PRLB)": the commas may have cost the name its head.
        begin, end = name.name
        told = text.startswith(f" ({source})", end) and text[begin - 2 : begin] != ", "
        if not _spelled_out(source, actor.name, told=told):
            # "Velar" is not named after "Velar Holding", which may be a part of it.
            begins = short.sentence.place(short.kept[0])[0] == mention.start
            fits = begins and actor.name.endswith(f" {source}")
            fits = fits and not cast.shared(actor, source.split())
            return put(short, mention.start, mention.end, name.name) if fits else None
        if actor.name.endswith("s") and text[mention.end : mention.end + 1] in ("'", "’"):
            return None
        return put(short, mention.start, mention.end, _spelled(short.sentence, mention, name.name))
    at = _short(source, actor.name)
    words = [word for word in source[at:].split() if word in actor.name.split()]
    if at < 0 or cast.shared(actor, words):
        return None
    use = _use(short.sentence, mention)
    if use == "told" or at:
        return put(short, mention.start + at, mention.end, name.name)
    return None if use == "family" else put(short, mention.start, mention.end, name)


def _use(s: Sentence, mention: MentionRecord) -> str:
    """How a sentence names somebody: "told" who it is ("Berg, 41,"), "family" of the name, ""."""
    within = [i for i in range(len(s)) if mention.start <= s.place(i)[0] < mention.end]
    outside = [(i, k) for i in within for k in s.kids[i] if k not in within]
    if any(s.deps[k] in ("det", "amod") and s.words[k][0].islower() for _, k in outside):
        return "family"
    for i in within:
        if s.deps[i] == "compound" and s.heads[i] not in within:
            return "told"
    return "told" if any(s.deps[k] not in _BESIDE for _, k in outside) else ""


def _spelled(s: Sentence, mention: MentionRecord, name: Place) -> Place:
    """The place of the name for its letters: with "the" where it needs one, with them in brackets.

    "NWA said" becomes "the National Weather Agency (NWA) said", "NWA data" needs no article.
    """
    text, (start, end) = s.table.text, name
    letters = f" ({text[mention.start : mention.end]})"
    if text.startswith(letters, end) and text[mention.end : mention.end + 1] not in ("'", "’"):
        end += len(letters)
    i = next((i for i in range(len(s)) if s.place(i)[0] == mention.start), 0)
    bare = s.deps[i] not in ("compound", "nmod", "amod") and s.kid(i, "det", "poss") is None
    return _with_article(s, (start, end)) if bare else (start, end)


def for_description(
    short: Short, i: int, actor: ActorRecord, mention: MentionRecord, cast: Cast
) -> tuple[int, ResolvedRecord] | None:
    """The name for "the company" or "the minister", where it is sure who that is.

    A person must be the only one of the role.
    """
    s = short.sentence
    noun = s.heads[i]
    last = noun + (s.tags[noun + 1 : noun + 2] == ["POS"])
    plain = s.edges[noun] == (i, last) and s.place(noun)[1] == mention.end
    if mention.sure < _SURE or s.lower[i] != "the" or not plain:
        return None
    if actor.type == "person" and not _has_role(s.lower[i + 1 : noun + 1], actor, cast.actors):
        return None
    name = cast.names[actor.id]
    # "The Saints's" is not written.
    if last > noun and actor.name.endswith("s"):
        return None
    bare = name.name if actor.type != "place" else _last(actor, mention.start) or name.name
    place = bare if actor.type == "person" else _with_article(s, bare)
    if place == bare and actor.type != "person":
        place = next(_with_the(s, actor), bare)
    # "The party" is "the Republican party"; a name that comes back without article has none.
    keeps = place == bare and actor.type == "organization"
    keeps = keeps and actor.name.lower().endswith(f" {s.lower[noun]}")
    named = _places(actor)
    keeps = keeps and (len(named) == 1 or any(_with_article(s, one) != one for one in named))
    return put(short, s.place(i + keeps)[0], mention.end, place)


def _places(actor: ActorRecord) -> list[Place]:
    return [(m.start, m.end) for m in actor.mentions if m.kind == "name"]


def _with_the(s: Sentence, actor: ActorRecord) -> Iterator[Place]:
    """Where the full name stands with "the" that is its own: not "the Velar shares"."""
    table = s.table
    for start, end in _places(actor):
        own = table.deps[table.token_at(end - 1)] not in ("compound", "nmod", "amod")
        if own and table.text[start:end] == actor.name and table.text[start - 4 : start] == "the ":
            yield start - 4, end


def _last(actor: ActorRecord, before: int) -> Place | None:
    """Where the actor is named last: "the city" is Velby, though it is in Velby County as well."""
    named = [place for place in _places(actor) if place[1] <= before]
    return named[-1] if named else None


def _with_article(s: Sentence, name: Place) -> Place:
    """The name with "the" where it has one: "the Weather Office", "the state's" has none."""
    start, end = name
    found = _ARTICLE.search(s.table.text, max(0, start - _BEFORE), start)
    return (found.start() if found else start), end


def put(
    short: Short, start: int, end: int, name: FullName | Place
) -> tuple[int, ResolvedRecord] | None:
    """The change of characters `[start, end)`, where all of them were kept."""
    s = short.sentence
    text = s.table.text
    within = [i for i in range(len(s)) if start <= s.place(i)[0] < end]
    if not within or s.place(within[0])[0] != start or not set(within) <= set(short.kept):
        return None
    if _JOINED.intersection(text[max(start - 1, 0) : start] + text[end : end + 1]):
        return None
    place = name.told if isinstance(name, FullName) else name
    if isinstance(name, FullName) and name.behind:
        # "Anna Berg, the judge, said": the second comma has to stand in the article as well.
        closed = text[end : end + 1] == " " and within[-1] + 1 in short.kept
        closed = closed and text[place[1] : place[1] + 1] == ","
        place = (place[0], place[1] + 1) if closed else name.name
    return within[0], ResolvedRecord(text[start:end], text[slice(*place)], place)


def _spelled_out(short: str, name: str, *, told: bool) -> bool:
    """Whether a word stands for a name that not everybody knows by it.

    It does where the article tells so, "the Port Safety Board (PSB)", and in capitals, where it is
    the first letters of the name.
    """
    letters = short.replace(".", "")
    if letters.lower() in listed("known"):
        return False
    initials = "".join(w[0].upper() for w in name.split() if w.lower() not in _SMALL)
    return told or (letters.isalpha() and letters == initials)


def _short(source: str, name: str) -> int:
    """Where in a mention the short name begins that the full one can stand for; -1 for none.

    A title that is only polite goes with it, others stay: "Ms Berg", "Chief *Berg*".
    """
    parts, own = source.split(), frozenset(name.split())
    count = 0
    while count < len(parts) and parts[-1 - count] in own:
        count += 1
    titles, short = parts[: len(parts) - count], parts[len(parts) - count :]
    if not 0 < count < len(own):
        return -1
    if count > 1 and short[0] == name.split()[0]:
        return -1  # "Anna Berg" is no short name of "Anna Berg Dahl"
    if all(title.lower().rstrip(".") in _POLITE for title in titles):
        return 0
    return len(source) - len(" ".join(short)) if are_titles(titles) else -1


def _has_role(words: Sequence[str], actor: ActorRecord, others: Sequence[ActorRecord]) -> bool:
    """Whether the actor's role has the words, the noun last, and nobody else's has it."""
    return set(words) <= set((actor.role or "").lower().split()) and not any(
        _ends(other, words[-1]) for other in others if other.id != actor.id
    )


def _ends(actor: ActorRecord, noun: str) -> bool:
    # "A singer of the band" is a singer, "the Labour leader" a leader.
    return _OF.split((actor.role or "").lower())[0].split()[-1:] == [noun]
