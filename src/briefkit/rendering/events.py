"""An event of the timeline in words that can be read alone: who is meant by a pronoun, who said
it, and on which of its days it stands."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefkit.schema import Brief, DateMention

_SPEAKERS = frozenset(("he", "i", "it", "she", "they", "we", "you"))
_PERSON = frozenset(("he", "her", "him", "his", "she"))
_OTHERS = frozenset(("its", "their", "they"))
_OWNERS = frozenset(("his", "its", "their"))
# What may stand before a description that an event is about, beside its date.
_OPENS = re.compile(
    r"\W*(?:(?:about|after|also|and|around|at|before|but|by|during|early|earlier|from|in|last|late|later"
    r"|meanwhile|mid|of|on|sadly|since|so|that|the|then|this|until|when|while)\b\W*)*",
    re.IGNORECASE,
)
_FRONT = re.compile(r"(?:After|As|At|Before|By|During|In|On|Since|When|While)\b[^“”\"]*, ")
# A text has several governments, and they are mixed up.
_DESCRIPTION = re.compile(r"[Tt]he(?! government\b)(?: [a-z][\w-]*){1,3}")
_FIRST = re.compile(r"\W*(?:an?|in|on|no|nobody|some|somebody|someone|the|two)\b", re.IGNORECASE)
_APOSTROPHE = re.compile(r"['’](?:d|ll|s)\b")
_HER_OWN = re.compile(
    r" (?!(?:a|about|after|and|as|at|because|before|but|by|for|from|if|in|into|of|off|on|or|out"
    r"|over|that|the|to|up|when|while|with)\b)[a-z]"
)
# Between the dates of one event: "on Wednesday and Thursday".
_JOINT = re.compile(r"[\s,]*(?:and|or|and/or|to|&)?[\s,]*(?:on |the )?")
# Before a date of a clause that tells of a noun, or when something else was.
_BESIDE = re.compile(
    r"\b(?:after|although|before|despite|following|since|though|when|where|which|while|who|whom|whose)"
    r"\b[^,]*$",
    re.IGNORECASE,
)
# A noun, what it is, and a clause whose subject it is. No text makes it slow: all is bounded.
_RELATIVE = re.compile(
    r"(?P<noun>[^,;:—–“”\"()]{2,80}?)(?P<aside>, (?:an?|the|its|his|her) [^,;:—–“”\"()]{2,80}?)?"
    r"(?:,| [—–]| --)? (?:who|which|that) "
    r"(?=(?:\w+ly )?(?:also |first |later |once )?(?:\w{2,}ed"
    r"|are|beat|became|began|begins?|broke|brought|built|came|chose|comes?|cost|cut|did|drew|drove|ends?|fell|flew|found|gave|got"
    r"|grew|had|has|have|held|hits?|is|kept|led|left|lost|made|met|opens?|paid|ran|rose|runs?|said"
    r"|sat|saw|sent|set|shot|sold|spent|spoke|starts?|stood|swept|taught|thought|threw|told|took|was|went|were|will|won|wore|wrote)\b)"
)


class Context:
    """Who is named, which dates stand and what is said where in an article, to be found by place:
    an event must not take the time of the whole article."""

    def __init__(self, brief: Brief) -> None:
        self._names = sorted(
            (*place, actor.name, actor.type == "person")
            for actor in (*brief.actors, *brief.places)
            for place in actor.mentions
        )
        self._dates = sorted((*date.span, date.text) for date in brief.dates)
        self._said: list[tuple[int, int, str]] = []  # none in another, so that both ends ascend
        direct = [quote for quote in brief.quotes if quote.kind == "direct"]
        places = (
            (first, -last, quote.speaker or "") for quote in direct for first, last in quote.spans
        )
        for first, before, speaker in sorted(places, key=itemgetter(0, 1)):
            if not self._said or -before > self._said[-1][1]:
                self._said.append((first, -before, speaker))

    def names(self, start: int, end: int) -> list[tuple[int, int, str, bool]]:
        """The mentions within a place: their own places, whose they are, and whether a person's."""
        found = self._names[bisect_left(self._names, (start,)) : bisect_left(self._names, (end,))]
        return [name for name in found if name[1] <= end]

    def dates(self, start: int, end: int) -> list[str]:
        """The words of the dates within a place."""
        found = self._dates[bisect_left(self._dates, (start,)) : bisect_left(self._dates, (end,))]
        return [text for _, last, text in found if last <= end]

    def speaker(self, start: int, end: int) -> str | None:
        """Who says what stands at a place, "" where that is not known; None where nobody does."""
        at = bisect(self._said, start, key=itemgetter(0))
        return self._said[at - 1][2] if at and end <= self._said[at - 1][1] else None


