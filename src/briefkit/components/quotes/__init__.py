"""`briefkit_quotes`: who said what, in marks or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from briefkit.components import coreference
from briefkit.components.quotes.deciding import is_doubtful
from briefkit.components.quotes.find import find_quotes
from briefkit.components.quotes.view import View
from briefkit.components.records import ActorRecord, QuoteRecord, records, store, warn

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.factory(
    "briefkit_quotes",
    requires=["doc.sents", "token.tag", "token.dep"],
    assigns=["doc.spans", "doc.user_data"],
)
def create_quotes(nlp: Language, name: str) -> QuotesComponent:
    """The component for `nlp.add_pipe("briefkit_quotes")`."""
    return QuotesComponent()


class QuotesComponent:
    """Finds reported speech and writes it, with warnings, on the Doc."""

    def __call__(self, doc: Doc) -> Doc:
        found, unclosed = find_quotes(View(doc), records(doc, ActorRecord))
        store(doc, QuoteRecord, found)
        if unclosed:
            warn(doc, "unclosed-quote", "a quotation mark is opened and never closed", unclosed)
        nobody = [q.spans[0] for q in found if q.kind != "indirect" and q.attribution == "none"]
        if nobody:
            warn(doc, "no-speaker", "nothing says whose words these are", nobody)
        doubtful = [q.spans[0] for q in found if is_doubtful(q.confidence)]
        if doubtful:
            warn(doc, "speaker-doubt", "it is not sure that these speakers are right", doubtful)
        coreference.link_first_person(doc)
        return doc
