"""Who of those that may have said a quote did: a logistic model over a few plain features.

The rules name a speaker; where only a pronoun or the turn tells who it is, others who were just
spoken of are weighed beside him. `models/train_speakers.py` learns the weights and the lines.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from functools import cache
from math import exp, log
from typing import Any

from briefkit import lexicon
from briefkit.components.coreference.words import pronouns
from briefkit.components.quotes.speakers import NOBODY, Resolver, Speaker
from briefkit.components.quotes.view import View
from briefkit.components.records import ActorRecord, Place

# Blocks before a quote whose people may have said it, and how many of them are weighed.
_NEAR = 2
_MOST = 6
# Features of a candidate, and how sure it is that the speaker's own words mean this one.
Candidate = tuple[list[str], float]
# Who answers in an interview goes on speaking, but is told by its labels.
ANSWER = "answer"
# Kinds of speakers' words that leave open who it is.
_OPEN = frozenset({"pronoun", "continued"})
# Kinds whose words leave nothing open; who speaks on is as sure as he was before.
_TOLD = frozenset({"named", "continued"})
# What a single person is called by.
_WHO = frozenset({"he", "she"})
# No pronoun is surer or less sure than this.
_SUREST = 0.98
# What the encoder may give to the least of an actor's names.
_LINES = (0.6, 0.8, 0.9, 0.97)


@cache
def model() -> dict[str, Any]:
    """Weights by feature, and the lines `doubt` and `least`."""
    return lexicon.weights("quotes_speakers.json")


def chance(candidate: Candidate) -> float:
    """The probability that a candidate is the speaker: no quote makes a pronoun surer."""
    weights, (features, sure) = model()["weights"], candidate
    total = log_odds(sure) + sum(weights.get(name, 0.0) for name in features)
    return min(sure, 1 / (1 + exp(-total)))


def log_odds(sure: float) -> float:
    """Where the sum of a candidate's weights starts; words that leave nothing open start at 0."""
    likely = min(max(sure, 1 - _SUREST), _SUREST)
    return 0.0 if sure == 1 else log(likely / (1 - likely))


def is_doubtful(confidence: float | None) -> bool:
    """Whether a speaker is named with less than the confidence that a reader takes for granted."""
    return confidence is not None and confidence < model()["doubt"]


