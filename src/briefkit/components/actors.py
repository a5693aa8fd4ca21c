"""`briefkit_actors`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.factory("briefkit_actors")
def create_actors(nlp: Language, name: str) -> ActorsComponent:
    """The component for `nlp.add_pipe("briefkit_actors")`."""
    return ActorsComponent()


class ActorsComponent:
    def __call__(self, doc: Doc) -> Doc:
        return doc
