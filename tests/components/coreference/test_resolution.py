"""Pronouns and nominals, each construct with its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy

from briefkit.components.actors.entity import Entity, Mention
from briefkit.components.coreference import resolve
from briefkit.components.coreference.resolution import Resolution
from briefkit.components.coreference.view import View
from briefkit.components.records import ActorRecord, QuoteRecord, records
from tests.components.coreference.marked import entities_of, linked, parse, read, wanted

if TYPE_CHECKING:
    from spacy.language import Language

CASES = {
    "he and she": [
        "{Ann Reed:p1} opened the bridge on Monday. {She:1} thanked the builders.",
        "{Mark Hale:p1} lost the vote. {He:1} will leave in May, {his:1} office said.",
        "{Laura Stone:p1} met {Peter Falk:p2} in Oslo. {She:1} praised {him:2}.",
        "{Elspeth Hale:p1} met {Kjetil Ross:p2} in Leeds. {She:1} praised {him:2}.",
        "{Alasdair Hale:p1} met {Catriona Ross:p2} in Leeds. {She:2} praised {him:1}.",
        "{Paul Dietrich:p1} resigned after voters rejected {his:1} plan.",
    ],
    "a surname that is a title elsewhere": [
        "{Ann King:p1} left. {King:p1} was asked about the vote. {She:1} said {she:1} was tired.",
    ],
    "reflexive": [
        "{Ann Reed:p1} blamed {herself:1} for the defeat.",
        "{Mark Hale:p1} hurt {himself:1} in the fall.",
    ],
    "not the subject of its own verb": [
        "{Mark Hale:p1} left early. {Peter Falk:p2} followed {him:1}.",
        "{Laura Stone:p1} won. {Ann Reed:p2} congratulated {her:1}.",
        "{Paul Dietrich:p1} spoke first. {Mark Hale:p2} then thanked {him:1}.",
    ],
    "two of one gender, decided by more than nearness": [
        "{Mark Hale:p1} sacked {Peter Falk:p2} on Monday. {He:1} will name a new coach soon.",
        "{Ann Reed:p1} said {she:1} had spoken to {Laura Stone:p2} twice.",
        "{Mark Hale:p1} won the race ahead of {Peter Falk:p2}. {He:1} said {he:1} was tired.",
    ],
    "cataphora": [
        "In {her:1} speech on Monday, {Ann Reed:p1} called for calm.",
        "Before {he:1} left the court, {Mark Hale:p1} thanked the jury.",
        "After {she:1} lost the vote, {Laura Stone:p1} went home.",
    ],
    "organization and state": [
        "{Nordwind:o1} said {it:1} would close {its:1} plant in Kiel.",
        "{Norway:l1} said {it:1} would send {its:1} ships home.",
        "{Tessara:o1} bought {Nordwind:o2} last year. {Tessara:o1} said {it:1} was pleased.",
    ],
    "the company": [
        "{Nordwind:o1} makes cars. {Nordwind:o1} cut jobs. {The company:1} had warned of losses.",
        "{Nordwind:o1} makes cars. {Nordwind:o1} cut jobs. {The company:1} said {it:1} was sorry.",
        "{Nordwind:o1}, a carmaker from Kiel, cut 300 jobs. {The carmaker:1} had warned of losses.",
        "The {Reed Foundation:o1} gave a million to the town. {The foundation:1} was set up in 1990.",
    ],
    "what somebody is said to be is no mention, but a name to call him": [
        "{Ann Reed:p1}, the mayor of Hull, opened the bridge. {The mayor:1} said it was late.",
        "{Mark Hale:p1} was a doctor in Oslo. {The doctor:1} said {he:1} was tired.",
        "The prosecutor, {Laura Stone:p1}, asked for ten years. {The prosecutor:1} said {she:1} was sure.",
        "{Ann Reed:p1} and {Mark Hale:p2}, a lawyer from Leeds, left the court.",
    ],
    "what another is": [
        "{Mark Hale:p1}, whose father, Jim, was a cook, left early.",
        "{Ann Reed:p1} is not a doctor.",
        "{Ann Reed:p1} would be a good mayor.",
    ],
    "nobody is his own brother": [
        "{Mark Hale:p1}, the brother of Joe, wept. {He:1} had lost {his:1} brother.",
        "{Ann Reed:p1}, a mother of two, was there. {She:1} had called {her:1} mother.",
        "{Peter Falk:p1}, the partner of Joe, won. {His:1} partner was glad.",
    ],
    "pleonastic it": [
        "{Nordwind:o1} cut jobs. It is clear that more will go.",
        "{Nordwind:o1} cut jobs. It seems that nobody knew.",
    ],
    "unnamed people": [
        "{Mark Hale:p1} met a girl. The girl said she was cold.",
        "{Ann Reed:p1} met a man, and the man said he was cold.",
        "{Laura Stone:p1} spoke to a policeman. He refused to answer.",
    ],
    "plural": [
        "{Ann Reed:p1} and {Mark Hale:p2} met in Oslo. They left early.",
        "{Mark Hale:p1} spoke to the workers. They were angry.",
        "{Laura Stone:p1} met {Peter Falk:p2}. Their talks went on for hours.",
    ],
    "who leads the story goes on speaking": [
        "{Mark Hale:p1} denounced the plan of {Peter Falk:p2}. “Mr. {Falk:p2} is wrong,” {he:1} said.",
        "{Ann Reed:p1} said {Laura Stone:p2} had lied. “{Stone:p2} knew it all,” {she:1} said.",
        "{Mark Hale:p1} criticized {Peter Falk:p2} on Monday. {He:1} said the plan was a mistake.",
        "{Mark Hale:p1} left. {Quill Tarn:p2} said the vote was lost. “It is over,” {he:2} said.",
        "{Ann Reed:p1} denounced the plan of {Laura Stone:p2}. {She:1} is running for mayor.",
    ],
    "nobody calls himself by his name": [
        "{Mark Hale:p1} met {Peter Falk:p2}. {He:1} said {Falk:p2} was tired.",
        "{Laura Stone:p1} spoke to {Ann Reed:p2}. {She:1} said: “{Ann Reed:p2} is a friend.”",
        "To {Paul Dietrich:p1}, {Mark Hale:p2} was a hero. {He:1} said {Hale:p2} never gave up.",
    ],
    "a company called by the nouns in its name": [
        "{Borealis Airlines:o1} fell on Monday. {The airline:1} had warned of losses.",
        "The {Kiel Harbour Museum:o1} opened in May. {The museum:1} holds old ships.",
        "{Nordwind Motors Group:o1} cut jobs on Monday. {The group:1} had warned of losses.",
    ],
    "a noun of another sort than the name": [
        "The {Miners Union:o1} went on strike. The company lost money.",
        "The {Ministry of Health:o1} closed the ward. The company was not asked.",
        "{Nordwind Airlines:o1} cut jobs on Monday. The government was not told.",
    ],
    "they of an organization, where it alone can be meant": [
        "{Nordwind:o1} denied the charge. {They:1} said the figures were right.",
        "The {Reed Foundation:o1} gave a million. Nurses wept. They hugged one another.",
        "{Nordwind:o1} met with farmers. They were angry.",
    ],
    "thin evidence": [
        "{Nordwind:o1} and {Tessara:o2} met in Kiel on Monday. It was cold.",
        "{Mark Hale:p1} read the report. The study was long.",
        "{Nordwind:o1} sued {Tessara:o2} in May. The case goes on.",
    ],
    "in quotations": [
        "“He is a liar,” {Mark Hale:p1} said.",
        "{Ann Reed:p1} said: “She was never here.”",
        "“She left at noon,” {Laura Stone:p1} told the court.",
        "{Ann Reed:p1} met {Laura Stone:p2}. “{She:2} left early,” {Ann Reed:p1} said.",
        "{Mark Hale:p1} was ill. “{He:1} is a brave man.”\n\n{Hale:p1} told reporters so.",
    ],
}


@pytest.mark.parametrize("marked", [text for cases in CASES.values() for text in cases])
def test_resolve(nlp: Language, marked: str) -> None:
    text, marks = read(marked)
    doc = parse(nlp, text)
    entities = entities_of(doc, marks)
    resolve(doc, list(entities.values()))
    assert linked(doc, entities) == wanted(text, marks)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Governor Ann Reed signed the bill. The governor said it was late.", "The governor"),
        ("Mayor Mark Hale met the nurses. The mayor said the town was poor.", "The mayor"),
        (
            "Prime Minister Ann Reed left. The prime minister said it was over.",
            "The prime minister",
        ),
        (
            "Prime Minister Ann Reed left. The Prime Minister said it was over.",
            "The Prime Minister",
        ),
    ],
)
def test_who_speaks_by_an_office(nlp: Language, text: str, words: str) -> None:
    doc = nlp(text)
    (actor,) = (one for one in records(doc, ActorRecord) if one.type == "person")
    assert words in [text[m.start : m.end] for m in actor.mentions]
    (quote,) = records(doc, QuoteRecord)
    assert quote.actor == actor.id


GENDERS = [
    ("{Ms. Voss:p1} left early.", "f"),
    ("{Sir Rowan Ashby:p1} left early.", "m"),
    ("The actress {Robin Vale:p1} left early.", "f"),
    ("{Helena Strand:p1} left early.", "f"),
    ("{Dmitry Orlov:p1} left early.", "m"),
    ("The book is by Stephen King. {Sasha Lee:p1} left early.", None),
    ("{Quill Tarn:p1} left early. She was tired, she said.", "f"),
    ("{Quill Tarn:p1} left early.", None),
    ("{Kim Jong Su:p1} left early.", None),
]


@pytest.mark.parametrize(("marked", "gender"), GENDERS)
def test_gender(nlp: Language, marked: str, gender: str | None) -> None:
    text, marks = read(marked)
    doc = parse(nlp, text)
    entities = entities_of(doc, marks)
    resolve(doc, list(entities.values()))
    assert entities[1].gender == gender


def test_no_entities_and_no_text(nlp: Language) -> None:
    resolve(nlp.make_doc(""), [])
    resolve(parse(nlp, "She left."), [])


def test_without_syntax_nothing_is_found_and_nothing_raised() -> None:
    doc = spacy.blank("en")("Ann Reed left. She said it.")
    entity = Entity("Ann Reed", "person", [Mention(0, 2, "name")])
    resolve(doc, [entity])
    assert entity.mentions == [Mention(0, 2, "name")]


@pytest.mark.parametrize(("is_pronoun", "sure"), [(False, 0.9), (True, 0.72)])
def test_who_was_known_by_a_pronoun_is_less_sure_and_not_by_its_whole_doubt(
    nlp: Language, is_pronoun: bool, sure: float
) -> None:
    """Both pronouns hang on the same words: .9 and .64 make .9 times the root of .64."""
    text, marks = read("{Ann Reed:p1} left. She said she was tired.")
    doc = parse(nlp, text)
    now = Resolution(View(doc), list(entities_of(doc, marks).values()))
    ann = now.referents.named[0]
    ann.pronoun, ann.known = is_pronoun, 0.64
    now.mean((ann, 0.9), 4, 4, "pronoun")
    assert [mention.sure for _, mention in now.found] == [sure]
