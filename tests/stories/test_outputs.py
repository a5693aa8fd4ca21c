"""What `briefkit story`, `stories` and `diff` tell, and where it goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefkit.rendering import Format, render
from briefkit.rendering.json import render_line
from briefkit.stories.reading import read_story
from tests.stories.affairs import articles
from tests.stories.making import make
from tests.stories.test_commands import FIRST, run


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_stories_on_standard_output() -> None:
    Path("sixty.jsonl").write_text("".join(render_line(brief) for brief, _ in articles()), "utf-8")
    assert run("stories", "sixty.jsonl", "-o", "out")[0] == 0
    files = [f"out/story-{number}.yaml" for number in range(1, len(list(Path("out").iterdir())))]
    told = "written to standard output: 3 stories of 60 briefs\n"
    stream = "".join(Path(name).read_text("utf-8") for name in files)
    assert run("stories", "sixty.jsonl", "-o", "-") == (0, stream, told)
    code, out, err = run("stories", "sixty.jsonl", "-o", "-", "-f", "jsonl", "-j", "2")
    assert (code, err) == (0, told)
    for line, name in zip(out.splitlines(), files, strict=True):
        Path("line.json").write_text(line, "utf-8")
        assert read_story("line.json") == read_story(name)
    code, out, err = run("stories", "sixty.jsonl", "-o", "-", "-f", "html")
    assert (code, out) == (2, "") and "a page holds one story" in err
    assert not Path("-").exists()


def test_a_stretch_of_years_is_told_as_the_summary_of_a_brief_tells_it() -> None:
    ((made, _),) = make(["a 2024-03-01", "* 1930-01-01 | Ada Quill built the pier | the 1930s"])
    decade = replace(made.dates[0], value="193", end="1939-12-31")
    Path("a.jsonl").write_text(render_line(replace(made, dates=(decade,))), "utf-8")
    for form in ("summary", "markdown", "html"):
        out = run("story", "a.jsonl", "-f", form)[1]
        assert "1930 – 1939" in out and "1930-01-01" not in out


def test_a_quote_that_came_is_told_with_its_speaker() -> None:
    (old, _), *_ = make(FIRST.split("\n"))
    Path("new.yaml").write_text(render(old, Format.YAML), "utf-8")
    for speaker, said in (("Ada Quill", "+ Ada Quill: “We will"), (None, "+ We will")):
        quote = replace(old.quotes[0], speaker=speaker, kind="direct" if speaker else "indirect")
        Path("old.yaml").write_text(render(replace(old, quotes=()), Format.YAML), "utf-8")
        Path("new.yaml").write_text(render(replace(old, quotes=(quote,)), Format.YAML), "utf-8")
        assert said in run("diff", "old.yaml", "new.yaml")[1]
