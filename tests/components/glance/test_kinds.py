"""Bullets of the kinds of article that are no plain story."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefkit.components.glance.candidates import find_candidates, sentences
from briefkit.components.glance.limits import LEDE, WHOLE
from briefkit.components.glance.sentence import Sentence, make_table
from briefkit.components.glance.shorten import Short, count, fitted, trim
from tests.components.glance.test_glance import assert_grounded, bullets

if TYPE_CHECKING:
    from spacy.language import Language

LIVE = """10:32 a.m. ET -- The river rose above the second dam at Velby and flooded forty houses near the mill.

10:15 a.m. ET -- Firefighters carried residents of a nursing home to the town hall in small boats.

Refresh this page for updates. Are you in Velby? Send us your pictures.

9:50 a.m. ET -- The mayor of Velby closed both bridges over the river and all schools in the town.

9:20 a.m. ET -- The weather service warned that more rain would fall on the valley during the night."""

TRANSCRIPT = """SIDNER: The dam at Velby broke in the night. How many houses did the water reach?

LUND: The water reached forty houses near the mill, and the owners have moved to the town hall.

SIDNER: The bridges are closed as well. When will the town open them again?

LUND: The town will open the bridges after engineers have looked at every pillar under the water.

SIDNER: Some say that the dam was too old. Was it?

LUND: The town council refused the money for a new dam in three of the last four years."""

LISTED = """Four towns along the Vel have found ways to live with a river that floods their streets each spring.

1. Velby

Velby built a wall of stone around its old market and has stayed dry for nine years.

2. Norlin

Norlin moved its school to a hill and turned the old building into a museum of the river.

3. Ostrup

Ostrup bought two pumps from a Dutch company and trained sixty residents to run them at night."""

RESULT = """Velby beat Norlin 3-1 in the cup final on Saturday to win the trophy for the first time in 40 years.

Anna Berg scored twice for Velby before the break, and Eva Dahl added a third from the penalty spot.

Norlin's only goal came from captain Petra Holm in the last minute of the match at the town stadium.

"We never stopped running," Berg said.

Velby will play Ostrup in the first round of the league next month, without injured keeper Ida Lund."""

OBITUARY = """Karl Holm, the engineer who built the first dam on the Vel, died on Sunday at his home in Velby. He was 91.

Holm drew the plans for the dam in a tent beside the river, and the town honored him with a bridge in 1974.

He was born in Norlin, the son of a miller, and left school at 14 to work on the railway.

