"""What is written is what is read: YAML and JSON, for any text."""

from __future__ import annotations

import io
from dataclasses import replace

import msgspec
import pytest
import yaml
from hypothesis import given, settings

from briefkit.errors import UnreadableError
from briefkit.reading.briefs import read_briefs
from briefkit.rendering import Format, render
from briefkit.rendering.json import render_line
from briefkit.schema import Brief
from tests.briefs import TRICKY, any_brief, brief


def _read(text: str) -> list[Brief]:
    return list(read_briefs("-", io.BytesIO(text.encode())))


@settings(deadline=None, max_examples=60)
@given(any_brief)
def test_yaml_gives_back_the_brief(written: Brief) -> None:
    text = render(written, Format.YAML)
    assert _read(text) == [written]
    # Any reader at all gets the same tree, and a line is never broken within a string.
    assert yaml.safe_load(text) == msgspec.json.decode(msgspec.json.encode(written))
    assert text.count("\n---") == 0


@settings(deadline=None, max_examples=60)
@given(any_brief)
def test_json_gives_back_the_brief(written: Brief) -> None:
    assert _read(render(written, Format.JSON)) == [written]
    assert _read(render_line(written) * 2) == [written, written]


@settings(deadline=None, max_examples=30)
@given(any_brief)
def test_every_form_takes_any_text_and_commands_nothing(written: Brief) -> None:
    for format in (Format.YAML, Format.JSON, Format.MARKDOWN, Format.SUMMARY):
        text = render(written, format)
        assert not set(text) & set("\x00\x07\x1b\x7f\x85\x9b\u061c\u200f\u202e\u2066")


@pytest.mark.parametrize("string", TRICKY)
def test_strings_stay_strings(string: str) -> None:
    text = render(replace(brief(), headline=string), Format.YAML)
    assert yaml.safe_load(text)["headline"] == string


# Plain in YAML 1.1, where PyYAML would leave them so, but numbers to a reader of YAML 1.2.
@pytest.mark.parametrize("string", ["1e3", "0o17", "12e03", "1E-5"])
def test_numbers_of_yaml_1_2_are_quoted(string: str) -> None:
    assert f"headline: '{string}'\n" in render(replace(brief(), headline=string), Format.YAML)


def test_the_form_of_yaml() -> None:
    assert render(brief(), Format.YAML).startswith(
        "---\nschema_version: '1.0'\nsource:\n  id: ferry\n  path: ferry.txt\n  url: null\n"
    )
    actor = replace(brief().actors[0], mentions=((25, 34), (91, 96), (99, 102)))
    assert (
        "actors:\n- id: a1\n  name: Ada Quill\n  type: person\n  role: Mayor\n"
        "  affiliation: null\n  aliases:\n  - Quill\n  salience: 1.0\n"
        "  mentions: [[25, 34], [91, 96], [99, 102]]\n"
    ) in render(replace(brief(), actors=(actor,)), Format.YAML)


@pytest.mark.parametrize(
    ("string", "written"),
    [
        ("rain 🌧 and 😀", '"rain 🌧 and 😀"'),
        ("C:\\U0001F600 😀", '"C:\\\\U0001F600 😀"'),
        ('"😀" \\\\U0001F600\n', r'"\"😀\" \\\\U0001F600\n"'),
        ("C:\\U0001F600", "C:\\U0001F600"),
    ],
)
def test_emoji_are_written_as_they_are(string: str, written: str) -> None:
    text = render(replace(brief(), headline=string), Format.YAML)
    assert f"headline: {written}\n" in text
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        assert yaml.load(text, loader)["headline"] == string


def test_a_long_line_is_not_folded() -> None:
    text = render(replace(brief(), headline="word " * 400 + "end"), Format.YAML)
    assert f"headline: {'word ' * 400}end\n" in text


@pytest.mark.parametrize("format", list(Format))
def test_a_lone_surrogate_is_refused(format: Format) -> None:
    if format in (Format.SUMMARY, Format.MARKDOWN):  # shown as its code
        assert "\\ud800" in render(replace(brief(), headline="a\ud800"), format).replace(
            "\\\\", "\\"
        )
        return
    with pytest.raises(UnreadableError, match=r"ferry\.txt: .* lone surrogate, U\+D800"):
        render(replace(brief(), headline="a\ud800"), format)


def test_a_stream_of_documents_reads_back() -> None:
    other = replace(brief(), headline="no")
    assert _read(render(brief(), Format.YAML) + render(other, Format.YAML)) == [brief(), other]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "standard input: empty"),
        ("just: this\n", "standard input: not a brief: Object missing required field `schema_version`"),
        ("a: [\n", "standard input: not a brief: not YAML: while parsing"),
        ('{"a":}\n', "standard input, brief 1: not a brief: not JSON: JSON is malformed"),
        ("schema_version: '2.0'\n", "standard input: a brief of schema version 2.0; this is 1.0"),
        (render(brief(), Format.YAML).replace("type: person", "type: robot"),
         "standard input: not a brief: Invalid enum value 'robot' - at `$.actors[0].type`"),
        ("!!python/object/apply:os.getcwd []\n", "standard input: not a brief: not YAML: could not determine"),
    ],
)  # fmt: skip
def test_what_is_no_brief_is_told_with_its_place(text: str, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        _read(text)
    assert caught.value.message.startswith(message)


def test_a_date_without_quotes_stays_a_string() -> None:
    text = render(brief(), Format.YAML).replace("published: '2024-05-04'", "published: 2024-05-04")
    assert _read(text) == [brief()]
