"""The bullets of whole texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from briefkit.components.glance import GlanceComponent
from briefkit.components.glance.cast import Cast
from briefkit.components.glance.limits import BULLETS, LEDE
from briefkit.components.glance.resolve import substitutions
from briefkit.components.glance.sentence import Sentence, make_table
from briefkit.components.glance.shorten import Short
from briefkit.components.records import (
    ActorRecord,
    BlockRecord,
    BulletRecord,
    MentionRecord,
    WarningRecord,
    records,
    store,
)
from briefkit.layout import cleaned

if TYPE_CHECKING:
    from spacy.language import Language

STORY = """HARWICH (CNN) -- A ferry with 212 passengers ran aground near Harwich harbour on Tuesday, closing the port for nine hours, the coast guard said.

Nobody was hurt. However, two lifeboats took 40 children and their teachers ashore, said harbour master Joan Petrie, who led the rescue.

"We heard a bang and then nothing moved," passenger Lee Dunn told reporters.

The ferry's owner, Norlin Lines, blamed a faulty chart for the accident. It has sent a second ship to Harwich.

Investigators will read the ferry's log this week. Did you see the accident? Send us your pictures.

The port of Harwich has closed only twice in the past 20 years, and both times a storm was the cause."""


def bullets(nlp: Language, text: str, **user_data: object) -> list[BulletRecord]:
    doc = annotated(nlp, text, **user_data)
    return list(records(doc, BulletRecord))


def annotated(nlp: Language, text: str, **user_data: object) -> Doc:
    doc = nlp.make_doc(text)
    doc.user_data.update(user_data)
    with nlp.select_pipes(disable=[n for n in nlp.pipe_names if n.startswith("briefkit_")]):
        doc = nlp(doc)
    return GlanceComponent()(doc)


def assert_grounded(text: str, found: list[BulletRecord]) -> None:
    """Every word stands in the bullet's places, in the same order."""
    for bullet in found:
        there = iter(re.findall(r"\w+", " ".join(text[s:e] for s, e in bullet.spans).lower()))
        assert all(word in there for word in re.findall(r"\w+", bullet.text.lower())), bullet


def test_a_story(nlp: Language) -> None:
    found = bullets(nlp, STORY)
    assert 2 <= len(found) <= BULLETS
    assert_grounded(STORY, found)
    first = found[0].text
    assert first.startswith("A ferry with 212 passengers ran aground near Harwich harbour")
    assert "CNN" not in first
    for bullet in found:
        assert bullet.origin == "extracted"
        assert len(bullet.text.split()) <= LEDE
        assert bullet.text[-1] not in ".,;"
        assert not bullet.text.endswith("?")
        assert "However" not in bullet.text and "Send us" not in bullet.text


def test_as_many_as_asked(nlp: Language) -> None:
    assert len(bullets(nlp, STORY, briefkit_bullets=2)) == 2
    assert bullets(nlp, STORY, briefkit_bullets=0) == []
    many = bullets(nlp, STORY, briefkit_bullets=50)
    assert len({bullet.text for bullet in many}) == len(many) > 4


def test_the_same_every_time(nlp: Language) -> None:
    assert bullets(nlp, STORY) == bullets(nlp, STORY)


def _listed(text: str) -> list[dict[str, object]]:
    """Blocks of a text whose lines with a leading dash are the author's bullets."""
    found, at = [], 0
    for line in text.split("\n"):
        kind = "bullet" if line.startswith("- ") else "paragraph"
        skip = 2 if kind == "bullet" else 0
        if line:
            found.append({"start": at + skip, "end": at + len(line), "kind": kind})
        at += len(line) + 1
    return found


def test_the_authors_bullets_come_first_and_verbatim(nlp: Language) -> None:
    own = "- Ferry with 212 passengers runs aground near Harwich harbour\n- No one is hurt.\n\n"
    text = own + STORY
    found = bullets(nlp, text, briefkit_layout=_listed(text))
    assert [b.text for b in found] == [
        "Ferry with 212 passengers runs aground near Harwich harbour",
        "No one is hurt.",
    ]
    assert all(b.origin == "author" and text[slice(*b.spans[0])] == b.text for b in found)
    filled = bullets(nlp, text, briefkit_layout=_listed(text), briefkit_bullets=4)
    assert filled[:2] == found and [b.origin for b in filled[2:]] == ["extracted"] * 2
    assert not any("ran aground" in bullet.text for bullet in filled)
    assert bullets(nlp, text, briefkit_layout=_listed(text), briefkit_bullets=1) == found[:1]


