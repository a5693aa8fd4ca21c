"""Sixty briefs of three affairs: all that was planted in them is found, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefkit.reading import Article
from briefkit.rendering import Format
from briefkit.schema import Brief
from briefkit.stories.account import tell, whole
from briefkit.stories.folder import write_stories
from briefkit.stories.schema import Story
from briefkit.stories.verify import verify_story
from tests.stories.affairs import PLANTED, articles


@pytest.fixture(scope="module")
def made() -> dict[str, tuple[Brief, Article]]:
    return {brief.source.id: (brief, article) for brief, article in articles()}


@pytest.fixture(scope="module")
def stories(made: dict[str, tuple[Brief, Article]]) -> dict[str, Story]:
    return {
        affair: whole(tell(brief for id, (brief, _) in made.items() if id.startswith(affair)))
        for affair in PLANTED
    }


def test_the_affairs_are_told_apart(made: dict[str, tuple[Brief, Article]], tmp_path: Path) -> None:
    counts = write_stories((brief for brief, _ in made.values()), str(tmp_path), Format.JSON)
    assert counts == (60, 3)
    lines = (tmp_path / "stories.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [{id.partition("-")[0] for id in line["articles"]} for line in found] == [
        {a} for a in PLANTED
    ]
    assert {(line["first"], line["last"]) for line in found} == {("2024-03-02", "2024-03-15")}
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"stories.jsonl", "story-1.json", "story-2.json", "story-3.json"}


@pytest.mark.parametrize("affair", PLANTED)
def test_what_was_planted_is_found_and_nothing_made_up(
    affair: str, stories: dict[str, Story], made: dict[str, tuple[Brief, Article]]
) -> None:
    story = stories[affair]
    told = [(found.code, found.message) for found in story.contradictions]
    assert sorted(code for code, _ in told) == sorted(code for code, _ in PLANTED[affair]), told
    for code, words in PLANTED[affair]:
        assert any(code == c and all(word in text for word in words) for c, text in told), told
    for article in story.articles:
        assert list(verify_story(story, article.id, made[article.id][1])) == []


def members(story: Story) -> dict[str, int]:
    return {actor.name: len(actor.members) for actor in story.actors}


def test_people_and_bodies_are_one_across_papers(stories: dict[str, Story]) -> None:
    assert members(stories["bridge"]) == {
        "Ada Quill": 20, "Lorn Harbour Trust": 20, "Oleh Vasylenko": 20, "Lorn": 20,
    }  # fmt: skip
    assert members(stories["takeover"]) == {
        "Halden Metals Inc.": 20, "Greta Holm": 20, "National Union of Smelters": 20, "Halden": 20,
    }  # fmt: skip
    people = members(stories["election"])
    assert [people[name] for name in ("Paul Reyes", "Maria Reyes", "Reyes")] == [9, 10, 1]
    assert {people.get("Dmitry Sokolov"), people.get("Dmitri Sokolow")} == {None, 20}


def test_what_is_not_sure_is_asked(stories: dict[str, Story]) -> None:
    assert stories["bridge"].questions == stories["takeover"].questions == ()
    (question,) = {q.code: q for q in stories["election"].questions}.values()
    assert question.code == "same-surname" and "Paul Reyes" in question.message


def test_quotes_with_their_versions(stories: dict[str, Story]) -> None:
    (said,) = [quote for quote in stories["bridge"].quotes if quote.speaker == "Oleh Vasylenko"]
    assert {version.relation for version in said.versions} == {"same", "shortened"}
    assert {version.left_out for version in said.versions if version.relation == "shortened"} == {
        ("and nobody answered my calls",)
    }
    (denied,) = [quote for quote in stories["election"].quotes if quote.speaker == "Yuri Marchenko"]
    assert denied.said == "2024-03-05" and len(denied.versions) == 4


def test_the_newest_article_alone_says(stories: dict[str, Story]) -> None:
    assert "Prosecutors froze" in " ".join(line.text for line in stories["takeover"].news)
    assert "walked out" not in " ".join(line.text for line in stories["takeover"].news)
