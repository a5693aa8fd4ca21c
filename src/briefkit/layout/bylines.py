"""Bylines: who wrote an article, as a line at its head tells it."""

from __future__ import annotations

import re
from functools import cache

from briefkit import lexicon
from briefkit.layout.marks import is_dateline
from briefkit.layout.words import UPPER

_NAME = (
    rf"[{UPPER}][\w.'’-]*"
    rf"(?:\s+(?:[{UPPER}][\w.'’-]*|de|del|da|di|la|le|van|von|der|den|bin|al|el|ul)){{0,5}}"
)
_IN = rf"\s+(?:in|IN|FOR)\s+[{UPPER}][\w.'’-]*(?:\s[{UPPER}][\w.'’-]*){{0,2}}"
_ROLE = (
    r"(?:[\w./&'’-]+\s+){0,4}?(?:staff|writer|reporter|correspondent|editor|columnist|contributor"
    r"|producer|bureau|special to [^,]{1,40}|chief)s?(?:\s+[\w./&'’-]+){0,5}"
)
_BYLINE = re.compile(
    rf"(?:(?:interview|written|reported|reviewed|story|words|text|posted|published)\s+)?by:?\s+(?P<names>{_NAME}"
    rf"(?:(?:{_IN})?(?:,|\s+and|\s*&|,\s+and)\s+{_NAME}){{0,5}})"
    rf"(?:(?:\s*[,|/•·–—-]\s*|\s+(?:for|in|at|of)\s+|\s+)(?:{_ROLE}|{_NAME})|\s*\|[^|.]{{2,40}})?\.?"
)
_MORE = re.compile(
    r"(?:,|\s+and|\s+with)\s+(?:[a-z]+ )?(?:agencies|staff|wires|reporting by .*)\Z"
    r"|\s*[,|/•·]\s*(?:[Ee]dited|[Ii]llustrat(?:ed|ions?)|[Pp]hoto(?:graph[sy]?|s)?) by .*\Z"
)
_ANNOUNCES = re.compile(r"(?:(?:words|written) )?by:?|authors?(?: of the article)?:", re.IGNORECASE)
# "Medically reviewed by Ana Hale, MD — Written by Bo Reed"; "Ana Hale (now) and Bo Reed (earlier)"
_BESIDE = re.compile(
    r"\A(?:medically |fact[- ])?(?:reviewed|checked) by [^—–|-]{3,80} [—–|-] | \((?:now|earlier)\)",
    re.IGNORECASE,
)
_DONE = re.compile(r"\A(?:interview|text|words): +", re.IGNORECASE)
_BY = re.compile(r"\s(?=by\s)", re.IGNORECASE)
_LEAD = re.compile(r"\A(?:\w+\s+)?by\b", re.IGNORECASE)
_HELD = (
    r"(?:agenc(?:ies|y)|bureau|columnist|contributor|correspondent|editor|producer|reporter|staff"
    r"|writer)"
)
_HOLDS_ROLE = re.compile(rf"\b{_HELD}\b", re.IGNORECASE)
_WRITES = re.compile(r"\b(?:author of|covers|writes (?:about|on|for)|follow (?:her|him|them)|@)")
_NO_BYLINE = re.compile(r"by:?\s+(?:the|a|an|then|now|this|that|in)\b", re.IGNORECASE)
# Who wrote an article without "by": "Ana Hale and agencies", "Ana Hale in Oslo, Bo Reed in Paris".
_JOINTS = re.compile(r",\s+(?:and\s+)?|\s+(?:and|with)\s+|\s*[&|/•]\s*")
_BEFORE_DAY = re.compile(
    rf"\s*[,|/•·–—-]\s*|\s+(?=\d|[{UPPER}]|(?:last )?(?:posted|published|updated) )"
)
_LONGEST = 150
_SITE = re.compile(r"[\w-]+\.(?:com|net|org|co\.\w\w)", re.IGNORECASE)
_PLACE = re.compile(rf"{_IN}\Z")
_STAFF = re.compile(
    r"(?:[^\W\d_]\w+ )?(?:agencies|news ?wires|reporters|staff|wires)", re.IGNORECASE
)
_PERSON = (
    rf"[{UPPER}][\w'’-]+(?:\s+(?:[{UPPER}]\.?|al|bin|da|de|del|den|der|di|du|el|la|le|van|von))*"
    rf"(?:\s+[{UPPER}][\w'’-]+){{1,2}}?"
)
_WORK = (
    r"(?:[\w.-]+\s+){0,4}?"
    r"(?:bureau|columnist|contributor|correspondent|desk|editor|reporter|writer)s?"
)
_WHO = re.compile(_PERSON)
_WHAT = re.compile(_WORK, re.IGNORECASE)
_BOTH = re.compile(rf"({_PERSON})\s+{_WORK}")
# "Ana Hale, transport correspondent"; "Political Editor Ana Hale"
_WHO_DOES_WHAT = re.compile(rf"{_PERSON}, (?!who|an? |the )(?i:{_WORK})")
_BEFORE_NAME = re.compile(rf".*\b{_HELD}s?\s+(?=\S+\s)", re.IGNORECASE)
_DEGREES = frozenset({"DO", "DVM", "JD", "MBA", "MD", "MPH", "MSc", "PhD", "RN"})


