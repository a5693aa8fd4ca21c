"""The scorer: a perfect brief scores 1, and each kind of mistake is seen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefkit.schema import Actor, Brief, Bullet, DateMention, Quote, Source
from briefkit.scoring.markup import parse
from briefkit.scoring.score import Score

GOLD = parse("""---
id: bridge
kind: local
actors:
  vale: {name: Ana Vale, type: person, role: Mayor}
  tessel: {name: Tessel, type: place}
---
{Mayor Ana Vale|vale} left {Tessel|tessel} on {Friday|=2025-03-14}. {“It stays,”|q1 direct vale} {{she|vale}|w1} {said|c1}.
- {Talks fail|b}
""")
TEXT = GOLD.text


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


VALE = Actor(
    "a1", "Ana Vale", "person", "Mayor", None, (), 1.0, (place("Mayor Ana Vale"), place("she"))
)
TESSEL = Actor("a2", "Tessel", "place", None, None, (), 0.5, (place("Tessel"),))
FRIDAY = DateMention(
    "Friday", "date", "2025-03-14", "2025-03-14", "2025-03-14", place("Friday"), None, None
)
STAYS = Quote(
    "It stays,", "direct", "Ana Vale", "a1", "she", place("she"), "said", place("said"),
    (place("“It stays,”"),), "pronoun",
)  # fmt: skip
BRIEF = Brief(
    "1.0", Source("bridge", None, None, "", "en", 9), None, (), None, None, None,
    (Bullet("Talks fail", "author", (place("Talks fail"),)),), (VALE,), (TESSEL,), (FRIDAY,),
    (STAYS,), (),
)  # fmt: skip


def lowered(brief: Brief) -> dict[str, float]:
    """The figures that are not 1."""
    score = Score()
    score.add(GOLD, brief)
    return {
        name: round(count.f1, 2)
        for name, count in score.counts.items()
        if count.asked and count.f1 < 1
    }


def figures(brief: Brief) -> dict[str, float]:
    """The figures of single marks that are not 1."""
    return {name: value for name, value in lowered(brief).items() if not name.endswith("whole")}


def not_whole(brief: Brief) -> list[str]:
    """The layers of which an item is not right in everything."""
    return [name.removesuffix(" whole") for name in lowered(brief) if name.endswith(" whole")]


def test_a_perfect_brief_has_no_error() -> None:
    assert lowered(BRIEF) == {}


def test_each_mistake_lowers_its_own_figure() -> None:
    assert figures(replace(BRIEF, places=())) == {"actors": 0.67}
    assert figures(replace(BRIEF, places=(replace(TESSEL, type="person"),))) == {"types": 0.5}
    assert figures(replace(BRIEF, actors=(replace(VALE, role=None),))) == {"roles": 0.0}
    assert figures(replace(BRIEF, actors=(replace(VALE, name="Vale"),))) == {"names": 0.5}
    assert figures(replace(BRIEF, actors=(replace(VALE, mentions=VALE.mentions[:1]),))) == {
        "mentions": 0.8
    }
    assert figures(replace(BRIEF, dates=(replace(FRIDAY, value="2025-03-21"),))) == {
        "date values": 0.0
    }
    wide = (FRIDAY.span[0] - 3, FRIDAY.span[1])
    assert figures(replace(BRIEF, dates=(replace(FRIDAY, span=wide),))) == {"date borders": 0.0}
    assert figures(replace(BRIEF, quotes=(replace(STAYS, actor="a2"),))) == {"speakers": 0.0}
    assert figures(replace(BRIEF, quotes=(replace(STAYS, kind="mixed"),))) == {"quote kinds": 0.0}
    assert figures(replace(BRIEF, quotes=())) == {"quotes": 0.0}
    assert figures(replace(BRIEF, at_a_glance=())) == {"bullets": 0.0}


def test_an_item_is_whole_where_all_that_is_said_of_it_is_right() -> None:
    wrong: tuple[dict[str, Any], ...] = ({"name": "Vale"}, {"type": "group"}, {"role": None})
    for change in wrong:
        assert not_whole(replace(BRIEF, actors=(replace(VALE, **change),))) == ["actors"]
    assert not_whole(replace(BRIEF, places=())) == ["actors"]
    assert not_whole(replace(BRIEF, actors=(replace(VALE, mentions=VALE.mentions[:1]),))) == []
    wrong = ({"value": "2025-03-21"}, {"span": (0, FRIDAY.span[1])})
    for change in wrong:
        assert not_whole(replace(BRIEF, dates=(replace(FRIDAY, **change),))) == ["dates"]
    wrong = ({"kind": "mixed"}, {"actor": None}, {"polarity": "negated"})
    for change in wrong:
        assert not_whole(replace(BRIEF, quotes=(replace(STAYS, **change),))) == ["quotes"]


def test_a_bullet_holds_a_key_point_with_half_of_its_words() -> None:
    gold = parse("""---
id: x
kind: x
---
{The council closed the library on Monday|k1}. {Readers lost their library|k1}. {Tax rises|k2}.
""")

    def points(*bullets: str) -> tuple[float, float]:
        score = Score()
        shown = tuple(Bullet(text, "extracted", ((0, 1),)) for text in bullets)
        score.add(gold, replace(BRIEF, actors=(), places=(), dates=(), quotes=(),
                                at_a_glance=shown))  # fmt: skip
        return score.counts["points held"].f1, score.counts["to the point"].f1

    assert points("The council closed the library on Monday and Tuesday, it said") == (0.5, 1.0)
    assert points("Readers of the library protest") == (0.5, 1.0)  # another way to tell point 1
    assert points("The weather stays fine", "Taxes rise") == (0.0, 0.0)
    assert points("The weather stays fine", "The tax rises at once") == (0.5, 0.5)
    assert points() == (0.0, 0.0)


def test_what_is_optional_is_neither_asked_for_nor_wrong() -> None:
    gold = parse("""---
id: x
kind: x
actors:
  ana: {name: Ana, type: person}
  gop: {name: GOP, type: group, optional: true}
---
{Ana|ana}, {who|ana?} left the {GOP|gop} at {30|?=P30Y}, {an aide|w1} {said|c1} {so|q1? mixed -}.
""")
    text = gold.text
    who = (text.index("who"), text.index("who") + 3)
    ana = Actor("a1", "Ana", "person", None, None, (), 1.0, ((0, 3),))
    for mentions in (((0, 3),), ((0, 3), who)):
        score = Score()
        score.add(gold, replace(BRIEF, actors=(replace(ana, mentions=mentions),), places=(),
                                dates=(), quotes=(), at_a_glance=()))  # fmt: skip
        assert score.errors == []
