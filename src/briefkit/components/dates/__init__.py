"""`briefkit_dates`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.factory("briefkit_dates")
def create_dates(nlp: Language, name: str) -> DatesComponent:
    """The component for `nlp.add_pipe("briefkit_dates")`."""
    return DatesComponent()


class DatesComponent:
    def __call__(self, doc: Doc) -> Doc:
        return doc
