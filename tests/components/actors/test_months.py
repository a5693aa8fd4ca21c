"""Months that are written like names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.actors.months import without_months
from briefkit.components.actors.names import Name
from briefkit.components.actors.tokens import read_tokens

if TYPE_CHECKING:
    from spacy.language import Language

# text, what is taken for a name, what of it stays one
CASES = [
    ("Prices rose in May. They fell in June.", ["May", "June"], []),
    ("Prices rose on May 10, and the May report says so.", ["May", "May"], []),
    ("Ana May left on May 10. Nobody saw May again.", ["Ana May", "May", "May"], ["Ana May", "May"]),
    ("April left the room. The mother of April wept.", ["April", "April"], ["April", "April"]),
    ("April Hale left. April wept in April.", ["April Hale", "April", "April"], ["April Hale", "April"]),
    ("In May, Ana Duarte won. May she rest.", ["Ana Duarte"], ["Ana Duarte"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "taken", "wanted"), CASES)
def test_months_are_no_names(nlp: Language, text: str, taken: list[str], wanted: list[str]) -> None:
    tokens = read_tokens(nlp(text))
    found, at = [], 0
    for words in (tuple(one.split()) for one in taken):
        start = next(
            i for i in range(at, len(tokens)) if tuple(tokens.text[i : i + len(words)]) == words
        )
        at = start + len(words)
        found.append(
            Name(start, at, {"person": 1.0}, words=tuple(map(str.lower, words)), outer=start)
        )
    left = without_months(tokens, found)
    assert [" ".join(tokens.text[name.start : name.end]) for name in left] == wanted
