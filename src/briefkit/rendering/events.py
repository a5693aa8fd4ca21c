"""An event of the timeline in words that can be read alone: who is meant by a pronoun, who said
it, and on which of its days it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefkit.rendering.sentences import as_sentence

if TYPE_CHECKING:
    from briefkit.schema import Brief, DateMention, Quote

_SPEAKERS = frozenset(("he", "i", "it", "she", "they", "we", "you"))
_PERSON = frozenset(("he", "her", "him", "his", "she"))
_OTHERS = frozenset(("its", "their", "they"))
_OWNERS = frozenset(("his", "its", "their"))
_OPENING = re.compile(r'“|(?<![^\s([—–])"')
_CLOSING = re.compile(r'”|(?<=[^\s([—–])"')
_MARKED = re.compile(r'“[^”]*”?|"[^"]*"?|‘[^‘]*?’(?![^\W\d_])')
_SPEAKING = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|us|[Oo]urs?|[Yy]ours?|[Yy]ou)\b")
# What may stand before the pronoun that an event is about, beside its date; an owner may be told
# behind it: "After his arrest Mr Ode stayed".
_SMALL = (
    r"\W*(?:(?:about|after|also|and|around|at|before|but|by|during|early|earlier|from|in|last|late|later"
    r"|meanwhile|mid|of|on|sadly|since|so|that|the|then|this|until|when|while)\b\W*)*"
)
_OPENS = re.compile(_SMALL, re.IGNORECASE)
_LEAD = re.compile(
    r"\W*(?:(?:and|but|so|then)\b\W*)?(?:his|her|its|my|our|their|your)\b(?!\.| \[)"
    rf"|{_SMALL}(?:he|i|she|they|we|you)\b(?!\.| \[)",
    re.IGNORECASE,
)
_FRONT = re.compile(r"(?:After|As|At|Before|By|During|In|On|Since|When|While)\b[^“”\"]*, ")
# A text has several governments, and they are mixed up.
_DESCRIPTION = re.compile(r"[Tt]he(?! government\b)(?: [a-z][\w-]*){1,3}")
_FIRST = re.compile(r"\W*(?:an?|in|on|no|nobody|some|somebody|someone|the|two)\b", re.IGNORECASE)
_HER_OWN = re.compile(
    r" (?!(?:a|about|after|and|as|at|because|before|but|by|for|from|if|in|into|of|off|on|or|out"
    r"|over|that|the|to|up|when|while|with)\b)[a-z]"
)
# Between the dates of one event: "spoke on Wednesday and testifies on Thursday".
_AND = re.compile(
    r"(?:(?!\b(?:after|as|at|because|before|but|by|ended|from|if|of|on|since|than|that|till|to|until|what|when"
    r"|where|which|while|who|whose)\b)[^,;:“”\"()—–])* and (?:then )?"
    r"(?:(?!\b(?:after|as|because|before|but|by|ended|from|if|of|since|than|that|till|to|until|what|when"
    r"|where|which|while|who|whose)\b)[^,;:“”\"()—–])*"
)
_BESIDES = re.compile(r"\b(?:after|before|since) $")
_JOINT = re.compile(r"[\s,]*(?:and|or|and/or|to|&)?[\s,]*(?:on |the )?")
# Before a date of a clause that goes before the main one, or tells when something began.
_BEFORE = re.compile(
    r"\bsince $"
    r"|^(?:After|Although|Because|Before|Despite|Following|Launched|Since|Though|While)\b[^,]*$"
)
# Before a date of a clause that tells of a noun, or when something else was.
_BESIDE = re.compile(
    r", (?:who|whom|whose|which|where|while)\b[^,]*$"
    r"|^[^,]*, (?:first |later |once )?(?:\w+ed|set)\b[^,]*$"
    r"|\b(?:after|before|when|where|which|who|whose)\b[^,]*$"
)


def named(brief: Brief, event: str, start: int, end: int) -> str:
    """An event with the name in brackets behind the first pronoun for each actor whom it has not
    told of by then, and behind a description that it begins with: "He [Tom Ode] left", "Someone
    shut her [Ada Berg’s] shop", "In May the firm [Ode] moved"."""
    found = sorted(
        (first - start, last - start, actor.name, actor.type == "person")
        for actor in (*brief.actors, *brief.places)
        for first, last in actor.mentions
        if start <= first and last <= end
    )
    dates = [date.text for date in brief.dates if start <= date.span[0] and date.span[1] <= end]
    told, parts, done = set[str](), list[str](), 0
    for first, last, name, is_person in found:
        word, before = event[first:last], event[:first]
        for date in dates:
            before = before.replace(date, "")
        whole = not event.startswith(" of ", last)  # "The government of Peru"
        if (
            name not in told
            and name not in event[last:]
            and whole
            and _is_named(word, before, is_person)
        ):
            owns = word.lower() in _OWNERS or (
                word.lower() == "her" and bool(_HER_OWN.match(event[last:]))
            )
            parts.append(f"{event[done:last]} [{_owner(name) if owns else name}]")
            done = last
        told.add(name)
    return "".join((*parts, event[done:]))


