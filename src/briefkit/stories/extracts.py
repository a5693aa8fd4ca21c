"""What is asked first, picked out of a story: who denied what when, who held which post.

Nothing here is new: every line is a quote or an event of the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from briefkit import lexicon
from briefkit.stories.reader import day, in_marks, sources, when
from briefkit.stories.schema import Event, Spans, Story, StoryQuote
from briefkit.stories.words import fold_letters

# The negation of something past or had, near the beginning of a sentence: "I never saw it", "she
# had not known". Not here: what one will not or does not do, what nobody could ("nobody could have
# lived"), what is only supposed, and "this is not a verdict".
_DENIED = re.compile(
    r"(?!(?:either|if|perhaps|unless|whether)\b"
    r"|(?:(?!and\b|but\b|or\b|that\b|which\b)[^\s,;]+ ){0,8}?"
    r"(?:can|could|may|might|must|shall|should|will|would)(?:n't)?\b)"
    r"(?:(?:\S+ ){0,6}?(?:never|nobody|no one|none|nothing"
    r"|(?:did|had|has|have)(?: not|n't)(?! decided)"
    r"|(?:was|were)(?: not|n't) (?:asked|aware|consulted|given|informed|involved|put|shown|told)"
    r"|(?:had|has|have|knew|received) no (?!comment|doubt|longer|plans?|quarrel))\b"
    r"|no (?!longer|doubt|comment|fewer|less|more)\w)"
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")


class Line(NamedTuple):
    """A line of an extract: its day, who says it, what, whom it means, and where it stands.

    `by` is empty where the article itself says it.
    """

    day: str
    by: str
    text: str
    actors: tuple[str, ...]
    sources: dict[str, Spans]


@cache
def _words(name: str, behind: str = "") -> re.Pattern[str]:
    """The expressions of a list, as whole words."""
    found = "|".join(lexicon.entries("stories", name))
    return re.compile(rf"\b(?:{found}){behind}\b", re.IGNORECASE)


def denials(story: Story) -> list[Line]:
    """What was denied, conceded or taken back, in order of time."""
    lines = [(q.said or q.first or "~", _of_quote(q)) for q in story.quotes if is_denial(q)]
    told = _nearest(story.timeline, [_words("takes_back.txt")])
    lines += [(event.start, _of_event(event)) for event in told]
    return [line for _, line in sorted(lines, key=lambda one: one[0])]


def _cue(quote: StoryQuote) -> str | None:
    """What the word that brings in a quote does to what is said, as "deny"; None for most."""
    cue = (quote.cue or "").casefold()
    rows = lexicon.rows("stories", "denial_cues.tsv")
    return next((kind for word, kind in rows if word == cue), None)


def is_denial(quote: StoryQuote) -> bool:
    """Whether somebody says that something is not so, or was not."""
    if quote.speaker is None or quote.polarity == "questioned":
        return False
    match _cue(quote):
        case "deny":
            return quote.polarity == "negated"
        case "reject":
            return quote.polarity == "asserted"
    text = fold_letters(quote.text).replace("’", "'").replace('"', "").replace("“", "")
    return quote.polarity == "asserted" and any(map(_DENIED.match, _SENTENCE.split(text)))


def posts(story: Story) -> list[Line]:
    """Who came into a post and who left one, in order of time."""
    people = {actor.id for actor in story.actors if actor.type == "person"}
    since = _words("posts.txt", behind=r"(?: \w+){0,5} since")
    return [
        _of_event(event)
        for event in _nearest(story.timeline, [_words("post_changes.txt"), since])
        if not people.isdisjoint(event.actors) or _words("posts.txt").search(event.text)
    ]


def _nearest(events: Iterable[Event], words: list[re.Pattern[str]]) -> list[Event]:
    """The events that have one of the words, each sentence on the day that is nearest to it.

    "Mr Reyes, who resigned on 12 June, said yesterday": he resigned in June.
    """
    found: dict[str, tuple[int, int, Event]] = {}
    for number, event in enumerate(events):
        member = event.members[0]
        at = member.span[0] - member.event_span[0]
        matches = (match for some in words for match in some.finditer(event.text))
        far = min((abs(at - match.start()) for match in matches), default=None)
        if far is not None and (event.text not in found or far < found[event.text][0]):
            found[event.text] = (far, number, event)
    return [event for _, _, event in sorted(found.values(), key=lambda one: one[1])]


def _of_quote(quote: StoryQuote) -> Line:
    speaker = quote.speaker or ""
    by = f"{speaker} {(quote.cue or '').casefold()}" if _cue(quote) else speaker
    others = tuple(one for one in quote.about if one != quote.actor)
    return Line(day(quote), by, in_marks(quote), others, sources(quote.versions))


def _of_event(event: Event) -> Line:
    return Line(when(event), "", event.text, event.actors, sources(event.members))


EXTRACTS = {"Denials and changed accounts": denials, "Posts": posts}
