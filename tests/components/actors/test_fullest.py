"""Which of its names an actor goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.records import ActorRecord, records

if TYPE_CHECKING:
    from spacy.language import Language

STORY = (
    "{}\n\nPeter Lindgren said on Monday that the council had rejected the plan for a bridge in May."
    " The clerk was told of it a week later."
)


@pytest.mark.parametrize(
    "headline",
    [
        "Peter Lindgren Pins Hopes on New Bridge.",
        "Peter Lindgren Tweets A Bridge Poem",
        "Peter Lindgren Rampages Through Leeds.",
    ],
)
def test_a_line_of_capitals_does_not_make_a_name_longer(nlp: Language, headline: str) -> None:
    doc = nlp(STORY.format(headline))
    (found,) = [actor for actor in records(doc, ActorRecord) if "Lindgren" in actor.name]
    assert (found.name, found.aliases) == ("Peter Lindgren", ())
    named = [m for m in found.mentions if m.kind == "name"]
    assert [doc.text[m.start : m.end] for m in named] == ["Peter Lindgren"] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Mayor Peter Lindgren Is Ill.\n\nLindgren said on Monday that he was ill.",
            "Peter Lindgren",
        ),
        (
            "Minister Ahmed al Ashry Is Ill.\n\nAl Ashry said on Monday that he was ill.",
            "Ahmed al Ashry",
        ),
        (
            "Peter Lindgren has resigned.\n\nPeter Johan Lindgren, 54, said that he was ill.",
            "Peter Johan Lindgren",
        ),
        (
            "America votes in May. America is divided, and the United States never was so before.",
            "United States",
        ),
    ],
)
def test_a_longer_name_stays_where_nothing_shorter_is_whole(
    nlp: Language, text: str, name: str
) -> None:
    assert name in [actor.name for actor in records(nlp(text), ActorRecord)]


def test_a_double_surname_is_of_who_has_both_parts(nlp: Language) -> None:
    doc = nlp(
        "Peter Lindgren died in a fire in May. His daughter, Anna Lindgren-Reyes, sued the firm in"
        " June. Lindgren-Reyes told the court on Monday that her father had been ill."
    )
    aliases = {actor.name: actor.aliases for actor in records(doc, ActorRecord)}
    assert aliases["Anna Lindgren-Reyes"] == ("Lindgren-Reyes",)
    assert aliases["Peter Lindgren"] == ()


def test_a_noun_before_a_comma_is_not_what_the_speaker_behind_it_is(nlp: Language) -> None:
    doc = nlp(
        "“They are well,” said their lawyer Susan Lindgren. The oldest boy is Peter Reyes's, and"
        " the middle one is Anna Holt's son, Lindgren told the council on Monday."
    )
    names = [actor.name for actor in records(doc, ActorRecord)]
    assert sum("Lindgren" in name for name in names) == 1


@pytest.mark.parametrize("body", ["Army Corps of Engineers", "Chamber of Commerce", "Navy"])
def test_a_land_of_initials_begins_the_name_of_its_body(nlp: Language, body: str) -> None:
    doc = nlp(f"The U.S. {body} will move its office, a spokesman for the U.S. {body} said.")
    assert [actor.name for actor in records(doc, ActorRecord)] == [f"U.S. {body}"]


@pytest.mark.parametrize("name", ["Peyton Lindgren", "Hasim Rahman", "Orrin Holloway"])
def test_a_surname_is_of_the_only_one_who_has_it_though_he_is_named_later(
    nlp: Language, name: str
) -> None:
    doc = nlp(
        f"Voters in Leeds turned on {name.split()[1]} over the bridge. He had promised it in May."
        f"\n\n{name}, the mayor since 2011, said on Monday that he was ill."
    )
    people = [actor.name for actor in records(doc, ActorRecord) if actor.type == "person"]
    assert people == [name]


def test_a_name_begins_with_its_initials(nlp: Language) -> None:
    doc = nlp("A court jailed J.D. Harlow for two years. Few in the village knew.")
    found = [doc.text[m.start : m.end] for one in records(doc, ActorRecord) for m in one.mentions]
    assert "J.D. Harlow" in found and "Harlow" not in found


@pytest.mark.parametrize("name", ["St. Brendan Medical Center", "Mt. Arden"])
def test_a_saint_is_no_name_without_his_own(nlp: Language, name: str) -> None:
    doc = nlp(f"She was flown to {name} in Akron on Monday. A storm hit {name} at night.")
    assert [one.name for one in records(doc, ActorRecord) if "." in one.name] == [name]


@pytest.mark.parametrize("name", ["Martin Luther King Jr.", "Martin Luther King, Jr."])
def test_a_surname_may_be_a_title_elsewhere(nlp: Language, name: str) -> None:
    doc = nlp(f"The rally was led by {name} in May. King said the vote was near.")
    (king,) = (one for one in records(doc, ActorRecord) if one.type == "person")
    words = [doc.text[m.start : m.end] for m in king.mentions if m.kind == "name"]
    assert (king.name, words) == (name, [name, "King"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Google hired ten people on Monday. Google paid them well, and Google said it would hire"
            " more. A spokeswoman for Google Glass declined to comment.",
            "Google",
        ),
        (
            "The House voted on Monday. The House was full, and the House was loud. The House of"
            " Representatives has 435 members.",
            "House of Representatives",
        ),
    ],
)
def test_a_body_goes_by_its_usual_name_where_a_longer_one_stands_once(
    nlp: Language, text: str, name: str
) -> None:
    assert [actor.name for actor in records(nlp(text), ActorRecord)] == [name]
