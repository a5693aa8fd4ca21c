""" "He" and "she" inside a quotation are never its speaker: nobody calls himself he."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from briefkit.components.columns import columns
from briefkit.components.coreference.words import pronouns
from briefkit.components.records import ActorRecord, QuoteRecord

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Below this confidence the speaker may be the one who is wrong.
_SURE = 0.9


def unlink(
    doc: Doc, quotes: tuple[QuoteRecord, ...], actors: tuple[ActorRecord, ...]
) -> list[ActorRecord]:
    """The actors without each "he" and "she" of the direct quotes that they surely speak."""
    text = columns(doc).text
    places = sorted(
        (m.start, m.end, actor.id)
        for actor in actors
        for m in actor.mentions
        if m.kind == "pronoun" and _is_he_or_she(text[m.start : m.end])
    )
    own: dict[tuple[int, int, str], bool] = {}
    # Of quotes in quotes the innermost comes last: "Lee said: “Park told me: ‘He lied’”".
    for quote in sorted(quotes, key=lambda quote: quote.spans[0][0] - quote.spans[-1][1]):
        sure = quote.kind == "direct" and (quote.confidence or 0) >= _SURE
        for span in quote.spans:
            for at in range(bisect_left(places, span), bisect_left(places, (span[1],))):
                own[places[at]] = sure and places[at][2] == quote.actor
    out = {actor for (_, _, actor), is_own in own.items() if is_own}
    return [_without(actor, own) if actor.id in out else actor for actor in actors]


def _is_he_or_she(word: str) -> bool:
    known = pronouns().get(word.lower())
    return known is not None and known.family == "person"


def _without(actor: ActorRecord, own: dict[tuple[int, int, str], bool]) -> ActorRecord:
    kept = tuple(m for m in actor.mentions if not own.get((m.start, m.end, actor.id)))
    return replace(actor, mentions=kept)
