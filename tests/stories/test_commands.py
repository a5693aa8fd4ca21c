"""`briefkit story`, `stories`, `diff`, `verify` and `schema`: what they write, say and answer."""

from __future__ import annotations

import gzip
import json
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefkit.cli import app
from briefkit.rendering import Format, render
from briefkit.rendering.json import render_line
from briefkit.rendering.schema import json_schema
from briefkit.stories.schema import Story
from briefkit.stories.verify import read_told
from tests.stories.affairs import articles
from tests.stories.making import make

FIRST = """a 2024-03-01
= The bridge fell
@ Ada Quill | person | mayor | Lorn
- At least nine people were killed when the bridge at Lorn collapsed
" We will build it again, whatever it costs us. | Ada Quill
b 2024-03-02
@ Quill | person | mayor | Lorn
- Twelve people were killed when the bridge at Lorn collapsed
c 2024-03-03
@ Quill | person | mayor | Lorn
- Fourteen people were killed when the bridge at Lorn collapsed"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = make(FIRST.split("\n"))
    Path("briefs.jsonl").write_text("".join(render_line(brief) for brief, _ in made), "utf-8")
    for brief, article in made:
        Path(f"{brief.source.id}.txt").write_text(article.text, "utf-8")
    return tmp_path


def run(*command: str, stdin: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(command), input=stdin)
    return result.exit_code, result.stdout, result.stderr


def test_yaml_and_json_are_the_same_story() -> None:
    assert run("story", "briefs.jsonl", "-o", "s.yaml")[0] == 0
    assert run("story", "briefs.jsonl", "-o", "s.json")[0] == 0
    assert list(read_told("s.yaml")) == list(read_told("s.json"))
    tree = json.loads(Path("s.json").read_text("utf-8"))
    assert list(tree) == [
        "schema_version", "kind", "articles", "at_a_glance", "actors", "quotes", "timeline",
        "contradictions", "corrections", "figures", "news", "questions", "warnings", "pipeline",
    ]  # fmt: skip
    assert [article["id"] for article in tree["articles"]] == ["a", "b", "c"]
    assert [member["article"] for member in tree["actors"][0]["members"]] == ["a", "b", "c"]
    assert json.dumps(tree, indent=2, ensure_ascii=False) + "\n" == Path("s.json").read_text(
        "utf-8"
    )


def test_the_order_of_the_briefs_does_not_matter() -> None:
    lines = Path("briefs.jsonl").read_text("utf-8").splitlines(keepends=True)
    assert run("story", "-", stdin="".join(lines)) == run("story", "-", stdin="".join(lines[::-1]))


@pytest.mark.parametrize("form", ["summary", "markdown", "html"])
def test_forms_for_readers(form: str) -> None:
    code, out, err = run("story", "briefs.jsonl", "-f", form)
    assert (code, err) == (0, "")
    for words in ("The bridge fell", "Ada Quill", "mayor", "Fourteen people", "2024-03-03"):
        assert words in out


def test_a_page_links_each_source_to_its_place() -> None:
    Path("pages").mkdir()
    for brief, article in make(FIRST.split("\n"))[:2]:
        page = render(brief.with_article(article), Format.HTML)
        Path("pages", f"{brief.source.id}.html").write_text(page, "utf-8")
    assert run("story", "briefs.jsonl", "-o", "s.html", "--pages", "pages")[0] == 0
    page = Path("s.html").read_text("utf-8")
    (start, end), *_ = make(FIRST.split("\n"))[0][0].quotes[0].spans
    assert f'href="./pages/a.html#at={start}-{end}"' in page
    # The third article has no page: its sources lead to the list of articles.
    assert 'href="#article-3"' in page
    assert "pages/c.html" not in page
    assert run("stories", "briefs.jsonl", "-o", "out", "-f", "html", "--pages", "pages")[0] == 0
    assert 'href="./../pages/b.html' in Path("out/story-1.html").read_text("utf-8")


def test_pages_that_are_not_there() -> None:
    Path("empty", "folder.html").mkdir(parents=True)
    code, _, err = run("story", "briefs.jsonl", "-o", "s.html", "--pages", "empty")
    assert code == 2 and "--pages empty: no pages of briefs are there" in err
    code, _, err = run("story", "briefs.jsonl", "-o", "s.yaml", "--pages", "empty")
    assert code == 2 and "--pages is for a page" in err


def test_a_page_escapes_what_is_in_the_briefs() -> None:
    text = Path("briefs.jsonl").read_text("utf-8").replace("The bridge fell", "<script>x</script>")
    _, out, _ = run("story", "-", "-f", "html", stdin=text)
    assert "<script>x" not in out and "&lt;script&gt;x" in out


def test_verify_of_a_story() -> None:
    run("story", "briefs.jsonl", "-o", "s.yaml")
    assert run("verify", "s.yaml") == (0, "", "3 checked, 0 differences\n")
    text = Path("s.yaml").read_text("utf-8").replace("text: Twelve people", "text: Ninety people")
    Path("s.yaml").write_text(text, "utf-8")
    code, out, _ = run("verify", "s.yaml")
    assert code == 6 and "“ninety” is not in its places" in out
    Path("b.txt").write_text("another", "utf-8")
    assert "sha256: the article is another" in run("verify", "s.yaml")[1]


@pytest.mark.parametrize("form", ["yaml", "json", "jsonl"])
def test_stories_are_verified_from_standard_input_and_streams(form: str) -> None:
    told = run("story", "briefs.jsonl", "-f", form)[1]
    assert run("verify", "-", stdin=told) == (0, "", "3 checked, 0 differences\n")
    Path("s.gz").write_bytes(gzip.compress(told.encode()))
    assert run("verify", "s.gz") == (0, "", "3 checked, 0 differences\n")
    if form != "json":
        assert run("verify", "-", stdin=told * 2) == (0, "", "6 checked, 0 differences\n")


def test_stories_of_an_earlier_run_are_removed_and_nothing_else() -> None:
    Path("sixty.jsonl").write_text("".join(render_line(brief) for brief, _ in articles()), "utf-8")
    assert run("stories", "sixty.jsonl", "-o", "out")[0] == 0
    for name in ("story-4.yaml", "story-2.html", "notes.txt"):
        Path("out", name).write_text("of the user's own", "utf-8")
    assert run("stories", "briefs.jsonl", "-o", "out")[0] == 0
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "notes.txt", "stories.jsonl", "story-1.yaml", "story-2.html", "story-4.yaml",
    ]  # fmt: skip


def test_what_is_no_story() -> None:
    run("story", "briefs.jsonl", "-o", "s.yaml")
    text = Path("s.yaml").read_text("utf-8").replace("salience: 1.0", "salience: much")
    Path("s.yaml").write_text(text, "utf-8")
    code, _, err = run("verify", "s.yaml")
    assert code == 3 and "s.yaml: not a story: " in err and "$.actors[0].salience" in err


def test_the_schemas() -> None:
    """If this fails: the command is in rendering/schema.py"""
    assert run("schema", "story") == (0, json_schema(Story), "")
    assert run("schema")[1] == run("schema", "brief")[1] != json_schema(Story)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("story", "gone.yaml"), "error: gone.yaml: no such file\nhint: check the name\n"),
        (("stories", "gone.yaml", "-o", "out"), "error: gone.yaml: no such file\nhint: check the name\n"),
        (("diff", "briefs.jsonl", "briefs.jsonl"), "error: briefs.jsonl: more than one brief\nhint: give files of one brief each\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(command: tuple[str, ...], said: str) -> None:
    assert run(*command) == (3, "", said)


def test_a_brief_that_contradicts_itself() -> None:
    text = Path("briefs.jsonl").read_text("utf-8").replace('"actor":"a1"', '"actor":"a7"')
    code, out, err = run("story", "-", stdin=text)
    assert (code, out) == (3, "")
    assert "standard input, brief 1: not a brief: no actor 'a7' - at `$.quotes[0].actor`" in err


def test_a_story_is_not_written_over_its_briefs() -> None:
    before = Path("briefs.jsonl").read_bytes()
    code, _, err = run("story", "briefs.jsonl", "-o", "briefs.jsonl")
    assert code == 2 and "briefs.jsonl would be read" in err
    assert Path("briefs.jsonl").read_bytes() == before


def test_diff() -> None:
    (old, _), *_ = make(FIRST.split("\n"))
    bullet = replace(
        old.at_a_glance[0], text="At least ten people were killed when the bridge fell"
    )
    actor = replace(old.actors[0], role="former mayor", mentions=((0, 3),))
    new = replace(old, headline="The bridge", at_a_glance=(bullet,), actors=(actor,), quotes=())
    Path("old.yaml").write_text(render(old, Format.YAML), "utf-8")
    Path("new.yaml").write_text(render(new, Format.YAML), "utf-8")
    assert run("diff", "old.yaml", "old.yaml") == (0, "", "")
    assert run("diff", "old.yaml", "new.yaml") == (1, """Headline