def named(context: Context, event: str, start: int, end: int) -> str:
    """An event with the name in brackets behind the first pronoun for each actor whom it has not
    told of by then, and behind a description that it begins with: "He [Tom Ode] left", "Someone
    shut her [Ada Berg’s] shop", "In May the firm [Ode] moved"."""
    dates = context.dates(start, end)
    told, parts, done = set[str](), list[str](), 0
    for begins, ends, name, is_person in context.names(start, end):
        first, last = begins - start, ends - start
        word, before = event[first:last], event[:first]
        for date in dates:
            before = before.replace(date, "")
        is_told = name in told or name in event[last:]
        if not is_told and _is_named(word, before, is_person):
            owns = word.lower() in _OWNERS or (
                word.lower() == "her" and bool(_HER_OWN.match(event[last:]))
            )
            # "He's [Tom Ode] ill", "the firm's [Ode's] plan"
            if short := _APOSTROPHE.match(event, last):
                last, owns = short.end(), word.lower() not in _SPEAKERS
            parts.append(f"{event[done:last]} [{_owner(name) if owns else name}]")
            done = last
        told.add(name)
    return "".join((*parts, event[done:]))


def _owner(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _is_named(word: str, before: str, is_person: bool) -> bool:
    """Whether a pronoun is told by its name: "he" and "she" everywhere, others of people where no
    name stands before them that they may mean; and a description that the event begins with."""
    if _DESCRIPTION.fullmatch(word):
        return any(opening.fullmatch(before) for opening in (_OPENS, _FRONT))
    word = word.lower()
    if not is_person:
        return word in _OTHERS
    if word in ("he", "she"):
        return True
    found = _FIRST.match(before)
    rest = before[found.end() :] if found else before
    return word in _PERSON and not any(map(str.isupper, rest))


def with_speakers(brief: Brief) -> Brief:
    """The brief with who says it in each event that stands in a quote, as if it had no quotes."""
    context = Context(brief)
    dates = [
        replace(date, event=spoken(context, date.event, *date.event_span) or date.event)
        if date.event and date.event_span
        else date
        for date in brief.dates
    ]
    return replace(brief, dates=tuple(dates))


def spoken(context: Context, event: str, start: int, end: int) -> str | None:
    """An event that stands in a quote, with who says it where that is known."""
    who = context.speaker(start, end)
    if who is None:
        return None
    said = f"“{event.strip('“”')}”"
    return f"{who[0].upper()}{who[1:]}: {said}" if who and who.lower() not in _SPEAKERS else said


def alone(context: Context, date: DateMention) -> str:
    """The event of a date as it can be read without its article."""
    start, end = date.event_span or date.span
    event = named(context, date.event or "", start, end)
    return spoken(context, event, start, end) or _closed(_as_sentence(event, date.text))


def _as_sentence(event: str, date: str) -> str:
    """A noun and the clause that tells of it as a sentence: "the bridge, which fell in May" as "The
    bridge fell in May"."""
    found = None if event.endswith(".") else _RELATIVE.match(event)
    if not found or ", " in event[found.end() :].replace(date, ""):
        return event
    noun, aside = found["noun"], f"{found['aside']}," if found["aside"] else ""
    return f"{noun[0].upper()}{noun[1:]}{aside} {event[found.end() :]}"


def _closed(event: str) -> str:
    """With the other mark of a quotation of which the event holds only the beginning."""
    if event.count('"') % 2:
        return f'{event} …"'
    is_open = (event.count("“") - event.count("”")) % 2  # “open“ has a wrong mark
    return f"{event} …”" if is_open else event


def told_on(dates: Sequence[DateMention], event: str, start: int) -> list[DateMention]:
    """Of several dates those on which an event took place, in the order of time: the first in no
    clause beside the main one ("After a storm in 2015, the ferry was sold in 2016"), and what is
    told in one breath with it ("on Wednesday and Thursday"). `start` is the event's."""
    ordered = sorted(dates, key=lambda date: date.span)
    leads = [event[: max(date.span[0] - start, 0)] for date in ordered]
    first = next((n for n, lead in enumerate(leads) if not _BESIDE.search(lead)), 0)
    last = first + 1
    while first and _joins(ordered[first - 1], ordered[first], event, start):
        first -= 1
    while last < len(ordered) and _joins(ordered[last - 1], ordered[last], event, start):
        last += 1
    return sorted(ordered[first:last], key=lambda date: (date.start is None, date.start or ""))


def _joins(one: DateMention, other: DateMention, event: str, start: int) -> bool:
    return bool(_JOINT.fullmatch(event[one.span[1] - start : other.span[0] - start]))
