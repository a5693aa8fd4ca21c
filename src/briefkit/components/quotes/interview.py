"""Interviews whose questions and answers have no labels: "Why did you leave?", "I was tired."

A question is a paragraph of its own; the paragraph behind it is the answer, what the one who is
interviewed says. Further paragraphs may be the next question, which need not be one in form: what
is not sure is left out. Explainers ask as well, but neither "you" nor does "I" answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.components.quotes.deciding import ANSWER, Decider
from briefkit.components.quotes.speakers import Speaker
from briefkit.components.quotes.view import View
from briefkit.components.records import ActorRecord, Place, QuoteRecord

_LEAST = 3  # questions
_LONGEST = 60  # words of a question
_ASKED = re.compile(r"\byou(?:rs?|rself)?\b", re.IGNORECASE)
_ANSWERED = re.compile(r"\b(?:I|me|my|our|us|we)\b")
# "WE: I was tired of it."
_LABELLED = re.compile(r":*[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,3}: ?")
_MARKED = re.compile('[“”«»"]')
# Shares of questions that ask "you" and of answers that say "I": interviews have .4 and .6 or
# more, explainers .33 and .25 or less.
_YOU, _I = 0.35, 0.5


def answers(view: View, actors: tuple[ActorRecord, ...], decider: Decider) -> Iterator[QuoteRecord]:
    """The answers of an interview as direct quotes, where it is one and plain who answers."""
    pairs = list(_pairs(view))
    asked = sum(bool(_ASKED.search(view.text, *question)) for question, _ in pairs)
    answered = sum(bool(_ANSWERED.search(view.text, *answer)) for _, answer in pairs)
    if len(pairs) < _LEAST or asked < _YOU * len(pairs) or answered < _I * len(pairs):
        return
    who = _interviewee(actors, pairs[0][0][0])
    for _, answer in pairs if who else ():
        speaker = decider.decide(Speaker(None, who, ANSWER), [answer], None)
        yield QuoteRecord(
            spans=(answer,),
            kind="direct",
            speaker=None,
            actor=speaker.actor,
            cue=None,
            attribution="continued",
            confidence=speaker.confidence,
        )


def _pairs(view: View) -> Iterator[tuple[Place, Place]]:
    """Each question with the paragraph behind it, as places."""
    for block, behind in zip(view.blocks, view.blocks[1:], strict=False):
        question, answer = view.text[block.start : block.end], view.text[behind.start : behind.end]
        if (
            block.kind in ("paragraph", "heading")
            and behind.kind == "paragraph"
            and question.rstrip().endswith("?")
            and len(question.split()) <= _LONGEST
            and not _MARKED.search(question)
            and not _MARKED.match(answer)
            and not answer.rstrip().endswith("?")
        ):
            label = _LABELLED.match(answer)
            start = behind.start + (label.end() if label else 0)
            yield (block.start, block.end), (start, behind.end)


def _interviewee(actors: tuple[ActorRecord, ...], before: int) -> str | None:
    """The person who is spoken of more often than any other before the first question."""
    counts = [
        (sum(m.start < before for m in actor.mentions), actor.id)
        for actor in actors
        if actor.type == "person"
    ]
    (most, who), (next_most, _) = sorted([*counts, (0, ""), (0, "")], reverse=True)[:2]
    return who if most > next_most else None
