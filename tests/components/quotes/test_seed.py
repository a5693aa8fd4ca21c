"""The seed article: three quotes, each with the right words, speaker and cue."""

from __future__ import annotations

from pathlib import Path

import briefkit

SEED = Path(__file__).parents[3] / "seeds" / "rare-military-visit.txt"


def test_the_seed_has_its_three_quotes() -> None:
    text = SEED.read_text(encoding="utf-8")
    quotes = briefkit.extract(text, published="2025-01-13").quotes
    assert [text[slice(*q.cue_span)] for q in quotes if q.cue_span] == [
        "stating",
        "saying",
        "stating",
    ]
    assert [q.speaker_text for q in quotes] == [
        "Japanese Foreign Minister Yoshimasa Hayashi",
        "Hayashi",
        "the PLA Eastern Theater Command",
    ]
    assert quotes[0].spans == ((989, 1061),)
    assert quotes[0].speaker_span == (895, 938)
    assert {q.kind for q in quotes} == {"direct"}
