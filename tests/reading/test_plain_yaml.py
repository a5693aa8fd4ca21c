"""YAML within limits: of front matter and of briefs, whoever wrote them."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefkit.errors import UnreadableError
from briefkit.reading import read_article
from briefkit.reading.briefs import load_yaml
from briefkit.reading.plain_yaml import MAX_DEPTH, as_written, load_documents
from briefkit.rendering import Format, render
from tests.briefs import brief

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n"
    for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)
FRONTS = {
    "not true or false": "title: !!bool x",
    "not a day": "date: !!timestamp x",
    "an alias of itself": "authors: &a [*a]",
    "aliases that multiply": LAUGHS + "authors: *j",
    "a thousand levels": "title: " + "[" * 1_000 + "]" * 1_000,
    "a hundred thousand levels": "title: " + "[" * 100_000,
    "levels by dashes": "title:\n" + "- " * 5_000 + "x",
    "a hundred thousand values": "authors: [" + "x," * 100_000 + "]",
    "many aliases": "title: &a x\nauthors: [" + "*a," * 1_000 + "]",
    "an object": "title: !!python/object/apply:os.getcwd []",
    "a mapping as a key": "? {a: b}\n: c",
}


@pytest.mark.parametrize("front", FRONTS.values(), ids=list(FRONTS))
def test_hostile_front_matter_is_refused(tmp_path: Path, front: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{front}\n---\nThe bridge opened on Friday.\n")
    started = time.process_time()
    with pytest.raises(UnreadableError, match="the front matter is not plain YAML"):
        read_article(str(path))
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[1, -2, 1.5, .5, null, ~, true, no]", [1, -2, 1.5, 0.5, None, None, True, False]),
        (
            "[2024-05-03, 12:30, 017, '1', \"1\", text]",
            ["2024-05-03", "12:30", 17, "1", "1", "text"],
        ),
        ("a: !!str 1\nb: 2\n", {"a": "1", "b": 2}),
        ("--- {}", {}),
        ("a:\n  b: |\n    c\n    d\n", {"a": {"b": "c\nd\n"}}),
        ("- &x a\n- *x", ["a", "a"]),
    ],
)
def test_plain_yaml_is_read_as_yaml(text: str, expected: object) -> None:
    assert load_yaml(text) == expected


def test_nothing_is_no_document() -> None:
    with pytest.raises(ValueError, match="not enough"):
        load_yaml("")


def test_as_deep_as_it_may_be() -> None:
    text = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert len(list(load_documents(text, as_written, 1_000))) == 1
    with pytest.raises(ValueError, match="nested deeper"):
        list(load_documents(f"[{text}]", as_written, 1_000))


def _laughing() -> str:
    """A small brief in which a thousand actors have the same ten thousand mentions."""
    rest = "name: b, type: person, role: , affiliation: , aliases: [], salience: 1, mentions:"
    places = ",".join(["[0,1]"] * 10_000)
    actors = [f"{{id: a, {rest} &m [{places}]}}"]
    actors += [f"{{id: a{n}, {rest} *m}}" for n in range(1_000)]
    return render(replace(brief(), actors=()), Format.YAML).replace(
        "actors: []", f"actors: [{', '.join(actors)}]"
    )


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))


DEEP = "a deep list"
BRIEFS: dict[str, Callable[[], str]] = {
    "aliases that multiply": _laughing,
    DEEP: lambda: "schema_version: " + "[" * 200_000,
    "deep JSON": lambda: '{"schema_version": ' + "[" * 200_000 + "]" * 200_000 + "}",
    "a number without end": lambda: "schema_version: '1.0'\nsource: {words: " + "9" * 100_000 + "}",
}


@pytest.mark.parametrize(
    ("name", "command"), [*((name, "show") for name in BRIEFS), (DEEP, "tables"), (DEEP, "verify")]
)
def test_hostile_briefs_are_refused(tmp_path: Path, name: str, command: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(BRIEFS[name]())
    words = [command, str(path), *(["-o", str(tmp_path / "out")] if command == "tables" else [])]
    done = subprocess.run(
        [sys.executable, "-c", "from briefkit.cli import main; main()", *words],
        capture_output=True, text=True, timeout=60, preexec_fn=_limited,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (3, ""), done.stderr
    assert done.stderr.startswith(f"error: {path}")
    assert not list((tmp_path / "out").glob("*")) if command == "tables" else True
