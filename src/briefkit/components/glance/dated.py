"""Which dates are told in a timeline: those that tell when their event happened, or will.

A logistic model, learned from what readers said of the lines of timelines beside their articles
(`models/train_timeline.py`); the others keep their event, and lose their tense.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Day
from typing import TYPE_CHECKING

from briefkit import lexicon
from briefkit.components.columns import columns
from briefkit.components.encoder import encoded
from briefkit.components.glance.happened import Article, features, governor
from briefkit.components.glance.hearing import HEARD, TIMELINE, added
from briefkit.components.linear import chance
from briefkit.components.records import AnchorRecord, DateRecord, QuoteRecord, records

if TYPE_CHECKING:
    from spacy.tokens import Doc


def readable(doc: Doc) -> list[DateRecord]:
    """The dates, those without their tense that hardly tell when their event happened."""
    model, seen = lexicon.weights(TIMELINE), article(doc)
    heard = added(encoded(doc), len(doc), TIMELINE)
    found = []
    for date in seen.dates:
        if date.event and date.tense and seen.columns.tokens_in(*date.event):
            at = governor(seen.columns, date)[1]
            told = features(seen, date, date.event) | {HEARD: heard[at]}
            likely = chance(model["weights"]["features"], told) >= model["line"]
            found.append(date if likely else replace(date, tense=None))
        else:
            found.append(date)
    return found


def article(doc: Doc) -> Article:
    """What the features look at."""
    c, read = columns(doc), encoded(doc)
    anchor = next(iter(records(doc, AnchorRecord)), None)
    return Article(
        c,
        records(doc, DateRecord),
        records(doc, QuoteRecord),
        Day.fromisoformat(anchor.published[:10]) if anchor and anchor.published else None,
        [0.0] * len(c.sentence_starts) if read is None else read.points.tolist(),
    )
