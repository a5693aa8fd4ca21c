"""Articles with their gold written inline.

A file is YAML front matter between `---` lines and then the article, in which `{words|label}`
marks words, nested as deep as needed. The article's text is what is left without the marks:

    {Mr Hayashi|hayashi}     a mention of the actor `hayashi` of the front matter
    {the minister|hayashi?}  the same, neither asked for nor wrong (appositions, relative pronouns)
    {Friday|=2025-03-14}     a TIMEX3 value; its type follows from its form; `=A or B` takes both
    {every May|set=XXXX-05}  a set
    {30-year-old|?=P30Y}     a time expression neither asked for nor wrong
    {“No,”|q1 direct hayashi}  quote 1, its kind and speaker (`-`: no actor of the front matter)
    {“never.”|q1}            the next part of quote 1
    {she would go|q2 indirect - negated}  a polarity other than asserted
    {a plan|q3? mixed -}     a quote neither asked for nor wrong
    {said|c1} {an aide|w1}   cue and speaker's words of quote 1
    {Talks open Monday|k1}  key point 1; where several places carry a number, one of them will do
    {Talks open Monday|b}    a bullet of the author's
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefkit.errors import UnreadableError
from briefkit.reading import Article, make_article
from briefkit.scoring.front import MarkupError, day, front_matter, several

Place = tuple[int, int]

TYPES = ("person", "organization", "place", "group")
KINDS = ("direct", "mixed", "indirect")
POLARITIES = ("asserted", "negated", "questioned")

_HINT = "`briefkit help score` tells how articles are annotated"
_ID = re.compile(r"[a-z][a-z0-9-]*")
_MENTION = re.compile(r"([a-z][a-z0-9-]*)(\??)")
_DATE = re.compile(r"(set|\?|)=(\S.*)")
_QUOTE = re.compile(r"q(\d+)(\??) (\w+) (\S+)(?: (\w+))?")
_POINT = re.compile(r"k(\d)")
_PART = re.compile(r"([qcw])(\d+)")


@dataclass(frozen=True)
class GoldActor:
    """Who or what acts, or a named place. `maybe` holds the mentions that may be left out.

    An optional actor is neither asked for nor wrong. `types` and `roles` are all that are right (a
    hospital may be an organization or a place); the role "-" is none, as is an empty list.
    """

    id: str
    name: str  # several right ones are joined by " / "
    types: tuple[str, ...]
    roles: tuple[str, ...]
    optional: bool
    mentions: tuple[Place, ...]
    maybe: tuple[Place, ...]


@dataclass(frozen=True)
class GoldDate:
    """A time expression with the TIMEX3 types and values that are right."""

    span: Place
    types: tuple[str, ...]
    values: tuple[str, ...]
    optional: bool


@dataclass(frozen=True)
class GoldQuote:
    """A quote; `actor` is None where no actor of the front matter speaks."""

    spans: tuple[Place, ...]
    kind: str
    actor: str | None
    polarity: str
    optional: bool
    cues: tuple[Place, ...]
    speakers: tuple[Place, ...]


@dataclass(frozen=True)
class GoldArticle:
    """An article without its marks, and what they say."""

    id: str
    published: str | None
    title: str | None
    text: str
    actors: tuple[GoldActor, ...]
    dates: tuple[GoldDate, ...]
    quotes: tuple[GoldQuote, ...]
    bullets: tuple[Place, ...]
    points: tuple[tuple[Place, ...], ...]  # the key points, each with the places that tell it

    def article(self) -> Article:
        """The article as a reader of files would hand it over."""
        return make_article(
            self.text,
            id=self.id,
            title=self.title,
            published=self.published,
            published_from="metadata",
        )


def read(path: Path) -> GoldArticle:
    """The article of a file. Raises MarkupError, with the file's name, where it is ill-formed."""
    try:
        return parse(path.read_text(encoding="utf-8-sig"), path.stem)
    except FileNotFoundError as error:
        raise UnreadableError(f"{path}: no such file", "check the name") from error
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror or error}") from error
    except (MarkupError, UnicodeDecodeError) as error:
        raise MarkupError(f"{path}: {error}", _HINT) from error


def parse(source: str, id: str = "article") -> GoldArticle:
    """The article of front matter and marked text; `id` is for one whose front matter has none."""
    meta, marked = front_matter(source)
    text, marks = strip(marked)
    gold = _Gold(meta.get("actors") or {})
    for span, label in marks:
        gold.add(span, label)
    published = meta.get("published")
    return GoldArticle(
        id=str(meta.get("id") or id),
        published=day(published) if published else None,
        title=next(iter(several(meta.get("title"))), None),
        text=text,
        actors=gold.found_actors(),
        dates=tuple(gold.dates),
        quotes=gold.found_quotes(),
        bullets=tuple(gold.bullets),
        points=tuple(tuple(gold.points[number]) for number in sorted(gold.points)),
    )


