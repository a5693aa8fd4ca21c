"""Articles to learn from, read into words with labels. See models/README.md for what they are."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.train.labels import (
    ANY_NAME,
    ANY_ROLE,
    ANY_SPEECH,
    BEGIN,
    CUE,
    DIRECT,
    INSIDE,
    NO_ACTOR,
    OUTSIDE,
    SOURCE,
    Marked,
    Span,
    occurrences,
)

from briefkit.components.columns import columns, forget
from briefkit.layout.cleaning import cleaned
from briefkit.pipeline import COMPONENTS, load, make_doc
from briefkit.reading import make_article
from briefkit.scoring import markup

if TYPE_CHECKING:
    from spacy.language import Language

_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their", "our", "my"}
    | {"him", "them", "us", "me", "who", "the", "this", "that", "these", "those", "a", "an"}
)
_RULING = frozenset({"government", "administration", "campaign", "regime"})
_UNSURE = 4  # words of the longest mention that may be a name though it shares no word with it


class Reader:
    """Cuts articles into words and sentences as briefkit's own pipeline does."""

    def __init__(self) -> None:
        self.nlp: Language = load()

    def read(self, id: str, text: str, title: str | None) -> tuple[Marked, list[int], list[int]]:
        """The words of an article, not labelled, and the places that they begin and end at."""
        doc = make_doc(self.nlp, make_article(text, id=id, title=title))
        for name, pipe in self.nlp.pipeline:
            if name not in COMPONENTS:
                doc = pipe(doc)
        seen = columns(doc)
        heading = (title or "").split()
        marked = Marked(id, list(seen.words), list(seen.sentence_starts), heading)
        plain = cleaned(text)
        spans = [plain.place(a, b) for a, b in zip(seen.starts, seen.ends, strict=True)]
        forget()
        return marked, [start for start, _ in spans], [end for _, end in spans]

    def words(self, text: str) -> list[str]:
        """The words of a short text."""
        return [token.text for token in self.nlp.make_doc(text)]


def _tokens(starts: Sequence[int], ends: Sequence[int], place: Span) -> Span:
    """The words that lie in characters `[start, end)`."""
    return bisect_right(ends, place[0]), bisect_left(starts, place[1])


def briefs(reader: Reader, articles: Path, made: Path) -> Iterator[Marked]:
    """Articles with what briefkit says of them: JSON Lines of articles, and of their briefs."""
    told = {b["source"]["id"]: b for b in map(json.loads, made.open(encoding="utf-8"))}
    for record in map(json.loads, articles.open(encoding="utf-8")):
        brief = told.get(record["id"])
        if brief is None:
            continue
        text = record["text"]
        marked, starts, ends = reader.read(record["id"], text, record.get("title"))
        marked.blank(NO_ACTOR, OUTSIDE)
        for actor in (*brief["actors"], *brief["places"]):
            named = [actor["name"], *actor["aliases"]]
            places = []
            for start, end in actor["mentions"]:
                span = _tokens(starts, ends, (start, end))
                places.append(span)
                inner = _inner(text[start:end], named)
                if inner:
                    at = (start + inner[0], start + inner[1])
                    marked.name(_tokens(starts, ends, at), [actor["type"]])
            if actor["role"]:
                _mark_roles(reader, marked, [actor["role"]], places)
        yield marked


def _inner(mention: str, names: list[str]) -> Span | None:
    """Where in a mention the longest of the names stands."""
    for name in sorted(names, key=lambda n: -len(n)):
        words = r"\s+".join(map(re.escape, name.split()))
        if found := re.search(rf"(?<!\w){words}(?!\w)", mention):
            return found.span()
    return None


