"""The anchor, the warnings, the event clauses and the data files."""

from __future__ import annotations

import re
from importlib.resources import files
from time import process_time
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

import briefkit
from briefkit.components.dates import DatesComponent, almanac, create_dates
from briefkit.components.dates.lexicon import rows
from briefkit.components.dates.patterns import match
from briefkit.components.dates.stream import Stream
from briefkit.components.records import DateRecord, records

if TYPE_CHECKING:
    from briefkit.schema import Brief


def read(text: str, published: str | None = None) -> Brief:
    return briefkit.extract(text, published=published)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Bridge falls\n\nMarch 3, 2021\n\nThe bridge fell on Monday.", "2021-03-03"),
        (
            "Bridge falls\n\nPublished: 3 March 2021, 10:15 GMT\n\nThe bridge fell on Monday.",
            "2021-03-03",
        ),
        (
            "Bridge falls\n\nUpdated Wednesday, March 3, 2021\n\nThe bridge fell on Monday.",
            "2021-03-03",
        ),
        ("OSLO, March 3, 2021 (Wire) — The bridge fell on Monday.", "2021-03-03"),
        ("Bridge falls\n\nThe bridge that opened on March 3, 2021, fell on Monday.", None),
        ("Bridge falls\n\nMarch 3\n\nThe bridge fell on Monday.", None),
    ],
)
def test_the_day_of_publication_from_the_text(text: str, published: str | None) -> None:
    brief = read(text)
    assert brief.published == published
    assert brief.published_from == ("dateline" if published else None)
    monday = next(date for date in brief.dates if date.text == "Monday")
    assert monday.value == ("2021-03-01" if published else "XXXX-WXX-1")


def test_what_the_reader_knows_goes_before_the_text() -> None:
    brief = read("March 3, 2021\n\nThe bridge fell on Monday.", "2021-05-05")
    assert (brief.published, brief.published_from) == ("2021-05-05", "option")


def test_a_weekday_that_does_not_fit_is_a_warning() -> None:
    text = "The bridge fell on Monday, March 3, 2021."
    warnings = [w for w in read(text).warnings if w.code == "date-contradiction"]
    assert [w.message for w in warnings] == [
        '"Monday, March 3, 2021" was a Wednesday, not a Monday'
    ]
    assert [text[slice(*span)] for span in warnings[0].spans] == ["Monday, March 3, 2021"]
    assert not read("The bridge fell on Wednesday, March 3, 2021.").warnings


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The bridge fell on Friday.", "The bridge fell on Friday."),
        ("She said the bridge fell on Friday.", "She said the bridge fell on Friday."),
        (
            "If the bridge falls on Friday, the road will close.",
            "If the bridge falls on Friday, the road will close.",
        ),
        (
            "The mayor holds talks with groups that end on Friday.",
            "The mayor holds talks with groups that end on Friday.",
        ),
        (
            "The bridge, which the council had closed in May, fell.",
            "The bridge, which the council had closed in May, fell.",
        ),
        ("The bridge fell on Friday, and the road closed.", "The bridge fell on Friday"),
        (
            "Ties grew, with a visit by the mayor to Oslo in May.",
            "a visit by the mayor to Oslo in May",
        ),
        ("“It fell on Friday,” the mayor said.", "“It fell on Friday,” the mayor said."),
        (
            "It ran dry in May (as it often did), the town said.",
            "It ran dry in May (as it often did), the town said.",
        ),
        (
            "The old stone bridge over the river at Arle fell on Friday after weeks of rain in the"
            " hills, closing the only road that leads from the harbour to the market and the school"
            " of the town.",
            "The old stone bridge over the river at Arle fell on Friday after weeks of rain in the"
            " hills",
        ),
        ("Few had expected the mayor's win in May.", "the mayor's win in May"),
        ("Ada Reed, who left in May, spoke first.", "Ada Reed, who left in May"),
        (
            "The town will honour those who died in May.",
            "The town will honour those who died in May.",
        ),
        ("They met Ada Reed, a nurse who left in May.", "Ada Reed, a nurse who left in May"),
        ("He resigned, papers released in May show.", "He resigned, papers released in May show."),
        ("They met a nurse who left in May.", "They met a nurse who left in May."),
        (
            "The rebels fear a militia outlawed by the king in 2002.",
            "The rebels fear a militia outlawed by the king in 2002.",
        ),
        (
            "The talks, scheduled for May, are the first of their kind.",
            "The talks, scheduled for May, are the first of their kind.",
        ),
        (
            "Two ministers condemned the strikes in statements published on Sunday.",
            "Two ministers condemned the strikes in statements published on Sunday.",
        ),
        (
            "She reached the second round of the cup on Tuesday.",
            "She reached the second round of the cup on Tuesday.",
        ),
        ("The 2 May attack on a train killed six.", "The 2 May attack on a train killed six."),
        (
            "Six were killed in the 2 May attack on a train.",
            "Six were killed in the 2 May attack on a train.",
        ),
        (
            "The mayor's campaign on Tuesday said it has ten offices.",
            "The mayor's campaign on Tuesday said it has ten offices.",
        ),
        (
            "It is the third vessel owned by the bureau that was damaged in May.",
            "It is the third vessel owned by the bureau that was damaged in May.",
        ),
        (
            "They took gifts from Lord Ode (whom the king ennobled in 1998).",
            "They took gifts from Lord Ode (whom the king ennobled in 1998).",
        ),
        (
            "“Most of those who stayed did so not because they backed the Arle Republic [the state"
            " made by rebels in 2014], but because they were tired,” she said.",
            "the state made by rebels in 2014",
        ),
        (
            "In an interview with the Herald in May, the mayor laughed off the claim.",
            "In an interview with the Herald in May, the mayor laughed off the claim.",
        ),
        (
            "The road closed, and the bridge fell in May.",
            "The road closed, and the bridge fell in May.",
        ),
        ("It was Ada Reed who left in May, he said.", "It was Ada Reed who left in May, he said."),
        (
            "“We mend the bridge, and it opens in May,” she said.",
            "“We mend the bridge, and it opens in May,” she said.",
        ),
    ],
)
def test_the_event_of_a_date(text: str, event: str) -> None:
    brief = read(text, "2025-01-13")
    assert {date.event for date in brief.dates} == {event}


