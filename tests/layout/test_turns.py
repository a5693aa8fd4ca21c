"""Who speaks in interviews and transcripts, told by the labels before their paragraphs."""

from __future__ import annotations

import time

import pytest

from briefkit.layout import analyse, find_turns

LEDE = "Ana Lucía Reyes wrote an opera about a signalman. She spoke to Helen Ward on Monday."


def turns(*paragraphs: str) -> list[tuple[str, list[str]]]:
    text = "\n\n".join((LEDE, *paragraphs))
    found = find_turns(text, analyse(text))
    return [
        (text[slice(*one.label)], [text[slice(*words)] for words in one.words]) for one in found
    ]


def test_labels_that_come_back() -> None:
    assert turns("HW: Why trains?", "ALR: I hear them.", "HW: Only trains?", "ALR: And rain.") == [
        ("HW", ["Why trains?"]),
        ("ALR", ["I hear them."]),
        ("HW", ["Only trains?"]),
        ("ALR", ["And rain."]),
    ]


def test_labels_of_other_letters() -> None:
    found = turns("ÖZIL: Why trains?", "ŻAK: I hear them.", "ÖZIL: Only trains?", "ŻAK: And rain.")
    assert [label for label, _ in found] == ["ÖZIL", "ŻAK"] * 2


def test_labels_in_brackets() -> None:
    assert turns("((HW)) : Why trains?", "[ALR]: I hear them.", "((HW)) : Only trains?") == [
        ("HW", ["Why trains?"]),
        ("ALR", ["I hear them."]),
        ("HW", ["Only trains?"]),
    ]


def test_double_brackets_need_no_colon() -> None:
    text = f"{LEDE}\n\n((HW)) Why trains?\n\n((Ana Reyes)) I hear them.\n\n((HW)) Only trains?"
    found = find_turns(text, analyse(text))
    assert [text[slice(*one.label)] for one in found] == ["HW", "Ana Reyes", "HW"]
    assert [one.colon for one in found] == [None] * 3


def test_the_colon_is_the_one_behind_the_label() -> None:
    text = f"{LEDE}\n\nWard (D: Ohio): Why?\n\nReyes: I hear them.\n\nWard (D: Ohio): Only trains?"
    first, *_ = find_turns(text, analyse(text))
    assert first.colon and first.colon[0] == text.index(": Why?")


def test_whoever_speaks_once_stands_in_the_conversation() -> None:
    first = turns(
        "Helen Ward (HW): Why trains?",
        "Ana Reyes: I hear them.",
        "HW: Yes?",
        "AR: And rain.",
        "HW: Why?",
    )
    assert [label for label, _ in first] == ["Helen Ward", "Ana Reyes", "HW", "AR", "HW"]


def test_an_office_behind_the_name_is_no_part_of_it() -> None:
    found = turns(
        "HELEN WARD, ANCHOR: Good evening.",
        "(BEGIN VIDEO CLIP)",
        "ANA REYES, MAYOR OF LIMA (voice-over): I hear them.",
        "(END VIDEO CLIP)",
        "WARD: Only trains?",
        "WARD: Good night.",
    )
    assert found[:2] == [("HELEN WARD", ["Good evening."]), ("ANA REYES", ["I hear them."])]
    assert len(found) == 4


def test_a_turn_goes_on_up_to_the_next() -> None:
    found = turns(
        "HW: Why?",
        "ALR: I hear them.",
        "They never sleep.",
        "HW: And?",
        "ALR: Rain.",
        "The opera opens on Friday in Lima.",
    )
    assert found[1] == ("ALR", ["I hear them.", "They never sleep."])
    assert found[-1] == ("ALR", ["Rain."])  # what follows the last may be the story again


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Note: The opera is long.", "Ana Lucía Reyes will conduct it herself on Friday."),
        ("Smith: 1,204", "Jones: 980", "Brown: 77", "Smith: 12"),
        ("Dining: What to eat in the city", "Dining: The great soup", "Dining: Where to go"),
        ("Tickets: They cost nine pounds.", "Place: The old depot.", "Food: There is none."),
    ],
    ids=["one", "table", "teasers", "a list of facts"],
)  # fmt: skip
def test_what_is_no_conversation(paragraphs: tuple[str, ...]) -> None:
    assert turns(*paragraphs) == []


def test_time_grows_with_the_turns() -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        turns(*["HW: Why?", "ALR: I hear them, and you do not."] * count)
        return time.process_time() - start

    small, large = (min(seconds(count) for _ in range(3)) for count in (500, 2_000))
    assert large < 10 * small