def whole(reader: Reader, article: Any) -> Marked:
    """An article of the gold of whole briefs, as the markup's reader gives it."""
    marked, starts, ends = reader.read(article.id, article.text, article.title)
    marked.blank(NO_ACTOR, OUTSIDE)
    spans: list[tuple[Span, tuple[str, ...]]] = []
    for actor in article.actors:
        known = {w.lower() for w in re.findall(r"\w+", actor.name)}
        every = [_tokens(starts, ends, place) for place in (*actor.mentions, *actor.maybe)]
        for span in every:
            name = _name(marked, span, known)
            if name:
                spans.append((name[0], actor.types if name[1] else ()))
        roles = [role for role in actor.roles if role != "-"]
        if roles:
            _mark_roles(reader, marked, roles, every, sure="-" not in actor.roles)
    _mark_speech(marked, article, lambda place: _tokens(starts, ends, place))
    sentences = list(pairwise([*marked.sentences, len(starts)]))
    marked.points = _points(article, [(starts[a], ends[b - 1]) for a, b in sentences])
    # Of names within each other the longest counts, and what is surely one before what may be.
    for span, types in sorted(spans, key=lambda one: (bool(one[1]), one[0][1] - one[0][0])):
        marked.name(span, types)
    return marked


def _mark_speech(marked: Marked, article: Any, words: Callable[[Span], Span]) -> None:
    """Label what is said, by whose words and with which cue; what may be left out asks nothing."""
    marked.speech = [OUTSIDE] * len(marked.words)
    for label, places in ((SOURCE, "speakers"), (CUE, "cues")):
        for quote in article.quotes:
            for place in getattr(quote, places):
                for i in range(*words(place)):
                    marked.speech[i] = ANY_SPEECH if quote.optional else label
    told = [(words(place), quote) for quote in article.quotes for place in quote.spans]
    inner: set[int] = set()
    for (first, last), quote in sorted(told, key=lambda one: (one[0][0] - one[0][1], one[0])):
        if first >= last or inner.issuperset(range(first, last)):
            continue  # a report within a report
        inner.update(range(first, last))
        for i in range(first, last):
            label = DIRECT if quote.kind == "direct" else BEGIN if i == first else INSIDE
            marked.speech[i] = ANY_SPEECH if quote.optional else label


def _points(article: Any, sentences: Iterable[Span]) -> list[int]:
    """Of each sentence whether it tells one of the key points; nothing where there are none."""
    places = [place for point in article.points for place in point]
    found = []
    for start, end in sentences:
        halves = ((max(start, a), min(end, b), min(end - start, b - a)) for a, b in places)
        found.append(int(any(2 * (last - first) >= size for first, last, size in halves)))
    return found if places else []


def _name(marked: Marked, span: Span, known: set[str]) -> tuple[Span, bool] | None:
    """The name in a mention and whether it is surely one; None where the mention is no name."""
    start, end = span
    while start < end and not (
        marked.words[start].lower() in known and _written_large(marked.words[start])
    ):
        start += 1
    if start < end:
        while marked.words[end - 1] in ("'s", "’s", "'", "’", ",", "."):
            end -= 1
        return (start, end), True
    start, end = span
    words = [w for w in marked.words[start:end] if w[:1].isupper() and w.lower() not in _PRONOUNS]
    if not words or end - start > _UNSURE:
        return None
    while marked.words[start].lower() in ("the", "a", "an"):
        start += 1
    letters = end - start == 1 and marked.words[start].isupper()
    return (start, end), letters


def _written_large(word: str) -> bool:
    return any(map(str.isupper, word)) or any(map(str.isdigit, word))


def _mark_roles(
    reader: Reader, marked: Marked, roles: list[str], mentions: list[Span], *, sure: bool = True
) -> None:
    """Label the wordings of a person's role in the sentences that mention the person."""
    borders = [*marked.sentences, len(marked.words)]
    for number in sorted({bisect_right(marked.sentences, span[0]) - 1 for span in mentions}):
        first, last = borders[number], borders[number + 1]
        words = [word.lower() for word in marked.words[first:last]]
        found = []
        for role in roles:
            form = [word.lower() for word in reader.words(role)]
            found += [(first + i, first + i + len(form)) for i in occurrences(words, form)]
        while found:
            span = max(found, key=lambda s: s[1] - s[0])
            inner = [s for s in found if span[0] <= s[0] and s[1] <= span[1]]
            core = (max(s[0] for s in inner), min(s[1] for s in inner))
            marked.role(span, core if core[0] < core[1] and sure else None)
            found = [s for s in found if s[1] <= span[0] or s[0] >= span[1]]


