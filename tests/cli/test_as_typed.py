"""The command line as people type it: files without a command, forms by ending, quick answers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
import typer
import yaml
from typer.testing import CliRunner

from briefkit.cli import app
from briefkit.cli.target import page_for
from briefkit.rendering import Format, render
from tests.briefs import TEXT, brief

SEED = Path(__file__).parents[2] / "seeds" / "rare-military-visit.txt"


def run(*arguments: object, stdin: str | None = None, env: dict[str, str] | None = None) -> Any:
    return CliRunner().invoke(app, list(map(str, arguments)), input=stdin, env=env)


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A brief beside its article, in the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "ferry.yaml").write_text(render(brief(), Format.YAML), encoding="utf-8")
    return tmp_path / "ferry.yaml"


def test_a_file_alone_is_extracted_and_so_is_standard_input(tmp_path: Path) -> None:
    alone = run(SEED, "--published", "2025-01-13")
    assert alone.exit_code == 0 and yaml.safe_load(alone.stdout)["published"] == "2025-01-13"
    assert run("-", stdin="").stderr == run("extract", "-", stdin="").stderr != ""
    assert run("no-such-file.txt").exit_code == 3
    assert run("exract").exit_code == 2


def test_options_may_stand_before_a_file_that_has_no_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BRIEFKIT_DEBUG", "")  # which --debug sets
    done = run("--debug", "-f", "json", "--published", "2025-01-13", SEED)
    assert done.exit_code == 0 and json.loads(done.stdout)["published"] == "2025-01-13"
    assert "No such option: -f" in run("-f", "json", "show", "x.yaml").stderr
    assert "Possible options: --version" in run("--versoin").stderr


def test_several_articles_are_a_stream_and_one_that_fails_is_named(tmp_path: Path) -> None:
    (tmp_path / "two.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    done = run("extract", SEED, tmp_path / "empty.txt", tmp_path / "two.txt", "-f", "jsonl")
    ids = [json.loads(line)["source"]["id"] for line in done.stdout.splitlines()]
    assert ids == ["rare-military-visit", "two"]
    assert done.exit_code == 4 and "empty.txt" in done.stderr


def test_a_page_of_an_article(tmp_path: Path) -> None:
    done = run("extract", SEED, "-o", tmp_path / "seed.html", "--quiet")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    page = (tmp_path / "seed.html").read_text(encoding="utf-8")
    assert '<article id="article"' in page and "Yoshimasa Hayashi" in page


def test_pages_of_a_batch_have_a_list_and_can_be_resumed(tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "sub" / "b <b>.txt").write_text(TEXT, encoding="utf-8")
    command = ["batch", tmp_path / "in", "-o", tmp_path / "out", "-f", "html"]
    assert run(*command).exit_code == 0
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert 'href="./a.html"' in index and 'href="./sub/b%20_b_.html"' in index
    first = (tmp_path / "out" / "a.html").read_text(encoding="utf-8")
    assert '<article id="article"' in first
    again = run(*command, "--resume")
    assert "2 kept" in again.stderr
    assert (tmp_path / "out" / "index.html").read_text(encoding="utf-8") == index


@pytest.mark.skipif(sys.platform != "linux", reason="needs names that are no text")
def test_a_list_of_pages_in_folders_whose_names_are_no_text(tmp_path: Path) -> None:
    folder = os.fsdecode(bytes(tmp_path / "in") + b"/caf\xe9")
    Path(folder).mkdir(parents=True)
    Path(folder, "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("batch", tmp_path / "in", "-o", tmp_path / "out", "-f", "html").exit_code == 0
    assert 'href="./caf%E9/a.html"' in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_no_page_is_written_where_the_list_of_pages_would_be(tmp_path: Path) -> None:
    for name in ("a.txt", "index.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    done = run("batch", tmp_path, "-o", tmp_path / "out", "-f", "html")
    assert done.exit_code == 2 and not (tmp_path / "out").exists()
    assert "the list of pages and" in done.stderr and "to index.html" in done.stderr


def test_a_batch_to_standard_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run("batch", tmp_path / "a.txt", "-o", "-")
    assert done.exit_code == 0 and yaml.safe_load(done.stdout)["source"]["id"] == "a"
    done = run("batch", tmp_path / "a.txt", "-o", "-", "-f", "jsonl", "-q")
    assert (json.loads(done.stdout)["source"]["id"], done.stderr) == ("a", "")
    assert run("batch", tmp_path / "a.txt", "-o", "-", "--resume").exit_code == 2


@pytest.mark.parametrize(
    ("name", "form"),
    [("b.json", Format.JSON), ("b.md", Format.MARKDOWN), ("b.HTM", Format.HTML),
     ("b.jsonl", Format.JSONL), ("b.txt", Format.SUMMARY), ("b", Format.SUMMARY)],
)  # fmt: skip
def test_the_ending_tells_the_form(written: Path, name: str, form: Format) -> None:
    done = run("show", written, "-o", name)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"written to {name}\n")
    made = (written.parent / name).read_text(encoding="utf-8")
    if form is Format.HTML:
        assert '<article id="article"' in made
    else:
        assert made == render(brief(), form)


@pytest.mark.parametrize("command", ["show ferry.yaml", "extract ferry.txt"])
def test_an_ending_that_a_brief_cannot_have_is_refused(written: Path, command: str) -> None:
    done = run(*command.split(), "-o", "brief.pdf")
    assert done.exit_code == 2 and not (written.parent / "brief.pdf").exists()
    assert "this command does not write .pdf" in done.stderr and "hint: use .yaml" in done.stderr


def test_show_takes_folders(written: Path) -> None:
    assert run("show", written.parent).stdout == run("show", written).stdout != ""


def test_a_page_without_its_article_says_so(written: Path) -> None:
    (written.parent / "ferry.txt").unlink()
    done = run("show", written, "-f", "html")
    assert done.exit_code == 0 and "is without its article" in done.stderr
    assert "was not at hand" in done.stdout


def test_only_some_parts_of_an_article_are_a_summary_also_in_a_pipe() -> None:
    done = run(SEED, "--only", "quotes", "-v")
    assert done.exit_code == 0 and "Quotes ─" in done.stdout and "Actors" not in done.stdout
    assert done.stderr.startswith("rare-military-visit: 454 words in ")


@pytest.mark.parametrize("options", [["--by-speaker"], ["--only", "quotes"]])
@pytest.mark.parametrize("where", ["ferry.yaml", "."])
def test_whoever_asks_for_the_speakers_gets_all_of_them(
    written: Path, options: list[str], where: str
) -> None:
    quotes = tuple(replace(brief().quotes[0], speaker=f"Speaker {n}") for n in range(9))
    written.write_text(render(replace(brief(), quotes=quotes), Format.YAML), encoding="utf-8")
    for number in range(9):
        assert (f"Speaker {number}" in run("show", where).stdout) == (number < 1)
    shown = run("show", where, *options).stdout
    assert all(f"Speaker {number}" in shown for number in range(9)) and " of 9" not in shown
    run("show", where, *options, "-o", "shown.txt")
    assert Path("shown.txt").read_text(encoding="utf-8") == shown


def test_extract_leaves_no_speaker_out_either() -> None:
    surnames = ("Quill", "Olsen", "Brown", "Hansen", "Schmidt", "Baker", "Fox")
    names = [f"Mary {surname}" for surname in surnames]
    text = "\n\n".join(f"“The ferry is late today,” said {name}." for name in names)
    assert " of 7" in run("-", "-f", "summary", stdin=text).stdout
    shown = run("-", "-f", "summary", "--by-speaker", "--only", "quotes", stdin=text).stdout
    assert all(name in shown for name in names) and " of 7" not in shown


def test_only_some_parts(written: Path) -> None:
    shown = run("show", written, "--only", "quotes,Dates").stdout
    assert "Quotes ─" in shown and "Timeline ─" in shown and "Actors" not in shown
    refused = run("show", written, "--only", "quotes", "-f", "yaml")
    assert refused.exit_code == 2 and "every field" in refused.stderr


@pytest.mark.parametrize("name", ["Ada Quill", "quill", "Mr Quill", "A. Quill"])
def test_what_one_person_says_in_many_briefs(written: Path, name: str) -> None:
    """Also where an article has the surname alone; nobody else's, and no brief without any."""
    quote, actor = brief().quotes[0], brief().actors[0]
    others = {
        "surname": (replace(quote, speaker="Quill"), replace(actor, name="Quill", aliases=())),
        "words": (replace(quote, speaker="Ms. Quill", actor=None), replace(actor, name="Bo")),
        "other": (replace(quote, speaker="Bea Quill"), replace(actor, name="Bea Quill", aliases=())),
        "nobody": (replace(quote, speaker=None, actor=None), actor),
    }  # fmt: skip
    for id, (said, who) in others.items():
        source = replace(brief().source, id=id)
        made = replace(brief(), source=source, headline=id, quotes=(said,), actors=(who,))
        written.with_name(f"{id}.yaml").write_text(render(made, Format.YAML), encoding="utf-8")
    shown = run("show", written.parent, "--speaker", name)
    heads = [line for line in shown.stdout.splitlines() if line in others]
    assert heads == [*(["other"] if name in ("quill", "Mr Quill") else []), "surname", "words"]
    assert shown.stdout.count("“It is back”") == len(heads) + 1 and "Actors" not in shown.stdout