class Decider:
    """Chooses the speaker of each quote, in the order of the text."""

    def __init__(self, view: View, resolver: Resolver, actors: tuple[ActorRecord, ...]) -> None:
        self._view = view
        self._resolver = resolver
        self._actors = {actor.id: actor for actor in actors}
        self._starts = {actor.id: [m.start for m in actor.mentions] for actor in actors}
        names = {actor.id: [m for m in actor.mentions if m.kind == "name"] for actor in actors}
        self._names = {actor: [m.start for m in found] for actor, found in names.items()}
        self._least = {
            actor: min((m.sure for m in found), default=0.0) for actor, found in names.items()
        }
        people = (actor for actor in actors if actor.type == "person")
        self._surnames = Counter(actor.name.lower().split()[-1] for actor in people)

    def decide(self, speaker: Speaker, spans: list[Place], last: str | None) -> Speaker:
        """The likeliest of the candidates, or who nobody is sure of left unresolved."""
        found = self.candidates(speaker, spans, last)
        return self.choose(speaker, found)

    def choose(self, speaker: Speaker, found: dict[str, Candidate]) -> Speaker:
        """The speaker with the likeliest actor; training looks on here."""
        if not found:
            return replace(speaker, actor=None)
        # Who speaks on is no surer than he was before.
        before = 1.0 if speaker.confidence is None else speaker.confidence
        chances = {actor: before * chance(one) for actor, one in found.items()}
        best = max(chances, key=lambda actor: (chances[actor], actor == speaker.actor))
        if chances[best] < model()["least"]:
            unsure = replace(speaker, actor=None, confidence=None)
            return unsure if speaker.span else NOBODY
        return replace(speaker, actor=best, confidence=round(chances[best], 2))

    def candidates(
        self, speaker: Speaker, spans: list[Place], last: str | None
    ) -> dict[str, Candidate]:
        """The features of each actor who may have said it, by id; the rules' speaker first."""
        at = speaker.span[0] if speaker.span else spans[0][0]
        ids = [speaker.actor] if speaker.actor is not None else []
        if speaker.attribution == "pronoun" and self._word(speaker) in _WHO:
            ids += [last] if last in self._resolver.people else []
            ids += self._near(min(at, spans[0][0]))
        if speaker.attribution not in ("named", ANSWER):
            # "Then I saw Hale fall," said the neighbour: who is named in it does not say it.
            ids = [actor for actor in ids if not self._is_named_in(actor, spans)]
        ids = list(dict.fromkeys(ids))
        newest = max(ids, key=lambda one: _last(self._names[one], at)) if len(ids) > 1 else None
        actors = {one: self._actors[one] for one in ids}
        return {
            one: (self._features(actor, speaker, last, at, newest), self._sure(actor, speaker))
            for one, actor in actors.items()
        }

    def _sure(self, actor: ActorRecord, speaker: Speaker) -> float:
        """How sure it is that the speaker's pronoun or noun means an actor, where it is the one."""
        if speaker.span is None or speaker.actor != actor.id or speaker.attribution in _TOLD:
            return 1.0
        start, end = speaker.span
        return max((m.sure for m in actor.mentions if m.start < end and start < m.end), default=1.0)

    def _word(self, speaker: Speaker) -> str:
        return self._view.text[slice(*speaker.span)].lower() if speaker.span else ""

    def _near(self, at: int) -> list[str]:
        """The persons spoken of in the blocks right before a place."""
        block = max(0, self._view.block(at) - _NEAR + 1)
        first = self._view.blocks[block].start
        seen = [(_last(self._starts[actor], at), actor) for actor in self._resolver.people]
        return [actor for place, actor in sorted(seen, reverse=True)[:_MOST] if place >= first]

    def _is_named_in(self, actor: str, spans: list[Place]) -> bool:
        """Whether the words name a person; a body's often name it ("Tarn Rail regrets")."""
        return actor in self._resolver.people and any(
            _last(self._names[actor], end) >= start for start, end in spans
        )

    def _features(
        self, actor: ActorRecord, speaker: Speaker, last: str | None, at: int, newest: str | None
    ) -> list[str]:
        """Of an actor who may speak at a place; of several, `newest` is named last before it."""
        kind = speaker.attribution
        rule = "rule" if actor.id == speaker.actor else "other"
        turn = "last" if actor.id == last else "new"
        out = ["bias", kind, f"{kind} {rule} {turn}", f"{kind} {actor.type}"]
        if newest is not None:
            age = "newest" if actor.id == newest else "older"
            out += [age, f"{rule} {age}", f"{turn} {age}"]
        pronoun = pronouns().get(self._word(speaker))
        if pronoun is not None:
            known = actor.gender if actor.type == "person" else "none"
            fits = known == pronoun.gender if pronoun.gender and known else None
            out.append(f"gender {fits}")
        place = _last(self._starts[actor.id], at)
        if place >= 0:
            apart = self._view.block(at) - self._view.block(place)
            out.append(f"{'open' if kind in _OPEN else 'told'} apart {min(apart, 3)}")
            token = self._view.token_at(place)
            if self._view.dep[token] in ("nsubj", "nsubjpass", "compound"):
                out.append("subject")
        out.append("once" if len(actor.mentions) <= 2 else "often")
        if self._surnames[actor.name.lower().split()[-1]] > 1:
            out.append("shared surname")
        return out + [f"names sure {line}" for line in _LINES if self._least[actor.id] >= line]


def _last(places: list[int], before: int) -> int:
    """The last of the places, which are in order, before another; -1 for none."""
    n = bisect_left(places, before)
    return places[n - 1] if n else -1
