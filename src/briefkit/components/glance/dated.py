"""Which dates are told in a timeline: those that tell when their event happened, or will.

Events that hang on another sentence are left out, as bullets are that do (`alone`). For the others
there is a logistic model, learned from what readers said of the lines of timelines beside their
articles (`models/train_timeline.py`). What is left out keeps its event, and loses its tense.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from briefkit import lexicon
from briefkit.components.columns import columns
from briefkit.components.encoder import encoded
from briefkit.components.glance.alone import told
from briefkit.components.glance.candidates import Candidate, quoted
from briefkit.components.glance.happened import Article, features, governor
from briefkit.components.glance.hearing import HEARD, TIMELINE, added
from briefkit.components.glance.limits import ALONE
from briefkit.components.glance.resolve import substitutions
from briefkit.components.glance.sentence import MAX_TOKENS, Sentence
from briefkit.components.glance.shorten import Short
from briefkit.components.linear import chance
from briefkit.components.records import DateRecord, Place, QuoteRecord, published, records

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefkit.components.glance.cast import Cast
    from briefkit.components.glance.features import Survey
    from briefkit.components.glance.sentence import Table

_HUMAN = frozenset({"he", "her", "him", "his", "she"})
_OTHERS = frozenset({"its", "their", "they"})
_SMALL = frozenset({"CC", "DT", "IN", "RB", "TO"})


def readable(doc: Doc, table: Table, cast: Cast, survey: Survey) -> list[DateRecord]:
    """The dates, those without their tense that hardly tell when their event happened."""
    seen, inside = article(doc), quoted(table, list(table.blocks))
    heard = added(encoded(doc), len(doc), TIMELINE)
    model, found = lexicon.weights(TIMELINE), []

    def likely(date: DateRecord, event: Place) -> bool:
        signs = features(seen, date, event)
        signs[HEARD] = heard[governor(seen.columns, date)[1]]
        return bool(chance(model["weights"]["features"], signs) >= model["line"])

    orders = [candidate.sentence.start for candidate in survey.candidates]

    @cache
    def alone(event: Place) -> bool:
        tokens = table.tokens_in(*event)
        piece = inside[tokens.start : tokens.stop]
        sentence = Sentence(table, tokens.start, tokens.stop)
        order = bisect_right(orders, tokens.start) - 1
        order = survey.candidates[order].order if order >= 0 else 0
        candidate = Candidate(sentence, 0, order, opens=False, inside=piece)
        return len(tokens) <= MAX_TOKENS and not _hangs(candidate, cast, survey)

    for date in seen.dates:
        tokens = date.event and date.tense and table.tokens_in(*date.event)
        if date.event and tokens and not (likely(date, date.event) and alone(date.event)):
            date = replace(date, tense=None)
        found.append(date)
    return found


def _hangs(candidate: Candidate, cast: Cast, survey: Survey) -> bool:
    """Whether it hangs on somebody or something that neither it nor a name put in tells of."""
    s, inside = candidate.sentence, candidate.inside
    quote = all(inside)
    kept = tuple(i for i in range(len(s)) if quote or not inside[i])
    while kept and (s.tags[kept[0]] in ("CC", ",") or s.lower[kept[0]] == "then"):
        kept = kept[1:]  # a timeline tells the order itself
    if not kept:
        return False
    found = [(i, cast.by_start[at][0]) for i in kept if (at := s.place(i)[0]) in cast.by_start]
    names = {actor.id for i, actor in found if s.tags[i].startswith("NNP")}
    known = {i for i, _ in found}
    short = Short(s, kept, (), len(kept))
    named = known.intersection(i for i, _ in substitutions(short, inside, cast, ()))
    named.update(i for i, actor in found if actor.id in names or _is_named(s, i))
    return told(candidate, kept, cast, named, survey) < ALONE


def _is_named(s: Sentence, i: int) -> bool:
    """Whether the timeline puts a name behind a pronoun."""
    small = (
        s.ents[k] == "time" or s.tags[k] in _SMALL for k in range(i) if s.words[k][0].isalnum()
    )
    return s.lower[i] in _HUMAN or (s.lower[i] in _OTHERS and all(small))


def article(doc: Doc) -> Article:
    """What the features look at."""
    c, read = columns(doc), encoded(doc)
    return Article(
        c,
        records(doc, DateRecord),
        records(doc, QuoteRecord),
        published(doc),
        [0.0] * len(c.sentence_starts) if read is None else read.points.tolist(),
    )
