"""Initials before the turns of an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefkit.components.records import ActorRecord, QuoteRecord, records
from briefkit.layout import Turn, find_turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest
    from spacy.language import Language

    from briefkit.layout.turns import Placed

INTRODUCED = "Miriam Barlow built the bridges of the county. Jonas Selby met her on Monday."


def speakers(nlp: Language, *paragraphs: str) -> list[str | None]:
    """The actor's name of each quote, in text order; None where nobody is known to speak."""
    doc = nlp("\n\n".join(paragraphs))
    names = {actor.id: actor.name for actor in records(doc, ActorRecord)}
    return [names.get(quote.actor or "") for quote in records(doc, QuoteRecord)]


def test_they_mean_the_person_named(nlp: Language) -> None:
    asked = ("JS: When did you know?", "MB: In October, when we had the first readings.")
    found = speakers(nlp, INTRODUCED, *asked, "JS: And then?", "MB: We closed it.")
    assert found == ["Jonas Selby", "Miriam Barlow"] * 2


def test_they_are_an_alias_and_no_actor_of_their_own(nlp: Language) -> None:
    doc = nlp(f"{INTRODUCED}\n\nJS: Why?\n\nMB: It was old.\n\nJS: And now?\n\nMB: It is shut.")
    found = {actor.name: actor for actor in records(doc, ActorRecord)}
    assert set(found) == {"Miriam Barlow", "Jonas Selby"}
    assert "MB" in found["Miriam Barlow"].aliases
    places = [doc.text[m.start : m.end] for m in found["Miriam Barlow"].mentions]
    assert places.count("MB") == 2


def test_two_with_the_same_initials_are_nobody(nlp: Language) -> None:
    both = "Miriam Barlow met Marcus Byrne in Leeds on Monday. Jonas Selby listened to both."
    found = speakers(nlp, both, "JS: Why?", "MB: It was old.", "JS: And now?", "MB: It is shut.")
    assert found == ["Jonas Selby", None] * 2


def test_initials_of_nobody_are_no_actor(nlp: Language) -> None:
    doc = nlp(f"{INTRODUCED}\n\nXY: Why?\n\nMB: It was old.\n\nXY: And now?\n\nMB: It is shut.")
    assert {actor.name for actor in records(doc, ActorRecord)} == {"Miriam Barlow", "Jonas Selby"}


def test_turns_are_looked_for_once(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def counted(text: str, blocks: Sequence[Placed]) -> list[Turn]:
        seen.append(text)
        return find_turns(text, blocks)

    monkeypatch.setattr("briefkit.components.layout.find_turns", counted)
    asked = ("JS: When did you know?", "MB: In October.", "JS: And then?", "MB: We closed it.")
    assert len(speakers(nlp, INTRODUCED, *asked)) == 4
    assert len(seen) == 1
