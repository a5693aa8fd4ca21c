"""Who speaks, and how sure that is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefkit.components.quotes import QuotesComponent, deciding
from briefkit.components.quotes.deciding import model
from briefkit.components.records import (
    ActorRecord,
    MentionRecord,
    QuoteRecord,
    WarningRecord,
    records,
    store,
)

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def read(nlp: Language, text: str, *actors: ActorRecord) -> Doc:
    """The quotes of a text whose actors are given."""
    doc = nlp.make_doc(text)
    for name in ("briefkit_layout", "tok2vec", "tagger", "parser"):
        doc = nlp.get_pipe(name)(doc)
    store(doc, ActorRecord, actors)
    return QuotesComponent()(doc)


def actor(text: str, name: str, kind: str, gender: str | None = None, *more: str) -> ActorRecord:
    """An actor with a mention at each place of its name, and at the first of each other word."""
    places = []
    at = text.find(name)
    while at >= 0:
        places.append(MentionRecord(at, at + len(name), "name"))
        at = text.find(name, at + 1)
    for word in more:
        at = text.index(word)
        places.append(MentionRecord(at + 1, at + 1 + len(word.strip()), "pronoun"))
    found = tuple(sorted(places, key=lambda m: m.start))
    return ActorRecord(
        name.lower(), name, kind, True, None, None, None, (), 0.5, found, gender=gender
    )


BESIDE = [
    "“The bridge is safe,” said Tarn Rail's director, Ann Lee.",
    "The mayor of Tarn Rail, Ann Lee, told reporters that the bridge was safe.",
    "The head of the board of Tarn Rail, Dr. Ann Lee, said the bridge was safe.",
    "Tarn Rail spokeswoman, Ann Lee, said on Monday that the bridge was safe.",
    "During the debate, Tarn Rail for the North leader Ann Lee said that the bridge was safe.",
    "The report was praised by Tarn Rail and Ann Lee, who wrote: “The bridge is safe.”",
]


@pytest.mark.parametrize("text", BESIDE)
def test_the_person_in_office_speaks_and_not_the_body(nlp: Language, text: str) -> None:
    doc = read(
        nlp, text, actor(text, "Tarn Rail", "organization"), actor(text, "Ann Lee", "person", "f")
    )
    (quote,) = records(doc, QuoteRecord)
    assert quote.actor == "ann lee"


@pytest.mark.parametrize(
    "text",
    [
        "According to Tarn Rail, Ann Lee was ill.",
        "Tarn Rail said Ann Lee was ill.",
        "Tarn Rail told Ann Lee that the bridge was safe.",
    ],
)
def test_who_is_told_of_or_told_does_not_speak(nlp: Language, text: str) -> None:
    doc = read(
        nlp, text, actor(text, "Tarn Rail", "organization"), actor(text, "Ann Lee", "person", "f")
    )
    assert [quote.actor for quote in records(doc, QuoteRecord)] == ["tarn rail"]


@pytest.mark.parametrize(
    "text",
    [
        "Speaking to the Tarn Post Ann Lee claimed: “The bridge is safe.”",
        "Speaking to the Tarn Post, the president of the club for bridges, Ann Lee, said, “It is.”",
        "Asked by the Tarn Post, Ann Lee said: “The bridge is safe.”",
    ],
)
def test_who_is_named_right_before_the_cue_speaks(nlp: Language, text: str) -> None:
    (quote,) = records(read(nlp, text, actor(text, "Ann Lee", "person", "f")), QuoteRecord)
    assert quote.actor == "ann lee"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee and Bo Park said that the bridge was safe.", "Ann Lee and Bo Park"),
        ("“The bridge is safe,” wrote Ann Lee and Bo Park of Tarn.", "Ann Lee and Bo Park of Tarn"),
        ("But Ann Lee, Cy Hill and Bo Park say it is safe.", "Ann Lee, Cy Hill and Bo Park"),
    ],
)
def test_several_who_speak_as_one_are_no_one_of_them(
    nlp: Language, text: str, speaker: str
) -> None:
    people = [actor(text, name, "person") for name in ("Ann Lee", "Bo Park", "Cy Hill")]
    (quote,) = records(read(nlp, text, *(one for one in people if one.mentions)), QuoteRecord)
    assert quote.actor is None
    assert quote.speaker is not None
    assert text[slice(*quote.speaker)] == speaker


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Some Greens said that the bridge was safe.", [None]),
        ("Many older Greens say that the bridge is safe.", [None]),
        ("The Greens said that the bridge was safe.", ["greens"]),
    ],
)
def test_some_members_are_not_the_whole(nlp: Language, text: str, actors: list[str | None]) -> None:
    doc = read(nlp, text, actor(text, "Greens", "organization"))
    assert [quote.actor for quote in records(doc, QuoteRecord)] == actors


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, who knew Bo Park, said that the bridge was safe.",
        "Ann Lee said Bo Park and Cy Hill had left.",
        "“The bridge is safe,” said Ann Lee, who met Bo Park and Cy Hill.",
    ],
)
def test_others_whom_the_speaker_knows_do_not_speak(nlp: Language, text: str) -> None:
    people = [actor(text, name, "person") for name in ("Ann Lee", "Bo Park", "Cy Hill")]
    (quote,) = records(read(nlp, text, *(one for one in people if one.mentions)), QuoteRecord)
    assert quote.actor == "ann lee"


def test_of_two_subjects_the_one_behind_a_comma_speaks(nlp: Language) -> None:
    text = "The lake, as one of the guards pointed out, never freezes."
    (quote,) = records(nlp(text), QuoteRecord)
    assert text[slice(*quote.speaker or (0, 0))] == "one of the guards"


def test_a_rare_name_before_a_cue_is_no_exclamation(nlp: Language) -> None:
    text = "Aas said the dividend for the year was not at risk."
    (quote,) = records(read(nlp, text, actor(text, "Aas", "person")), QuoteRecord)
    assert quote.actor == "aas"


BRIDGE = (
    "Ann Lee came in May.\n\n“The bridge is safe,” she said. It was dark by then. "
    "“Nobody fell from it.” The lamps were lit."
)


@pytest.mark.parametrize("sure", [0.55, 0.75, 0.95])
def test_a_speaker_is_as_sure_as_the_pronoun(nlp: Language, sure: float) -> None:
    """And so is who speaks on after it."""
    text = BRIDGE
    ann = actor(text, "Ann Lee", "person", "f", " she ")
    name, pronoun = ann.mentions
    found = {}
    for chance in (sure, 0.98):
        one = replace(ann, mentions=(name, replace(pronoun, sure=chance)))
        found[chance] = [q.confidence or 0 for q in records(read(nlp, text, one), QuoteRecord)]
    assert all(doubtful < certain for doubtful, certain in zip(*found.values(), strict=True))
    assert all(on <= before for before, on in found.values())


def test_who_speaks_on_is_not_doubted_twice(nlp: Language) -> None:
    """How likely he goes on does not hang on how sure he was; that counts once."""
    text = BRIDGE
    ann = actor(text, "Ann Lee", "person", "f", " she ")
    name, pronoun = ann.mentions
    goes_on = []
    for sure in (0.75, 0.95):
        one = replace(ann, mentions=(name, replace(pronoun, sure=sure)))
        before, on = records(read(nlp, text, one), QuoteRecord)
        goes_on.append((on.confidence or 0) / (before.confidence or 1))
    assert goes_on[0] == pytest.approx(goes_on[1], abs=0.02)


TWO = [
    "{A} also told the court how {B} chose his guests.\n\nHe said the rooms were locked.",
    "{A}, a friend of {B}, was there when {B} died.\n\nHe said the end came soon.",
    "As {B} lost his match, it was {A} who won.\n\n“I was lucky,” he said.",
]


@pytest.mark.parametrize("text", TWO)
def test_nobody_speaks_for_sure_where_two_may_be_meant(nlp: Language, text: str) -> None:
    doc = nlp(text.format(A="Mark Hale", B="Peter Falk"))
    *_, quote = records(doc, QuoteRecord)
    names = {one.id: one.name for one in records(doc, ActorRecord)}
    sure = quote.confidence is not None and quote.confidence >= model()["doubt"]
    assert not sure or names[quote.actor or ""] == "Mark Hale"


TURN = [
    "“The bridge is safe,” Ann Lee said on Monday.\n\nThe work began in May, she said.",
    "“The bridge is safe,” Ann Lee said on Monday. The work began in May, she added.",
    "Ann Lee said the bridge was safe. “We began in May,” she added.",
]


@pytest.mark.parametrize("text", TURN)
def test_who_spoke_before_goes_on_where_no_pronoun_was_resolved(nlp: Language, text: str) -> None:
    doc = read(nlp, text, actor(text, "Ann Lee", "person", "f"))
    assert [quote.actor for quote in records(doc, QuoteRecord)] == ["ann lee", "ann lee"]


def test_a_name_beside_the_cue_is_surer_than_a_pronoun_among_three(nlp: Language) -> None:
    text = (
        "“The bridge is safe,” said Ann Lee.\n\nMia Ruud met Eva Berg in the rain on Monday. "
        "Eva Berg had come by train.\n\nThe road, she said, was closed."
    )
    doc = read(
        nlp,
        text,
        *(actor(text, name, "person", "f") for name in ("Ann Lee", "Mia Ruud")),
        actor(text, "Eva Berg", "person", "f", " she "),
    )
    named, meant = records(doc, QuoteRecord)
    assert named.confidence is not None and named.confidence >= model()["doubt"]
    assert meant.confidence is None or meant.confidence < named.confidence


@pytest.mark.parametrize(
    ("lines", "who", "warned"),
    [
        ({"doubt": 0.01, "least": 0.0}, "ann lee", False),
        ({"doubt": 0.99, "least": 0.0}, "ann lee", True),
        ({"doubt": 0.99, "least": 0.98}, None, False),
    ],
)
def test_the_two_lines(
    nlp: Language,
    monkeypatch: pytest.MonkeyPatch,
    lines: dict[str, float],
    who: str | None,
    warned: bool,
) -> None:
    """Below one a reader is warned, below the other the speaker stays unresolved."""
    shipped = deciding.model()
    monkeypatch.setattr(deciding, "model", lambda: shipped | lines)
    text = "“The bridge is safe,” said Ann Lee."
    doc = read(nlp, text, actor(text, "Ann Lee", "person", "f"))
    (quote,) = records(doc, QuoteRecord)
    assert quote.actor == who and (quote.confidence is None) == (who is None)
    found = [w.spans for w in records(doc, WarningRecord) if w.code == "speaker-doubt"]
    assert found == ([quote.spans] if warned else [])


def test_the_lines_are_in_order_and_the_curve_is_measured() -> None:
    assert 0 < model()["least"] < model()["doubt"] < 1
    assert all(row["precision"] > 0.85 for row in model()["cross_validated"])


@pytest.mark.parametrize(
    ("words", "who"), [("Then it fell", "mark hale"), ("Then Hale fell", None)]
)
def test_who_is_named_in_the_words_does_not_say_them(
    nlp: Language, words: str, who: str | None
) -> None:
    text = f"Mark Hale lived in Tarn. “{words},” said the neighbour."
    hale = actor(text, "Mark Hale", "person", "m")
    end = text.index("neighbour") + len("neighbour")
    more = [MentionRecord(end - len("the neighbour"), end, "nominal", 0.9)]
    if "Hale fell" in text:
        at = text.index("Hale fell")
        more = [MentionRecord(at, at + 4, "name"), *more]
    (quote,) = records(
        read(nlp, text, replace(hale, mentions=(*hale.mentions, *more))), QuoteRecord
    )
    assert quote.actor == who


@pytest.mark.parametrize(
    ("letters", "who"), [("QC", "ann lee"), ("MBE", "ann lee"), ("Radio", None)]
)
def test_letters_behind_a_name_are_of_the_name(
    nlp: Language, letters: str, who: str | None
) -> None:
    text = f"Prosecutor Ann Lee {letters} said the bridge was safe."
    (quote,) = records(read(nlp, text, actor(text, "Ann Lee", "person", "f")), QuoteRecord)
    assert quote.actor == who
