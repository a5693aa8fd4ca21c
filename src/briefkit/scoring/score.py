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
    greedy,
    holds,
    is_said_by,
    likeness,
    missed,
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
from briefkit.text import content

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

    def _check(self, gold: GoldArticle, figure: str, right: bool, what: str, **part: bool) -> bool:
        """Count something that is right or, as `what` says, wrong; whether it is right."""
        if not self.counts[figure].add(right, **part):
            self._wrong(gold, figure, what)
        return right

    def _alone(self, gold: GoldArticle, figures: Sequence[str], what: str, **part: bool) -> None:
        """Count what is missed or too many as wrong in all figures, the first of them its layer."""
        for figure in figures:
            self.counts[figure].add(False, **part)
        self._wrong(gold, figures[0], what)

    def _actors(self, gold: GoldArticle, actors: Sequence[Actor]) -> dict[str, str]:
        """Counts the actors; returns the gold id of each actor of the brief that has one."""
        pairs = greedy(
            (shared(actor.mentions, want), i, j)
            for i, actor in enumerate(actors)
            for j, want in enumerate(gold.actors)
        )
        # An unnamed speaker may be an actor of the brief; the gold asks for named ones only.
        unnamed = [place for quote in gold.quotes for place in quote.speakers]
        figures = ("actors", "actors whole")
        for i, actor in enumerate(actors):
            if i in pairs:
                want = gold.actors[pairs[i]]
                if not want.optional:
                    self.counts["actors"].add(True)
                    self.counts["actors whole"].add(self._actor(gold, actor, want))
            elif not any(touches(m, place) for m in actor.mentions for place in unnamed):
                what = f"not one of its own: {actor.name!r} ({actor.type})"
                self._alone(gold, figures, what, asked=False)
        for want in missed(gold.actors, pairs):
            self._alone(gold, figures, f"missed: {want.name!r}", found=False)
        return {actors[i].id: gold.actors[j].id for i, j in pairs.items()}

    def _actor(self, gold: GoldArticle, actor: Actor, want: GoldActor) -> bool:
        """Counts what is said of an actor; whether name, type and role are right."""
        self._mentions(gold, actor, want)
        what = f"{want.name}: {actor.type}, not {' or '.join(want.types)}"
        typed = self._check(gold, "types", actor.type in want.types, what)
        right = actor.name.lower() in want.name.lower().split(" / ")
        named = self._check(gold, "names", right, f"{actor.name!r}, not {want.name!r}")
        return (want.types != ("person",) or self._role(gold, actor.role, want)) and typed and named

    def _mentions(self, gold: GoldArticle, actor: Actor, want: GoldActor) -> None:
        pairs = greedy(
            (overlap(m, w), i, j)
            for i, m in enumerate(actor.mentions)
            for j, w in enumerate(want.mentions)
            if touches(m, w)
        )
        for i, mention in enumerate(actor.mentions):
            if i in pairs or not any(touches(mention, place) for place in want.maybe):
                what = f"{want.name} is not {near(gold, mention)}"
                self._check(gold, "mentions", i in pairs, what, asked=i in pairs)
        found = set(pairs.values())
        for j, place in enumerate(want.mentions):
            if j not in found:
                what = f"{want.name} misses {near(gold, place)}"
                self._check(gold, "mentions", False, what, found=False)

    def _role(self, gold: GoldArticle, role: str | None, want: GoldActor) -> bool:
        """A role where the article tells none is as wrong as none where it tells one."""
        roles = {None if right == "-" else bare(right) for right in want.roles} or {None}
        role = role and bare(role)
        right = role in roles
        if right and role is None:
            return True
        what = f"{want.name}: {role!r}, not {list(want.roles)}"
        asked = None not in roles or right
        return self._check(gold, "roles", right, what, found=role is not None, asked=asked)

    def _dates(self, gold: GoldArticle, brief: Brief) -> None:
        pairs = greedy(
            (overlap(have.span, want.span) / union(have.span, want.span), i, j)
            for i, have in enumerate(brief.dates)
            for j, want in enumerate(gold.dates)
        )
        figures = ("dates", "dates whole", "date borders", "date values")
        for i, have in enumerate(brief.dates):
            if i not in pairs:
                what = f"not one: {near(gold, have.span)} = {have.value}"
                self._alone(gold, figures, what, asked=False)
                continue
            want = gold.dates[pairs[i]]
            if want.optional:
                continue
            words = gold.text[slice(*want.span)]
            exact, valued = have.span == want.span, have.value in want.values
            self.counts["dates"].add(True)
            self.counts["dates whole"].add(exact and valued)
            self._check(gold, "date borders", exact, f"{have.text!r}, not {words!r}")
            what = f"{words!r}: {have.type}, not {' or '.join(want.types)}"
            self._check(gold, "date types", have.type in want.types, what)
            what = f"{words!r}: {have.value}, not {' or '.join(want.values)}"
            self._check(gold, "date values", valued, what)
        for want in missed(gold.dates, pairs):
            self._alone(gold, figures, f"missed: {near(gold, want.span)}", found=False)

    def _quotes(self, gold: GoldArticle, brief: Brief, same: dict[str, str]) -> None:
        pairs = greedy(
            (likeness(have.spans, want.spans), i, j)
            for i, have in enumerate(brief.quotes)
            for j, want in enumerate(gold.quotes)
        )
        figures = ("quotes", "quotes whole")
        for i, have in enumerate(brief.quotes):
            if i not in pairs:
                what = f"not one ({have.kind}): {have.text[:80]!r}"
                self._alone(gold, figures, what, asked=False)
            elif not gold.quotes[pairs[i]].optional:
                self.counts["quotes"].add(True)
                whole = self._quote(gold, have, gold.quotes[pairs[i]], same)
                self.counts["quotes whole"].add(whole)
        for want in missed(gold.quotes, pairs):
            what = f"missed ({want.kind}): {words_of(gold, want)!r}"
            self._alone(gold, figures, what, found=False)

    def _quote(self, gold: GoldArticle, have: Quote, want: GoldQuote, same: dict[str, str]) -> bool:
        """Counts what is said of a quote; whether words, kind, polarity and speaker are right."""
        words = words_of(gold, want)
        kind, polarity = have.kind == want.kind, have.polarity == want.polarity
        speaks = is_said_by(have.actor, have.speaker_span, want.actor, want.speakers, same)
        exact = said(gold.text, have.spans) == said(gold.text, want.spans)
        self._check(gold, "quote borders", exact, f"{have.text[:80]!r}, not {words!r}")
        self._check(gold, "quote kinds", kind, f"{have.kind}, not {want.kind}: {words!r}")
        what = f"{have.polarity}, not {want.polarity}: {words!r}"
        self._check(gold, "polarity", polarity, what)
        wanted = want.actor or [gold.text[slice(*place)] for place in want.speakers]
        self._check(gold, "speakers", speaks, f"{have.speaker!r}, not {wanted}: {words!r}")
        if want.cues:
            span = have.cue_span
            right = span is not None and any(overlap(span, cue) for cue in want.cues)
            what = f"{have.cue!r}, not {gold.text[slice(*want.cues[0])]!r}: {words!r}"
            self._check(gold, "cues", right, what, found=span is not None)
        return exact and kind and polarity and speaks

    def _bullets(self, gold: GoldArticle, brief: Brief) -> None:
        want = [gold.text[slice(*place)] for place in gold.bullets]
        have = [bullet.text for bullet in brief.at_a_glance if bullet.origin == "author"]
        for text in want:
            self._check(gold, "bullets", text in have, f"missed: {text!r}", found=False)
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
            held = any(holds(bullet, way) for bullet in bullets for way in ways)
            what = f"missed: {gold.text[slice(*places[0])]!r}"
            self._check(gold, "points held", held, what)
        for shown, bullet in zip(brief.at_a_glance, bullets, strict=True):
            told = any(holds(bullet, w) or within(bullet, w) for ways in points for w in ways)
            self._check(gold, "to the point", told, f"none of the key points: {shown.text!r}")
