"""Compares briefs with the gold of our own articles.

Every figure is counted over all articles together. An item of the gold that is optional is neither
asked for nor wrong, and what the brief says of it is not looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.schema import Actor, Brief, Quote
from briefkit.scoring.compare import (
    bare,
    content,
    greedy,
    holds,
    is_said_by,
    likeness,
    near,
    overlap,
    said,
    shared,
    touches,
    union,
    within,
    words_of,
)
from briefkit.scoring.markup import GoldActor, GoldArticle, GoldQuote

# "whole": right in everything that its layer says of it, or one that is missed or too many.
FIGURES = (
    "actors whole", "dates whole", "quotes whole",
    "actors", "names", "types", "roles", "mentions",
    "dates", "date borders", "date types", "date values",
    "quotes", "quote borders", "quote kinds", "polarity", "speakers", "cues",
    "bullets", "points held", "to the point",
)  # fmt: skip


@dataclass
class Count:
    """How often something was right, found by briefkit, and asked for."""

    right: int = 0
    found: int = 0
    asked: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.asked if self.asked else 0.0

    @property
    def f1(self) -> float:
        """2 * right / (found + asked): the harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.asked) if self.found + self.asked else 0.0

    def add(self, right: bool, found: bool = True, asked: bool = True) -> bool:
        self.right += right
        self.found += found
        self.asked += asked
        return right