@pytest.mark.parametrize("text", ["", "   ", "Ferry aground", "14 12 9 33", "?!?", '"' * 500])
def test_no_sentence_is_a_warning(nlp: Language, text: str) -> None:
    doc = annotated(nlp, text)
    assert records(doc, BulletRecord) == ()
    assert [w.code for w in records(doc, WarningRecord)] == ["no-sentence"]


def test_one_for_a_very_short_text(nlp: Language) -> None:
    found = bullets(nlp, "A ferry ran aground near Harwich. Nobody was hurt.")
    assert [b.text for b in found] == ["A ferry ran aground near Harwich"]


def test_the_interviewer_gets_no_bullet(nlp: Language) -> None:
    asks = "PETRA: The museum opened a new wing this year. What does the wing show?"
    says = "LUND: The wing shows the ships that the town built in the last century."
    again = "PETRA: The old wing has burned down twice. Why do you keep paper there?"
    more = "LUND: The archive moves to a stone house near the harbour in spring."
    last = "PETRA: The museum is free on Mondays. Will that change?"
    end = "LUND: The museum stays free because the town pays for it."
    text = "\n\n".join([asks, says, again, more, last, end])
    kept = {b.text for b in bullets(nlp, text, briefkit_bullets=9)}
    assert len(kept) == 3
    assert not any("burned" in t or "opened" in t or ":" in t for t in kept)


def test_a_pronoun_becomes_a_name(nlp: Language) -> None:
    text = "She won the race in Leeds by two minutes. Anna Berg is the first Swede to win it."
    at = text.index("Anna Berg")
    doc = nlp.make_doc(text)
    with nlp.select_pipes(disable=[n for n in nlp.pipe_names if n.startswith("briefkit_")]):
        doc = nlp(doc)
    mentions = (MentionRecord(0, 3, "pronoun"), MentionRecord(at, at + 9, "name"))
    actor = ActorRecord("a1", "Anna Berg", "person", True, None, None, None, (), 1.0, mentions, "f")
    store(doc, ActorRecord, [actor])
    (bullet,) = records(GlanceComponent()(doc), BulletRecord)
    assert bullet.text == "Anna Berg won the race in Leeds by two minutes"
    (change,) = bullet.resolved
    assert (change.source, change.target, change.span) == ("She", "Anna Berg", (at, at + 9))
    assert bullet.spans[0] == change.span
    assert_grounded(text, [bullet])


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("After the race, she left Leeds with her coach.", "After the race, Anna Berg left"),
        ("Her coach left Leeds on the next day.", "Anna Berg's coach left Leeds"),
        ("Police in Leeds had asked her to leave.", "Police in Leeds had asked Anna Berg to leave"),
        ("In her speech, Berg thanked Leeds.", "In her speech, Berg thanked Leeds"),
    ],
)
def test_names_for_pronouns_further_in(nlp: Language, sentence: str, said: str) -> None:
    text = f"Anna Berg's team won the race in Leeds. {sentence}"
    doc = nlp.make_doc(text)
    with nlp.select_pipes(disable=[n for n in nlp.pipe_names if n.startswith("briefkit_")]):
        doc = nlp(doc)
    found = re.finditer(r"Anna Berg|\b(?:[Ss]he|[Hh]er|Berg)\b", text)
    mentions = tuple(
        MentionRecord(m.start(), m.end(), "name" if "Berg" in m.group() else "pronoun")
        for m in found
    )
    actor = ActorRecord("a1", "Anna Berg", "person", True, None, None, None, (), 1.0, mentions, "f")
    store(doc, ActorRecord, [actor])
    doc.user_data["briefkit_bullets"] = 2
    bullet = records(GlanceComponent()(doc), BulletRecord)[-1]
    assert bullet.text.startswith(said)
    assert_grounded(text, [bullet])