def test_a_body_is_meant_by_its_whole_names_only(written: Path) -> None:
    quote, actor = brief().quotes[0], brief().actors[0]
    house = replace(actor, name="White House", aliases=("the West Wing",), type="organization")
    said = replace(quote, speaker="White House")
    written.write_text(
        render(replace(brief(), actors=(house,), quotes=(said,)), Format.YAML), encoding="utf-8"
    )
    for name, count in (("white house", 1), ("West Wing", 1), ("House", 0), ("Opera House", 0)):
        assert run("show", written, "--speaker", name).stdout.count("“It is back”") == count


def test_another_first_name_is_another_speaker(written: Path) -> None:
    quote, actor = brief().quotes[0], replace(brief().actors[0], aliases=("Quill",))
    assert actor.name == "Ada Quill"
    made = replace(brief(), actors=(actor,), quotes=(quote,))
    written.write_text(render(made, Format.YAML), encoding="utf-8")
    for name, count in (("Quill", 1), ("Ada Quill", 1), ("Tom Quill", 0)):
        assert run("show", written, "--speaker", name).stdout.count("“It is back”") == count


def test_a_speaker_whom_nobody_quotes(written: Path) -> None:
    done = run("show", written, "--speaker", "Ada Hill")
    assert done.exit_code == 0 and done.stdout == ""
    assert "nobody called 'Ada Hill' is quoted" in done.stderr and "Ada Quill" in done.stderr
    assert "lists all speakers" in run("show", written, "--speaker", "Zzz").stderr
    refused = run("show", written, "--speaker", "Quill", "-f", "json")
    assert refused.exit_code == 2 and "summary or markdown" in refused.stderr


