"""Marks that are kept apart from their texts, and what the encoder is taught of an article."""

from __future__ import annotations

import pytest
from models.train import marks
from models.train.labels import ANY_SPEECH, BEGIN, CUE, DIRECT, INSIDE, OUTSIDE, SOURCE
from models.train.sources import Reader, whole

from briefkit.scoring import markup

ARTICLE = """---
id: own/1
kind: court
published: 2024-05-02
title: Bridge to open
actors:
  ilves: {name: Mara Ilves, type: person, role: [mayor]}
---
{{Mara Ilves|ilves}, the mayor, opened the new bridge over the river at last|k1}.

{“It took {us|ilves?} years,”|q1 direct ilves} {{she|ilves}|w1} {said|c1}. {{Ilves|ilves}|w2} \
{added|c2} that {tolls {would stay|k2}|q2 indirect ilves}. {Nobody|w3} {claimed|c3} {a part in it|q3? mixed -}.
"""


def test_marks_and_text_together_are_the_article() -> None:
    row, gold = marks.part(ARTICLE), markup.parse(ARTICLE)
    assert "bridge" not in str(row["marks"]), "no word of the text stays with its marks"
    assert markup.parse(marks.join(row, record(gold))) == gold


def record(gold: markup.GoldArticle) -> dict[str, str | None]:
    """The article as a file of open articles has it."""
    return {"text": gold.text, "title": gold.title, "published": gold.published}


def test_white_space_at_the_end_of_a_text_is_not_looked_at() -> None:
    row, gold = marks.part(ARTICLE + "\n"), markup.parse(ARTICLE)
    about = {**record(gold), "text": gold.text.rstrip()}
    assert markup.parse(marks.join(row, about)).actors == gold.actors


def test_another_text_is_refused() -> None:
    row, gold = marks.part(ARTICLE), markup.parse(ARTICLE)
    with pytest.raises(ValueError, match="own/1: the text is not the one that was marked"):
        marks.join(row, {**record(gold), "text": gold.text.replace("river", "rivers")})


def test_labels_of_speech_and_of_key_points() -> None:
    seen = whole(Reader(), markup.parse(ARTICLE))
    tags = dict(zip(seen.words, seen.speech, strict=True))
    assert {tags[w] for w in ("“", "It", "years", "”")} == {DIRECT}
    assert [tags[w] for w in ("she", "said", "added", "that")] == [SOURCE, CUE, CUE, OUTSIDE]
    assert [tags[w] for w in ("tolls", "would", "stay")] == [BEGIN, INSIDE, INSIDE]
    assert {tags[w] for w in ("claimed", "part", "Nobody")} == {ANY_SPEECH}
    starts = [seen.words[at] for at, told in zip(seen.sentences, seen.points, strict=True) if told]
    assert starts == ["Mara", "Ilves"]
