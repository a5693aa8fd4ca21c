"""Small things that a hostile or an unlucky input could do."""

from __future__ import annotations

import io
import json
import re
import signal
import subprocess
import sys
import time
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from typer.testing import CliRunner

import briefkit
from briefkit.cli import app
from briefkit.reading.briefs import read_briefs
from briefkit.rendering import Format, render
from briefkit.rendering.json import render_line
from briefkit.schema import Brief
from tests.briefs import brief

STORY = "Mayor Ada Quill opened the Lorn ferry on Monday. “It is back,” said Quill.\n"
MAIN = [sys.executable, "-c", "from briefkit.cli import main; main()"]


def run(*arguments: object, stdin: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(map(str, arguments)), input=stdin)
    return int(result.exit_code), result.stdout, result.stderr


def test_a_record_with_a_page_beside_its_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "x", "text": STORY, "html": "<p>a</p>" * 200_000}))
    code, out, err = run("extract", path, "--format", "json")
    assert (code, err) == (0, "")
    assert json.loads(out)["source"]["id"] == "x"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl", "-"])
def test_nul_is_no_text_anywhere(tmp_path: Path, name: str) -> None:
    text = STORY.replace("Quill", "Qu\0ill")
    content = json.dumps({"text": text}) if name == "a.jsonl" else text
    if name == "a.html":
        content = f"<html><body><article><p>{text * 5}</p></article></body></html>"
    path = tmp_path / name
    if name != "-":
        path.write_text(content)
    code, out, err = run("extract", *(["-"] if name == "-" else [path]), stdin=content)
    assert (code, out) == (3, "")
    assert ": not text\n" in err


@pytest.mark.parametrize("format", [Format.JSON, Format.YAML, Format.SUMMARY, Format.MARKDOWN])
def test_no_format_commands_a_terminal(format: Format) -> None:
    named = replace(brief(), headline="Ferry \x9b2J\x9d \u202e and \x7f \u2066 more")
    written = render(named, format)
    assert not set(written) & set("\x9b\x9d\x7f\u202e\u2066")
    if format is Format.YAML:
        assert list(read_briefs("-", io.BytesIO(written.encode()))) == [named]
    if format is Format.JSON:
        assert json.loads(written)["headline"] == named.headline
        assert json.loads(render_line(named))["headline"] == named.headline
        assert "\x9b" not in render_line(named)


# What renderers make links of by themselves.
ADDRESS = re.compile(r"https?:|mailto:|www\.|[^\\]@", re.IGNORECASE)


def markdown(headline: str) -> str:
    """The page of a brief with these words in it."""
    made: Brief = replace(
        brief(), headline=headline, at_a_glance=(replace(brief().at_a_glance[0], text=headline),)
    )
    written = render(made, Format.MARKDOWN)
    assert not ADDRESS.search(written)
    return str(MarkdownIt("commonmark").render(written))


@pytest.mark.parametrize(
    "words",
    ["see http://example.org/x now", "HTTPS://EXAMPLE.ORG", "www.example.org/a", "ada@example.org",
     "mailto:ada@example.org", "    code of the ferry", "   1. first", "  - listed", " # big"],
)  # fmt: skip
def test_markdown_shows_words_and_nothing_else(words: str) -> None:
    page = markdown(words)
    assert not any(tag in page for tag in ("<code", "<pre", "<ol", "<h1>big"))
    # Glance, actors, places, timeline, quotes, warnings; no list in a list.
    assert page.count("<ul>") == 6


@pytest.mark.parametrize(
    "pair", [("Ferry", "ferry"), ("café", unicodedata.normalize("NFD", "café"))]
)
def test_names_that_differ_in_case_or_form_only_are_told(
    tmp_path: Path, pair: tuple[str, str]
) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"id": id, "text": STORY}) + "\n" for id in pair))
    code, _, err = run("batch", source, "-o", tmp_path / "out")
    assert code == 0
    one, other = (f"{id}.yaml" for id in pair)
    assert (
        f"note: {one} and {other} differ in case or form only: some file systems keep one of them\n"
        in err
    )


def test_a_name_at_the_head_of_a_bullet_is_the_one_that_is_resolved() -> None:
    text = (
        "Minister van Rijn met the council of Lorn on Monday about the ferry.\n\nHe opened a bridge "
        "to Lorn after two years of work, for which voters paid.\n\n"
        "He said that it would stay open.\n"
    )
    (told,) = (b for b in briefkit.extract(text, bullets=4).at_a_glance if b.resolved)
    assert told.resolved[0]["to"] in told.text


def test_a_long_run_of_marks_is_written_as_it_stands() -> None:
    """Every 64th of them is a space where it is parsed."""
    text = f"Mayor Ada Quill opened the ferry{'.' * 200} on 3 May 2024, and it sailed."
    made = briefkit.extract(text)
    assert made.at_a_glance
    assert all(bullet.text in text for bullet in made.at_a_glance)


def test_the_parts_of_a_quote_lie_apart() -> None:
    text = (
        "Jens Holm is said to have written to the girl’s mother a letter that he “never sent” and "
        "that he is said to have lost. The inn where Ada Vale is said to have been born is gone.\n"
    )
    for quote in briefkit.extract(text).quotes:
        for before, after in zip(quote.spans, quote.spans[1:], strict=False):
            assert before[1] <= after[0]


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_second_interrupt_ends_at_once(tmp_path: Path) -> None:
    """Also where the first is lost, as in a destructor or in a library."""
    script = (
        "import sys, time\n"
        "import briefkit.batch.run as run\n"
        "def lost(*_):\n"
        "    said = 'ready'\n"
        "    while True:\n"
        "        try:\n"
        "            print(said, file=sys.stderr, flush=True)\n"
        "            time.sleep(60)\n"
        "        except KeyboardInterrupt:\n"
        "            said = 'lost'\n"
        "run._run = lost\n"
        "from briefkit.cli import main\n"
        "main()\n"
    )
    (tmp_path / "a.txt").write_text(STORY)
    with subprocess.Popen(
        [sys.executable, "-c", script, "batch", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")],
        stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stderr is not None
        while process.stderr.readline() != "ready\n":
            pass
        process.send_signal(signal.SIGINT)
        assert process.stderr.readline() == "lost\n"
        process.send_signal(signal.SIGINT)
        started = time.monotonic()
        assert process.wait(60) == 130
        assert time.monotonic() - started < 60
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
