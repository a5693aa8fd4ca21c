"""`briefkit text`: what places count in."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import msgspec
from typer.testing import CliRunner, Result

import briefkit
from briefkit.cli import app

PAGE = """<html lang="en"><head><title>Pier to be rebuilt | Lorn Post</title>
<meta name="author" content="Ada Quill"></head><body><nav><a href="/">Home</a></nav>
<h1>Pier to be rebuilt</h1><article>
<p>The harbour board of Lorn agreed on Monday to rebuild the pier, which two storms had torn from
its footing. “It will stand for a century,” said Jo Poe, the harbour master of the town.</p>
<p>Until then a smaller boat is to sail from the old quay at Skerry, twice a day.</p>
</article></body></html>"""


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), input=stdin)


def test_the_text_is_what_places_count(tmp_path: Path) -> None:
    page = tmp_path / "pier.html"
    page.write_text(PAGE, encoding="utf-8")
    text = run("text", page)
    assert (text.exit_code, text.stderr) == (0, "")
    brief = msgspec.json.decode(run("extract", page, "-f", "json").stdout, type=briefkit.Brief)
    (quote,) = brief.quotes
    assert text.stdout[slice(*quote.spans[0])] == "“It will stand for a century,”"
    told = json.loads(run("text", page, "--format", "json").stdout)
    assert told["text"] == text.stdout
    assert told["sha256"] == brief.source.sha256
    assert (told["title"], told["authors"]) == ("Pier to be rebuilt", ["Ada Quill"])
    kinds = [(b["kind"], told["text"][b["start"] : b["end"]][:11]) for b in told["blocks"]]
    assert kinds == [
        ("headline", "Pier to be "),
        ("paragraph", "The harbour"),
        ("paragraph", "Until then "),
    ]


def test_no_character_is_added(tmp_path: Path) -> None:
    path, out = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_text("It rained.", encoding="utf-8")
    assert run("text", path).stdout == run("text", "-", stdin=b"It rained.").stdout == "It rained."
    result = run("text", path, "-o", out)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"written to {out}\n")
    assert out.read_text(encoding="utf-8") == "It rained."


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    result = run("text", tmp_path / "gone.txt")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "no such file" in result.stderr


def test_a_terminal_is_shown_what_it_would_obey(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("One \x1b[31mred\x9b2J ship.\n\nTwo \u202epihs\u2066.\n", encoding="utf-8")
    main = [sys.executable, "-c", "from briefkit.cli import main; main()", "text", str(article)]
    ours, theirs = pty.openpty()
    subprocess.run(main, stdout=theirs, check=True)
    shown = os.read(ours, 4096).decode().replace("\r\n", "\n")
    os.close(ours)
    os.close(theirs)
    assert shown.startswith("One \\x1b[31mred\\x9b2J ship.\n\nTwo \\u202epihs\\u2066.\n")
    piped = subprocess.run(main, stdout=subprocess.PIPE, check=True).stdout
    assert piped == article.read_bytes()
    written = run("text", article, "--format", "json").stdout
    assert not set(written) & set("\x1b\x9b\u202e\u2066")
