"""The order of the actors and the features behind it: short articles with the order wanted."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from briefkit.components.actors import entities
from briefkit.components.actors.salience import features
from briefkit.components.actors.tokens import read_tokens
from briefkit.components.records import ActorRecord, records
from tests.components.coreference.marked import parse

if TYPE_CHECKING:
    from spacy.language import Language

# The names in the order wanted, and the article; what is not named may stand anywhere after.
ORDER = {
    "who the headline names": [
        (["Nordwind"], "Nordwind cuts 300 jobs\n\nUnion leader Mark Hale spoke of a black day."),
        (["Ann Reed"], "Reed quits\n\nAnn Reed left the party on Monday, Mark Hale said."),
        (
            ["Norway"],
            "Norwegian ships turn back\n\nThere was a storm off Bergen. Norway called the ships home.",
        ),
    ],
    "who comes up often": [
        (
            ["Ann Reed", "Mark Hale"],
            "Ann Reed won the race on Sunday. Reed led from the start. She beat Mark Hale by an "
            "hour, and Reed was carried through the town.",
        ),
        (
            ["Laura Stone"],
            "The council met in Hull on Monday. Laura Stone chaired it. Stone asked for calm, and "
            "Stone closed the meeting at noon. Peter Falk took notes.",
        ),
        (
            ["Nokia", "Laura Stone"],
            "Nokia hired Laura Stone last year. Nokia said it was pleased. Nokia will now close two "
            "plants.",
        ),
    ],
    "who comes first": [
        (["Ann Reed", "Mark Hale"], "Ann Reed sued Mark Hale on Monday over a field near Hull."),
        (
            ["Peter Falk", "Laura Stone"],
            "Peter Falk was freed on Monday after nine years in a prison near the sea.\n\nThe "
            "judge had been misled.\n\nHis lawyer was Laura Stone.",
        ),
    ],
    "who is more than the source": [
        (
            ["Mark Hale", "Associated Press"],
            "According to the Associated Press, Mark Hale was arrested at the border on Monday "
            "with two bags of gold.",
        ),
        (
            ["Nordwind", "Reuters"],
            "Reuters reported on Monday that Nordwind will close its plant in Kiel and dismiss "
            "the whole staff.",
        ),
        (
            ["Ann Reed", "CNN"],
            "Ann Reed will not stand again, she told CNN on Monday after a long night of talks.",
        ),
    ],
}


@pytest.mark.parametrize(("names", "text"), [case for cases in ORDER.values() for case in cases])
def test_order(nlp: Language, names: list[str], text: str) -> None:
    found = [actor for actor in records(nlp(text), ActorRecord) if actor.acts]
    assert [actor.name for actor in found][: len(names)] == names


PLACES = [
    "Leeds floods\n\nRain fell on Leeds all day. Leeds has 20 bridges. Ann Reed saw it from afar.",
    "Fire in Leeds\n\nA fire broke out in Leeds. Mark Hale, who lives there, was away.",
    "Two die in Kiel\n\nTwo men died in Kiel on Monday. In Kiel it rained. Laura Stone called for help.",
]


@pytest.mark.parametrize("text", PLACES)
def test_no_place_stands_above_the_first_who_acts(nlp: Language, text: str) -> None:
    found = records(nlp(text), ActorRecord)
    assert found[0].acts
    assert found[0].salience == 1.0
    assert any(not place.acts and place.salience <= 1.0 for place in found)


FEATURES = [
    # feature, its value for the first entity, article that begins with that entity
    ("late", 0.0, "Reed quits\n\nIt rained in the north of the land. Reed left the party."),
    ("media", 1.0, "Harbour News reported a fire in the port."),
    ("media", 0.0, "Ann Reed reported a fire in the port."),
    ("order", 0.0, "Ann Reed left."),
    ("ratio", 0.0, "Ann Reed left. Reed was tired."),
]


@pytest.mark.parametrize(("name", "value", "text"), FEATURES)
def test_feature(nlp: Language, name: str, value: float, text: str) -> None:
    seen = read_tokens(parse(nlp, text))
    found = entities(seen)
    assert features(seen, found)[0][name] == value


def test_every_feature_has_a_weight(nlp: Language) -> None:
    text = files("briefkit.components").joinpath("data", "actors_salience.json").read_text("utf-8")
    seen = read_tokens(parse(nlp, "Ann Reed of Nordwind met Danes in Oslo."))
    made = {name for found in features(seen, entities(seen)) for name in found}
    assert made <= json.loads(text)["weights"].keys()
