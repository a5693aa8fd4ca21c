"""Pronouns and nominals, each construct with its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.coreference import resolve
from tests.components.coreference.marked import entities_of, linked, parse, read, wanted

if TYPE_CHECKING:
    from spacy.language import Language

CASES = {
    "he and she": [
        "{Ann Reed:p1} opened the bridge on Monday. {She:1} thanked the builders.",
        "{Mark Hale:p1} lost the vote. {He:1} will leave in May, {his:1} office said.",
        "{Laura Stone:p1} met {Peter Falk:p2} in Oslo. {She:1} praised {him:2}.",
        "{Paul Dietrich:p1} resigned after voters rejected {his:1} plan.",
    ],
    "reflexive": [
        "{Ann Reed:p1} blamed {herself:1} for the defeat.",
        "{Mark Hale:p1} called {himself:1} a friend of the town.",
        "{Peter Falk:p1} told {Mark Hale:p2} that {he:1} had only {himself:1} to blame.",
    ],
    "not the subject of its own verb": [
        "{Mark Hale:p1} left early. {Peter Falk:p2} followed {him:1}.",
        "{Laura Stone:p1} won. {Ann Reed:p2} congratulated {her:1}.",
        "{Paul Dietrich:p1} spoke first. {Mark Hale:p2} then thanked {him:1}.",
    ],
    "company": [
        "{Nordwind:o1} said {it:1} would close {its:1} plant in Kiel.",
        "{Nordwind:o1} cut 300 jobs on Monday. {The company:1} had warned of losses.",
        "{Tessara:o1} bought {Nordwind:o2} last year. {Tessara:o1} said {it:1} was pleased.",
    ],
    "apposition and predicate": [
        "{Ann Reed:p1}, {the mayor:1} of Hull, opened the bridge.",
        "{Mark Hale:p1} was {a pioneer:1} of wind power.".replace("{a pioneer:1}", "{a doctor:1}"),
        "{Nordwind:o1}, {a carmaker:1} from Kiel, cut 300 jobs.",
    ],
    "pleonastic it": [
        "{Nordwind:o1} cut jobs. It is clear that more will go.",
        "{Nordwind:o1} cut jobs. It seems that nobody knew.",
        "{Nordwind:o1} cut jobs. It was reported that more will go.",
    ],
    "unnamed people": [
        "{Ann Reed:p1} met a girl. The girl said she was cold.".replace(
            "{Ann Reed:p1}", "{Mark Hale:p1}"
        ),
        "{Ann Reed:p1} met a man, and the man said he was cold.",
        "{Laura Stone:p1} spoke to a policeman. He refused to answer.",
    ],
}


@pytest.mark.parametrize("marked", [text for cases in CASES.values() for text in cases])
def test_resolve(nlp: Language, marked: str) -> None:
    text, marks = read(marked)
    doc = parse(nlp, text)
    entities = entities_of(doc, marks)
    resolve(doc, list(entities.values()))
    assert linked(doc, entities) == wanted(text, marks)
