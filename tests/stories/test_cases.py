"""Cases of two or three briefs: two of one name, one of two names, quotes, figures, days, offices.

A case is a block of `cases/*.txt`: its name behind "#", articles as `making` reads them, and what
must be true of their story:

    one a/NAME b/NAME       they are one actor           apart a/NAME b/NAME    they are two
    ask CODE                there is such a question     calm                   there is none
    quotes N, events N      so many in the story         name NAME              an actor is called so
    version ID RELATION | what it leaves out             said DAY or None       of the first quote
    disputed CODE | words of its message | ...           agreed                 no contradiction
    new WORDS               in the news                  role ROLE | FIRST | LAST
    state WORDS             the first line at a glance
    means WORDS | NAME      who is meant in an event or a line, and not named there
    about WORDS | NAMES     whom a quote is about
    denied DAY | BY | WORDS, post DAY | WORDS           lines of the extracts, the only ones
    counted OF | FIGURE | ...                           all figures of one thing
    corrects ID | WORDS     what the article with this id prints on an earlier one
    once WORDS              in one line of the news      voices NAME | ...      who speaks
    nothing EXTRACT         no line of "denied" or "post"
"""

from __future__ import annotations

from pathlib import Path

import pytest

from briefkit.schema import Brief
from briefkit.stories.account import tell, whole
from briefkit.stories.extracts import denials, posts
from briefkit.stories.reader import People, voice
from briefkit.stories.schema import Story
from briefkit.stories.verify import verify_story
from tests.stories.making import make

MARKS = ("one", "apart", "ask", "calm", "quotes", "events", "name", "version", "said", "disputed",
         "agreed", "new", "role", "state", "means", "about", "denied", "post", "counted", "corrects",
         "nothing", "once", "voices")  # fmt: skip
CASES = {
    block.split("\n")[0].strip(): block.split("\n")[1:]
    for path in sorted(Path(__file__).with_name("cases").glob("*.txt"))
    for block in path.read_text(encoding="utf-8").split("# ")[1:]
}


def test_there_are_fifty() -> None:
    assert len(CASES) >= 50


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    lines = [line.strip() for line in CASES[name] if line.strip()]
    wanted = [line for line in lines if line.split()[0] in MARKS]
    made = make([line for line in lines if line not in wanted])
    assert wanted
    story = whole(tell(brief for brief, _ in made))
    for line in wanted:
        mark, _, rest = line.partition(" ")
        _check(
            mark, [part.strip() for part in rest.split("|")], story, [brief for brief, _ in made]
        )
    for brief, article in made:
        assert list(verify_story(story, brief.source.id, article)) == []


def _check(mark: str, parts: list[str], story: Story, briefs: list[Brief]) -> None:
    if mark in ("one", "apart"):
        found = {_entry(name, story, briefs) for name in _named(parts[0])}
        assert (len(found) == 1) == (mark == "one"), found
    elif mark in ("ask", "calm"):
        codes = [question.code for question in story.questions]
        assert (parts[0] in codes) if mark == "ask" else not codes
    elif mark in ("quotes", "events"):
        assert len(story.quotes if mark == "quotes" else story.timeline) == int(parts[0])
    elif mark == "name":
        assert parts[0] in [actor.name for actor in story.actors]
    elif mark == "version":
        id, relation = parts[0].split()
        versions = [v for quote in story.quotes for v in quote.versions if v.article == id]
        assert (relation, tuple(parts[1:])) in [(v.relation, v.left_out) for v in versions]
    elif mark == "said":
        assert str(story.quotes[0].said) == parts[0]
    elif mark in ("disputed", "agreed"):
        told = [(found.code, found.message) for found in story.contradictions]
        if mark == "agreed":
            assert told == []
        else:
            assert [
                all(word in text for word in parts[1:]) for code, text in told if code == parts[0]
            ] == [True], told
    elif mark == "state":
        assert parts[0] in story.at_a_glance[0].text
    elif mark == "means":
        lines = [(one.text, one.actors) for one in story.timeline]
        lines += [(one.text, one.actors) for one in story.news]
        (meant,) = {one for one in lines if parts[0] in one[0]}
        assert [one.name for one in People(story).unnamed(*meant)] == parts[1:]
    elif mark == "about":
        names = {actor.id: actor.name for actor in story.actors}
        (quote,) = (quote for quote in story.quotes if parts[0] in quote.text)
        assert [names[id] for id in quote.about] == parts[1:]
    elif mark == "denied":
        denied = [(one.day, one.by) for one in denials(story) if parts[-1] in one.text]
        assert denied == [tuple(parts[:-1])]
    elif mark == "post":
        assert [one.day for one in posts(story) if parts[-1] in one.text] == parts[:-1]
    elif mark == "nothing":
        assert (denials if parts[0] == "denied" else posts)(story) == []
    elif mark == "counted":
        counts = {one.of: [claim.value for claim in one.members] for one in story.figures}
        assert counts[parts[0]] == parts[1:]
    elif mark == "corrects":
        (correction,) = story.corrections
        assert correction.of == (parts[0],)
        assert any(parts[1] in line.text for line in correction.lines)
    elif mark == "once":
        assert len([line for line in story.news if parts[0] in line.text]) == 1
    elif mark == "voices":
        assert {voice(quote) for quote in story.quotes} == set(parts)
    elif mark == "new":
        assert any(parts[0] in line.text for line in story.news)
    else:
        roles = [(r.role, r.first, r.last) for actor in story.actors for r in actor.roles]
        assert tuple(parts) in roles


def _named(text: str) -> list[tuple[str, str]]:
    """Article and name of each: "a/Ada Quill b/Quill"."""
    found: list[tuple[str, str]] = []
    for word in text.split():
        if word[1:2] == "/":
            found.append((word[0], word[2:]))
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]} {word}")
    return found


def _entry(named: tuple[str, str], story: Story, briefs: list[Brief]) -> str:
    id, name = named
    (brief,) = (brief for brief in briefs if brief.source.id == id)
    (actor,) = (a.id for a in (*brief.actors, *brief.places) if a.name == name)
    (entry,) = (
        item.id
        for item in story.actors
        for m in item.members
        if (m.article, m.actor) == (id, actor)
    )
    return entry