def test_a_sentence_behind_a_dateline_keeps_its_full_stop() -> None:
    (found,) = read("ARLE (XY) — The bridge over the river fell on Friday. It rained.").dates
    assert found.event == "The bridge over the river fell on Friday."


@pytest.mark.parametrize(
    ("relative", "event"), [("that", "They met unions and the firms that left in May"), ("who", "They met unions and the firms who left in May")]
)  # fmt: skip
def test_what_a_clause_behind_a_list_tells_of_is_open(relative: str, event: str) -> None:
    doc = Doc(
        Vocab(), words=["They", "met", "unions", "and", "the", "firms", relative, "left", "in", "May", "."],
        tags=["PRP", "VBD", "NNS", "CC", "DT", "NNS", "WDT", "VBD", "IN", "NNP", "."],
        heads=[1, 1, 1, 2, 5, 2, 7, 5, 7, 8, 1],
        deps=["nsubj", "ROOT", "dobj", "cc", "det", "conj", "nsubj", "relcl", "prep", "pobj", "punct"],
    )  # fmt: skip
    (found,) = records(DatesComponent()(doc), DateRecord)
    assert found.event is not None
    assert doc.text[slice(*found.event)].rstrip(" .") == event


def test_events_are_places_of_the_text_and_hold_their_date() -> None:
    text = (
        "Rain fell in 2019.\n\nRivers rose\n\nThe town, which flooded in May 2020, sued on Friday."
    )
    brief = read(text, "2025-01-13")
    assert len(brief.dates) == 3
    for date in brief.dates:
        assert date.event_span
        assert date.event_span[0] <= date.span[0] < date.span[1] <= date.event_span[1]
        assert "\n" not in text[slice(*date.event_span)]


def test_a_doc_without_a_parse_is_read_as_well() -> None:
    nlp = spacy.blank("en")
    doc = create_dates(nlp, "briefkit_dates")(
        nlp("The bridge fell in May 2020, and again on Friday.")
    )
    found = records(doc, DateRecord)
    assert [(date.value, date.event) for date in found] == [("2020-05", None), ("XXXX-WXX-5", None)]
    assert [span.text for span in doc.spans["briefkit_dates"]] == ["May 2020", "Friday"]


def test_time_grows_with_the_dates_of_one_verb() -> None:
    """Four times the dates take about four times as long; sixteen would be quadratic."""
    component = create_dates(spacy.blank("en"), "briefkit_dates")
    short, long = (min(_seconds(component, n) for _ in range(3)) for n in (500, 2000))
    assert long < 8 * short


def _seconds(component: DatesComponent, size: int) -> float:
    words = ["1", "May", ","] * size
    rest = len(words) - 1
    doc = Doc(
        Vocab(), words=words, heads=[0] * (rest + 1),
        tags=["VBD"] + ["NN"] * rest, deps=["ROOT"] + ["npadvmod"] * rest,
    )  # fmt: skip
    before = process_time()
    component(doc)
    return process_time() - before


def test_an_empty_doc() -> None:
    nlp = spacy.blank("en")
    assert records(create_dates(nlp, "briefkit_dates")(nlp("")), DateRecord) == ()


def test_every_pattern_is_read_and_stands_once() -> None:
    """A row of the table has five cells, its sets are sets of ours, and none stands twice."""
    table = [row for row in rows("dates_patterns.tsv") if not row[0].startswith("=")]
    assert len(table) == len(set(table)) and {len(row) for row in table} == {5}
    sets = {name for row in table for cell in row for name in re.findall(r"@(\w+)", cell)}
    assert sets <= {row[0] for row in rows("dates_sets.tsv")}
    for group, *_ in table:
        assert match(Stream("zebra"), 0, group) is None or group.startswith("mod")


@pytest.mark.parametrize("name", ["dates_words.tsv", "dates_sets.tsv", "dates_holidays.tsv"])
def test_data_files_are_sorted_without_doubles(name: str) -> None:
    text = files("briefkit.components").joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
    keys = [line if "sets" in name else line.split("\t")[0] for line in lines]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, "04-02"), (2000, "04-23"), (2024, "03-31"), (2025, "04-20"), (2038, "04-25")],
)
def test_easter(year: int, day: str) -> None:
    assert almanac.easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("value", "reach"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-W53", None),
        ("2026-W53", ("2026-12-28", "2027-01-03")),
        ("2024-Q2", ("2024-04-01", "2024-06-30")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("19XX", ("1900-01-01", "1999-12-31")),
        ("2024-05-06TNI", ("2024-05-06", "2024-05-06")),
        ("2024-02-30", None),
        ("2024-13", None),
        ("XXXX-12", None),
        ("P2Y", None),
        ("PAST_REF", None),
        ("2024-SU", None),
        ("2024/2020", None),
        ("", None),
    ],
)
def test_the_days_of_a_value(value: str, reach: tuple[str, str] | None) -> None:
    found = almanac.bounds(value)
    assert (found and (found[0].isoformat(), found[1].isoformat())) == reach
