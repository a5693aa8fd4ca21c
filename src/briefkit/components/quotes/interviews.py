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

_ASKS = frozenset({"q", "question"})
_ANSWERS = frozenset({"a", "answer"})
_ASKED = 4  # of whoever asks, more than one turn of so many ends with a question mark
_LEAST = 3  # questions
_LONGEST = 60  # words of a question
_YOU = re.compile(r"\byou(?:rs?|rself)?\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|me|my|our|us|we)\b")
# "WE: I was tired of it."
_LABELLED = re.compile(r":*[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,3}: ?")
_MARKED = re.compile('[“”«»"]')
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
    who = _interviewee(actors, view.turns[0].label[0])
    found: list[tuple[str, QuoteRecord]] = []
    questions: Counter[str] = Counter()
    for turn in view.turns:
        label = view.text[slice(*turn.label)]
        role = label.lower().rstrip(".")
        if role in _ASKS:
            continue
        if role in _ANSWERS:
            speaker = Speaker(None, who, ANSWER) if who else NOBODY
        else:
            speaker = resolver.of_span(*turn.label, turn.label[0])
        quote = _record(decider, speaker, turn.words, turn.colon)
        if quote.actor is None and role not in _ANSWERS:
            questions[label] += view.text[turn.words[-1][1] - 1] == "?"
        found.append((label, quote))
    turned = Counter(label for label, _ in found)
    known = len(turned) == 1 or any(quote.actor for _, quote in found)
    askers = {label for label, n in questions.items() if known and n * _ASKED > turned[label]}
    return (quote for label, quote in found if label not in askers)


def _answers(
    resolver: Resolver, decider: Decider, actors: tuple[ActorRecord, ...]
) -> Iterator[QuoteRecord]:
    """The answers of an interview without labels, where it is one and plain who answers."""
    text, pairs = resolver.view.text, list(_pairs(resolver.view))
    asked = sum(bool(_YOU.search(text, *question)) for question, _ in pairs)
    answered = sum(bool(_I.search(text, *answer)) for _, answer in pairs)
    if len(pairs) < _LEAST or asked < _ASKED_YOU * len(pairs):
        return
    who = _interviewee(actors, pairs[0][0][0])
    if who is not None and answered >= _ANSWERED_I * len(pairs):
        for _, answer in pairs:
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
