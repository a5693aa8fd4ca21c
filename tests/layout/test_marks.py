"""Bylines, date lines and word lists."""

from __future__ import annotations

import pytest

from briefkit.layout.bylines import byline_names
from briefkit.layout.marks import is_dateline
from briefkit.lexicon import entries


@pytest.mark.parametrize(
    "line, names",
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By JANE DOE, Staff Writer", ("JANE DOE",)),
        ("BY JANE DOE AND JOHN ROE", ("JANE DOE", "JOHN ROE")),
        ("By Jane Doe, John Roe and Al Poe", ("Jane Doe", "John Roe", "Al Poe")),
        ("By Jane Doe | The Daily Post", ("Jane Doe",)),
        ("Reviewed by Jane Doe", ("Jane Doe",)),
        ("Medically reviewed by Al Poe, MD — Written by Jane Doe on May 3, 2024", ("Jane Doe",)),
        ("Interview: Jane Doe", None),
        ("By Jane Doe, The Daily Post", ("Jane Doe",)),
        ("By Emily Post and Jane Doe", ("Emily Post", "Jane Doe")),
        ("Written by Jane Doe", ("Jane Doe",)),
        ("By Émile Roe and Łukasz Ötzi", ("Émile Roe", "Łukasz Ötzi")),
        ("By Jane Doe and agencies", ("Jane Doe",)),
        ("By Jane Doe, with reporting by John Roe", ("Jane Doe",)),
        ("By STAFF REPORTER", ()),
        ("By Local Politics Reporter Jane Doe", ("Jane Doe",)),
        ("By Jane Doe | Arts & Letters", ("Jane Doe",)),
        ("Jane Doe, transport correspondent", ("Jane Doe",)),
        ("By Harbour Post Staff and News Agencies", ()),
        ("By Jane Doe published 3 May 2024", ("Jane Doe",)),
        ("By Jane Doe last updated 3 May 2024", ("Jane Doe",)),
        ("By Jane Doe|Edited by John Roe", ("Jane Doe",)),
        ("By Jane Doe, photographs by John Roe", ("Jane Doe",)),
        ("By Jane Doe in Oslo and John Roe in Cape Town", ("Jane Doe", "John Roe")),
        ("By JANE DOE, ROYAL EDITOR and JOHN ROE IN CAPE TOWN", ("JANE DOE", "JOHN ROE")),
        ("By JANE DOE FOR LORNPOST.COM", ("JANE DOE",)),
        ("By Christmas", None),
        ("By Monday the war was over", None),
        ("Jane Doe, who is a reporter", None),
        ("Jane Doe", None),
    ],
)
def test_bylines(line: str, names: tuple[str, ...] | None) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize(
    "line, names",
    [
        ("Jane Doe", ("Jane Doe",)),
        ("Łukasz Ötzi in Kraków and agencies", ("Łukasz Ötzi",)),
        ("Jane Doe and agencies", ("Jane Doe",)),
        ("Jane Doe (now) and Xolani Mbatha (earlier)", ("Jane Doe", "Xolani Mbatha")),
        ("Interview: Jane Doe", ("Jane Doe",)),
        ("Xolani Mbatha with agencies", ("Xolani Mbatha",)),
        ("Jane Doe, MPH", ("Jane Doe",)),
        ("Jane Doe in Oslo and Xolani Mbatha in Cape Town", ("Jane Doe", "Xolani Mbatha")),
        ("Jane Doe Middle East correspondent", ("Jane Doe",)),
        ("Jane van der Doe, CNN", ("Jane van der Doe",)),
        ("Guardian staff and agencies", ()),
        ("Reuters in Kyiv", ()),
        ("Political editor", ()),
        ("Lornpost Sports Writer", ()),
        ("Sports Bureau", ()),
        ("Manchester United", None),
        ("Jane Doe dies", None),
        ("London and Paris", None),
        ("Oxford Street", None),
        ("The Bank of England", None),
    ],
)
def test_beside_a_day_a_byline_may_do_without_by(line: str, names: tuple[str, ...] | None) -> None:
    assert byline_names(line, dated=True) == names


@pytest.mark.parametrize("line", ["By", "By:", "Written by", "Author of the article:"])
def test_a_line_announces_a_byline(line: str) -> None:
    assert byline_names(line) == ()
    assert byline_names("Mohloai Mpesi", announced=True) == ("Mohloai Mpesi",)
    assert byline_names("The minister resigned", announced=True) is None


@pytest.mark.parametrize("line", ["Monday, May 18, 2015", "Published: 3 June 2024", "Aired June 3, 2024 - 19:00 ET", "Updated 10:30 GMT", "10:30 a.m.", "2024-05-01", "June 30, 2026 - 4.34pm", "Published Jun 05, 2026 • 3 minute read", "Published Jun 04, 2026 • Last updated 1 day ago", "Updated - June 30, 2026 09:14 pm IST - LORNPORT", "LORNPORT, JULY 3"])  # fmt: skip
def test_date_lines(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "May Day",
        "Decision 2024",
        "Sunderland 2, Monaco 1",
        "Mary, 24",
        "MARY 24",
        "In May 2024",
        "Monday",
        "12",
        "A 10:30 start",
    ],
)
def test_other_lines(line: str) -> None:
    assert not is_dateline(line)


@pytest.mark.parametrize(
    "name", ["agencies.txt", "calls.tsv", "furniture.tsv", "summary_headers.txt"]
)
def test_word_lists_are_sorted(name: str) -> None:
    assert list(entries("layout", name)) == sorted(set(entries("layout", name)))
