"""Full names in the place of short ones and of descriptions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefkit.components.glance.candidates import find_candidates
from briefkit.components.glance.cast import Cast
from briefkit.components.glance.limits import MOST
from briefkit.components.glance.sentence import make_table
from briefkit.components.glance.shorten import Short, fitted
from briefkit.components.glance.write import write
from briefkit.components.records import ActorRecord, BulletRecord, MentionRecord
from tests.components.glance.test_glance import assert_grounded

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def parsed(nlp: Language, text: str) -> Doc:
    doc = nlp.make_doc(text)
    with nlp.select_pipes(disable=[n for n in nlp.pipe_names if n.startswith("briefkit_")]):
        return nlp(doc)


def somebody(
    text: str, name: str, kind: str, others: str, role: str = "", gender: str | None = None
) -> ActorRecord:
    """An actor who is mentioned wherever the text has the name or one of the `others`."""
    found = re.finditer(rf"{re.escape(name)}|\b(?:{others})(?!\w)", text)
    mentions = tuple(
        MentionRecord(*m.span(), "nominal" if m.group().lower().startswith("the ") else "name")
        for m in found
    )
    at = text.find(role) if role else -1
    place = (at, at + len(role)) if role else None
    return ActorRecord("a1", name, kind, True, role or None, place, None, (), 1.0, mentions, gender)


def last_bullet(nlp: Language, text: str, *cast: ActorRecord) -> BulletRecord:
    """The bullet of the last sentence, where no other bullet stands before it."""
    doc = parsed(nlp, text)
    found = find_candidates(doc, make_table(doc))[-1]
    short = fitted(found.sentence, found.first, MOST)
    assert short is not None
    bullet = write(short, found.inside, Cast(cast, text), set())
    assert_grounded(text, [bullet])
    for change in bullet.resolved:
        assert text[slice(*change.span)] == change.target
    return bullet


JUDGE = "A fire closed the court of Velby for a week in May, said {}. "


@pytest.mark.parametrize(
    ("first", "role", "sentence", "said"),
    [
        ("Anna Berg", "", "Berg fined the builder on Monday.", "Anna Berg fined"),
        ("Anna Berg", "", "On Monday, Ms Berg fined the builder.", "On Monday, Anna Berg fined"),
        ("Anna Berg", "", "Ms. Berg’s ruling angered Velby.", "Anna Berg’s ruling angered"),
        ("Anna Berg", "", "The builder sued Berg in June.", "The builder sued Anna Berg in June"),
        ("Anna Berg", "", "Judge Berg fined the builder.", "Judge Anna Berg fined"),
        ("judge Anna Berg", "judge", "Berg fined the builder.", "Judge Anna Berg fined"),
        ("Anna Berg, the judge, who fled", "judge", "Berg fined the mayor of Velby.",
         "Anna Berg, the judge, fined the mayor"),
        ("Anna Berg, the judge, who fled", "judge", "The mayor of Velby sued Berg.",
         "The mayor of Velby sued Anna Berg"),
        ("the judge, Anna Berg, who fled", "judge", "Berg fined the mayor of Velby.",
         "The judge, Anna Berg, fined the mayor"),
        ("Anna Berg, Velby’s judge, who fled", "judge", "Berg fined the mayor of Velby.",
         "Anna Berg, Velby’s judge, fined the mayor"),
        ("judges Anna Berg and Eva Dahl", "judges", "Berg fined the builder.", "Anna Berg fined"),
        ("Anna Berg", "", "The Berg-Holm plan angered Velby.", "The Berg-Holm plan"),
        ("Anna Berg", "", "The anti-Berg vote angered Velby.", "The anti-Berg vote"),
        ("judge Anna Berg", "judge", "Berg, 41, fined the builder.", "Anna Berg, 41, fined"),
        ("Anna Berg", "", "Leo Berg fined the builder.", "Leo Berg fined"),
    ],
)  # fmt: skip
def test_the_full_name_of_a_person(
    nlp: Language, first: str, role: str, sentence: str, said: str
) -> None:
    text = JUDGE.format(first) + sentence
    shorts = r"(?:Mr|Ms\.?|Judge|Leo) Berg|Berg"
    actor = somebody(text, "Anna Berg", "person", shorts, role, "f")
    assert last_bullet(nlp, text, actor).text.startswith(said)


@pytest.mark.parametrize(
    ("other", "kind", "said"),
    [
        ("Karl Berg", "person", "Berg fined"),
        ("Berg Holding", "organization", "Anna Berg fined"),
    ],
)
def test_no_name_where_two_share_the_surname(
    nlp: Language, other: str, kind: str, said: str
) -> None:
    text = JUDGE.format("Anna Berg") + "Berg fined the builder on Monday."
    one = somebody(text, "Anna Berg", "person", "Berg")
    two = replace(somebody(text, other, kind, "Karl|Holding"), id="a2")
    assert last_bullet(nlp, text, one, two).text.startswith(said)


def test_a_quote_keeps_its_short_names(nlp: Language) -> None:
    text = JUDGE.format("Anna Berg") + 'The mayor of Velby said: "Berg fined the wrong builder."'
    assert not last_bullet(nlp, text, somebody(text, "Anna Berg", "person", "Berg")).resolved


BOARD = "A ban on ships was lifted in May by {}. "


@pytest.mark.parametrize(
    ("first", "sentence", "said"),
    [
        ("the Port Safety Board (PSB)", "PSB said in June that ships may land.",
         "The Port Safety Board (PSB) said"),
        ("the Port Safety Board", "In June, PSB banned ships.", "In June, the Port Safety Board"),
        ("the Port Safety Board", "In June, the PSB banned ships.", "In June, the Port Safety"),
        ("the Port Safety Board (PSB)", "In June, the PSB’s chief left the town.",
         "In June, the Port Safety Board’s chief"),
        ("the Port Safety Board", "In June, PSB inspectors banned ships.",
         "In June, Port Safety Board inspectors"),
        ("the Port Safety Board", "In June, the board banned ships.", "In June, the Port Safety"),
        ("the small Port Safety Board", "In June, the board banned ships.",
         "In June, the small Port Safety Board banned"),
        ("the Port Safety Board", "In June, the firm banned ships.", "In June, the Port Safety"),
        ("the Port Safety Board", "In June, the firm's chief left the town.",
         "In June, the Port Safety Board's chief"),
        ("Port Safety Board", "In June, the board banned ships.", "In June, the Port Safety"),
    ],
)  # fmt: skip
def test_the_full_name_of_a_body(nlp: Language, first: str, sentence: str, said: str) -> None:
    text = BOARD.format(first) + sentence
    shorts = "PSB|[Tt]he (?:new )?board|the firm"
    board = somebody(text, "Port Safety Board", "organization", shorts)
    assert last_bullet(nlp, text, board).text.startswith(said)


@pytest.mark.parametrize(
    ("first", "letters", "said"),
    [
        ("the Port Safety Board (Pobo)", "Pobo", "The Port Safety Board (Pobo) banned"),
        ("the Rivers, Port Safety Board (RPSB)", "RPSB", "RPSB banned"),
        ("the Port Safety Board", "Pobo", "Pobo banned"),
    ],
)
def test_letters_are_those_that_the_article_tells(
    nlp: Language, first: str, letters: str, said: str
) -> None:
    text = BOARD.format(first) + f"{letters} banned the ships of Velby."
    board = somebody(text, "Port Safety Board", "organization", letters)
    assert last_bullet(nlp, text, board).text.startswith(said)


@pytest.mark.parametrize(
    ("letters", "said"),
    [(" (PSB)", "The PSB banned"), ("", "The Port Safety Board banned")],
)
def test_letters_that_an_earlier_bullet_has_stay(nlp: Language, letters: str, said: str) -> None:
    text = BOARD.format(f"the Port Safety Board{letters}") + "The PSB banned the ships of Velby."
    board = somebody(text, "Port Safety Board", "organization", "PSB")
    doc = parsed(nlp, text)
    found = find_candidates(doc, make_table(doc))
    shown: set[str] = set()
    texts = []
    for one in found:
        short = Short(one.sentence, tuple(range(len(one.sentence) - 1)), (), 0)
        texts.append(write(short, one.inside, Cast([board], text), shown).text)
    assert texts[1].startswith(said)


def test_letters_that_all_know_stay(nlp: Language) -> None:
    text = BOARD.format("the United Nations (UN)") + "In June, the UN banned ships again."
    body = somebody(text, "United Nations", "organization", "UN")
    assert not last_bullet(nlp, text, body).resolved


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Velar Holding", "Velar banned ships from Leeds."),
        ("Board of Ports", "In June, the BP's chief left the town."),
    ],
)
def test_names_that_do_not_fit(nlp: Language, name: str, sentence: str) -> None:
    text = BOARD.format(f"the {name}") + sentence
    body = somebody(text, name, "organization", "Velar|BP")
    assert not last_bullet(nlp, text, body).resolved


@pytest.mark.parametrize(("sure", "named"), [(0.7, True), (0.6, False)])
def test_a_pronoun_must_be_sure(nlp: Language, sure: float, named: bool) -> None:
    text = JUDGE.format("Anna Berg") + "On Monday, she fined the builder."
    at = text.index("she")
    berg = somebody(text, "Anna Berg", "person", "Berg", gender="f")
    berg = replace(berg, mentions=(*berg.mentions, MentionRecord(at, at + 3, "pronoun", sure)))
    assert bool(last_bullet(nlp, text, berg).resolved) is named


@pytest.mark.parametrize(
    ("first", "room", "said"),
    [
        ("judge Anna Berg", "", "Judge Anna Berg fined the builder"),
        ("Anna Berg, the judge of Velby, who fled", "", "Anna Berg, the judge of Velby, fined the"),
        ("judge Anna Berg", " and the mill" * 13, "Anna Berg fined the builder"),
    ],
)
def test_a_pronoun_gets_a_name_and_who_that_is_where_there_is_room(
    nlp: Language, first: str, room: str, said: str
) -> None:
    text = JUDGE.format(first) + f"She fined the builder{room}."
    at, role = text.index("She"), "judge of Velby" if "of Velby, who" in text else "judge"
    berg = somebody(text, "Anna Berg", "person", "Berg", role, "f")
    berg = replace(berg, mentions=(*berg.mentions, MentionRecord(at, at + 3, "pronoun")))
    doc = parsed(nlp, text)
    found = find_candidates(doc, make_table(doc))[-1]
    short = fitted(found.sentence, found.first, 99)
    assert short is not None
    assert write(short, found.inside, Cast([berg], text), set()).text.startswith(said)
    again = write(short, found.inside, Cast([berg], text), {"a1"}).text
    assert again.startswith("Anna Berg fined")


@pytest.mark.parametrize(("sure", "named"), [(0.85, True), (0.75, False)])
def test_a_description_must_be_sure(nlp: Language, sure: float, named: bool) -> None:
    text = BOARD.format("the Port Safety Board") + "In June, the firm banned ships."
    body = somebody(text, "Port Safety Board", "organization", "the firm")
    unsure = replace(body, mentions=tuple(replace(m, sure=sure) for m in body.mentions))
    assert bool(last_bullet(nlp, text, unsure).resolved) is named


@pytest.mark.parametrize(
    ("first", "name", "said"),
    [
        ("clerks of Velby County and of Velby", "Velby County", "In June, Velby banned"),
        ("clerks of the Maldives", "Maldives", "In June, the Maldives banned"),
        ("clerks of Velby Country", "Velby Country", "In June, Velby Country banned"),
    ],
)
def test_a_place_is_named_as_it_was_last(nlp: Language, first: str, name: str, said: str) -> None:
    text = BOARD.format(first) + "In June, the country banned ships."
    assert last_bullet(
        nlp, text, somebody(text, name, "place", "Velby|the country")
    ).text.startswith(said)


@pytest.mark.parametrize(("other", "named"), [("clerk", True), ("judge of Ostrup", False)])
def test_one_of_two_judges_is_not_named(nlp: Language, other: str, named: bool) -> None:
    text = JUDGE.format(f"judge Anna Berg. Karl Dahl, {other}, left")
    text += "In June, the judge fined the builder."
    berg = somebody(text, "Anna Berg", "person", "the judge", "judge")
    dahl = replace(somebody(text, "Karl Dahl", "person", "Dahl", other), id="a2")
    assert bool(last_bullet(nlp, text, berg, dahl).resolved) is named


def test_behind_a_description_that_stays_a_pronoun_is_of_the_same(nlp: Language) -> None:
    # "The judge showed Anna Berg's plan" would make two people of one
    text = JUDGE.format("Anna Berg") + "It was Anna Berg's first case. "
    text += "On Monday, the judge showed her plan for a new court."
    at, own = text.index("the judge"), text.index("her plan")
    berg = somebody(text, "Anna Berg", "person", "Berg", gender="f")
    mine = MentionRecord(at, at + 9, "nominal", 0.6), MentionRecord(own, own + 3, "pronoun", 0.9)
    assert not last_bullet(nlp, text, replace(berg, mentions=(*berg.mentions, *mine))).resolved
    named = last_bullet(nlp, text, replace(berg, mentions=(*berg.mentions, mine[1])))
    assert [change.target for change in named.resolved] == ["Anna Berg's"]


@pytest.mark.parametrize(
    ("again", "said"),
    [
        ("The shares of the Tarn Group fell.", "The Tarn Group cut"),
        ("Those who owned the Tarn Group shares fled.", "Tarn Group cut"),
    ],
)
def test_a_name_has_the_article_that_it_has_elsewhere(nlp: Language, again: str, said: str) -> None:
    text = f"Tarn Group lost money in May. {again} The firm cut 900 jobs on Monday."
    group = somebody(text, "Tarn Group", "organization", "The firm")
    assert last_bullet(nlp, text, group).text.startswith(said)


def test_a_name_that_never_has_an_article_gets_none(nlp: Language) -> None:
    text = "Tarn Bank lost money in May. The shares of Tarn Bank fell. The bank cut 900 jobs on Monday."
    bank = somebody(text, "Tarn Bank", "organization", "The bank")
    assert last_bullet(nlp, text, bank).text.startswith("Tarn Bank cut")
