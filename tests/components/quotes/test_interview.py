"""Interviews without labels: who is asked says what stands behind the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.records import ActorRecord, QuoteRecord, records

if TYPE_CHECKING:
    from spacy.language import Language

HEAD = "Ten minutes with Ann Lee\n\nAnn Lee builds bridges in Tarn. She met Mark Hale at her home."
QUESTIONS = ("When did you begin?", "Did your parents approve?", "What do you build now?")
ANSWERS = (
    "I was nine when I built a dam.",
    "My mother did.",
    "We build a road, and I am tired of it.",
)


def said(nlp: Language, paragraphs: list[str]) -> list[tuple[str, str | None]]:
    """The direct quotes of an article, each with the name of its speaker."""
    doc = nlp("\n\n".join([HEAD, *paragraphs]))
    names = {one.id: one.name for one in records(doc, ActorRecord)}
    quotes = [quote for quote in records(doc, QuoteRecord) if quote.kind == "direct"]
    return [(doc.text[slice(*quote.spans[0])], names.get(quote.actor or "")) for quote in quotes]


def pairs(questions: tuple[str, ...], answers: tuple[str, ...]) -> list[str]:
    return [text for pair in zip(questions, answers, strict=True) for text in pair]


def test_who_is_asked_answers(nlp: Language) -> None:
    assert said(nlp, pairs(QUESTIONS, ANSWERS)) == [(answer, "Ann Lee") for answer in ANSWERS]


def test_a_label_alone_is_no_answer(nlp: Language) -> None:
    found = said(nlp, pairs((*QUESTIONS, "Do you sleep?"), (*ANSWERS, "AL: ")))
    assert found == [(answer, "Ann Lee") for answer in ANSWERS]


def test_an_answer_may_name_who_gives_it(nlp: Language) -> None:
    answers = ("They called me Ann Lee the beaver, and I was nine.", *ANSWERS[1:])
    assert said(nlp, pairs(QUESTIONS, answers)) == [(answer, "Ann Lee") for answer in answers]


def test_a_question_may_quote(nlp: Language) -> None:
    questions = ("They call it “the old dam”. Did you?", *QUESTIONS[1:])
    assert (ANSWERS[0], "Ann Lee") in said(nlp, pairs(questions, ANSWERS))


def test_only_what_follows_a_question_is_an_answer(nlp: Language) -> None:
    more = ["Some say that bridges are ugly.", "I do not care."]
    found = said(nlp, [*pairs(QUESTIONS, ANSWERS), *more])
    assert [words for words, _ in found] == list(ANSWERS)


def test_a_label_is_no_part_of_an_answer(nlp: Language) -> None:
    labelled = tuple(f"Lee: {answer}" for answer in ANSWERS[:1]) + ANSWERS[1:]
    assert [words for words, _ in said(nlp, pairs(QUESTIONS, labelled))] == list(ANSWERS)


def test_an_explainer_is_no_interview(nlp: Language) -> None:
    questions = ("What is a dam?", "Who pays for it?", "Is it safe?")
    answers = ("A wall across a river.", "The county pays half of it.", "Engineers think so.")
    assert said(nlp, pairs(questions, answers)) == []


def test_nobody_answers_where_two_may(nlp: Language) -> None:
    doc = nlp("\n\n".join(["Ann Lee met Mark Hale.", *pairs(QUESTIONS, ANSWERS)]))
    assert not [quote for quote in records(doc, QuoteRecord) if quote.kind == "direct"]