def strip(source: str) -> tuple[str, list[tuple[Place, str]]]:
    """The text without marks, and each mark's place in it with its label, in text order."""
    parts: list[str] = []
    length = 0
    open_marks: list[int] = []
    marks: list[tuple[Place, str]] = []
    at = 0
    for found in re.finditer(r"\{|\|([^{}|\n]*)\}|[|}]", source):
        parts.append(source[at : found.start()])
        length += len(parts[-1])
        at = found.end()
        near = source[max(0, found.start() - 30) : found.end() + 30]
        if found.group() == "{":
            open_marks.append(length)
        elif found.group(1) is None:
            raise MarkupError(f"a mark without a label near {near!r}")
        elif not open_marks:
            raise MarkupError(f"a mark that was never opened near {near!r}")
        else:
            start = open_marks.pop()
            if start == length:
                raise MarkupError(f"an empty mark near {near!r}")
            marks.append(((start, length), found.group(1)))
    if open_marks:
        count = len(open_marks)
        raise MarkupError(f"{count} {'mark is' if count == 1 else 'marks are'} never closed")
    parts.append(source[at:])
    return "".join(parts), sorted(marks, key=lambda mark: (mark[0][0], -mark[0][1]))


class _Gold:
    """Collects the labels of one article."""

    def __init__(self, actors: dict[str, dict[str, Any]]) -> None:
        self.meta = actors
        self.mentions: dict[str, list[Place]] = {id: [] for id in actors}
        self.maybe: dict[str, list[Place]] = {id: [] for id in actors}
        self.dates: list[GoldDate] = []
        self.bullets: list[Place] = []
        self.points: dict[str, list[Place]] = {}
        self.heads: dict[str, tuple[str, str | None, str, bool]] = {}
        self.parts: dict[tuple[str, str], list[Place]] = {}
        for id, about in actors.items():
            types = several(about.get("type"))
            if not types or not set(types) <= set(TYPES):
                raise MarkupError(f"actor {id}: its type is none of {', '.join(TYPES)}")
            if not _ID.fullmatch(str(id)):
                raise MarkupError(f"actor {id}: ids are of small letters, figures and hyphens")
            if _PART.fullmatch(id) or _POINT.fullmatch(id) or id == "b":
                raise MarkupError(f"actor {id}: the name is a label of another kind")

    def add(self, span: Place, label: str) -> None:
        if label == "b":
            self.bullets.append(span)
        elif point := _POINT.fullmatch(label):
            self.points.setdefault(point.group(1), []).append(span)
        elif date := _DATE.fullmatch(label):
            values = tuple(date.group(2).split(" or "))
            types = tuple(timex_type(value) for value in values)
            if date.group(1) == "set":
                types = ("set",)
            self.dates.append(GoldDate(span, types, values, date.group(1) == "?"))
        elif quote := _QUOTE.fullmatch(label):
            self._head(quote)
            self.parts.setdefault(("q", quote.group(1)), []).append(span)
        elif part := _PART.fullmatch(label):
            self.parts.setdefault((part.group(1), part.group(2)), []).append(span)
        elif (mention := _MENTION.fullmatch(label)) and mention.group(1) in self.meta:
            (self.maybe if mention.group(2) else self.mentions)[mention.group(1)].append(span)
        else:
            raise MarkupError(f"no such label or actor: {label!r}")

    def _head(self, quote: re.Match[str]) -> None:
        number, doubt, kind, speaker, polarity = quote.groups(default="")
        if number in self.heads:
            raise MarkupError(f"quote {number} is begun twice")
        if kind not in KINDS or (polarity and polarity not in POLARITIES):
            raise MarkupError(f"quote {number}: no such kind or polarity: {quote.group()!r}")
        if speaker != "-" and speaker not in self.meta:
            raise MarkupError(f"quote {number}: no such actor: {speaker!r}")
        self.heads[number] = (
            kind,
            None if speaker == "-" else speaker,
            polarity or "asserted",
            bool(doubt),
        )

    def found_actors(self) -> tuple[GoldActor, ...]:
        found = []
        for id, about in self.meta.items():
            if not self.mentions[id] and not self.maybe[id]:
                raise MarkupError(f"actor {id} is never mentioned")
            found.append(
                GoldActor(
                    id=id,
                    name=" / ".join(several(about["name"])),
                    types=several(about["type"]),
                    roles=several(about.get("role")),
                    optional=bool(about.get("optional")),
                    mentions=tuple(self.mentions[id]),
                    maybe=tuple(self.maybe[id]),
                )
            )
        return tuple(found)

    def found_quotes(self) -> tuple[GoldQuote, ...]:
        stray = sorted({number for _, number in self.parts} - set(self.heads))
        if stray:
            raise MarkupError(f"parts of quotes that are never begun: {', '.join(stray)}")
        return tuple(
            GoldQuote(
                spans=tuple(self.parts["q", number]),
                kind=kind,
                actor=actor,
                polarity=polarity,
                optional=optional,
                cues=tuple(self.parts.get(("c", number), ())),
                speakers=tuple(self.parts.get(("w", number), ())),
            )
            for number, (kind, actor, polarity, optional) in self.heads.items()
        )


def timex_type(value: str) -> str:
    """The TIMEX3 type that a value's form tells: a duration is P…, a time has a T."""
    if re.match(r"P[\dXT]", value):
        return "duration"
    return "time" if re.search(r"\dT|XT", value) else "date"
