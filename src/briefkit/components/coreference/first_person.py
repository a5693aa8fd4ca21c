""" "I" and "we" inside a quotation: its speaker, or whom the speaker speaks for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from briefkit.components.columns import Columns, columns
from briefkit.components.coreference.words import speaks_for
from briefkit.components.marks import find_marked
from briefkit.components.records import ActorRecord, MentionRecord, Place, QuoteRecord

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PERSON = re.compile(r"\b(?:(I|[Mm](?:e|y|ine|yself))|([Ww]e|[Uu]s|[Oo]urs?|[Oo]ursel(?:f|ves)))\b")
_GENERAL = re.compile(r"\s+(?:all|both|as|country|nation|people)\b")
_WORD = re.compile(r"\w+")


def link(
    doc: Doc, quotes: tuple[QuoteRecord, ...], actors: tuple[ActorRecord, ...]
) -> list[ActorRecord]:
    """The actors with the first persons of the quotes that they speak.

    "I" is a speaking person. "We" is a speaking organization or state; where a person speaks in
    office ("a spokeswoman for", "chief executive of"), it is the organization of the office, if
    the article speaks of none more often or has just spoken of it. Anybody else's "we" is left
    alone: it may be a family, a team, a nation, or all of us.
    """
    read = columns(doc)
    by_id = {actor.id: actor for actor in actors}
    meant: dict[Place, ActorRecord | None] = {}
    # Of quotes in quotes the innermost comes last: "Lee said Park called it “MY worst mistake”".
    for quote in sorted(quotes, key=lambda quote: quote.spans[0][0] - quote.spans[-1][1]):
        speaker = by_id.get(quote.actor or "")
        person = speaker if speaker and speaker.type == "person" else None
        many = _many(speaker, quote.spans[0][0], actors) if speaker else None
        for start, end, single in _first_persons(read, quote):
            meant[start, end] = person if single else many
    found: dict[str, list[MentionRecord]] = {}
    for (start, end), to in meant.items():
        if to is not None:
            found.setdefault(to.id, []).append(MentionRecord(start, end, "pronoun"))
    return [_with(actor, found[actor.id]) if actor.id in found else actor for actor in actors]


def _with(actor: ActorRecord, more: list[MentionRecord]) -> ActorRecord:
    """The actor with more mentions, none twice, in text order."""
    every = {(m.start, m.end): m for m in (*more, *actor.mentions)}
    mentions = [every[place] for place in sorted(every)]
    return replace(actor, mentions=tuple(mentions))


def _first_persons(read: Columns, quote: QuoteRecord) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it is "I") of each first person that a quote's own words hold."""
    if quote.kind == "indirect":
        return
    text = read.text
    for start, end in quote.spans:
        # In a mixed quote only what stands between marks are the speaker's words.
        parts = [(start, end)]
        if quote.kind == "mixed":
            parts = [(marked.start, marked.end) for marked in find_marked(text, start, end)]
        for low, high in parts:
            for found in _PERSON.finditer(text, low, high):
                token = read.token_at(found.start())
                if read.starts[token] != found.start() or read.tags[token][:3] != "PRP":
                    continue
                if found.group(2) and _GENERAL.match(text, found.end()):
                    continue  # "we all", "us both", "our country"
                yield found.start(), found.end(), bool(found.group(1))


def _many(speaker: ActorRecord, start: int, actors: tuple[ActorRecord, ...]) -> ActorRecord | None:
    """Whom the speaker of a quote that begins at `start` means by "we"."""
    if speaker.type != "person":
        return speaker
    if speaker.affiliation is None or speaker.role is None:
        return None
    if not speaks_for().intersection(_WORD.findall(speaker.role.lower())):
        return None
    name = _plain(speaker.affiliation)
    others = [actor for actor in actors if actor.type != "person"]
    for actor in others:
        if name in map(_plain, (actor.name, *actor.aliases)) and actor.type == "organization":
            most = len(actor.mentions) == max(len(other.mentions) for other in others)
            last = _last(actor, start) == max(_last(other, start) for other in others)
            return actor if most or last else None
    return None


def _last(actor: ActorRecord, start: int) -> int:
    """Where an actor was last spoken of before `start`, or -1."""
    count = bisect_left(actor.mentions, start, key=attrgetter("start"))
    return actor.mentions[count - 1].start if count else -1


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ")
