"""What tells the type of a name: its words, its neighbours, the class it is an example of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefkit.components.actors.clusters import NameCluster
from briefkit.components.actors.evidence import acts_or_lies
from briefkit.components.actors.names import Name
from briefkit.components.actors.spellings import Spelling
from briefkit.components.actors.tokens import read_tokens
from briefkit.components.records import ActorRecord, records

if TYPE_CHECKING:
    from spacy.language import Language

EXAMPLES = [
    ("They pray to gods such as Orwen, Tamur and Selka.", "Tamur", "person"),
]
KNOWN = [
    (
        "Instagram said it removed the video. Instagram employs 900 people.",
        "Instagram",
        "organization",
    ),
    ("Manchester City won in Lisbon on Tuesday.", "Manchester City", "organization"),
    ("Sirens woke Kiev. Kiev was dark on Monday.", "Kiev", "place"),
    ("Polls closed in Nova Scotia. Nova Scotia voted for change.", "Nova Scotia", "place"),
    ("Lockheed Martin and Boeing made the bid.", "Lockheed Martin", "organization"),
    ("The Trump rally was loud. Trump left early.", "Trump", "person"),
    ("Nobody in Congress knew. Congress met on Monday.", "Congress", "organization"),
    ("The Americans who left wept. The Americans, who stayed, sang.", "Americans", "group"),
    ("Many Latinos voted in Ohio. Latinos who stayed away wept.", "Latinos", "group"),
]
NEIGHBOURS = [
    (
        "The Universidade de Orwin closed. She left the Universidade de Orwin.",
        "Universidade de Orwin",
        "organization",
    ),
    (
        "On Friday the Indianapolis Foxes beat the Houston Comets 3-2.",
        "Houston Comets",
        "organization",
    ),
    (
        "Residents left Orwin at night. Orwin's mayor and Orwin's residents were angry.",
        "Orwin",
        "place",
    ),
    (
        "Seshophe Hlajoane said no. Mr Hlajoane then left the village.",
        "Seshophe Hlajoane",
        "person",
    ),
    ("Residents of five Orla Orla villages were angry.", "Orla Orla", "place"),
    ("Power is back in Oslo, the Lapa Power Grid says.", "Lapa Power Grid", "organization"),
    ("Athena Advisers sold homes. Athena Advisers is 20.", "Athena Advisers", "organization"),
    (
        "Milton Roy Corp. rose. Milton Roy said that it had no comment. Milton Roy is of Florida.",
        "Milton Roy Corp.",
        "organization",
    ),
    ("Scot Hale sang. Scot was 40, and the Scot next to him 50.", "Scot Hale", "person"),
    ("Two Brits came third. The Brits wept in Oslo.", "Brits", "group"),
    (
        "The University of Marlow closed. Staff left the University of Marlow.",
        "University of Marlow",
        "organization",
    ),
]


@pytest.mark.parametrize(("text", "name", "type"), EXAMPLES + KNOWN + NEIGHBOURS)
def test_the_text_tells_the_type(nlp: Language, text: str, name: str, type: str) -> None:
    assert {actor.name: actor.type for actor in records(nlp(text), ActorRecord)}.get(name) == type


def test_who_tells_the_news_is_not_where_it_happens(nlp: Language) -> None:
    text = "NICOSIA, August 8 (Xinhua) --\n\nThe mayor of Nicosia said on Monday that he was ill."
    assert {actor.name for actor in records(nlp(text), ActorRecord)} == {"Nicosia"}


def test_a_bare_surname_often_taken_for_a_body_does_not_outvote_the_whole_name() -> None:
    whole = Spelling(("karen", "holt"), (), scores={"person": 4.0, "organization": 1.0})
    bare = Spelling(("holt",), (), scores={"person": 0.0, "organization": 22.0})
    assert NameCluster([whole, bare]).type == "person"
    assert NameCluster([bare]).type == "organization"


def test_what_most_speaks_for_a_thing_is_no_actor_however_sure_the_name(nlp: Language) -> None:
    tokens = read_tokens(nlp("The Oreshnik fell on Lviv."))
    name = Name(1, 2, {"other": 0.4, "organization": 0.35}, 1.0, ("oreshnik",))
    thing = Spelling(("oreshnik",), (name,), scores={"other": 0.4, "organization": 0.35})
    body = replace(thing, scores={"other": 0.35, "organization": 0.4})
    assert acts_or_lies(tokens, NameCluster([thing])) == 0
    assert acts_or_lies(tokens, NameCluster([body])) > 0
