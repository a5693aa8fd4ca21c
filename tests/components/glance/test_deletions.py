"""What a sentence that is too long can do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.glance.cuts import Cut
from briefkit.components.glance.deletions import deletions, features, likely
from briefkit.components.glance.limits import MOST
from briefkit.components.glance.sentence import Sentence, make_table
from briefkit.components.glance.shorten import bared, fitted

if TYPE_CHECKING:
    from spacy.language import Language


def sentence(nlp: Language, text: str) -> Sentence:
    """A text of one sentence, parsed."""
    with nlp.select_pipes(disable=[n for n in nlp.pipe_names if n.startswith("briefkit_")]):
        doc = nlp(text)
    return Sentence(make_table(doc), 0, len(doc))


def may_go(nlp: Language, text: str) -> list[str]:
    """The words of each deletion that there could be."""
    s = sentence(nlp, text)
    return [" ".join(s.words[a:b]) for a, b, _ in deletions(s, bared(s, 0)[0])]


def test_phrases_and_clauses_may_go(nlp: Language) -> None:
    found = may_go(nlp, "The council bought a ferry for nine million pounds, and it sank in May.")
    assert "for nine million pounds" in found
    assert "and it sank in May" in found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor of Arle left the hall.", "The mayor"),  # the subject
        ("The ferry sank in May, according to the council.", "according"),  # whose claim it is
        # what somebody said, whether the quotation ends here or not
        (
            'The mayor said: "My mother, the queen of Arle, sold the ferry in May" and left.',
            "queen",
        ),
        ("The mayor said: “My mother, the queen of Arle, sold the ferry in May.", "queen"),
    ],
)
def test_what_is_needed_may_not(nlp: Language, text: str, words: str) -> None:
    assert not any(words in one for one in may_go(nlp, text))


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Tom Ode left Arle, his home town.", "his home town", ["comma end", "of name", "appos"]),
        ("He said in May that he would go.", "in May", ["prep in", "in of verb", "of root"]),
        ("The shop sold bikes and ran tours.", "and ran tours", ["joined", "conj and"]),
    ],
)
def test_features(nlp: Language, text: str, words: str, names: list[str]) -> None:
    s = sentence(nlp, text)
    kept = bared(s, 0)[0]
    told = {
        " ".join(s.words[one.start : one.end]): features(s, kept, one) for one in deletions(s, kept)
    }
    assert [name for name in names if name not in told[words]] == []


LONG = (
    "The harbour board agreed on Monday night to close the old fish market at the end of the year "
    "and to sell its two halls to a builder from Arle for nine million pounds, a third of what they "
    "cost."
)


def test_a_long_sentence_loses_what_is_likely_to_do_no_harm(nlp: Language) -> None:
    s = sentence(nlp, LONG)
    (sure, cut), *_ = likely(s, bared(s, 0)[0])
    assert sure >= 0.8 and isinstance(cut, Cut)
    short = fitted(s, 0, MOST)
    assert short is not None and short.size <= MOST
    assert short.text().endswith("for nine million pounds")


def test_one_that_needs_all_of_its_words_is_no_bullet(nlp: Language) -> None:
    s = sentence(nlp, "The " + "old " * MOST + "ferry sank.")
    assert likely(s, bared(s, 0)[0]) == [] and fitted(s, 0, MOST) is None
