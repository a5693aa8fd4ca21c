"""Formats have one set of names, short ones among them, in every command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefkit.rendering import Format, named
from tests.briefs import TEXT, brief
from tests.cli.test_as_typed import run, written

__all__ = ["written"]


@pytest.mark.parametrize("name", ["YAML", "yml", "Json", "ndjson", "md", "HTM", "txt", "summary"])
def test_formats_have_short_names_in_any_case(name: str) -> None:
    assert named(name, Format) is not None


@pytest.mark.parametrize(
    ("command", "starts"),
    [
        ("story ferry.yaml -f md", "# "), ("story ferry.yaml -f MD", "# "),
        ("story ferry.yaml -f JSON", "{"), ("story ferry.yaml -f htm", "<!DOCTYPE html>"),
        ("stories ferry.yaml -o - -f Yml", "---"), ("stories ferry.yaml -o - -f md", "# "),
        ("diff ferry.yaml ferry.yaml -f JSON", "{"), ("text ferry.txt -f JSON", "{"),
        ("text ferry.txt -f TXT", TEXT[:9]),
    ],
)  # fmt: skip
def test_every_command_takes_them(written: Path, command: str, starts: str) -> None:
    done = run(*command.split())
    assert done.exit_code == 0 and done.stdout.startswith(starts)


def test_short_names_and_endings_elsewhere(written: Path) -> None:
    diff = ["diff", written, written]
    assert run(*diff, "-f", "txt").stdout == run(*diff).stdout
    assert run("tables", written, "-o", "tables", "-f", "CSV").exit_code == 0
    assert Path("tables/quotes.csv").is_file()
    assert run("story", written, "-o", "story.htm").exit_code == 0
    assert Path("story.htm").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    refused = run("story", written, "-f", "nope")
    assert (
        refused.exit_code == 2
        and "there is no format 'nope'; choose one of yaml, json" in refused.stderr
    )


def test_json_holds_one_brief(written: Path) -> None:
    one = run("show", written, "-f", "json")
    assert one.exit_code == 0 and json.loads(one.stdout) == brief().to_dict()
    for command in ("show ferry.yaml ferry.yaml", "extract ferry.txt ferry.txt"):
        for into in (["-f", "json"], ["-o", "two.json"]):
            two = run(*command.split(), *into)
            assert (two.exit_code, two.stdout) == (2, "") and not Path("two.json").exists()
            assert "a JSON document holds one brief\nhint: use -f jsonl" in two.stderr
