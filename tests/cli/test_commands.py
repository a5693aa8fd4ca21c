"""show, verify, schema, help; and every exit code of the contract."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import briefkit.api
from briefkit import __version__
from briefkit.cli import app
from briefkit.errors import ExitStatus
from briefkit.rendering import Format, render
from briefkit.rendering.json import render_line
from briefkit.rendering.summary import print_summary
from briefkit.rendering.terminal import plain_text
from tests.briefs import TEXT, brief

MAIN = [sys.executable, "-c", "from briefkit.cli import main; main()"]


def run(*arguments: object, stdin: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(map(str, arguments)), input=stdin)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A brief and its article."""
    (tmp_path / "ferry.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "ferry.yaml").write_text(render(brief(), Format.YAML), encoding="utf-8")
    return tmp_path / "ferry.yaml", tmp_path / "ferry.txt"


def test_show_prints_the_summary(files: tuple[Path, Path]) -> None:
    assert run("show", files[0]) == (0, render(brief(), Format.SUMMARY), "")


def test_show_groups_quotes_by_speaker(files: tuple[Path, Path]) -> None:
    code, out, err = run("show", files[0], "--by-speaker")
    assert (code, err) == (0, "")
    plain = plain_text(lambda console: print_summary(brief(), console, by_speaker=True))
    assert out == plain
    assert " Ada Quill  1\n" in out


def test_show_reads_every_form_from_standard_input() -> None:
    for written in (
        render(brief(), Format.YAML),
        render(brief(), Format.JSON),
        render_line(brief()),
    ):
        assert run("show", "-", stdin=written) == (0, render(brief(), Format.SUMMARY), "")


def test_show_converts() -> None:
    both = render(brief(), Format.YAML) * 2
    assert run("show", "-f", "jsonl", stdin=both) == (0, render(brief(), Format.JSONL) * 2, "")
    one = render(brief(), Format.YAML)
    assert run("show", "-f", "json", stdin=one) == (0, render(brief(), Format.JSON), "")


def test_verify(files: tuple[Path, Path]) -> None:
    assert run("verify", *files) == (0, "", "1 checked, 0 differences\n")


def test_verify_tells_a_difference(files: tuple[Path, Path]) -> None:
    files[1].write_text(TEXT.replace("said", "says"), encoding="utf-8")
    code, out, err = run("verify", *files)
    assert (code, err) == (6, "1 checked, 3 differences\n")
    assert out.splitlines()[0].startswith("ferry: source.sha256: the article is another: ")
    assert out.splitlines()[1].startswith("ferry: lede: not in the article: ")


def test_verify_goes_on_behind_an_article_that_cannot_be_opened(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(files[0].parent)
    gone = render(brief(), Format.YAML).replace("path: ferry.txt", "path: gone.txt")
    stream = gone + files[0].read_text(encoding="utf-8")
    code, out, err = run("verify", "-", stdin=stream)
    assert (code, out) == (3, "")
    assert err.startswith("error: gone.txt: no such file") and "1 checked, 0 differences" in err
    files[1].write_text(TEXT.replace("said", "says"), encoding="utf-8")
    assert run("verify", "-", stdin=stream)[0] == 6


def test_verify_of_an_article_from_standard_input(files: tuple[Path, Path]) -> None:
    written = render(brief(), Format.YAML).replace("path: ferry.txt", "path: '-'")
    code, out, err = run("verify", "-", stdin=written)
    assert (code, out) == (2, "")
    assert err == (
        "error: the brief of ferry does not name a file\nhint: give the article as well\n"
    )


def test_schema_is_json() -> None:
    code, out, _ = run("schema")
    assert code == 0 and json.loads(out)["$ref"] == "#/$defs/Brief"


def test_version() -> None:
    assert run("--version") == (0, f"briefkit {__version__}\n", "")


@pytest.mark.parametrize(
    "command",
    ["extract", "batch", "text", "show", "story", "stories", "diff", "tables", "verify", "schema"],
)
def test_each_help_has_an_example(command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0 and f"\n  Example: briefkit {command} " in out
    assert max(map(len, out.splitlines())) <= 80


def test_wrong_formats_name_the_right_ones(files: tuple[Path, Path], tmp_path: Path) -> None:
    assert run("batch", files[1], "-o", tmp_path / "out", "-f", "markdown") == (
        2, "", f"error: --format markdown does not fit -o {tmp_path / 'out'}\n"
        "hint: use --format yaml, json or html, or another -o\n",
    )  # fmt: skip
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("shell", "script"),
    [
        ("bash", "complete -o default -F _briefkit_completion briefkit"),
        ("zsh", "compdef _briefkit_completion briefkit"),
        ("fish", "complete --command briefkit --no-files"),
    ],
)
def test_completion_scripts_are_printed(shell: str, script: str) -> None:
    # Typer adds these options only where it can tell the shell, or is told that it need not.
    done = subprocess.run(
        [*MAIN, "--show-completion", shell], capture_output=True, text=True, check=True,
        env={**os.environ, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
    )  # fmt: skip
    assert script in done.stdout


def test_completion_offers_the_commands() -> None:
    done = subprocess.run(
        [*MAIN], capture_output=True, text=True, check=True,
        env={**os.environ, "_BRIEFKIT_COMPLETE": "complete_bash", "COMP_WORDS": "briefkit ",
             "COMP_CWORD": "1"},
    )  # fmt: skip
    told = "extract batch text show story stories diff tables verify score schema help"
    assert done.stdout.split() == told.split()


LIGHT = """\
import sys
from briefkit.cli import main
for command in sys.argv[1:]:
    sys.argv[1:] = command.split()
    try:
        main()
    except SystemExit as end:
        if end.code or "spacy" in sys.modules:
            sys.exit(f"{command}: status {end.code}")
"""


def test_light_commands_leave_spacy_alone(files: tuple[Path, Path]) -> None:
    brief = files[0]
    commands = [
        "--help", "extract --help", "batch --help", "text --help", "schema", f"show {brief}",
        f"show {brief} -f yaml", f"story {brief} -f summary", f"diff {brief} {brief}",
        f"text {files[1]}", f"tables {brief} -o {brief}.tables",
    ]  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, *commands], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Ada Quill") > 3


def test_done_is_0() -> None:
    assert run("schema")[0] == ExitStatus.OK


def test_a_fault_is_1(files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(briefkit.api, "extract", broken)
    code, out, err = run("extract", files[1])
    assert (code, out) == (ExitStatus.FAULT, "")
    assert err == (
        "error: a fault of briefkit: ZeroDivisionError: by zero\n"
        "hint: run `briefkit --debug ...` and report what it prints, with the article\n"
    )
    monkeypatch.setenv("BRIEFKIT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        CliRunner().invoke(app, ["extract", str(files[1])], catch_exceptions=False)


@pytest.mark.parametrize(
    "arguments", ["extract --format xml", "batch a.txt", "nonsense", "extract a.txt --published soonish"]
)  # fmt: skip
def test_wrong_usage_is_2(arguments: str) -> None:
    code, out, err = run(*arguments.split())
    assert (code, out) == (ExitStatus.USAGE, "") and err


def test_no_article_is_3(tmp_path: Path) -> None:
    assert run("extract", tmp_path / "gone.txt")[0] == ExitStatus.UNREADABLE
    assert run("show", tmp_path / "gone.yaml") == (
        ExitStatus.UNREADABLE, "", f"error: {tmp_path / 'gone.yaml'}: no such file\nhint: check the name\n"
    )  # fmt: skip


def test_a_partial_batch_is_4(files: tuple[Path, Path], tmp_path: Path) -> None:
    code, _, _ = run("batch", files[1], tmp_path / "gone.txt", "-o", tmp_path / "out")
    assert code == ExitStatus.PARTIAL


def test_no_model_is_5(files: tuple[Path, Path]) -> None:
    code, out, err = run("extract", files[1], "--model", "no_such_model")
    assert (code, out) == (ExitStatus.MODEL, "")
    assert err.startswith("error: cannot load the model 'no_such_model': ")


def test_a_reader_that_has_enough_is_no_fault(files: tuple[Path, Path]) -> None:
    many = files[0].with_name("many.yaml")
    many.write_text(render(brief(), Format.YAML) * 300, encoding="utf-8")
    command = [*MAIN, "show", str(many), "-f", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert (process.wait(), process.stderr.read()) == (0, b"")


def test_output_is_utf_8_in_any_locale(files: tuple[Path, Path]) -> None:
    done = subprocess.run([*MAIN, "show", str(files[0])], capture_output=True, check=True,
                          env={**os.environ, "PYTHONIOENCODING": "latin-1"})  # fmt: skip
    assert done.stdout.decode() == render(brief(), Format.SUMMARY)
