"""The markup of the gold articles: text stripped, places right, mistakes named."""

from __future__ import annotations

import pytest

from briefkit.scoring.front import MarkupError
from briefkit.scoring.markup import parse, strip, timex_type

FRONT = """---
id: bridge
published: 2025-03-14
actors:
  vale: {name: Ana Vale, type: person, role: Mayor}
  tessel: {name: Tessel, type: place}
---
"""
BODY = """{{Talks in {Tessel|tessel}|b}|tessel?}

{“The bridge|q1 direct vale} {stays,”|q1} {{she|vale}|w1} {said|c1} {Friday|=2025-03-14}.
{Ms Vale|vale} {denied|c2} {{she|vale} would go {every May|set=XXXX-05}|q2 indirect vale negated}.
"""


def sliced(text: str, places: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in places]


def test_the_text_is_what_is_left_without_marks() -> None:
    article = parse(FRONT + BODY)
    assert article.text.startswith("Talks in Tessel\n\n“The bridge stays,” she said Friday.")
    assert (article.id, article.published) == ("bridge", "2025-03-14")


def test_every_place_slices_the_marked_words() -> None:
    article = parse(FRONT + BODY)
    text = article.text
    vale, tessel = article.actors
    assert sliced(text, vale.mentions) == ["she", "Ms Vale", "she"]
    assert (vale.roles, vale.types) == (("Mayor",), ("person",))
    assert sliced(text, tessel.mentions) == ["Tessel"]
    assert sliced(text, tessel.maybe) == ["Talks in Tessel"]
    assert sliced(text, article.bullets) == ["Talks in Tessel"]
    assert [(text[slice(*d.span)], d.types, d.values) for d in article.dates] == [
        ("Friday", ("date",), ("2025-03-14",)),
        ("every May", ("set",), ("XXXX-05",)),
    ]
    first, second = article.quotes
    assert sliced(text, first.spans) == ["“The bridge", "stays,”"]
    assert (sliced(text, first.cues), sliced(text, first.speakers)) == (["said"], ["she"])
    assert (second.kind, second.actor, second.polarity) == ("indirect", "vale", "negated")


@pytest.mark.parametrize(
    "body",
    ["{Ana}", "Ana|vale}", "{Ana|vale", "{Ana|nobody}", "{|vale}", "{a|q1}", "{a|q1 loud vale}"],
)
def test_mistakes_are_refused(body: str) -> None:
    with pytest.raises(MarkupError):
        parse(FRONT + "{Ana|vale} {Tessel|tessel} " + body)


def test_an_actor_without_a_mention_is_refused() -> None:
    with pytest.raises(MarkupError, match="tessel is never mentioned"):
        parse(FRONT + "{Ana|vale}")


def test_strip_keeps_text_order_with_the_outer_mark_first() -> None:
    assert strip("{a {b|x}|y}{c|z}") == ("a bc", [((0, 3), "y"), ((2, 3), "x"), ((3, 4), "z")])


@pytest.mark.parametrize(
    ("value", "type"),
    [("2025-03", "date"), ("P5Y", "duration"), ("PT2H", "duration"), ("PXM", "duration"),
     ("2025-03-14T08:00", "time"), ("2025-03-14TMO", "time"), ("PAST_REF", "date"),
     ("PRESENT_REF", "date")],
)  # fmt: skip
def test_the_form_of_a_value_tells_its_type(value: str, type: str) -> None:
    assert timex_type(value) == type