def test_a_doubtful_speaker_is_told_also_without_the_warnings(written: Path) -> None:
    unsure = replace(brief(), quotes=(replace(brief().quotes[0], confidence=0.4),))
    written.write_text(render(unsure, Format.YAML), encoding="utf-8")
    assert "Ada Quill (doubtful)" in run("show", written, "--only", "quotes").stdout


def test_width_and_colour(written: Path) -> None:
    assert max(map(len, run("show", written, "--width", "60").stdout.splitlines())) == 60
    assert "\x1b[" not in run("show", written).stdout
    assert "\x1b[" in run("show", written, "--color", "always").stdout
    assert "\x1b[" in run("show", written, env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[" not in run("show", written, "--color", "never", env={"FORCE_COLOR": "1"}).stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [("show {} -f nope", "there is no format 'nope'"), ("show {} --only nope", "'nope' is not a part"),
     ("show {} --open -f json", "a browser shows html"), ("help nope", "there is no command 'nope'")],
)  # fmt: skip
def test_wrong_usage_within_a_command_is_told_with_the_usage(
    written: Path, arguments: str, message: str
) -> None:
    done = run(*arguments.format(written).split())
    assert done.exit_code == 2 and done.stderr.startswith("Usage: briefkit ")
    assert message in " ".join(done.stderr.split())


def test_help_of_a_command() -> None:
    assert run("help", "show").stdout == run("show", "--help").stdout != ""
    assert run("help").stdout == run("--help").stdout != ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_no_fault_of_briefkit(written: Path) -> None:
    code = "from briefkit.cli import main; main()"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", code, "show", str(written)], stdout=full,
            stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "error: cannot write to standard output: No space left on device",
        "hint: make room there, or write to another place with -o FILE",
    ]


