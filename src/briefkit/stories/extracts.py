"""What is asked first, picked out of a story: who denied what when, who held which post.

Nothing here is new: every line is a quote or an event of the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from briefkit.schema import Span
from briefkit.stories.reader import day, in_marks, sources, when
from briefkit.stories.schema import Event, Spans, Story, StoryQuote
from briefkit.stories.words import fold_letters

# The negation of something past or had, near the beginning of a sentence: "I never saw it", "she
# had not known". Not here: what one will not or does not do, and "this is not a verdict".
_DENIED = re.compile(
    r"(?:\S+ ){0,6}?(?:never|nobody|no one|none|nothing"
    r"|(?:did|had|has|have)(?: not|n't)(?! decided)"
    r"|(?:was|were)(?: not|n't) (?:asked|aware|consulted|given|informed|involved|put|shown|told)"
    r"|(?:had|has|have|knew|received) no (?!comment|doubt|longer|plans?|quarrel))\b"
    r"|no (?!longer|doubt|comment|fewer|less|more)\w"
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_DENYING = {"deny", "denies", "denied", "denying"}
_REJECTING = {"dispute", "disputes", "disputed", "reject", "rejects", "rejected", "refutes",
              "refuted", "rebuts", "rebutted", "contests", "contested"}  # fmt: skip
_TAKEN_BACK = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:reject|disput|contest|refut|rebut)(?:s|es|ed|ted|ing)\b.*?"
    r"\b(?:account|accusations?|allegations?|charges?|claims?|connection|criticism|figures?"
    r"|impropriety|links?|reports?|responsibility|suggestions?|wrongdoing)"
    r"|withdr[ae]wn?\b.*?\b(?:accusation|allegation|claim|denial|remark|statement)s?"
    r"|retracted|corrected (?:him|her|it|them)sel(?:f|ves)"
    r"|changed (?:his|her|its|their) (?:account|mind|story|version)|admitted|conceded"
    r"|(?:stands?|stood) by (?:his|her|its|their) (?:account|claim|remark|statement|word)s?)\b",
    re.IGNORECASE,
)
_POSTS = (
    r"(?:boss|captain|chair(?:man|woman)?|chief|coach|commander|commissioner|director|editor"
    r"|executive|governor|head|leader|manager|mayor|minister|number two|post|premier|president"
    r"|secretary)"
)
_CHANGED = re.compile(
    r"\b(?:appoint(?:s|ed|ment)|elected|sworn in|(?:took|tak(?:es?|ing)) (?:charge|office|over"
    r"|the (?:chair|helm|post|reins|wheel))|becomes?|became|succe(?:eds|eded|ssion|ssor)"
    r"|predecessor|replac(?:es|ed)|resign(?:s|ed|ation)|quits?|step(?:s|ped) (?:aside|down|in)"
    r"|(?<=[a-z] )retire(?:s|d|ment)|dismiss(?:ed|al)|sack(?:s|ed)|axed|suspended|suspension|ousted"
    r"|fired|(?:gave|gives) up|removed (?:as|from)|(?<!and )left|out of a job"
    r"|lost (?:his|her) (?:job|post)|joined"
    rf"|{_POSTS}(?: \w+){{0,5}} since)\b",
    re.IGNORECASE,
)
_POST = re.compile(rf"\b{_POSTS}\b", re.IGNORECASE)


class Line(NamedTuple):
    """A line of an extract: its day, who says it, what, whom it means, and where it stands.

    `by` is empty where the article itself says it.
    """

    day: str
    by: str
    text: str
    actors: tuple[str, ...]
    sources: dict[str, Spans]


def denials(story: Story) -> list[Line]:
    """What was denied, conceded or taken back, in order of time."""
    said = [quote for quote in story.quotes if is_denial(quote)]
    quoted: dict[str, list[Span]] = {}
    for version in (version for quote in said for version in quote.versions):
        quoted.setdefault(version.article, []).extend(version.spans)
    told = [e for e in _nearest(story.timeline, _TAKEN_BACK) if not _has(e, quoted)]
    lines = [(quote.said or quote.first or "~", _of_quote(quote)) for quote in said]
    lines += [(event.start, _of_event(event)) for event in told]
    return _once([line for _, line in sorted(lines, key=lambda one: one[0])])


def is_denial(quote: StoryQuote) -> bool:
    """Whether somebody says that something is not so, or was not."""
    cue = (quote.cue or "").casefold()
    if quote.speaker is None or quote.polarity == "questioned":
        return False
    if cue in _DENYING:
        return quote.polarity == "negated"
    if cue in _REJECTING or quote.polarity == "negated":
        return cue in _REJECTING and quote.polarity == "asserted"
    text = fold_letters(quote.text).replace("’", "'").replace('"', "").replace("“", "")
    return any(_DENIED.match(sentence) for sentence in _SENTENCE.split(text))


def posts(story: Story) -> list[Line]:
    """Who came into a post and who left one, in order of time."""
    people = {actor.id for actor in story.actors if actor.type == "person"}
    return _once(
        [
            _of_event(event)
            for event in _nearest(story.timeline, _CHANGED)
            if not people.isdisjoint(event.actors) or _POST.search(event.text)
        ]
    )


def _nearest(events: Iterable[Event], words: re.Pattern[str]) -> list[Event]:
    """The events that have one of the words, each sentence on the day that is nearest to it.

    "Mr Reyes, who resigned on 12 June, said yesterday": he resigned in June.
    """
    found: dict[str, tuple[int, int, Event]] = {}
    for number, event in enumerate(events):
        member = event.members[0]
        at = member.span[0] - member.event_span[0]
        far = [abs(at - match.start()) for match in words.finditer(event.text)]
        if far and found.get(event.text, (min(far) + 1,))[0] > min(far):
            found[event.text] = (min(far), number, event)
    return [event for _, _, event in sorted(found.values(), key=lambda one: one[1])]


def _has(event: Event, quoted: dict[str, list[Span]]) -> bool:
    """Whether one of the quotes of an article stands in an event."""
    return any(
        first <= start and end <= last
        for article, (first, last) in {(m.article, m.event_span) for m in event.members}
        for start, end in quoted.get(article, ())
    )


def _once(lines: list[Line]) -> list[Line]:
    """The lines without those that stand within another one of the same day."""
    days: dict[str, list[str]] = {}
    for line in lines:
        days.setdefault(line.day, []).append(line.text)
    return [
        line
        for line in lines
        if not any(line.text != other and line.text in other for other in days[line.day])
    ]


def _of_quote(quote: StoryQuote) -> Line:
    cue = (quote.cue or "").casefold()
    by = f"{quote.speaker} {cue}" if cue in _DENYING | _REJECTING else quote.speaker or ""
    others = tuple(one for one in quote.about if one != quote.actor)
    return Line(day(quote), by, in_marks(quote), others, sources(quote.versions))


def _of_event(event: Event) -> Line:
    return Line(when(event), "", event.text, event.actors, sources(event.members))


EXTRACTS = {"Denials and changed accounts": denials, "Posts": posts}