- The bridge fell
+ The bridge

At a glance
~ At least ten people were killed when the bridge fell
    text: - At least nine people were killed when the bridge at Lorn collapsed
    text: + At least ten people were killed when the bridge fell

Actors
~ Ada Quill
    role: - mayor
    role: + former mayor

Quotes
- Ada Quill: “We will build it again, whatever it costs us.”
""", "")  # fmt: skip
    code, out, _ = run("diff", "old.yaml", "new.yaml", "-f", "html")
    assert code == 1 and "former mayor</ins>" in out and "4 differences" in out
    assert "\ntext_changed: false\n" in run("diff", "old.yaml", "new.yaml", "-f", "yaml")[1]
    code, out, _ = run("diff", "old.yaml", "new.yaml", "-f", "json")
    kinds = [(change["layer"], change["kind"]) for change in json.loads(out)["changes"]]
    assert code == 1 and kinds == [
        ("headline", "changed"), ("at_a_glance", "changed"), ("actors", "changed"), ("quotes", "dropped"),
    ]  # fmt: skip


def test_a_change_is_told_once() -> None:
    """What follows from a new name or a new date is no change of its own; a new speaker is one."""
    old = [
        "a 2024-03-01", "@ Ada Quill | person | mayor | | Quill", "@ Bo Dahl | person",
        "* 2024-02-28 | Ada Quill opened the pier | Thursday",
        '" The pier stands for ever and ever. | Ada Quill', '" It cost us all that we had. | Ada Quill',
        '" Nobody asked me about any pier. | Ada Quill',
    ]  # fmt: skip
    new = [line.replace("Ada Quill", "Ada B. Quill") for line in old]
    new[3] = new[3].replace("2024-02-28", "2024-02-29")
    new[6] = new[6].replace("Ada B. Quill", "Bo Dahl")
    for name, lines in (("old", old), ("new", new)):
        ((made, _),) = make(lines)
        Path(f"{name}.jsonl").write_text(render_line(made), "utf-8")
    code, out, _ = run("diff", "old.jsonl", "new.jsonl", "-f", "json")
    told = [
        (change["layer"], [field["field"] for field in change["fields"]])
        for change in json.loads(out)["changes"]
    ]
    assert code == 1 and told == [
        ("actors", ["name"]), ("dates", ["value"]), ("quotes", ["speaker", "speaker_text"]),
    ]  # fmt: skip


def test_killed_and_run_again_gives_the_same_bytes() -> None:
    """And so do two workers and one process."""
    Path("sixty.jsonl").write_text("".join(render_line(brief) for brief, _ in articles()), "utf-8")
    assert run("stories", "sixty.jsonl", "-o", "whole")[0] == 0
    command = [sys.executable, "-m", "briefkit", "stories", "sixty.jsonl", "-j", "2", "-o", "out"]
    started = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while started.poll() is None and not list(Path().glob("out/story-1.yaml")):
        time.sleep(0.01)
    started.send_signal(signal.SIGKILL)
    started.wait()
    assert run(*command[3:])[0] == 0
    files = [path.name for path in Path("whole").iterdir()]
    for name in files:
        assert Path("out", name).read_bytes() == Path("whole", name).read_bytes()
    left = {path.name for path in Path("out").iterdir() if not path.name.startswith(".briefkit-")}
    assert left == set(files) and len(files) == 4


def test_articles_that_have_nothing_in_common_are_told_so() -> None:
    """A state alone is nothing in common; a body, a person or a town is."""
    lines = [
        "x 2024-03-04",
        "= Rain in Bergen",
        "@@ Norway | place",
        "@ Olaf Moe | person",
        "- It rained.",
    ]
    told = []
    for other in ("@@ Norway | place", "@ Olaf Moe | person", "@@ Bergen | place"):
        town = ["@@ Bergen | place"] if "Bergen" in other else []
        made = make([*lines, *town, "y 2024-03-05", "= Shares fell", other, "@ Bo Dahl | person"])
        Path("two.jsonl").write_text("".join(render_line(brief) for brief, _ in made), "utf-8")
        _, out, _ = run("story", "two.jsonl", "-f", "json")
        told.append(
            [w["articles"] for w in json.loads(out)["warnings"] if w["code"] == "unrelated"]
        )
    assert told == [[["x", "y"]], [], []]


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
        assert list(read_told("line.json")) == list(read_told(name))
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
