"""The evidence for an actor and the cuts of a bullet are told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefkit.components.records import BulletRecord, records
from briefkit.pipeline import annotate
from briefkit.reading import Article, How, make_article, read_article
from tests.rules.why import actors, bullets

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SEED = Path(__file__).parents[2] / "seeds" / "rare-military-visit.txt"


def annotated(nlp: Language, article: Article) -> Doc:
    (found,) = list(annotate(nlp, [article]))
    assert not isinstance(found, Exception)
    return found


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return annotated(nlp, read_article(str(SEED), How(published="2025-01-13")))


def test_each_name_of_an_actor_has_what_the_encoder_says_of_it(doc: Doc) -> None:
    head, *rest = actors(doc, "Hayashi")
    assert head.startswith("Yoshimasa Hayashi: person, role ")
    assert any("name" in line and "Hayashi" in line for line in rest)
    assert any(line.strip().startswith("the encoder: a name ") for line in rest)
    assert list(actors(doc, "no such actor")) == []


def test_the_authors_own_bullets_are_said_to_be_so(doc: Doc) -> None:
    own = records(doc, BulletRecord)
    assert list(bullets(doc)) == [
        line for bullet in own for line in (f"- {bullet.text}", "  the author's own")
    ]


def test_a_chosen_bullet_has_its_chance_and_its_cuts(nlp: Language) -> None:
    text = (
        "The council, which met on Monday, closed the old library on Friday after a long debate "
        "about its roof. Readers of the town protested in front of the hall, police said."
    )
    lines = list(bullets(annotated(nlp, make_article(text, id="library"))))
    assert lines[0].startswith("- The council")
    assert lines[1].startswith("  chance to tell a key point ")
    told = [line for line in lines if line.startswith("  cut by ")]
    assert all(line.split(": ", 1)[1].strip("'\"") in text for line in told)
