"""Other names of one actor that the text tells in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.records import ActorRecord, records

if TYPE_CHECKING:
    from spacy.language import Language


def named(nlp: Language, text: str) -> dict[str, tuple[str, ...]]:
    """The other names of each actor by its name."""
    return {actor.name: actor.aliases for actor in records(nlp(text), ActorRecord)}


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("Rita Quill, who is known as Birdie, was fined on Monday.", "Rita Quill", "Birdie"),
        ("Rita Quill, known to her friends as Birdie, was fined.", "Rita Quill", "Birdie"),
        ("Rita Quill, nicknamed Birdie, was fined on Monday.", "Rita Quill", "Birdie"),
        ("Omar Bello, better known as Big Tree, has been fined.", "Omar Bello", "Big Tree"),
        ("Tom Wray, born Thomas Wrayburn, was fined on Monday.", "Tom Wray", "Thomas Wrayburn"),
        (
            "The Harbour Front, formerly known as the Dockers' League, was fined.",
            "Harbour Front",
            "Dockers' League",
        ),
    ],
)
def test_another_name_told_in_words_is_the_same_actor(
    nlp: Language, text: str, name: str, other: str
) -> None:
    found = named(nlp, text)
    assert other in found[name]
    assert other not in found


@pytest.mark.parametrize(
    "text",
    [
        "Peter Lowe, who knew Ann Hart, was fined on Monday.",
    ],
)
def test_names_of_others_are_apart(nlp: Language, text: str) -> None:
    assert not any(named(nlp, text).values())


def test_the_white_house_is_not_the_house(nlp: Language) -> None:
    text = (
        "The White House said on Monday that it would wait. The House voted on Tuesday, and the "
        "House sent the bill to the White House. The White House was silent."
    )
    assert "House" not in named(nlp, text)["White House"]


@pytest.mark.parametrize(
    "text",
    [
        "Jo Cox met John Cox in Leeds. Jo Cox, a lawyer, smiled. John Cox, a farmer, left Leeds.",
        "Ed Hale met Elizabeth Hale in Leeds. Ed Hale smiled at her. Elizabeth Hale left Leeds.",
    ],
)
def test_a_first_name_of_two_letters_is_no_initial(nlp: Language, text: str) -> None:
    people = [one.name for one in records(nlp(text), ActorRecord) if one.type == "person"]
    assert len(people) == 2


def test_a_surname_before_a_number_is_one(nlp: Language) -> None:
    text = (
        "Harold Reyes III met Ana Duarte in Leeds on Monday. Reyes said that he was glad. "
        "“It is late,” Reyes said."
    )
    assert "Reyes" in named(nlp, text)["Harold Reyes III"]
