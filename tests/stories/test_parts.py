"""Parts of a story that cases do not reach: figures of texts, spellings, groups that are too large."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefkit.schema import Quote
from briefkit.stories import grouping
from briefkit.stories.account import tell, whole
from briefkit.stories.evidence import Evidence
from briefkit.stories.features import Features
from briefkit.stories.figures import figures
from briefkit.stories.matching import Index
from briefkit.stories.names import same_spelling
from briefkit.stories.quotes import day_of
from briefkit.stories.reader import when
from briefkit.stories.store import Store
from briefkit.stories.versions import Wording, relation
from briefkit.stories.words import Rarity
from tests import briefs
from tests.stories.affairs import articles
from tests.stories.making import make
from tests.timing import power


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least nine people were killed and 20 injured in the blast", [("dead", "", 9.0, "least"), ("injured", "", 20.0, "exact")]),
        ("The death toll rose from nine to 12 on Tuesday", [("dead", "", 12.0, "exact")]),
        ("A 6.1-magnitude quake killed two hundred and fifty people", [("magnitude", "", 6.1, "exact"), ("dead", "", 250.0, "exact")]),
        ("Twenty-three miners are missing", [("missing", "miner", 23.0, "exact")]),
        ("The company agreed to pay $1.2 billion", [("$", "", 1.2e9, "exact")]),
        ("about 1,200 people were evacuated", [("displaced", "", 1200.0, "about")]),
        ("He won 52 percent of the votes", [("%", "", 52.0, "exact")]),
        ("Nobody said how many, on 12 May or in 2012", []),
        ("The 33-year-old was killed on 6 December", []),
        ("Another 12 people were hurt", []),
        ("killed by a bullet that hit one of them", []),
        ("Fan 3 is still dead", []),
        ("Fans 3 and 4 are dead, a family of five was injured", [("dead", "", 4.0, "exact"), ("injured", "", 5.0, "exact")]),
        ("Members voted 6-3 to stand him down", [("votes in favour", "member", 6.0, "exact")]),
        ("Ten voted for and two against", [("votes in favour", "", 10.0, "exact")]),
        ("They voted zero to five", [("votes in favour", "", 0.0, "exact")]),
        ("They voted two to three times a year, and 3 ² is no number", []),
        ("Seven of nine were for it", []),
        ("Prices rose by 5 per cent", [("%", "", 5.0, "exact")]),
        ("The pier cost a million dollars", [("$", "", 1e6, "exact")]),
        ("The pier cost half a million dollars", [("$", "", 5e5, "exact")]),
        ("A quarter of a million people died", []),
        ("At most 12\u00a0000 people died", [("dead", "", 12000.0, "most")]),
        ("In 2012 250 people died", [("dead", "", 250.0, "exact")]),
        ("Twenty‑five people died", [("dead", "", 25.0, "exact")]),
        ("The 34‑year‑old baker Gerda Holm", [("age", "gerda holm", 34.0, "exact")]),
        ("Gerda Åkesson,\u00a034, and Özlem Demir, 43", [("age", "gerda akesson", 34.0, "exact"), ("age", "ozlem demir", 43.0, "exact")]),
    ],
)  # fmt: skip
def test_figures(text: str, found: list[tuple[str, str, float, str]]) -> None:
    assert [(f.kind, f.unit, f.value, f.bound) for f in figures(text)] == found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("zelensky", "zelenskyy", True), ("gaddafi", "qadhafi", True), ("medvedev", "medvedyev", True),
        ("smith", "smyth", True), ("hassan", "hussein", False), ("khan", "kahn", False),
        ("brown", "braun", False), ("lee", "li", False),
    ],
)  # fmt: skip
def test_spellings(one: str, other: str, same: bool) -> None:
    assert same_spelling(one, other) is same


def test_groups_that_are_too_large_are_cut_at_stronger_ties(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    features = Features()
    briefs = [brief for brief, _ in articles()]
    for brief in (*briefs, *briefs):
        features.add(brief)
    whole = grouping.group(features.matrix()).tolist()
    assert whole == ([0] * 20 + [1] * 20 + [2] * 20) * 2
    monkeypatch.setattr(grouping, "_FLOOR", 0.0)
    monkeypatch.setattr(grouping, "_LARGEST", 25)
    assert grouping.group(features.matrix()).tolist() == whole


def test_one_brief_is_a_group() -> None:
    features = Features()
    features.add(articles()[0][0])
    assert grouping.group(features.matrix()).tolist() == [0]


def test_what_somebody_says_is_no_fact_of_the_story() -> None:
    brief = briefs.brief()
    words = brief.quotes[0].spans[0]
    said = replace(brief.dates[1], event="It is back", event_span=(words[0] + 1, words[1] - 1))
    assert not Evidence(brief).is_said(briefs.place("Mayor Ada Quill opened the Lorn ferry"))
    first = Evidence(replace(brief, dates=(said,))).sentences[0]
    assert (first.text, first.is_said) == ("It is back", True)


def test_the_same_text_is_asked_before_those_that_share_more_keys() -> None:
    with Store() as store:
        index = Index(store, "some")
        index.add([2, 3, 4], 7)
        index.add([1], 8)
        assert index.candidates([1, 2, 3, 4]) == [7, 8]
        assert index.candidates([1, 2, 3, 4], whole=1) == [8, 7]


def test_a_day_in_what_another_quote_reports_is_not_that_of_the_saying() -> None:
    clause = "Ada Quill said the valve was new, and that a pump seen on 2024-03-02 was old"
    ((brief, _),) = make(["a 2024-03-09", f"* 2024-03-02 | {clause} | 2024-03-02"])
    start = brief.dates[0].event_span[0] if brief.dates[0].event_span else 0

    def quote(words: str) -> Quote:
        at = start + clause.index(words)
        return Quote(
            words, "indirect", "Ada Quill", None, "Ada Quill", (start, start + 9),
            "said", (start + 10, start + 14), ((at, at + len(words)),), "named",
        )  # fmt: skip

    new, old = quote("the valve was new"), quote("a pump seen on 2024-03-02 was old")
    for quotes, day in (((new,), "2024-03-02"), ((new, old), None)):
        story = whole(tell([replace(brief, quotes=quotes)]))
        assert {said.said for said in story.quotes} == {day}


def test_a_season_is_told_by_its_name_between_the_days_that_it_lies_in() -> None:
    ((brief, _),) = make(
        ["a 2024-03-09", "* 2021-03-01 | The pier was closed in spring | in spring"]
    )
    for value, told in (
        ("2021-SP", ("2021-01-01", "2021-12-31", "spring 2021")),
        ("2021-WI", ("2021-06-01", "2022-03-31", "winter 2021")),
    ):
        season = replace(brief.dates[0], value=value, start=None, end=None)
        (event,) = whole(tell([replace(brief, dates=(season,))])).timeline
        assert (event.start, event.end, when(event)) == told
    odd = replace(brief.dates[0], value="²²-SP", start=None, end=None)
    assert whole(tell([replace(brief, dates=(odd,))])).timeline == ()


def test_of_two_days_in_its_clause_a_quote_was_said_on_the_nearest_that_tells_an_event() -> None:
    ((brief, _),) = make(
        [
            "a 2024-03-03",
            "@ Ada Quill | person",
            '" The harbour is safe. | Ada Quill | direct | 2024-03-01',
        ]
    )
    (said,) = brief.dates
    start = said.span[1] + 30
    fire = replace(said, start="2024-02-26", end="2024-02-26", span=(start, start + 6))
    for dates in ((fire, said), (replace(fire, span=said.span), replace(said, tense="past"))):
        assert day_of(brief.quotes[0], replace(brief, dates=dates)) == "2024-03-01"


def test_the_value_of_a_contradiction_is_the_whole_figure() -> None:
    lines = [
        "a 2024-03-02",
        "- The buyer paid $1,234,567 for the furnaces of the smelter at Halden",
    ]
    lines += [
        "b 2024-03-03",
        "- The buyer paid $3 million for the furnaces of the smelter at Halden",
    ]
    (found,) = whole(tell(brief for brief, _ in make(lines))).contradictions
    assert [claim.value for claim in found.members] == ["1234567", "3000000"]


@pytest.mark.parametrize(
    "work",
    [
        lambda text: figures.__wrapped__(f"vote 3 {text.replace(' ', '')} "),
        lambda text: relation(Wording(f"row {text}", True), Wording(text, True), Rarity()),
    ],
    ids=["figures", "quotes"],
)
def test_what_is_said_over_and_over_takes_no_time_beyond_its_length(
    work: Callable[[str], object],
) -> None:
    assert power(work, "row boat " * 400, "row boat " * 800, most=1.7) < 1.7


@pytest.mark.parametrize("name", ["—", "…", " "])
def test_a_name_without_a_letter_is_nobody_else(name: str) -> None:
    lines = ["a 2024-03-01", "@ Ada Quill | person", "@ Bo | organization", "b 2024-03-02"]
    briefs = [brief for brief, _ in make([*lines, *lines[1:3]])]
    odd = [replace(b, actors=tuple(replace(a, name=name) for a in b.actors)) for b in briefs]
    assert {actor.name for actor in whole(tell(odd)).actors} == {name}