def test_defaults_from_the_environment_and_files(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(written.parent / "config"))
    assert "Actors" in run("show", written).stdout
    (written.parent / "config" / "briefkit").mkdir(parents=True)
    own = written.parent / "config" / "briefkit" / "config.toml"
    own.write_text('[show]\nonly = "places"\n')
    assert "Actors" not in run("show", written).stdout
    project = written.parent / "pyproject.toml"
    project.write_text('[tool.briefkit]\nonly = "actors"\n')
    assert "Actors" in run("show", written).stdout and "Places" not in run("show", written).stdout
    assert "Places" in run("show", written, env={"BRIEFKIT_ONLY": "places"}).stdout
    assert "Quotes" in run("show", written, "--only", "quotes").stdout


@pytest.mark.parametrize(
    ("setting", "why"),
    [("model = 'x'", "may not be set there"), ("nonsense = 1", "there is no setting 'nonsense'"),
     ("output = 'x'", "may not be set there"), ("pages = '/etc'", "may not be set there"),
     ("[tool.briefkit.score]\nbriefs = '/etc/passwd'", "may not be set there"), ("[tool.briefkit.show]\nx = 1", "there is no setting"),
     ("= broken", "pyproject.toml")],
)  # fmt: skip
def test_what_a_project_may_not_set_is_refused(written: Path, setting: str, why: str) -> None:
    (written.parent / "pyproject.toml").write_text(f"[tool.briefkit]\n{setting}\n")
    done = run("show", written)
    assert done.exit_code == 2 and why in done.stderr and "Traceback" not in done.stderr


def test_settings_may_be_written_with_underscores(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = written.parent / "pyproject.toml"
    project.write_text("[tool.briefkit]\nmax_chars = 9\n[tool.briefkit.show]\nby_speaker = true\n")
    by_speaker = run("show", written)
    assert run("text", "ferry.txt").exit_code == 3
    project.unlink()
    assert by_speaker.stdout == run("show", written, "--by-speaker").stdout
    assert by_speaker.stdout != run("show", written).stdout


@pytest.mark.parametrize(
    ("setting", "said"),
    [("BRIEFKIT_WIDTH=wide", "'wide' is not a whole number"), ("BRIEFKIT_WIDTH=7", "'7' is less than 20"),
     ("BRIEFKIT_WIDTH=9999", "'9999' is more than 1000"), ("BRIEFKIT_ALL=some", "'some' is neither true nor false"),
     ("BRIEFKIT_COLOR=blue", "'--colour': 'blue' is not one of 'auto', 'always', 'never'.")],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_named(written: Path, setting: str, said: str) -> None:
    done = run("show", written, env=dict([setting.split("=")]))
    assert done.exit_code == 2 and said in done.stderr


def test_names_may_be_written_in_any_case(written: Path) -> None:
    assert run("schema", "Story").stdout == run("schema", "story").stdout != run("schema").stdout
    assert run("show", written, "--color", "NEVER").exit_code == 0
    assert run("text", "ferry.txt", "--input-format", "TEXT").exit_code == 0


def test_open_starts_the_browser_that_the_environment_names(written: Path) -> None:
    stub, seen = written.parent / "browser", written.parent / "seen"
    stub.write_text(f'#!/bin/sh\nprintf %s "$1" > {seen}\n')
    stub.chmod(0o755)
    for command in ("show ferry.yaml --open", "show ferry.yaml --open -o page.html"):
        done = subprocess.run(
            [sys.executable, "-m", "briefkit", *command.split()],
            cwd=written.parent, env={**os.environ, "BROWSER": str(stub)}, capture_output=True, check=True,
        )  # fmt: skip
        page = Path(url2pathname(urlsplit(seen.read_text()).path))
        assert '<article id="article"' in page.read_text("utf-8"), done.stderr
        page.unlink()
        seen.unlink()


def test_pages_that_are_only_looked_at_lie_in_a_folder_of_their_own() -> None:
    path = page_for("a/../b")
    assert path.parent.name.startswith("briefkit-") and path.name == "a_.._b.html"
    path.parent.rmdir()


def test_open_shows_the_page(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def shown(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("webbrowser.open", shown)
    done = run("show", written, "--open", "-o", "page.html")
    assert done.exit_code == 0 and opened == [(written.parent / "page.html").as_uri()]


def test_the_manual_page_has_every_command() -> None:
    """If this fails: make manual"""
    page = (Path(__file__).parents[2] / "docs" / "briefkit.1").read_text(encoding="utf-8")
    listed = re.findall(r"^\.SS (\w+)$", page, re.M)
    assert listed == list(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
