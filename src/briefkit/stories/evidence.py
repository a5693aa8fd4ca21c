"""What a brief says of its actors besides their names: texts at known places, sex, company."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from briefkit.schema import Actor, Brief, Span
from briefkit.stories.names import sex_said

_PRONOUNS = {"he": "male", "him": "male", "his": "male", "himself": "male",
             "she": "female", "her": "female", "hers": "female", "herself": "female"}  # fmt: skip
Pieces = list[tuple[int, str]]


def pieces(brief: Brief) -> Pieces:
    """Stretches of the article's text that the brief holds word for word, with their starts."""
    found: Pieces = []

    def keep(text: str | None, span: Span | None) -> None:
        # Where the text was folded, nothing within it stands where it is counted.
        if text and span and len(text) == span[1] - span[0]:
            found.append((span[0], text))

    for date in brief.dates:
        keep(date.event, date.event_span)
    for quote in brief.quotes:
        keep(quote.speaker_text, quote.speaker_span)
        if len(quote.spans) == 1:
            keep(quote.text, quote.spans[0])
    for bullet in brief.at_a_glance:
        if len(bullet.spans) == 1 and not bullet.resolved:
            keep(bullet.text, bullet.spans[0])
    return found


class Meant:
    """Who is meant at the places of an article, by name, by a noun or by a pronoun."""

    def __init__(self, brief: Brief) -> None:
        self._mentions = sorted(
            (*span, actor.id)
            for actor in brief.actors
            if actor.type in ("person", "organization")
            for span in actor.mentions
        )

    def within(self, *spans: Span) -> str:
        """The ids of those who are meant, in the order in which they are, with a space between."""
        found: dict[str, None] = {}
        for first, last in spans:
            for start, end, actor in self._mentions[bisect_left(self._mentions, (first,)) :]:
                if start >= last:
                    break
                if end <= last:
                    found[actor] = None
        return " ".join(found)


def sex(actor: Actor, known: Pieces) -> str | None:
    """What the role, a title or most of the pronouns for a person say; None where nothing does.

    Of pronouns it has a question mark: a brief may give some to the wrong one.
    """
    if actor.type != "person":
        return None
    said = sex_said(actor.role, actor.name)
    if said:
        return said
    counts: Counter[str] = Counter()
    for start, end in actor.mentions:
        if end - start > 7:
            continue
        for begin, text in known:
            if begin <= start and end <= begin + len(text):
                found = _PRONOUNS.get(text[start - begin : end - begin].lower())
                if found:
                    counts[found] += 1
                break
    if not counts:
        return None
    (first, most), *rest = counts.most_common()
    return f"{first}?" if not rest or most > 2 * rest[0][1] else None