def _is_named(word: str, before: str, is_person: bool) -> bool:
    """Whether a pronoun is told by its name: "he" and "she" everywhere, others where no name
    stands before them that they may mean, and of what is no person only the first word."""
    opens = bool(_OPENS.fullmatch(before))
    if _DESCRIPTION.fullmatch(word):
        return opens or bool(_FRONT.fullmatch(before))
    word = word.lower()
    if not is_person:
        return word in _OTHERS and opens
    if word in ("he", "she"):
        return True
    found = _FIRST.match(before)
    rest = before[found.end() :] if found else before
    return word in _PERSON and not any(map(str.isupper, rest))


def _owner(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _is_of_nobody(event: str, date: str) -> bool:
    """Whether an event begins with a pronoun that stands for nobody known."""
    return bool(_LEAD.match(_MARKED.sub("", event).replace(date, "", 1)))


def _is_told_later(brief: Brief, event: str, start: int) -> bool:
    """Whether an event begins with a pronoun whose name it tells itself: "Her name is Ada"."""
    return any(
        actor.name in event and any(first - start in (0, 1) for first, _ in actor.mentions)
        for actor in brief.actors
    )


def with_speakers(brief: Brief) -> Brief:
    """The brief with who says it in each event that stands in a quote, as if it had no quotes."""
    dates = [
        replace(date, event=spoken(brief, date.event, *date.event_span) or date.event)
        if date.event and date.event_span
        else date
        for date in brief.dates
    ]
    return replace(brief, dates=tuple(dates))


def spoken(brief: Brief, event: str, start: int, end: int) -> str | None:
    """An event that stands in a quote, with who says it where that is known."""
    for quote in brief.quotes:
        if quote.kind == "direct" and within(quote, start, end):
            said, who = f"“{event.strip('“”')}”", quote.speaker
            if not who or who.lower() in _SPEAKERS:
                return said
            return f"{who[0].upper()}{who[1:]}: {said}"
    return None


def within(quote: Quote, start: int, end: int) -> bool:
    """Whether a place lies in what was said."""
    return any(first <= start and end <= last for first, last in quote.spans)


def alone(brief: Brief, date: DateMention) -> str | None:
    """The event of a date as it can be read without its article; None where it cannot."""
    start, end = date.event_span or date.span
    event = named(brief, date.event or "", start, end)
    if len(_CLOSING.findall(event)) > len(_OPENING.findall(event)):
        return None  # the end of a quotation whose beginning it does not hold
    if said := spoken(brief, event, start, end):
        return None if said[0] == "“" and _SPEAKING.search(said) else said
    if _is_of_nobody(event, date.text) and not _is_told_later(brief, event, start):
        return None
    return _closed(as_sentence(event, date.text))


def beside(date: DateMention) -> str:
    """The word with which a date tells only when its event began or what it lay beside: "has led it
    since 2 May", "came a week before 2 May"."""
    start = (date.event_span or date.span)[0]
    found = _BESIDES.search((date.event or "")[: max(date.span[0] - start, 0)])
    return found[0] if found and (date.type == "date" or found[0] == "since ") else ""


def _closed(event: str) -> str:
    """With the other mark of a quotation of which the event holds only the beginning."""
    if (len(_OPENING.findall(event)) - len(_CLOSING.findall(event))) % 2 == 0:
        return event  # closed, or with a wrong mark: “open“
    mark = '"' if '"' in event else "”"
    return f"{event} …{mark}"


def told_on(dates: Sequence[DateMention], event: str, start: int) -> list[DateMention]:
    """Of several dates those on which an event took place, in the order of time: the first in no
    clause beside the main one ("After a storm in 2015, the ferry was sold in 2016"), and what is
    told in one breath with it ("on Wednesday and Thursday"). `start` is the event's."""
    ordered = sorted(dates, key=lambda date: date.span)
    leads = [event[: max(date.span[0] - start, 0)] for date in ordered]
    own = [n for n, lead in enumerate(leads) if not _BEFORE.search(lead)] or [0]
    first = next((n for n in own if not _BESIDE.search(leads[n])), own[0])
    last = first + 1
    while first and _joins(ordered[first - 1], ordered[first], event, start):
        first -= 1
    while last < len(ordered) and _joins(ordered[last - 1], ordered[last], event, start):
        last += 1
    return sorted(ordered[first:last], key=lambda date: (date.start is None, date.start or ""))


def _joins(one: DateMention, other: DateMention, event: str, start: int) -> bool:
    since = event[: one.span[0] - start].endswith("since ")
    since = since or event[other.span[1] - start :].startswith(("'s", "’s"))
    between = event[one.span[1] - start : other.span[0] - start]
    return not since and any(joint.fullmatch(between) for joint in (_JOINT, _AND))
