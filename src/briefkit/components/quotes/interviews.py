"""Interviews: turns under labels, or questions and answers that have none.

Without labels a question is a paragraph of its own ("Why did you leave?"); the paragraph behind it
is the answer, what the one who is interviewed says. Further paragraphs may be the next question,
which need not be one in form: what is not sure is left out. Explainers ask as well, but neither
"you" nor does "I" answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefkit.components.quotes.deciding import ANSWER, Decider
from briefkit.components.quotes.speakers import NOBODY, Resolver, Speaker
from briefkit.components.quotes.view import View
from briefkit.components.records import ActorRecord, Place, QuoteRecord

_ANSWERS = frozenset({"a", "answer"})
_ASKED = 4  # of whoever asks, more than one turn of so many ends with a question mark
_LEAST = 3  # questions
_YOU = re.compile(r"\byou(?:rs?|rself)?\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|me|my|our|us|we)\b")
# "WE: I was tired of it."
_LABELLED = re.compile(r":*[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,3}: ?")
# Shares of questions that ask "you" and of answers that say "I": interviews have .4 and .6 or
# more, explainers .33 and .25 or less.
_ASKED_YOU, _ANSWERED_I = 0.35, 0.5


def interviews(
    resolver: Resolver, decider: Decider, actors: tuple[ActorRecord, ...]
) -> Iterator[QuoteRecord]:
    """What is said in the turns of a conversation or in the answers of an interview."""
    return (_turns if resolver.view.turns else _answers)(resolver, decider, actors)


def _turns(
    resolver: Resolver, decider: Decider, actors: tuple[ActorRecord, ...]
) -> Iterator[QuoteRecord]:
    """The turns of a conversation, but for the questions of nobody known."""
    view = resolver.view
    labels = [view.text[slice(*turn.label)] for turn in view.turns]
    answers = [label.lower().rstrip(".") in _ANSWERS for label in labels]
    said = [p for turn, a in zip(view.turns, answers, strict=True) if a for p in turn.words]
    who = _interviewee(view, actors, view.turns[0].label[0], said)
    found: list[tuple[str, QuoteRecord]] = []
    asked: Counter[str] = Counter()
    for label, turn, answer in zip(labels, view.turns, answers, strict=True):
        if answer:
            speaker = Speaker(None, who, ANSWER) if who else NOBODY
        else:
            speaker = resolver.of_span(*turn.label, turn.label[0])
        quote = _record(decider, speaker, turn.words, turn.colon)
        asked[label] += quote.actor is None and view.text[turn.words[-1][1] - 1] == "?"
        found.append((label, quote))
    turned = Counter(labels)
    return (quote for label, quote in found if asked[label] * _ASKED <= turned[label])


def _answers(
    resolver: Resolver, decider: Decider, actors: tuple[ActorRecord, ...]
) -> Iterator[QuoteRecord]:
    """The answers of an interview without labels, where it is one and plain who answers."""
    view, pairs = resolver.view, list(_pairs(resolver.view))
    asked = sum(bool(_YOU.search(view.text, *question)) for question, _ in pairs)
    if len(pairs) < _LEAST or asked < _ASKED_YOU * len(pairs):
        return
    said = [answer for _, answer in pairs]
    who = _interviewee(view, actors, pairs[0][0][0], said)
    for answer in said if who else ():
        yield _record(decider, Speaker(None, who, ANSWER), (answer,), None)


def _record(
    decider: Decider, speaker: Speaker, words: tuple[Place, ...], cue: Place | None
) -> QuoteRecord:
    speaker = decider.decide(speaker, list(words), None)
    return QuoteRecord(
        spans=words,
        kind="direct",
        speaker=speaker.span,
        actor=speaker.actor,
        cue=cue,
        attribution=speaker.attribution if speaker.attribution != ANSWER else "continued",
        confidence=speaker.confidence,
    )


def _pairs(view: View) -> Iterator[tuple[Place, Place]]:
    """Each question with the paragraph behind it, as places."""
    for block, behind in zip(view.blocks, view.blocks[1:], strict=False):
        kinds = block.kind in ("paragraph", "heading") and behind.kind == "paragraph"
        if kinds and view.text[block.end - 1] == "?":
            label = _LABELLED.match(view.text, behind.start, behind.end)
            start = label.end() if label else behind.start
            if start < behind.end:
                yield (block.start, block.end), (start, behind.end)


def _interviewee(
    view: View, actors: tuple[ActorRecord, ...], before: int, said: list[Place]
) -> str | None:
    """Of answers that say "I", the person whom the text before them speaks of most often."""
    if sum(bool(_I.search(view.text, *place)) for place in said) < _ANSWERED_I * len(said):
        return None
    counts = [
        (sum(m.start < before for m in actor.mentions), actor.id)
        for actor in actors
        if actor.type == "person"
    ]
    (most, who), (next_most, _) = sorted([*counts, (0, ""), (0, "")], reverse=True)[:2]
    return who if most > next_most else None
