"""`briefkit_actors`: one entity for each who acts, with role and every mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from briefkit.components import coreference
from briefkit.components.actors import initials, salience
from briefkit.components.actors.drafts import ActorDraft, draft
from briefkit.components.actors.entity import Entity, Mention
from briefkit.components.actors.missed_names import add_headings
from briefkit.components.actors.naming import clusters
from briefkit.components.actors.role_assignment import give_roles
from briefkit.components.actors.role_owners import own_by_pronouns
from briefkit.components.actors.tokens import read_tokens
from briefkit.components.actors.warnings import Doubt, doubts
from briefkit.components.records import ActorRecord, MentionRecord, store, warn

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefkit.components.actors.tokens import Tokens


@Language.factory(
    "briefkit_actors",
    requires=["doc.sents", "token.tag", "token.dep"],
    assigns=["doc.spans", "doc.user_data"],
)
def create_actors(nlp: Language, name: str) -> ActorsComponent:
    """The component for `nlp.add_pipe("briefkit_actors")`."""
    return ActorsComponent()


class ActorsComponent:
    """Groups names into entities, adds references, ranks and writes them."""

    def __call__(self, doc: Doc) -> Doc:
        found, doubts = match(doc)
        store(doc, ActorRecord, [_record(doc, f"a{i}", e) for i, e in enumerate(found, 1)])
        for code, message, places in doubts:
            warn(doc, code, message, places)
        return doc


def match(doc: Doc) -> tuple[list[Entity], list[Doubt]]:
    """The entities of the article, the most salient first, and what is doubtful about them."""
    tokens = read_tokens(doc)
    named = _all_named(tokens)
    found = [one.entity for one in named]
    coreference.resolve(doc, found)
    own_by_pronouns(tokens, named)
    salience.rank(tokens, found)
    add_headings(tokens, named)
    return found, doubts(tokens, named)


def entities(tokens: Tokens) -> list[Entity]:
    """The entities of the article in text order, with every mention, not ranked yet."""
    found = [one.entity for one in _all_named(tokens)]
    coreference.resolve(tokens.doc, found)
    return found


def _all_named(tokens: Tokens) -> list[ActorDraft]:
    """The entities with their names, roles and affiliations."""
    labels = initials.labels(tokens)
    named = [draft(tokens, one) for one in clusters(tokens, labels)]
    give_roles(tokens, named)
    for one in named:
        one.entity.mentions = [
            Mention(name.outer, name.end, "name", name.sure) for name in one.names
        ]
    initials.resolve(labels, named)
    return named


def _record(doc: Doc, id: str, entity: Entity) -> ActorRecord:
    mentions = sorted(entity.mentions, key=lambda m: (m.start, m.end))
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
        mentions=tuple(
            MentionRecord(
                doc[m.start].idx, doc[m.end - 1].idx + len(doc[m.end - 1]), m.kind, m.sure
            )
            for m in mentions
        ),
        gender=entity.gender,
    )
