"""`briefkit_quotes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.factory("briefkit_quotes")
def create_quotes(nlp: Language, name: str) -> QuotesComponent:
    """The component for `nlp.add_pipe("briefkit_quotes")`."""
    return QuotesComponent()


class QuotesComponent:
    def __call__(self, doc: Doc) -> Doc:
        return doc
