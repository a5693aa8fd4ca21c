"""The commands, recipes and examples of the README and of the pages for users run as they stand."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlite_utils.cli
import yaml

import briefkit
from briefkit.scoring import markup
from tests.server import serving

ROOT = Path(__file__).parents[1]
README, COMMANDS, TABLES = "README.md", "docs/commands.md", "docs/tables.md"
GOLD, STORIES = "docs/gold.md", "docs/stories.md"
# What sets a machine up.
NOT_RUN = ("make demo", "make test", "pipx ", "uv ", "python3 -m pip install .")
PRINTED = (
    "Mary Olsen\n2025-03-14\n",
    "[{'start': 21, 'end': 32, 'type': 'date', 'value': '2024-06-03', ",
)
# Recipes print what they find: of the seed article a speaker, or a month.
RECIPE = re.compile(r"(jq|yq|sqlite-utils (query|search)) ")
FOUND = re.compile("Hayashi|in November|among troops")


def blocks(document: str, language: str) -> list[str]:
    text = (ROOT / document).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.S | re.M)


def commands(document: str) -> list[str]:
    lines = [line for block in blocks(document, "sh") for line in block.splitlines()]
    found = [line.split("  #")[0].strip() for line in lines]
    return [command for command in found if command and not command.startswith(NOT_RUN)]


def examples(document: str) -> list[str]:
    return blocks(document, "python")


@pytest.fixture(scope="module")
def tools(
    tmp_path_factory: pytest.TempPathFactory, briefkit_command: Path
) -> Iterator[dict[str, str]]:
    """An environment in which a shell finds briefkit and the tools installed beside Python."""
    folder = tmp_path_factory.mktemp("bin")
    path = [
        str(folder),
        str(briefkit_command.parent),
        str(Path(sys.executable).parent),
        os.environ["PATH"],
    ]
    jaq = shutil.which("jaq", path=os.pathsep.join(path))
    if shutil.which("jq") is None and jaq:
        # jq itself is in no Python package; jaq takes the same options and programs.
        (folder / "jq").symlink_to(jaq)
    # It loads pandas for a second, and is called twenty times.
    with serving(folder, "sqlite-utils", sqlite_utils.cli.cli):
        yield {**os.environ, "PATH": os.pathsep.join(path)}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder like a fresh clone for each document: its commands build on each other's files."""
    found = {}
    for document in (README, COMMANDS, TABLES, STORIES):
        found[document] = tmp_path_factory.mktemp("clone")
        shutil.copytree(ROOT / "seeds", found[document] / "seeds")
    return found


def test_there_are_commands_and_examples() -> None:
    assert len(commands(README)) >= 8 and len(examples(README)) == 2
    assert len(commands(COMMANDS)) >= 15
    assert len(commands(STORIES)) >= 5
    assert len(commands(TABLES)) >= 15 and len(examples(TABLES)) == 3


@pytest.mark.parametrize(
    ("document", "command"),
    [
        (document, command)
        for document in (README, COMMANDS, TABLES, STORIES)
        for command in commands(document)
    ],
)
def test_commands_run(
    document: str, command: str, places: dict[str, Path], tools: dict[str, str]
) -> None:
    done = subprocess.run(
        command, shell=True, cwd=places[document], env=tools, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    if RECIPE.match(command):
        assert FOUND.search(done.stdout)


def test_the_items_of_the_readme_are_those_of_the_seed() -> None:
    (shown,) = blocks(README, "yaml")
    found = briefkit.extract_file(ROOT / "seeds/rare-military-visit.txt", published="2025-01-13")
    for part, items in yaml.safe_load(shown).items():
        for item in items:
            assert any(item.items() <= own.items() for own in found.to_dict()[part]), item


@pytest.mark.parametrize(("example", "starts"), [*zip(examples(README), PRINTED, strict=True)])
def test_examples_run(example: str, starts: str) -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example, README, "exec"), {})
    assert printed.getvalue().startswith(starts)


@pytest.mark.parametrize("example", examples(TABLES))
def test_examples_for_tables_run(example: str, places: dict[str, Path]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", example], cwd=places[TABLES],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert FOUND.search(done.stdout)


def test_the_example_of_gold_is_well_written() -> None:
    (example,) = blocks(GOLD, "text")
    found = markup.parse(example)
    assert [actor.id for actor in found.actors] == ["olsen", "council", "tromso"]
    assert [quote.kind for quote in found.quotes] == ["indirect", "direct"]


def test_links_between_pages_lead_somewhere() -> None:
    for page in (ROOT / README, *sorted((ROOT / "docs").glob("*.md"))):
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
            assert "://" in target or (page.parent / target).exists(), f"{page.name}: {target}"
