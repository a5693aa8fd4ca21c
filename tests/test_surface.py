"""What people use in a notebook: how a brief shows itself, is written and read back."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any, cast

import msgspec
import pytest

import briefkit
from briefkit.errors import UnreadableError, UsageError
from briefkit.rendering import Format, render
from briefkit.schema import Brief
from tests.briefs import article, brief


def test_a_brief_says_what_it_is_in_a_line() -> None:
    assert repr(brief()) == "<Brief 'ferry': 1 actor, 2 dates, 1 quote, 1 warning>"


def test_a_brief_writes_itself_and_is_read_back() -> None:
    made = brief()
    assert made.to_json() == render(made, Format.JSON)
    assert made.to_yaml() == render(made, Format.YAML)
    assert made.to_markdown() == render(made, Format.MARKDOWN)
    assert Brief.from_json(made.to_json()) == Brief.from_json(made.to_json().encode()) == made
    assert list(made.to_dict()) == [field.name for field in fields(Brief)]
    assert made.to_dict()["actors"][0]["mentions"][0] == [20, 35]


@pytest.mark.parametrize("data", ["", "{", "[]", '{"schema_version": "9.0"}', b"\xff"])
def test_what_is_no_brief_is_refused(data: str | bytes) -> None:
    with pytest.raises(UnreadableError):
        Brief.from_json(data)


def test_the_article_is_at_hand_and_no_part_of_the_brief() -> None:
    made = brief().with_article(article())
    assert made.article == article() and brief().article is None
    assert made == brief() and msgspec.json.encode(made) == msgspec.json.encode(brief())
    assert "<article" in made.to_html() and "<article" not in brief().to_html()


def test_a_notebook_shows_the_page_in_a_frame_that_reaches_nothing() -> None:
    shown = brief().with_article(article())._repr_html_()
    assert shown.startswith('<iframe srcdoc="&lt;!DOCTYPE html&gt;')
    assert shown.count("<") == 2 and 'sandbox="allow-scripts"' in shown


def test_names_complete() -> None:
    assert set(briefkit.__all__) <= set(dir(briefkit))
    assert {"article", "to_dict", "to_html", "from_json"} <= set(dir(Brief))


@pytest.mark.parametrize("given", [b"Rain fell.", None, 3, ["Rain fell."]])
def test_what_is_no_article_is_refused(given: object) -> None:
    with pytest.raises(UsageError, match=f"{type(given).__name__} is not an article"):
        briefkit.extract(cast("Any", given))


def test_the_name_of_a_file_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text("Rain fell in Oslo on 3 May 2024, said Mary Olsen.", encoding="utf-8")
    with pytest.raises(UsageError, match="is a file, and extract takes the text") as caught:
        briefkit.extract(str(file))
    assert "extract_file" in (caught.value.hint or "")
    made = briefkit.extract(file)
    assert made == briefkit.extract_file(str(file)) and made.source.id == "story"
    assert made.article and made.article.text[slice(*made.dates[0].span)] == "3 May 2024"
