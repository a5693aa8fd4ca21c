"""Who speaks on where no cue says so: the one who had the floor, or whom the text turned to."""

from __future__ import annotations

from dataclasses import replace

from briefkit.components.quotes.speakers import NOBODY, Resolver, Speaker
from briefkit.components.quotes.subjects import subject
from briefkit.components.quotes.view import View
from briefkit.components.records import Place

# The one who writes asks the questions; the answers are not his.
_WRITER = frozenset({"i", "we", "you"})


class Floor:
    """Keeps the last speaker of an article while its quotes are read in order."""

    def __init__(self, view: View, resolver: Resolver) -> None:
        self._view = view
        self._resolver = resolver
        self._last = NOBODY
        self._block = -9
        self._end = 0  # of the last quote that stands in no other

    @property
    def last(self) -> str | None:
        """The actor who spoke last."""
        return self._last.actor

    def take(self, speaker: Speaker, spans: list[Place]) -> None:
        """Give the floor to the speaker of a quote; one told of within a quote does not get it."""
        char = spans[-1][0]
        nested = spans[0][0] < self._end
        self._end = max(self._end, spans[-1][1])
        if speaker.span is None or nested:
            return
        words = self._view.text[slice(*speaker.span)].lower().split()
        block = self._view.block(char)
        if words[0] in _WRITER:
            self._block = block  # after the writer's question the one who spoke before goes on
        else:
            self._last, self._block = speaker, block

    def holder(self, char: int) -> Speaker:
        """Who says a quote without a cue that begins at a character."""
        if self._last.span is None or self._view.block(char) - self._block > 1:
            return self._turned_to(char)
        if self._last.actor not in self._resolver.people:
            # "They say the town is poor. Lund is unconvinced.": he is the one who speaks now.
            turned = self._turned_to(char)
            if turned.actor is not None:
                return turned
        return replace(self._last, attribution="continued")

    def _turned_to(self, char: int) -> Speaker:
        """The person whom the sentence right before the quote is about."""
        view = self._view
        at = view.token_at(char) - 1
        while at > 0 and not view.lower[at].strip("\"“”‘’'` \n."):
            at -= 1
        if at <= 0:
            return NOBODY
        start, end = view.sentence(at)
        root = next((t for t in range(start, end) if view.head[t] == t), start)
        who = view.kid(root, "nsubjpass")
        speaker = self._resolver.resolve(subject(view, root) if who is None else who)
        if speaker.actor not in self._resolver.people:
            return NOBODY
        return Speaker(speaker.span, speaker.actor, "continued")
