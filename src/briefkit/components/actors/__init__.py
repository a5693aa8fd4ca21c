"""`briefkit_actors`: one entity for each who acts, with role and every mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from briefkit.components import coreference
from briefkit.components.actors.entity import Entity, Mention
from briefkit.components.records import ActorRecord, MentionRecord, store

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TYPES = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place"}


@Language.factory("briefkit_actors")
def create_actors(nlp: Language, name: str) -> ActorsComponent:
    """The component for `nlp.add_pipe("briefkit_actors")`."""
    return ActorsComponent()


class ActorsComponent:
    """Groups names into entities, adds references, ranks and writes them."""

    def __call__(self, doc: Doc) -> Doc:
        entities: dict[str, Entity] = {}
        for ent in doc.ents:
            if ent.label_ in _TYPES:
                entity = entities.setdefault(ent.text, Entity(ent.text, _TYPES[ent.label_]))
                entity.mentions.append(Mention(ent.start, ent.end, "name"))
        found = list(entities.values())
        coreference.resolve(doc, found)
        found.sort(key=lambda entity: -len(entity.mentions))
        for entity in found:
            entity.salience = len(entity.mentions) / len(found[0].mentions)
        store(doc, ActorRecord, [_record(doc, f"a{i}", e) for i, e in enumerate(found, 1)])
        return doc


def _record(doc: Doc, id: str, entity: Entity) -> ActorRecord:
    mentions = sorted((doc[m.start : m.end], m.kind) for m in entity.mentions)
    return ActorRecord(
        id=id,
        name=entity.name,
        type=entity.type,
        acts=entity.acts,
        role=entity.role,
        role_span=entity.role_span,
        affiliation=entity.affiliation,
        aliases=tuple(entity.aliases),
        salience=entity.salience,
        mentions=tuple(MentionRecord(s.start_char, s.end_char, kind) for s, kind in mentions),
        gender=entity.gender,
    )
