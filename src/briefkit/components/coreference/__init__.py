"""Who "she", "the minister" and "we" are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.coreference import first_person, third_person
from briefkit.components.coreference.resolution import Resolution
from briefkit.components.coreference.view import View
from briefkit.components.records import ActorRecord, QuoteRecord, records, store

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefkit.components.actors.entity import Entity


def resolve(doc: Doc, entities: list[Entity]) -> None:
    """Add pronoun and nominal mentions to the named entities of the article, in place."""
    if entities:
        Resolution(View(doc), entities).run()


def link_first_person(doc: Doc) -> None:
    """Give each "I", "we", "my" of a quote to the actor who speaks, and no "he"; after quotes."""
    quotes, actors = records(doc, QuoteRecord), records(doc, ActorRecord)
    if any(quote.actor for quote in quotes):
        actors = tuple(third_person.unlink(doc, quotes, actors))
        store(doc, ActorRecord, first_person.link(doc, quotes, actors))
