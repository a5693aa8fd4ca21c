"""`verify` tells every kind of difference, and none where there is none."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import briefkit
from briefkit.reading import make_article
from briefkit.schema import Brief, Bullet
from briefkit.verify import verify
from tests.briefs import TEXT, article, brief, place

GOOD = brief()


def test_a_true_brief_has_no_difference() -> None:
    assert list(verify(GOOD, article())) == []


@pytest.mark.parametrize(
    ("wrong", "difference"),
    [
        (replace(GOOD, lede="Not there"), "lede: not in the article: “Not there”"),
        (replace(GOOD, at_a_glance=(replace(GOOD.at_a_glance[0], text="Ferry opened"),)),
         "at_a_glance[0].text: “opened” is not in its places, in this order"),
        (replace(GOOD, at_a_glance=(replace(GOOD.at_a_glance[0], origin="author"),)),
         "at_a_glance[0].text: “Mayor opened the ferry”, but the article has “Mayor Ada Quill opened the Lorn ferry” there"),
        (replace(GOOD, actors=(replace(GOOD.actors[0], name="Ada Quilt"),), quotes=()),
         "actors[0].name: “Ada Quilt” is in none of its mentions"),
        (replace(GOOD, actors=(replace(GOOD.actors[0], role="Queen"),)), "actors[0].role: “Queen” is not in the article"),
        (replace(GOOD, places=(replace(GOOD.places[0], mentions=((0, 900),)),)),
         f"places[0].mentions: [0, 900] is not a place in a text of {len(TEXT)} characters"),
        (replace(GOOD, dates=(replace(GOOD.dates[0], text="last year"),)),
         "dates[0].text: “last year”, but the article has “last spring” there"),
        (replace(GOOD, quotes=(replace(GOOD.quotes[0], cue="says"),)),
         "quotes[0].cue: “says”, but the article has “said” there"),
        (replace(GOOD, quotes=(replace(GOOD.quotes[0], actor="a2"),)), "quotes[0].actor: a2 is not the speaker “Ada Quill”"),
        (replace(GOOD, quotes=(replace(GOOD.quotes[0], actor=None, speaker="Ida Quill"),)),
         "quotes[0].speaker: “Ida Quill” is neither an actor nor speaker_text"),
        (replace(GOOD, dates=(replace(GOOD.dates[0], anchor_span=(0, 900)),)),
         f"dates[0].anchor_span: [0, 900] is not a place in a text of {len(TEXT)} characters"),
    ],
)  # fmt: skip
def test_a_difference_is_told(wrong: Brief, difference: str) -> None:
    assert difference in list(verify(wrong, article()))


def test_long_texts_are_cut_around_the_first_difference() -> None:
    start, end = GOOD.dates[0].span[0] - 100, GOOD.dates[0].span[1]
    assert start >= 0
    event = TEXT[start:end].replace("last spring", "last winter")
    wrong = replace(GOOD, dates=(replace(GOOD.dates[0], event=event, event_span=(start, end)),))
    (told,) = verify(wrong, article())
    said, there = re.findall("“…([^“]*)”(?:, but| there)", told)
    assert said.endswith("last winter") and there.endswith("last spring")
    assert max(len(said), len(there)) <= 60


def test_a_name_for_a_short_form_may_stand_in_the_bullet_already() -> None:
    name = place("Ada Quill")
    told = Bullet(
        "Mayor Ada Quill opened the ferry and Ada Quill spoke on the quay",
        "extracted",
        (place("Mayor Ada Quill opened the Lorn ferry"), name, place("She spoke on the quay")),
        ({"from": "She", "to": "Ada Quill", "span": name},),
    )
    assert list(verify(replace(GOOD, at_a_glance=(told,)), article())) == [
        "at_a_glance[0].text: “and” is not in its places, in this order"
    ]
    told = replace(told, text=told.text.replace("and ", ""))
    assert list(verify(replace(GOOD, at_a_glance=(told,)), article())) == []


def test_another_article_is_told() -> None:
    found = list(verify(GOOD, make_article(TEXT.replace("Lorn", "Larn"))))
    assert found[0].startswith("source.sha256: the article is another: ")
    assert "places[0].name: “Lorn” is in none of its mentions" in found


MARKED = [
    '"I said, \'They are coming,\'" Olsen said. "They came."',
    "“I said, ‘They are coming,’” Olsen said. “They came.”",
    "According to Ann Lee, the town was poor then, but is now “the worst place of all.”\n\n"
    "“I know this place better than anybody,”",
    'Olsen said Ann Lee "is being moved from the office."\n\n'
    '"The town holds its people to the highest standards,"',
    "The firm will borrow most,”  who said that said Vale, “ of it, and customers pay it back.",
]


@pytest.mark.parametrize("text", MARKED)
def test_marks_within_marks_are_no_difference(text: str) -> None:
    made = briefkit.extract(text)
    assert made.quotes
    assert list(verify(made, make_article(text))) == []
