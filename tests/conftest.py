"""Fixtures that every test may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from briefkit.pipeline import load

if TYPE_CHECKING:
    from spacy.language import Language

# How fast texts are made up says how busy the machine is, and nothing of what is tested.
settings.register_profile("briefkit", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.load_profile("briefkit")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped pipeline, loaded once."""
    return load()
