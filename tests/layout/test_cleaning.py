"""What is parsed lacks what nobody sees, and what is written out is what the article says."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefkit
from briefkit.layout import cleaned
from briefkit.reading import make_article
from briefkit.verify import verify
from tests.invariants import faults

UNSEEN = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u202b", "\u2060", "\u2066", "\ufeff"]
PLAIN = (
    "Mary Olsen, the mayor of Harbour Town, opened the bridge on Friday. "
    "“It was time,” Olsen said.\n"
)


@pytest.mark.parametrize("mark", UNSEEN, ids=[f"U+{ord(mark):04X}" for mark in UNSEEN])
def test_a_mark_in_a_word_changes_no_finding(mark: str) -> None:
    """The brief is that of the plain text, and says each word as the article writes it."""
    text = PLAIN
    for word in ("Olsen", "mayor", "Harbour", "bridge", "Friday", "time", "said"):
        text = text.replace(word, word[:3] + mark + word[3:])
    plain, marked = briefkit.extract(PLAIN), briefkit.extract(text)
    assert list(verify(marked, make_article(text))) == []
    assert faults(marked, text) == []
    first = marked.actors[0]
    assert (first.name, first.role) == (f"Mary Ols{mark}en", f"may{mark}or of Har{mark}bour Town")
    assert marked.at_a_glance[0].text == (
        f"Mary Ols{mark}en, the may{mark}or of Har{mark}bour Town, opened the bri{mark}dge on "
        f"Fri{mark}day"
    )
    assert marked.quotes[0].text == f"It was tim{mark}e"
    assert text[slice(*marked.dates[0].span)] == f"Fri{mark}day"

    def without(words: str | None) -> str:
        return (words or "").replace(mark, "")

    for a, b in zip((*plain.actors, *plain.places), (*marked.actors, *marked.places), strict=True):
        assert (a.name, a.role or "", a.affiliation or "") == (
            without(b.name), without(b.role), without(b.affiliation),
        )  # fmt: skip
        assert a.aliases == tuple(map(without, b.aliases))
        assert [PLAIN[s:e] for s, e in a.mentions] == [without(text[s:e]) for s, e in b.mentions]


@pytest.mark.parametrize(
    "spaced",
    [
        PLAIN.replace(". ", ".  "),
        PLAIN.replace(" ", " \t"),
        f"    {PLAIN}",
        PLAIN.replace("\n", " \r\n"),
        PLAIN.replace("opened ", "opened\n"),
    ],
    ids=["behind stops", "everywhere", "indented", "line ends", "wrapped"],
)
def test_more_white_space_changes_no_finding(spaced: str) -> None:
    plain, found = briefkit.extract(PLAIN), briefkit.extract(spaced)
    assert list(verify(found, make_article(spaced))) == []
    assert faults(found, spaced) == []
    for a, b in zip((*plain.actors, *plain.places), (*found.actors, *found.places), strict=True):
        assert (a.name, a.role, a.aliases) == (b.name, b.role, b.aliases)
        told = [" ".join(spaced[start:end].split()) for start, end in b.mentions]
        assert told == [PLAIN[start:end] for start, end in a.mentions]
    assert [q.text for q in found.quotes] == [q.text for q in plain.quotes]
    assert [b.text for b in found.at_a_glance] == [b.text for b in plain.at_a_glance]


@pytest.mark.parametrize(
    ("told", "read"),
    [
        (PLAIN.replace("Mary Olsen", "**Mary Olsen**").replace("Friday", "_Friday_"), PLAIN),
        (PLAIN.replace("mayor of", "*mayor* of"), PLAIN),
        (PLAIN.replace("opened", "re\u2010opened"), PLAIN.replace("opened", "re-opened")),
        (f"Advertisement\n\n{PLAIN}\nRead more\n", PLAIN),
    ],
    ids=["bold", "italic", "hyphen", "furniture"],
)
def test_emphasis_hyphens_and_furniture_change_no_finding(told: str, read: str) -> None:
    plain, found = briefkit.extract(read), briefkit.extract(told)
    assert list(verify(found, make_article(told))) == []
    assert faults(found, told) == []
    for a, b in zip((*plain.actors, *plain.places), (*found.actors, *found.places), strict=True):
        assert (a.name, a.type, len(a.mentions)) == (b.name, b.type, len(b.mentions))
    assert [(q.text, q.speaker) for q in found.quotes] == [
        (q.text, q.speaker) for q in plain.quotes
    ]
    assert [told[slice(*d.span)].strip("_") for d in found.dates] == ["Friday"]


def test_marks_that_emphasise_nothing_stay() -> None:
    for text in ("2 * 3 * 4", "f**k and s**t", "my_own_file", "*Terms apply", "[3] men", "a [sic]"):
        assert cleaned(text).text == text


@pytest.mark.parametrize("mark", ["“", "!", "…"])
def test_the_space_in_a_long_run_of_marks_is_not_shown(mark: str) -> None:
    run = mark * 200
    text = (
        f"At a Glance\n- The bridge {run} is open\n- The town is glad of it\n\n"
        "Mary Olsen opened the bridge on Friday.\n"
    )
    made = briefkit.extract(text)
    assert made.at_a_glance[0].text == f"The bridge {run} is open"
    assert list(verify(made, make_article(text))) == []


def test_accents_that_follow_their_letter_change_no_finding() -> None:
    text = (
        "Élodie Müller, mayor of Zürich, said on Friday: “The café will close.” Müller told André "
        "it cost €3 million.\n\nÀ côté, Élodie’s sister Zoë said she was sad.\n"
    )
    apart = unicodedata.normalize("NFD", text)
    whole, found = briefkit.extract(text), briefkit.extract(apart)
    assert list(verify(found, make_article(apart))) == []
    assert found.quotes[0].speaker_text == unicodedata.normalize("NFD", "Élodie Müller")
    assert apart[slice(*found.places[0].mentions[0])] == unicodedata.normalize("NFD", "Zürich")
    assert _composed(found) == _composed(whole)


def _composed(brief: briefkit.Brief) -> list[tuple[str, ...]]:
    """What a brief says, with each letter and its accents as one character."""
    told = [
        *((a.name, a.role or "", *a.aliases) for a in (*brief.actors, *brief.places)),
        *((q.text, q.speaker or "", q.speaker_text or "", q.whom or "") for q in brief.quotes),
        *((b.text,) for b in brief.at_a_glance),
    ]
    return [tuple(unicodedata.normalize("NFC", words) for words in item) for item in told]


def test_names_keep_what_stands_for_a_space_to_the_parser() -> None:
    text = "Mayor Ada\x07Quill and Ada\x07Quill’s men opened the bridge.\n"
    made = briefkit.extract(text)
    assert list(verify(made, make_article(text))) == []


def test_an_accent_too_many_stays() -> None:
    assert cleaned("A cafe\u0301\u0301 opened.").text == "A caf\u00e9\u0301 opened."


@given(
    st.text(st.sampled_from("ab \n\t.“\u00ad\u200b\ufeff\x07\u0301\u0308"), max_size=40), st.data()
)
def test_places_lead_back(text: str, data: st.DataObject) -> None:
    plain = cleaned(text)
    start = data.draw(st.integers(0, len(plain.text)))
    end = data.draw(st.integers(start, len(plain.text)))
    place = plain.place(start, end)
    assert 0 <= place[0] <= place[1] <= len(text)
    # White space at the edge of a piece is dropped, as it is at the edge of a text.
    assert cleaned(text[slice(*place)]).text.split() == plain.text[start:end].split()


def test_a_text_of_which_nothing_is_seen_has_a_brief() -> None:
    text = "\u00ad\u200b \ufeff\n\n\u200e"
    assert faults(briefkit.extract(text), text) == []


def test_the_day_that_a_date_was_counted_from_is_found_in_the_source() -> None:
    text = "May\u00ador Quill spoke.\n\nThe ferry sank on 3 Ma\u200brch 2021. The next day it was found.\n"
    first, second = briefkit.extract(text).dates
    assert second.anchor_span == first.span
    assert text[slice(*first.span)] == "3 Ma\u200brch 2021"


def test_a_word_is_no_part_of_another() -> None:
    """The "a" of "attorney" stands before the name, that of "said" before the article."""
    for text, words in [
        ('Defense attorney A\u200f"dam Lowe', 'A"dam Lowe'),
        ("She said th\u00ade bridge\u200b is a\u200b\u200c danger", "The bridge is a danger"),
        ("The other h\u00ade met", "He met"),
        ('The com"pany\u200b met "', 'The com"pany met'),
    ]:
        plain = cleaned(text)
        marked = plain.words(words, [(0, len(plain.text))])
        assert cleaned(marked).text == words
        assert marked.casefold() in text.casefold()


def test_the_short_form_of_a_name_is_written_as_where_it_stands() -> None:
    text = (
        "Tom Hale lost his house to a flood on Thursday. When boats had gone, "
        "h\u00ade climbed onto a roof in Lorn with two dogs.\n"
    )
    made = briefkit.extract(text, bullets=5)
    assert [each["from"] for b in made.at_a_glance for each in b.resolved] == ["h\u00ade"]
    assert list(verify(made, make_article(text))) == []
    assert faults(made, text) == []
