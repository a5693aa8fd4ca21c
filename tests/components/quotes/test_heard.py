"""What the encoder's tags of speech do to the reports of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy
import pytest

from briefkit.components.encoder import LAYER
from briefkit.components.encoder.tags import SPEECH_TAGS
from briefkit.components.quotes.find import find_quotes
from briefkit.components.quotes.view import View
from briefkit.components.records import ActorRecord, QuoteRecord, records

if TYPE_CHECKING:
    from spacy.language import Language

# Of each word its tag; "?" is one that no tag is sure of.
Tags = dict[str, str]


def read(nlp: Language, text: str, tags: Tags, sure: float = 0.97) -> list[QuoteRecord]:
    """The quotes, where the encoder is `sure` of the tags and of O elsewhere."""
    doc = nlp(text)
    chances: Any = numpy.full((len(doc), len(SPEECH_TAGS)), (1 - sure) / (len(SPEECH_TAGS) - 1))
    for token in doc:
        tag = tags.get(token.text, "O")
        if tag == "?":
            chances[token.i] = 1 / len(SPEECH_TAGS)
        else:
            chances[token.i, SPEECH_TAGS.index(tag)] = sure
    told = list(doc.user_data[LAYER])
    told[2] = numpy.log(chances)
    doc.user_data[LAYER] = tuple(told)
    return find_quotes(View(doc), records(doc, ActorRecord))[0]


def quotes(nlp: Language, text: str, tags: Tags, sure: float = 0.97) -> list[str]:
    """The words of each quote."""
    found = read(nlp, text, tags, sure)
    return [" … ".join(text[a:b] for a, b in quote.spans) for quote in found]


def tagged(reported: str, cue: str, source: str) -> Tags:
    first, *rest = reported.split()
    return {first: "B", **dict.fromkeys(rest, "I"), cue: "C", source: "S"}


def test_what_is_not_heard_is_no_report(nlp: Language) -> None:
    text = "The mayor said that the bridge would open in May."
    heard = tagged("the bridge would open in May", "said", "mayor")
    assert quotes(nlp, text, heard) == ["the bridge would open in May"]
    assert quotes(nlp, text, {}) == []


@pytest.mark.parametrize(
    ("text", "reported", "cue", "source"),
    [
        ("Ilves radioed ahead the harbour was shut.", "the harbour was shut", "radioed", "Ilves"),
        ("The harbour was shut, Ilves radioed.", "The harbour was shut", "radioed", "Ilves"),
    ],
)
def test_what_is_clearly_heard_is_a_report(
    nlp: Language, text: str, reported: str, cue: str, source: str
) -> None:
    heard = tagged(reported, cue, source)
    assert quotes(nlp, text, heard) == [reported]
    assert quotes(nlp, text, heard, sure=0.8) == [], "not clear enough"
    assert quotes(nlp, text, {**heard, cue: "O"}) == [], "nobody says it"


def test_a_cue_of_two_words_has_one_report(nlp: Language) -> None:
    text = "The lake is dry, according to figures that Ilves will show in court."
    second = {"to": "C", "that": "B"}
    heard = tagged("The lake is dry Ilves will show in court", "according", "figures") | second
    assert quotes(nlp, text, heard) == ["The lake is dry"]


def test_a_word_that_nobody_says_ends_a_report(nlp: Language) -> None:
    text = "Ilves radioed he was ill but would come."
    heard = tagged("he was ill would come", "radioed", "Ilves")
    assert quotes(nlp, text, {**heard, "but": "O"}) == ["he was ill"]
    assert quotes(nlp, text, {**heard, "but": "I"}) == ["he was ill but would come"]


def test_a_report_is_told_once(nlp: Language) -> None:
    text = "The mayor said that the bridge would open in May."
    heard = tagged("bridge would open in May", "said", "mayor")
    assert quotes(nlp, text, heard) == ["the bridge would open in May"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The airline said two planes had collided, but nobody was hurt.",
            "two planes had collided",
            ", but nobody was hurt",
        ),
        (
            "Ilves said she was tired, but would run again.",
            "she was tired",
            ", but would run again",
        ),
        (
            "The bridge is shut, Ilves said, and boats lie still.",
            "The bridge is shut",
            " … and boats lie still",
        ),
        ("Ilves said the bridge was shut Monday.", "the bridge was shut", " Monday"),
    ],
)
def test_a_report_ends_where_it_is_heard_to_end(
    nlp: Language, text: str, first: str, second: str
) -> None:
    whole = tagged(f"{first} {second.strip(' …,')}", "said", "Ilves")
    assert quotes(nlp, text, {**whole, ",": "I", "airline": "S"}) == [first + second]
    assert quotes(nlp, text, {**tagged(first, "said", "Ilves"), "airline": "S"}) == [first]


@pytest.mark.parametrize(
    ("report", "last"),
    [
        ("the road was damaged in the rain", "rain"),
        ("the boats were taken on Monday", "Monday"),
        ("nobody knew by which side", "side"),
    ],
)
def test_no_report_ends_in_a_preposition(nlp: Language, report: str, last: str) -> None:
    heard = tagged(report, "said", "Ilves")
    assert quotes(nlp, f"Ilves said {report}.", {**heard, last: "O"}) == [report]


@pytest.mark.parametrize(
    ("text", "cue", "hearer", "speaker"),
    [
        (
            "Mara Ilves radioed to the harbour master the port was shut.",
            "radioed",
            "master",
            "Mara Ilves",
        ),
        ("A crew led by Petrov radioed the port was shut.", "radioed", "Petrov", "A crew"),
        ("Ilves wired the head of the bank the port was shut.", "wired", "head", "Ilves"),
    ],
)
def test_the_subject_of_the_cue_speaks_whoever_stands_nearer(
    nlp: Language, text: str, cue: str, hearer: str, speaker: str
) -> None:
    (quote,) = read(nlp, text, tagged("the port was shut", cue, hearer))
    assert quote.speaker is not None
    assert text[slice(*quote.speaker)].startswith(speaker)


@pytest.mark.parametrize(
    ("report", "within"),
    [
        ("she would call for a debate on the bridge", "a debate on the bridge"),
        ("the union had threatened to close the bridge", "to close the bridge"),
        ("nobody had warned that the bridge was old", "the bridge was old"),
    ],
)
def test_a_report_within_a_report_needs_a_cue_that_is_heard(
    nlp: Language, report: str, within: str
) -> None:
    text = f"Ilves said {report}."
    heard = tagged(report, "said", "Ilves")
    cue = next(word for word in ("call", "threatened", "warned") if word in report)
    assert quotes(nlp, text, heard) == [report]
    assert quotes(nlp, text, {**heard, cue: "C"}) == [report, within]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Mara Ilves answered after some thought: “Rain, and the wet dog.”", "answered"),
        ("Mara Ilves told the court that he had asked, “more than once, for the key.”", "told"),
        ("Mara Ilves said that she reads “a great deal of old paper.”", "said"),
    ],
)
def test_a_cue_that_is_not_heard_is_none(nlp: Language, text: str, cue: str) -> None:
    said = dict.fromkeys(text.split("“")[1].strip(".”").replace(",", "").split(), "D")
    quote = read(nlp, text, {**said, cue: "C"})[-1]
    assert quote.cue is not None
    assert text[slice(*quote.cue)] == cue


@pytest.mark.parametrize(
    ("text", "reported", "cue"),
    [
        (
            "The old law, which the union had fought, was “a cage for the poor,” Ilves radioed.",
            "“a cage for the poor,”",
            "radioed",
        ),
        ("Ilves spoke at length of “a cage with no door.”", "“a cage with no door.”", "spoke"),
        (
            "Ilves radioed the plan was “a cage” with no door.",
            "the plan was “a cage” with no door",
            "radioed",
        ),
    ],
)
def test_marks_that_no_rule_takes_are_a_report_where_they_are_heard(
    nlp: Language, text: str, reported: str, cue: str
) -> None:
    words = [token.text for token in nlp.make_doc(reported)]
    heard = {**dict.fromkeys(words, "I"), words[0]: "B", cue: "C", "Ilves": "S"}
    assert quotes(nlp, text, heard) == [reported]
    assert quotes(nlp, text, {**heard, cue: "O"}) != [reported], "nobody says it"


def test_a_short_quote_right_before_its_cue_need_not_be_heard(nlp: Language) -> None:
    heard = {"said": "C", "Ilves": "S"}
    words = "“Come on, my dear,”"
    assert quotes(nlp, f"It was cold - {words} Ilves said.", heard) == [words]
    assert words not in quotes(nlp, f"They call it {words} Ilves said.", heard)


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("According to Ilves on his blog, the harbour was shut.", "the harbour was shut"),
        ("Harbour news The port was shut, according to Ilves.", "The port was shut"),
        ("According to Ilves, as told to a court, ships were lost.", "ships were lost"),
    ],
)
def test_a_report_by_according_to_begins_where_it_is_heard(
    nlp: Language, text: str, reported: str
) -> None:
    heard = {**tagged(reported, "according", "Ilves"), "According": "C", "to": "O"}
    assert quotes(nlp, text, heard) == [reported]


@pytest.mark.parametrize("verb", ["rejected claims", "disputed reports", "denied"])
def test_what_is_rejected_is_not_said(nlp: Language, verb: str) -> None:
    text = f"The town has a tip. Carmel Ruane {verb} that the town was a dumping ground."
    doc = nlp(text)
    assert [quote.polarity for quote in records(doc, QuoteRecord)] == ["negated"]