class Score:
    """The counts over articles, and what went wrong in each, in words."""

    def __init__(self) -> None:
        self.counts = {name: Count() for name in FIGURES}
        self.errors: list[str] = []

    def add(self, gold: GoldArticle, brief: Brief) -> None:
        """Count one article."""
        actors = (*brief.actors, *brief.places)
        same = self._actors(gold, actors)
        self._dates(gold, brief)
        self._quotes(gold, brief, same)
        self._bullets(gold, brief)
        self._points(gold, brief)

    def _wrong(self, gold: GoldArticle, layer: str, what: str) -> None:
        self.errors.append(f"{gold.id}: {layer}: {what}")

    def _actors(self, gold: GoldArticle, actors: Sequence[Actor]) -> dict[str, str]:
        """Counts the actors; returns the gold id of each actor of the brief that has one."""
        weights = [
            (shared(actor.mentions, want), i, j)
            for i, actor in enumerate(actors)
            for j, want in enumerate(gold.actors)
        ]
        pairs = dict(greedy(weights))
        # An unnamed speaker may be an actor of the brief; the gold asks for named ones only.
        unnamed = [place for quote in gold.quotes for place in quote.speakers]
        for i, actor in enumerate(actors):
            if i in pairs:
                if not gold.actors[pairs[i]].optional:
                    self.counts["actors"].add(True)
                    whole = self._actor(gold, actor, gold.actors[pairs[i]])
                    self.counts["actors whole"].add(whole)
            elif not any(touches(m, place) for m in actor.mentions for place in unnamed):
                self.counts["actors"].add(False, asked=False)
                self.counts["actors whole"].add(False, asked=False)
                self._wrong(gold, "actors", f"not one of its own: {actor.name!r} ({actor.type})")
        for j in sorted(set(range(len(gold.actors))) - set(pairs.values())):
            if not gold.actors[j].optional:
                self.counts["actors"].add(False, found=False)
                self.counts["actors whole"].add(False, found=False)
                self._wrong(gold, "actors", f"missed: {gold.actors[j].name!r}")
        return {actors[i].id: gold.actors[j].id for i, j in pairs.items()}

    def _actor(self, gold: GoldArticle, actor: Actor, want: GoldActor) -> bool:
        """Counts what is said of an actor; whether name, type and role are right."""
        self._mentions(gold, actor, want)
        whole = self.counts["types"].add(actor.type in want.types)
        if not whole:
            self._wrong(gold, "types", f"{want.name}: {actor.type}, not {' or '.join(want.types)}")
        if not self.counts["names"].add(actor.name.lower() in want.name.lower().split(" / ")):
            self._wrong(gold, "names", f"{actor.name!r}, not {want.name!r}")
            whole = False
        return (want.types != ("person",) or self._role(gold, actor.role, want)) and whole

    def _mentions(self, gold: GoldArticle, actor: Actor, want: GoldActor) -> None:
        hits = greedy(
            [
                (overlap(m, w), i, j)
                for i, m in enumerate(actor.mentions)
                for j, w in enumerate(want.mentions)
                if touches(m, w)
            ]
        )
        mine, theirs = {i for i, _ in hits}, {j for _, j in hits}
        for _ in hits:
            self.counts["mentions"].add(True)
        for i, mention in enumerate(actor.mentions):
            if i not in mine and not any(touches(mention, place) for place in want.maybe):
                self.counts["mentions"].add(False, asked=False)
                self._wrong(gold, "mentions", f"{want.name} is not {near(gold, mention)}")
        for j, place in enumerate(want.mentions):
            if j not in theirs:
                self.counts["mentions"].add(False, found=False)
                self._wrong(gold, "mentions", f"{want.name} misses {near(gold, place)}")

    def _role(self, gold: GoldArticle, role: str | None, want: GoldActor) -> bool:
        """A role where the article tells none is as wrong as none where it tells one."""
        roles = {None if right == "-" else bare(right) for right in want.roles} or {None}
        role = role and bare(role)
        if role in roles and role is None:
            return True
        right = self.counts["roles"].add(
            role in roles, found=role is not None, asked=None not in roles or role in roles
        )
        if not right:
            self._wrong(gold, "roles", f"{want.name}: {role!r}, not {list(want.roles)}")
        return right

    def _dates(self, gold: GoldArticle, brief: Brief) -> None:
        pairs = dict(
            greedy(
                [
                    (overlap(have.span, want.span) / union(have.span, want.span), i, j)
                    for i, have in enumerate(brief.dates)
                    for j, want in enumerate(gold.dates)
                    if overlap(have.span, want.span)
                ]
            )
        )
        for i, have in enumerate(brief.dates):
            if i not in pairs:
                for key in ("dates", "dates whole", "date borders", "date values"):
                    self.counts[key].add(False, asked=False)
                self._wrong(gold, "dates", f"not one: {near(gold, have.span)} = {have.value}")
                continue
            want = gold.dates[pairs[i]]
            if want.optional:
                continue
            self.counts["dates"].add(True)
            whole = have.span == want.span and have.value in want.values
            self.counts["dates whole"].add(whole)
            words = gold.text[slice(*want.span)]
            if not self.counts["date borders"].add(have.span == want.span):
                self._wrong(gold, "date borders", f"{have.text!r}, not {words!r}")
            wanted = " or ".join(want.types)
            if not self.counts["date types"].add(have.type in want.types):
                self._wrong(gold, "date types", f"{words!r}: {have.type}, not {wanted}")
            if not self.counts["date values"].add(have.value in want.values):
                wanted = " or ".join(want.values)
                self._wrong(gold, "date values", f"{words!r}: {have.value}, not {wanted}")
        found = set(pairs.values())
        for j, want in enumerate(gold.dates):
            if j not in found and not want.optional:
                for key in ("dates", "dates whole", "date borders", "date values"):
                    self.counts[key].add(False, found=False)
                self._wrong(gold, "dates", f"missed: {near(gold, want.span)}")

    def _quotes(self, gold: GoldArticle, brief: Brief, same: dict[str, str]) -> None:
        pairs = dict(
            greedy(
                [
                    (likeness(have.spans, want.spans), i, j)
                    for i, have in enumerate(brief.quotes)
                    for j, want in enumerate(gold.quotes)
                ]
            )
        )
        for i, have in enumerate(brief.quotes):
            if i not in pairs:
                self.counts["quotes"].add(False, asked=False)
                self.counts["quotes whole"].add(False, asked=False)
                self._wrong(gold, "quotes", f"not one ({have.kind}): {have.text[:80]!r}")
            elif not gold.quotes[pairs[i]].optional:
                self.counts["quotes"].add(True)
                whole = self._quote(gold, have, gold.quotes[pairs[i]], same)
                self.counts["quotes whole"].add(whole)
        found = set(pairs.values())
        for j, want in enumerate(gold.quotes):
            if j not in found and not want.optional:
                self.counts["quotes"].add(False, found=False)
                self.counts["quotes whole"].add(False, found=False)
                self._wrong(gold, "quotes", f"missed ({want.kind}): {words_of(gold, want)!r}")

    def _quote(self, gold: GoldArticle, have: Quote, want: GoldQuote, same: dict[str, str]) -> bool:
        """Counts what is said of a quote; whether words, kind, polarity and speaker are right."""
        words = words_of(gold, want)
        kind, polarity = have.kind == want.kind, have.polarity == want.polarity
        speaks = is_said_by(have, want, same)
        exact = said(gold, have.spans) == said(gold, want.spans)
        if not self.counts["quote borders"].add(exact):
            self._wrong(gold, "quote borders", f"{have.text[:80]!r}, not {words!r}")
        if not self.counts["quote kinds"].add(kind):
            self._wrong(gold, "quote kinds", f"{have.kind}, not {want.kind}: {words!r}")
        if not self.counts["polarity"].add(polarity):
            self._wrong(gold, "polarity", f"{have.polarity}, not {want.polarity}: {words!r}")
        if not self.counts["speakers"].add(speaks):
            wanted = want.actor or [gold.text[slice(*place)] for place in want.speakers]
            self._wrong(gold, "speakers", f"{have.speaker!r}, not {wanted}: {words!r}")
        if want.cues:
            span = have.cue_span
            right = span is not None and any(overlap(span, cue) for cue in want.cues)
            if not self.counts["cues"].add(right, found=span is not None):
                wanted = gold.text[slice(*want.cues[0])]
                self._wrong(gold, "cues", f"{have.cue!r}, not {wanted!r}: {words!r}")
        return exact and kind and polarity and speaks

    def _bullets(self, gold: GoldArticle, brief: Brief) -> None:
        want = [gold.text[slice(*place)] for place in gold.bullets]
        have = [bullet.text for bullet in brief.at_a_glance if bullet.origin == "author"]
        for text in want:
            if not self.counts["bullets"].add(text in have, found=False):
                self._wrong(gold, "bullets", f"missed: {text!r}")
        for text in have:
            self.counts["bullets"].found += 1
            if text not in want:
                self._wrong(gold, "bullets", f"not the author's: {text!r}")

    def _points(self, gold: GoldArticle, brief: Brief) -> None:
        """Key points that the bullets hold, and bullets that hold one; shares, not F1."""
        if not gold.points:
            return
        points = [[content(gold.text[slice(*at)]) for at in ways] for ways in gold.points]
        bullets = [content(bullet.text) for bullet in brief.at_a_glance]
        for ways, places in zip(points, gold.points, strict=True):
            if not self.counts["points held"].add(
                any(holds(bullet, way) for bullet in bullets for way in ways)
            ):
                self._wrong(gold, "points held", f"missed: {gold.text[slice(*places[0])]!r}")
        for shown, bullet in zip(brief.at_a_glance, bullets, strict=True):
            if not self.counts["to the point"].add(
                any(holds(bullet, way) or within(bullet, way) for ways in points for way in ways)
            ):
                self._wrong(gold, "to the point", f"none of the key points: {shown.text!r}")