def inventory(reader: Reader, record: dict[str, Any], entities: list[dict[str, Any]]) -> Marked:
    """An article whose entities are listed with their `type`, `forms` and `roles`.

    A form is a name wherever it stands, the longest first; the type "skip" asks for nothing.
    """
    marked, _, _ = reader.read(record["id"], record["text"], record.get("title"))
    marked.blank(OUTSIDE, OUTSIDE)
    forms = {
        tuple(reader.words(form)): entity["type"] for entity in entities for form in entity["forms"]
    }
    taken = [False] * len(marked.words)
    for words in sorted(forms, key=lambda w: (-len(w), w)):
        for i in occurrences(marked.words, words):
            if not any(taken[i : i + len(words)]):
                kinds = [] if forms[words] == "skip" else [forms[words]]
                marked.name((i, i + len(words)), kinds)
                taken[i : i + len(words)] = [True] * len(words)
    for i, word in enumerate(marked.words):
        # The lists leave "the French government" out; whether it is an actor, others teach.
        if word.lower() in _RULING and i and marked.words[i - 1][:1].isupper():
            for at in range(i, -1, -1):
                if at < i and not marked.words[at][:1].isupper():
                    break
                marked.names[at] = ANY_NAME
    people = [entity for entity in entities if entity.get("roles")]
    for entity in people:
        mine = [reader.words(form) for form in entity["forms"]]
        near = [(i, i + len(w)) for w in mine for i in occurrences(marked.words, w)]
        _mark_roles(reader, marked, entity["roles"], near)
    if not people:
        marked.roles = [ANY_ROLE] * len(marked.words)
    return marked


def written(reader: Reader, folder: Path) -> Iterator[Marked]:
    """Articles that were written for this, marked as they were written: see `written/README.md`.

    The headline of every second one is read as the first line of its text, as plain files have it.
    """
    for path in sorted(folder.glob("*.txt")):
        parts = re.split(r"(?m)^=====.*\n", path.read_text(encoding="utf-8"))
        for number, part in enumerate(part for part in parts if part.strip()):
            id = f"{path.stem}-{number}"
            title, _, body = part.strip().partition("\n")
            inside = part.strip() if number % 2 else body.strip()
            text, marks = _unmarked(id, inside)
            yield _written(reader, id, text, _unmarked(id, title)[0], marks)


_KINDS = {"P": "person", "O": "organization", "L": "place", "G": "group", "X": "other"}
_MARK = re.compile(r"\[([POLGXR]) |\]")
# Where a role may be cut: what stands behind is the body or the place of the office.
_CUT = frozenset({"of", "for", "at", "in", "to", "with", "on", "from"})


def _unmarked(id: str, marked: str) -> tuple[str, list[tuple[str, Span]]]:
    """The text without its marks, and the marks: letter and characters, inner before outer."""
    plain, marks, open_marks, at = "", [], list[tuple[str, int]](), 0
    for found in _MARK.finditer(marked):
        plain += marked[at : found.start()]
        at = found.end()
        if found[1]:
            open_marks.append((found[1], len(plain)))
        elif open_marks:
            letter, start = open_marks.pop()
            marks.append((letter, (start, len(plain))))
        else:
            raise ValueError(f"{id}: a ']' too many behind {plain[-40:]!r}")
    plain += marked[at:]
    if open_marks:
        raise ValueError(f"{id}: a mark is not closed: {plain[open_marks[-1][1] :][:40]!r}")
    return plain, marks


def _written(
    reader: Reader, id: str, text: str, title: str, marks: list[tuple[str, Span]]
) -> Marked:
    marked, starts, ends = reader.read(id, text, title)
    marked.blank(OUTSIDE, OUTSIDE)
    for letter, place in marks:
        span = _tokens(starts, ends, place)
        if letter != "R":
            marked.name(span, [_KINDS[letter]])
            continue
        inner = (i for i in range(span[0] + 1, span[1]) if marked.words[i].lower() in _CUT)
        marked.role(span, (span[0], next(inner, span[1])))
    return marked


def gold(reader: Reader, folder: Path) -> Iterator[Marked]:
    """The annotated articles of a folder, by the markup's reader of the tests."""
    for path in sorted(folder.glob("*.gold.txt")):
        yield whole(reader, markup.read(path))
