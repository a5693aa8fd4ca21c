"""A tokenizer without rules, until those that were saved with the model are read into it.

spaCy makes the language's own first, with 4,000 special cases and their patterns, and then puts
those of the model in their place.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry


@registry.tokenizers("briefkit.SavedTokenizer.v1")  # type: ignore[untyped-decorator]
def create_saved_tokenizer() -> Callable[[Language], Tokenizer]:
    """What `[nlp.tokenizer]` of the shipped model's config.cfg names."""
    return lambda nlp: Tokenizer(nlp.vocab)