def tells_work(line: str) -> bool:
    """Whether a line says what somebody writes or covers."""
    return _HOLDS_ROLE.search(line) is not None or _WRITES.search(line) is not None


def announces(line: str) -> bool:
    """Whether a line says that the next one is a byline: "By" alone."""
    return _ANNOUNCES.fullmatch(line) is not None


def split_day(line: str) -> tuple[str, str]:
    """A line and the day that ends it: "Ana Hale" and "3 May 2024, 17:07 IST", with a joint between
    that is of neither; "" where no day does."""
    for joint in _BEFORE_DAY.finditer(line[:_LONGEST]):
        if joint.start() and is_dateline(line[joint.end() :]):
            return line[: joint.start()].removesuffix(" on"), line[joint.end() :]
    return line, ""


def behind_day(line: str) -> str:
    """What stands behind the day that a line begins with: "by Ana Hale" of "Posted on 3 May 2024 by
    Ana Hale"; "" where none does."""
    before, *who = _BY.split(line[:_LONGEST], maxsplit=1)
    return who[0] if who and is_dateline(before) else ""


def without_place(line: str) -> str:
    """A line without the place that it ends with: "Ana Hale" of "Ana Hale in Oslo"."""
    return _PLACE.sub("", line)


def byline_names(
    line: str, *, dated: bool = False, announced: bool = False
) -> tuple[str, ...] | None:
    """The names of a byline, as they are written; None where the line is none.

    `dated` says that a line beside it tells the day, as it does beside most bylines: there one may
    do without "by", as it may with the day behind it. So may one that is `announced`: below "By" in
    a line of its own.
    """
    if len(line) > _LONGEST:
        return None
    line = _BESIDE.sub("", line)
    line, day = split_day(behind_day(line) or line)
    dated = dated or bool(day)
    if dated or announced:
        line = _DONE.sub("by ", line)
    if announces(line):
        return ()
    if line[:30].lower().find("by") >= 0 and not _NO_BYLINE.match(line):
        # "with reporting by", "and agencies" behind the names
        told = _LEAD.sub(lambda lead: lead.group().lower(), line, count=1)
        found = _BYLINE.fullmatch(_MORE.sub("", told))
        if found is not None:
            return _written_by(found["names"])
    if dated or announced or _WHO_DOES_WHAT.fullmatch(line):
        return _unmarked(line, announced)
    return None


def _written_by(told: str) -> tuple[str, ...] | None:
    names = re.split(r",\s+and\s+|,\s+|\s+and\s+|\s*&\s*", told, flags=re.IGNORECASE)
    names = [_BEFORE_NAME.sub("", name) for name in names]
    people = tuple(
        name
        for name in map(without_place, names)
        if " " in name
        and not _is_agency(name)
        and not name.startswith("The ")
        and not _HOLDS_ROLE.search(name)
    )
    return people or (() if _HOLDS_ROLE.search(told) or any(map(_is_agency, names)) else None)


def _unmarked(line: str, announced: bool) -> tuple[str, ...] | None:
    """The names of a line of nothing but people, agencies, places and what the people do.

    Unless it is `announced`, one of them has to be known for a name.
    """
    known, people, others = _first_names(), [], 0
    for part in _JOINTS.split(line):
        who = _PLACE.sub("", part)
        first = who.split()[0].lower() if who else ""
        both = _BOTH.fullmatch(who) if first in known else None
        if _is_agency(who) or _STAFF.fullmatch(who) or _SITE.fullmatch(who):
            others += 1
        elif both or (_WHO.fullmatch(who) and not _WHAT.fullmatch(who)):
            people.append(both[1] if both else who)
            others += both is not None
        elif who in _DEGREES:
            continue
        elif _WHAT.fullmatch(who):
            others += 1
        else:
            return None
    named = any(name.split()[0].lower() in known for name in people)
    return tuple(people) if announced or others or named else None


def _is_agency(name: str) -> bool:
    return name in lexicon.words("layout", "agencies.txt")


@cache
def _first_names() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon.rows("components", "coref_first_names.tsv"))
