"""Bullets of reviews, fact checks and interviews, where opinion, claim and question are no news."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefkit.components.glance import GlanceComponent
from briefkit.components.records import BulletRecord, records
from briefkit.pipeline import make_doc
from briefkit.reading import make_article
from tests.components.glance.test_glance import assert_grounded

if TYPE_CHECKING:
    from spacy.language import Language

REVIEW = """Velar's new Tern 2 is the quietest fan that we have tested, but it costs nine crowns more than it should.

We slept beside it for two weeks in a room under the roof of the Velby mill.

Velar's fan moved as much air as others of twice its size and used nine watts at its lowest speed.

Its remote control has no light, and I lost it twice in the dark.

Velar sells the fan from Monday for 89 crowns, with a warranty of three years.

Sign up for our letter on things for the home."""

CLAIM = "The mayor of Velby banned bells from nine churches in May to please his neighbours."
CHECK = f"""What was claimed

{CLAIM}

Our verdict

False. The council refused a permit for one bell in May because its tower leans over the road.

The post has been shared 61,000 times since the council met in May.

Karl Holm, who leads the council, said on Tuesday that every church in Velby may ring its bells."""

INTERVIEW = """Petra Holm has led the museum of Velby since May and will close it for a year.

Why close the museum now?

The roof of the museum leaks above the paintings, and the insurer will not pay after December.

Where will the paintings go?

The paintings go to Norlin, where a bank has built a hall for them under its vaults.

What will you miss?

I will miss the children who draw the ships on Mondays."""


def printed(nlp: Language, text: str) -> list[BulletRecord]:
    """All that can be printed of the text, as its layout is read."""
    doc = make_doc(nlp, make_article(text, title="News of Velby"))
    doc.user_data["briefkit_bullets"] = 9
    others = [name for name in nlp.pipe_names if name.startswith("briefkit_")]
    with nlp.select_pipes(disable=[name for name in others if name != "briefkit_layout"]):
        doc = nlp(doc)
    return list(records(GlanceComponent()(doc), BulletRecord))


@pytest.mark.parametrize(
    ("text", "has", "lacks"),
    [
        (REVIEW, ["as much air as others of twice", "89 crowns"], ["lost it", "slept", "Sign"]),
        (CHECK, ["refused a permit", "may ring its bells"], ["banned bells"]),
        (
            CHECK.replace("What was claimed\n\n", "CLAIM: ").replace(
                "Our verdict\n\n", "VERDICT: "
            ),
            ["refused a permit"],
            ["banned bells", "CLAIM"],
        ),
        (
            INTERVIEW,
            ["will close it for a year", "roof of the museum"],
            ["Why close", "I will miss"],
        ),
    ],
    ids=["review", "fact check", "labels", "interview"],
)
def test_what_is_printed(nlp: Language, text: str, has: list[str], lacks: list[str]) -> None:
    found = printed(nlp, text)
    assert_grounded(text, found)
    whole = "\n".join(bullet.text for bullet in found)
    assert [words for words in has if words not in whole] == []
    assert [words for words in lacks if words in whole] == []


def test_the_editors_note_is_no_news(nlp: Language) -> None:
    note = "Editor’s note: Anna Berg often insults judges and has promised to close nine schools."
    news = "Karl Holm told the council of Velby on Tuesday that he would pay for a new bridge."
    found = printed(nlp, f"{news} {note}")
    assert [bullet.text for bullet in found] == [news.rstrip(".")]
