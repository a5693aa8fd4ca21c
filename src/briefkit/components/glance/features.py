"""What is seen of a sentence that may be a bullet: one number a feature."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy

from briefkit.components.encoder import encoded
from briefkit.components.glance.hearing import ALONE, added
from briefkit.components.glance.lexicon import stem
from briefkit.components.glance.limits import BULLETS, LOOK
from briefkit.components.records import ActorRecord, DateRecord, QuoteRecord, published, records

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefkit.components.encoder import Encoded
    from briefkit.components.glance.candidates import Candidate
    from briefkit.components.glance.sentence import Table

# Days around the publication that are news.
_NEWS = 7
# The share of the headline's words that tells it; sentences that open a story; and how many
# sentences one before the point counts as.
_TELLS = 0.4
_OPENING = 2
_BEFORE = 3
_LONG_DATE = len("2020-01-31")
# Sentences that are likened to all before them at once: memory grows with the text, not its square.
_ROWS = 256


class Features(NamedTuple):
    """All about between 0 and 1, but for logarithms: `few`, `size`, `behind`, and `point`."""

    lede: float  # the sentence in which the story comes to its point, mostly its first
    near: float  # among the sentences that follow it
    early: float  # in the dozen that follow it
    opens: float  # begins its paragraph
    few: float  # how much fewer bullets than sentences there are
    core: float  # likeness of its meaning to the whole article's
    told: float  # likeness of its meaning to the most alike sentence before it
    headline: float  # share of the headline's words that it has
    actors: float  # how salient all are who are in it
    reports: float  # what somebody says in other words
    quoted: float  # share between quotation marks
    fresh: float  # dates something of the week of publication
    had: float  # tells what had been before
    copula: float  # tells what something is
    there: float  # "There is ..."
    size: float
    point: float  # log odds that it tells a key point, as the encoder reads it
    behind: float  # how many sentences tell one likelier, a logarithm as well
    late: float  # the share of the article's sentences that stand before it


@dataclass(frozen=True)
class Survey:
    """What the article shows of its candidates; `likeness` of their meanings, one with another."""

    candidates: Sequence[Candidate]
    point: int  # the order of the sentence at which the story comes to its point
    likeness: Any  # of the first `LOOK`
    core: list[float]
    told: list[float]
    points: list[float]
    rivals: list[float]  # the points of those that are looked at, the smallest first
    first: dict[str, int]  # the order of the sentence that has a stem first
    headline: frozenset[str]  # the stems of it that the article has as well
    title: frozenset[str]  # its words
    actors: list[tuple[int, str, float]]  # place, name and salience of each mention
    reports: list[int]
    fresh: list[int]
    heard: list[float]  # of each token what the encoder adds to whether it leans (`alone`)

    def known(self, stems: Iterable[str]) -> frozenset[str]:
        """Those of the stems that the article has."""
        return frozenset(self.first.keys() & set(stems))

    def features(self, number: int, size: int) -> Features:
        """The features of a candidate, by its number, as a bullet of `size` words."""
        candidate = self.candidates[number]
        s = candidate.sentence
        start, end = s.place(candidate.first)[0], s.place(len(s) - 1)[1]
        first, last = (bisect_left(self.actors, (at,)) for at in (start, end))
        salience = {name: value for _, name, value in self.actors[first:last]}
        root = s.root
        aids = [s.lower[k] for k in s.kids[root] if s.deps[k] == "aux"]
        shared = self.headline.intersection(candidate.stems)
        order, point = candidate.order, self.point
        far = order - point if order >= point else _BEFORE * (point - order)
        return Features(
            lede=float(order == point or (number == 0 and not point)),
            near=exp(-far / 3),
            early=exp(-far / 10),
            opens=float(candidate.opens),
            few=min(0.0, log(BULLETS / min(LOOK, len(self.candidates)))),
            core=self.core[number],
            told=self.told[number],
            headline=len(shared) / max(1, len(self.headline)),
            actors=min(3.0, sum(salience.values())) / 3,
            reports=float(_any(self.reports, start, end)),
            quoted=candidate.quoted,
            fresh=float(_any(self.fresh, start, end)),
            had=float("had" in aids),
            copula=float(s.lower[root] in ("are", "is", "was", "were")),
            there=float(s.kid(root, "expl") is not None),
            size=log(size),
            point=self.points[number],
            behind=log(1 + len(self.rivals) - bisect_right(self.rivals, self.points[number])),
            late=number / min(LOOK, len(self.candidates)),
        )


def survey(
    doc: Doc, table: Table, candidates: Sequence[Candidate], headline: Collection[str]
) -> Survey:
    """What the article shows of its candidates; `headline` are its words in lower case."""
    likeness, core, told, points = _meanings(encoded(doc), table.sentence_starts, candidates)
    first = {key: c.order for c in reversed(candidates) for key in c.stems if key}
    day = published(doc)
    heard = frozenset(first.keys() & set(map(stem, headline)))
    return Survey(
        candidates=candidates,
        point=_point(candidates, heard),
        likeness=likeness,
        core=core,
        told=told,
        points=points,
        rivals=sorted(points[:LOOK]),
        first=first,
        headline=heard,
        title=frozenset(headline),
        actors=sorted(
            (m.start, a.id, a.salience) for a in records(doc, ActorRecord) for m in a.mentions
        ),
        reports=sorted(
            start for q in records(doc, QuoteRecord) if q.kind == "indirect" for start, _ in q.spans
        ),
        fresh=sorted(d.start for d in records(doc, DateRecord) if day and _fresh(d, day)),
        heard=added(encoded(doc), len(doc), ALONE),
    )


def _point(candidates: Sequence[Candidate], heard: frozenset[str]) -> int:
    """The order of the first candidate that tells what the headline tells.

    A story with a delayed lede opens with a scene or a person that the headline knows nothing of.
    0 where the story opens with its news, where there is no headline, or none of the sentences
    comes near it. `heard` are the headline's stems.
    """
    if len(heard) < 3 or any(heard.intersection(c.stems) for c in candidates[:_OPENING]):
        return 0
    told = (c for c in candidates if len(heard.intersection(c.stems)) >= _TELLS * len(heard))
    return next((c.order for c in told), 0)


def _meanings(
    read: Encoded | None, starts: Sequence[int], candidates: Sequence[Candidate]
) -> tuple[Any, list[float], list[float], list[float]]:
    """Likeness of meanings to each other, to the whole and to what was told before.

    `starts` are the first tokens of the article's sentences. The latter two likenesses are
    differences from the article's mean; all are 0 without an encoder.
    """
    count = len(candidates)
    if read is None or not count:
        return numpy.zeros((count, count)), [0.0] * count, [0.0] * count, [0.0] * count
    rows = [bisect_right(starts, c.sentence.start + c.first) - 1 for c in candidates]
    vectors = read.sentences[rows].astype(numpy.float64)
    whole = vectors.mean(axis=0)
    core = vectors @ whole / max(float(numpy.linalg.norm(whole)), 1e-6)
    told = numpy.concatenate([_told(vectors, at) for at in range(0, count, _ROWS)])
    told[0] = 0.0
    likeness = vectors[:LOOK] @ vectors[:LOOK].T
    points = read.points[rows].astype(numpy.float64)
    return (likeness, (core - core.mean()).tolist(), (told - told.mean()).tolist(), points.tolist())


def _told(vectors: Any, start: int) -> Any:
    """The likeness of each of some rows to the most alike of those before it."""
    stop = min(start + _ROWS, len(vectors))
    before = numpy.tri(stop - start, stop, k=start - 1, dtype=bool)
    return numpy.where(before, vectors[start:stop] @ vectors[:stop].T, -1.0).max(axis=1)


def _fresh(found: DateRecord, day: date) -> bool:
    """Whether something is dated to a day of about the week of publication."""
    if found.event is None or len(found.start_day or "") != _LONG_DATE:
        return False
    return abs((date.fromisoformat(found.start_day or "") - day).days) <= _NEWS


def _any(places: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(places, start) < bisect_left(places, end)