def test_a_quote_that_goes_on_is_closed(nlp: Language) -> None:
    text = 'The mayor said, "The bridge will never open again. It is too old for trams."'
    (bullet,) = bullets(nlp, text)
    assert bullet.text == 'The mayor said, "The bridge will never open again"'
    assert_grounded(text, [bullet])


def test_the_words_of_a_quote_stay(nlp: Language) -> None:
    text = '"She won the race by two minutes," said the coach of Anna Berg, 34, in Leeds.'
    at = text.index("Anna Berg")
    doc = nlp.make_doc(text)
    with nlp.select_pipes(disable=[n for n in nlp.pipe_names if n.startswith("briefkit_")]):
        doc = nlp(doc)
    mentions = (MentionRecord(1, 4, "pronoun"), MentionRecord(at, at + 9, "name"))
    actor = ActorRecord("a1", "Anna Berg", "person", True, None, None, None, (), 1.0, mentions, "f")
    store(doc, ActorRecord, [actor])
    (bullet,) = records(GlanceComponent()(doc), BulletRecord)
    assert bullet.text.startswith('"She won') and not bullet.resolved


@pytest.mark.parametrize(
    "text",
    ['"' * 10_000, "a " * 20_000, "(" * 5_000, "7" * 100_000, "The mayor, " * 3_000, "\n" * 1_000],
)
def test_odd_texts(nlp: Language, text: str) -> None:
    plain = cleaned(text).text
    made = nlp.make_doc(plain)
    words, spaces = [t.text for t in made], [bool(t.whitespace_) for t in made]
    doc = Doc(nlp.vocab, words, spaces, sent_starts=[t.i == 0 for t in made])
    store(doc, BlockRecord, [BlockRecord(0, len(plain), "paragraph")] if plain else [])
    assert records(GlanceComponent()(doc), BulletRecord) == ()


@pytest.mark.parametrize(
    ("other", "gender", "sure", "resolved"),
    [
        ("Ola Dahl", "m", 0.85, False),
        ("Ola Dahl", None, 0.85, False),
        ("Ola Dahl", "m", 0.95, True),
        ("Eva Dahl", "f", 0.85, True),
    ],
)
def test_a_name_is_put_in_where_nobody_else_can_be_meant_or_it_is_very_sure(
    nlp: Language, other: str, gender: str | None, sure: float, resolved: bool
) -> None:
    text = f"Per Lund met {other} in Leeds on the last day. He won the race there by two minutes."
    at = text.index("He won")
    doc = nlp.make_doc(text)
    with nlp.select_pipes(disable=[n for n in nlp.pipe_names if n.startswith("briefkit_")]):
        doc = nlp(doc)
    one = (MentionRecord(0, 8, "name"), MentionRecord(at, at + 2, "pronoun", sure))
    two = (MentionRecord(text.index(other), text.index(other) + len(other), "name"),)
    store(
        doc,
        ActorRecord,
        [
            ActorRecord("a1", "Per Lund", "person", True, None, None, None, (), 1.0, one, "m"),
            ActorRecord("a2", other, "person", True, None, None, None, (), 0.5, two, gender),
        ],
    )
    doc.user_data["briefkit_bullets"] = 2
    changes = [r for b in records(GlanceComponent()(doc), BulletRecord) for r in b.resolved]
    assert bool(changes) is resolved


@pytest.mark.parametrize(
    ("text", "number", "resolved"),
    [
        ("Velar shut its mill in Leeds. North Holding Velar keeps the bridge.", 0, False),
        ("North Holding Velar shut its mill in Leeds. Velar keeps the bridge.", 1, True),
    ],
)
def test_a_firm_is_not_named_after_a_part_of_it_that_comes_later(
    nlp: Language, text: str, number: int, resolved: bool
) -> None:
    table = make_table(nlp(text))
    full, short = text.index("North Holding"), text.rindex("Velar") if number else 0
    names = (MentionRecord(full, full + 19, "name"), MentionRecord(short, short + 5, "name"))
    name = "North Holding Velar"
    firm = ActorRecord("a1", name, "organization", True, None, None, None, (), 1.0, names)
    start, end = table.sentence(table.sentence_starts[number])
    whole = Short(Sentence(table, start, end), tuple(range(end - start - 1)), (), 6)
    outside = [False] * (end - start)
    assert bool(substitutions(whole, outside, Cast([firm], text), ())) is resolved
