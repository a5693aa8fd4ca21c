"""Fixtures that every test may use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from briefkit.api import brief_articles, extract_file
from briefkit.cli import main
from briefkit.pipeline import load
from briefkit.reading import Article
from briefkit.schema import Brief
from tests.server import serving

if TYPE_CHECKING:
    from spacy.language import Language

# How fast texts are made up says how busy the machine is, and nothing of what is tested.
settings.register_profile("briefkit", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.load_profile("briefkit")

# The files that take longest: processes that share the work begin with them, and end together.
_LONG = (
    "test_readme", "test_budgets", "test_cluster", "test_fuzz", "test_browser", "test_hostile",
    "test_properties", "test_trainers",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.stem not in _LONG)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped pipeline, loaded once."""
    return load()


@pytest.fixture(scope="session")
def briefkit_command(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A program `briefkit` that answers in a process of its own, which has read an article already.

    Parts of the model are opened when they are first asked.
    """
    extract_file(Path(__file__).parents[1] / "seeds" / "rare-military-visit.txt")
    with serving(tmp_path_factory.mktemp("bin"), "briefkit", main) as program:
        yield program


_BRIEFS: dict[object, Brief | Exception] = {}


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """An article is briefed once, whatever its id: for tests of what becomes of briefs."""

    def known(
        articles: Sequence[Article], model: str | None = None, bullets: int | None = None
    ) -> list[Brief | Exception]:
        keys = [(replace(one, id="", path=None), model, bullets) for one in articles]
        new = {key: key[0] for key in keys if key not in _BRIEFS}
        _BRIEFS.update(zip(new, brief_articles([*new.values()], model, bullets), strict=True))
        found = [(one, _BRIEFS[key]) for one, key in zip(articles, keys, strict=True)]
        return [brief if isinstance(brief, Exception) else _of(brief, one) for one, brief in found]

    monkeypatch.setattr("briefkit.api.brief_articles", known)
    monkeypatch.setattr("briefkit.batch.worker.brief_articles", known)


def _of(brief: Brief, article: Article) -> Brief:
    source = replace(brief.source, id=article.id, path=article.path)
    return replace(brief, source=source).with_article(article)
