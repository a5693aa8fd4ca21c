"""Where reports begin and end: lost subjects, parts around a cue, what the writer adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.components.quotes.test_heard import Tags, quotes

if TYPE_CHECKING:
    from spacy.language import Language


def tags(*parts: str, cue: str = "said", source: str = "Ilves") -> Tags:
    """The tags of words that are reported in several parts."""
    words = [word.strip(",“”") for part in parts for word in part.split()]
    return {**dict.fromkeys(words, "I"), words[0]: "B", cue: "C", source: "S"}


@pytest.mark.parametrize(
    "reported",
    [
        "about half of that money had been spent on paint",
        "heavy to severe gales of 90 knots could still be expected",
        "roughly two thirds of it was already under water",
    ],
)
def test_the_subject_belongs_to_the_report(nlp: Language, reported: str) -> None:
    assert quotes(nlp, f"Ilves said {reported}.", tags(reported)) == [reported]


def test_a_that_before_another_clause_is_not_said(nlp: Language) -> None:
    reported = "until the dam holds, “it would be premature to go ahead”"
    assert quotes(nlp, f"Ilves said that {reported}.", tags(reported)) == [reported]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Ilves recalled that Lanza loved to wear khakis.", "Lanza loved to wear khakis"),
        ("Ilves recalled that was a mistake of the board.", "that was a mistake of the board"),
    ],
)
def test_a_that_which_is_not_heard_is_not_said(nlp: Language, text: str, reported: str) -> None:
    assert quotes(nlp, text, tags(reported, cue="recalled")) == [reported]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "If the dam breaks, said Ilves, the town will drown.",
            ["If the dam breaks", "the town will drown"],
        ),
        ("It was, Ilves said, in pounds.", ["It was", "in pounds"]),
        (
            "The lake rose by a metre, Ilves said, after a month of rain fell in two days.",
            ["The lake rose by a metre", "after a month of rain fell in two days"],
        ),
    ],
)
def test_what_goes_on_behind_the_cue_is_heard(nlp: Language, text: str, parts: list[str]) -> None:
    assert quotes(nlp, text, tags(*parts)) == [" … ".join(parts)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lund has also, Ilves said, grown used to it.", "Lund has also … grown used to it"),
        ("Gulls have, Ilves said, eaten the bait.", "Gulls have … eaten the bait"),
        ("Divers, Ilves said, had been told so.", "Divers … had been told so"),
    ],
)
def test_the_subject_before_a_cue_is_kept_unheard(nlp: Language, text: str, found: str) -> None:
    assert quotes(nlp, text, tags(found.split(" … ")[1])) == [found]


def test_an_earlier_clause_is_the_writers(nlp: Language) -> None:
    text = "Sheds stood full of hay, and the yard, according to Ilves, was best."
    heard = tags("the yard", "was best", cue="according")
    assert quotes(nlp, text, heard) == ["the yard … was best"]


@pytest.mark.parametrize(
    ("report", "added"),
    [
        ("the road was open", ", although two buses had been turned back."),
        ("the road was open", ", though nobody had driven on it."),
    ],
)
def test_what_the_writer_adds_ends_a_report(nlp: Language, report: str, added: str) -> None:
    doubted = dict.fromkeys(added.strip(" ,.").split(), "?")
    text = f"Ilves said {report}{added}"
    assert quotes(nlp, text, {**doubted, **tags(report)}) == [report]


def test_a_second_verb_of_saying_has_its_own_report(nlp: Language) -> None:
    text = "Ilves said that the voice was his and then claimed the line was bad."
    heard = tags("voice his and then claimed line bad was the")
    assert quotes(nlp, text, heard) == ["the voice was his", "the line was bad"]


def test_verbs_of_saying_without_a_report_go_on(nlp: Language) -> None:
    report = "she never raised her voice and never repeated a name"
    assert quotes(nlp, f"Ilves said {report}.", tags(report)) == [report]


@pytest.mark.parametrize(
    "text",
    [
        "Ilves would not say whether she will stand again.",
        "Ilves could not say on which day it was sent.",
        "Ilves did not specify how many people were hurt.",
        "The town has one nurse for every farm; Ilves recommends one for every boat.",
        "In the rain, with two dogs at her feet, Ilves points at the gate with her pen.",
    ],
)
def test_what_is_not_said_is_no_report(nlp: Language, text: str) -> None:
    assert quotes(nlp, text, tags(text.removeprefix("Ilves "))) == []


def test_a_clause_before_marks_belongs_to_the_quote(nlp: Language) -> None:
    text = "Anyone unhappy could go to court, Ilves said, “but let them ask who owns the umbrella.”"
    parts = ["Anyone unhappy could go to court", "“but let them ask who owns the umbrella.”"]
    heard = {**tags(parts[0]), **dict.fromkeys(parts[1].strip("“”.").split(), "D")}
    assert quotes(nlp, text, heard) == [" … ".join(parts)]


@pytest.mark.parametrize(
    ("heard", "found"),
    [
        (True, "The bridge opens … at the proper time"),
        (False, "The bridge opens"),
    ],
)
def test_an_occasion_is_said_where_it_is_heard(nlp: Language, heard: bool, found: str) -> None:
    text = "The bridge opens, Ilves said, at the proper time."
    assert quotes(nlp, text, tags("The bridge opens", "at the proper time" * heard)) == [found]