Holm is survived by his wife, Ida, two daughters and five grandchildren, who all live in the valley."""


@pytest.mark.parametrize(
    ("text", "has", "lacks"),
    [
        (LIVE, ["second dam at Velby", "Firefighters"], ["10:", "9:", "Send", "Refresh"]),
        (TRANSCRIPT, ["reached forty houses"], ["SIDNER", "LUND", "broke", "How many", "too old"]),
        (LISTED, ["Four towns along the Vel", "wall of stone"], ["1.", "2."]),
        (RESULT, ["Velby beat Norlin 3-1", "Anna Berg scored twice"], []),
        (OBITUARY, ["Karl Holm", "died"], ["He was 91"]),
    ],
    ids=["live blog", "transcript", "list", "result", "obituary"],
)
def test_kinds_of_article(nlp: Language, text: str, has: list[str], lacks: list[str]) -> None:
    found = bullets(nlp, text, briefkit_bullets=3)
    assert 2 <= len(found) <= 3
    assert_grounded(text, found)
    whole = "\n".join(bullet.text for bullet in found)
    assert [words for words in has if words not in whole] == []
    assert [words for words in lacks if words in whole] == []
    for bullet in found:
        assert bullet.text[0].isupper() or not bullet.text[0].isalpha()
        assert WHOLE <= len(bullet.text.split()) <= LEDE


@pytest.mark.parametrize(
    ("text", "bullet"),
    [
        (
            "The river rose -- the second time this year. The town said ‘we will never leave the mill.",
            "The river rose",
        ),
        (
            "The river rose above the dam at noon. The town bought a ring of pumps (each cost $24.99.",
            "The river rose above the dam at noon",
        ),
    ],
    ids=["open quotation mark", "open bracket"],
)
def test_borders_of_a_bullet(nlp: Language, text: str, bullet: str) -> None:
    text += "\n\nShe said so."
    found = [b.text for b in bullets(nlp, text, briefkit_bullets=1)]
    assert len(found) == 1 and bullet in found[0]
    assert "‘" not in found[0] and "(" not in found[0]


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("12.75 million people voted in the town on Monday.", "12.75"),
        ("10.25 p.m. - The town voted on Monday.", "The"),
        ("The World Health Organization (WHO) – the UN body – said on Monday it was over.", "The"),
        ("LEEDS (Reuters) - The town voted on Monday.", "The"),
    ],
)
def test_what_stands_before_the_first_word(nlp: Language, sentence: str, first: str) -> None:
    doc = nlp(sentence)
    (candidate,) = find_candidates(doc, make_table(doc))
    assert candidate.sentence.words[candidate.first] == first


@pytest.mark.parametrize("marks", ["“”", "‘’", "''", '""'])
def test_words_between_marks_of_any_kind_are_somebodys(nlp: Language, marks: str) -> None:
    doc = nlp(f"The clerk said on Friday: {marks[0]}She took the money.{marks[1]}")
    (candidate,) = find_candidates(doc, make_table(doc))
    words = zip(candidate.sentence.words, candidate.inside, strict=True)
    assert [word for word, inside in words if inside][1:-2] == ["She", "took", "the", "money"]


def test_a_lone_closing_mark_says_nothing_of_the_words_before_it(nlp: Language) -> None:
    doc = nlp('The shop had begun " well".')
    (candidate,) = find_candidates(doc, make_table(doc))
    assert not candidate.inside[0]


def test_a_dash_glued_to_the_first_word_goes(nlp: Language) -> None:
    doc = nlp("--In the night the river rose.")
    sentence = Sentence(make_table(doc), 0, len(doc))
    short = Short(sentence, tuple(range(len(doc) - 1)), (), 6)
    assert short.text() == "In the night the river rose"
    assert doc.text[short.pieces()[0][0] :].startswith("In")


@pytest.mark.parametrize(
    ("leaning", "plain"),
    [
        ("It flooded the mill twice in spring.", "A mayor closed a bridge in Velby in spring."),
        ("They built it again from stone.", "A mayor closed a bridge in Velby in spring."),
        (
            '"The dam was too old for rain," he said.',
            '"Dams are too old for rain," said engineer Karl Holm.',
        ),
    ],
    ids=["it", "they", "speaker"],
)
def test_what_can_be_read_alone_is_preferred(nlp: Language, leaning: str, plain: str) -> None:
    text = f"The river rose above the dam at noon.\n\n{leaning} {plain}\n\nNobody was hurt there."
    found = [bullet.text for bullet in bullets(nlp, text, briefkit_bullets=2)]
    assert plain.rstrip(".") in found
    assert leaning.rstrip(".") not in found


@pytest.mark.parametrize(
    ("text", "bullet"),
    [
        (
            'The mayor called the new dam over the river a "huge farce." Then she left.',
            'The mayor called the new dam over the river a "huge farce"',
        ),
        (
            "The mayor called the new dam over the river a “huge farce.” Then she left.",
            "The mayor called the new dam over the river a “huge farce”",
        ),
    ],
    ids=["straight", "curly"],
)
def test_the_mark_that_closes_a_quote_is_kept(nlp: Language, text: str, bullet: str) -> None:
    assert [found.text for found in bullets(nlp, text, briefkit_bullets=1)] == [bullet]
    assert_grounded(text, bullets(nlp, text, briefkit_bullets=1))


def test_a_subject_that_the_parser_did_not_find_is_one_all_the_same(nlp: Language) -> None:
    text = "Paul Holm's sister has dropped her suit against the mill, a lawyer for Eva Holm said."
    (found,) = bullets(nlp, text)
    assert found.text.startswith("Paul Holm's sister has dropped her suit against the mill")


@pytest.mark.parametrize(
    ("text", "kept", "sound"),
    [
        ("The bridge is, according to the mayor, the longest of all.", 8, False),
        ("The mayor showed how strong the bridge is.", 8, False),
        ("The bridge is the longest of them.", 5, True),
        ("The bridge stands, according to the mayor, on nine pillars.", 8, True),
    ],
)
def test_a_bullet_does_not_stop_before_what_something_is(
    nlp: Language, text: str, kept: int, sound: bool
) -> None:
    doc = nlp(text)
    sentence = Sentence(make_table(doc), 0, len(doc))
    assert Short(sentence, tuple(range(kept)), (), kept).sound() == sound


@pytest.mark.parametrize(
    "text",
    [
        "The council of Leeds moved the old mill to the north of the town in May, and sold the bridge"
        " to a builder, according to the union.",
        "The council of Leeds moved the old mill to the north of the town in May, leaving nine families"
        " without work, according to the union.",
    ],
)
def test_whose_claim_it_is_goes_with_no_cut(nlp: Language, text: str) -> None:
    doc = nlp(text)
    sentence = Sentence(make_table(doc), 0, len(doc))
    short = fitted(sentence, 0, 22)
    assert short is None or short.text().endswith("according to the union")


@pytest.mark.parametrize(
    ("text", "gone", "left"),
    [
        ("Anna Berg, 34, who won, was fined.", range(2, 7), "Anna Berg was fined"),
        ("Anna Berg, 34, who won, was fined.", range(4, 7), "Anna Berg, 34, was fined"),
        ("In Leeds, Anna Berg, who won, was fined.", range(5, 8), "In Leeds, Anna Berg was fined"),
    ],
)
def test_no_comma_parts_a_subject_from_its_verb(
    nlp: Language, text: str, gone: range, left: str
) -> None:
    doc = nlp(text)
    sentence = Sentence(make_table(doc), 0, len(doc))
    kept = trim(sentence, [i for i in range(len(doc)) if i not in gone])
    assert Short(sentence, tuple(kept), (), len(kept)).text() == left


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("She spoke of hope!", 4, "She spoke of hope!"),
        ("She spoke of hope ― and of fear ―", 8, "She spoke of hope ― and of fear"),
    ],
)
def test_marks_of_what_was_cut_go_with_it(nlp: Language, text: str, words: int, left: str) -> None:
    doc = nlp(text)
    sentence = Sentence(make_table(doc), 0, len(doc))
    kept = trim(sentence, [*range(words), len(doc) - 1])
    assert Short(sentence, tuple(kept), (), len(kept)).text() == left


def test_the_headline_draws_its_sentence(nlp: Language) -> None:
    text = (
        "The morning was cold and Anna Berg drank her coffee beside the stove.\n\n"
        "She had slept badly and the old dog of her neighbour barked at the gate.\n\n"
        "Her letter from the council of Velby lay open on the table since Monday.\n\n"
        "The council will sell the old tower to a builder, who plans a hotel beside the river.\n\n"
        "Forty families live near the tower and must leave their houses before the spring."
    )
    headline = "Velby council will sell tower to hotel builder"
    (plain,) = bullets(nlp, text, briefkit_bullets=1)
    (drawn,) = bullets(nlp, text, briefkit_bullets=1, briefkit_title=headline)
    assert "council will sell" not in plain.text
    assert drawn.text.startswith("The council will sell the old tower to a builder")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The council sold the bridge that the mayor and the builder had always stood on", False),
        (
            "The mayor showed nine builders of Velby the old bridge beside the mill to work with",
            False,
        ),
        ("The council sold the bridge beside the old mill and the mayor resigned", True),
    ],
)
def test_a_sentence_may_end_anywhere(nlp: Language, text: str, whole: bool) -> None:
    doc = nlp(text)
    sentence = Sentence(make_table(doc), 0, len(doc))
    short = fitted(sentence, 0, LEDE)
    assert (short is not None and short.text() == text) is whole
    assert count(sentence, []) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Berg shouted “Free Velby!” as the mayor left the hall.", 1),
        ("Berg shouted “Free Velby!” The mayor left the hall.", 2),
    ],
)
def test_what_goes_on_in_small_letters_is_the_same_sentence(
    nlp: Language, text: str, count: int
) -> None:
    table = make_table(nlp(text))
    table = replace(table, sentence_starts=[0, table.words.index("”") + 1])
    assert len(list(sentences(table, [0]))) == count
