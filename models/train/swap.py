"""Articles with other names: what the encoder learns from them is the context of a name.

Each name is exchanged, the same everywhere in its article, for another of its class and length
class (Dai and Adel, An Analysis of Simple Data Augmentation for Named Entity Recognition, 2020:
"mention replacement").
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import cycle
from pathlib import Path

from models.train.labels import BEGIN, INSIDE, Marked, Span

from briefkit.components.actors import lexicon
from briefkit.components.coreference.words import first_names
from briefkit.components.encoder.tags import CLASSES, begin, inside

Pool = Mapping[tuple[str, str], Sequence[tuple[str, ...]]]
LISTS = Path(__file__).parent / "lists"
_KEPT = 0.3  # names that stay as they are, since what they are is worth knowing, too


def names(article: Marked) -> list[tuple[Span, str]]:
    """The names whose class is told, in text order."""
    found, i, size = [], 0, len(article.words)
    while i < size:
        kind = _CLASS.get(article.names[i])
        start, i = i, i + 1
        if kind is None:
            continue
        while i < size and article.names[i] == 1 << inside(kind):
            i += 1
        found.append(((start, i), kind))
    return found


_CLASS = {1 << begin(kind): kind for kind in CLASSES}


def _form(words: Sequence[str]) -> str:
    """Letters, one word or several: an acronym is exchanged for an acronym."""
    if len(words) > 1:
        return "several"
    return "letters" if words[0].isupper() and len(words[0]) > 1 else "one"


def pool(articles: Iterable[Marked]) -> Pool:
    """All names of the articles and of the lists, by class and form."""
    found: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for article in articles:
        for (start, end), kind in names(article):
            words = tuple(article.words[start:end])
            found[kind, _form(words)].add(words)
    for kind, file in (("place", "places.txt"), ("organization", "organizations.txt")):
        for line in (LISTS / file).read_text(encoding="utf-8").splitlines():
            words = tuple(
                w if w in ("of", "the", "and", "for") else w.title() for w in line.split()
            )
            if words and words[0] != "#" and len(line) > 4:
                found[kind, _form(words)].add(words)
    found["group", "one"] |= {(w.title(),) for w in lexicon.demonyms() if w.endswith("s")}
    # First names of everywhere before the surnames of the articles.
    surnames = sorted({words[-1] for words in found["person", "several"]})
    firsts = [first.title() for first in sorted(first_names())]
    mixed = zip(firsts, cycle(surnames), strict=False)
    found["person", "several"] |= {words for words in mixed if surnames}
    return {key: sorted(value) for key, value in sorted(found.items())}


def swapped(article: Marked, names_of: Pool, chance: random.Random) -> Marked:
    """The article with other names; its headline is left out."""
    chosen: dict[tuple[str, ...], tuple[str, ...]] = {}
    where = {span[0]: (span[1], kind) for span, kind in names(article)}
    starts = set(article.sentences)
    made = Marked(article.id, [], [], [], points=article.points)
    i = 0
    while i < len(article.words):
        if i in starts:
            made.sentences.append(len(made.words))
        end, kind = where.get(i, (i + 1, ""))
        old = tuple(article.words[i:end])
        new = old
        if kind and not starts & set(range(i + 1, end)):
            if old not in chosen:
                others = names_of.get((kind, _form(old)), ())
                swap = others and chance.random() > _KEPT
                chosen[old] = chance.choice(others) if swap else old
            new = chosen[old]
        for n, word in enumerate(new):
            at = min(i + n, end - 1)
            made.words.append(word)
            made.names.append(article.names[i] if n == 0 else _rest(article, i, end, kind))
            role = article.roles[at]
            made.roles.append(0b100 if role == 0b010 and n else role)
            speech = article.speech[at]
            made.speech.append(INSIDE if speech == BEGIN and n else speech)
        i = end
    return made


def _rest(article: Marked, start: int, end: int, kind: str) -> int:
    return 1 << inside(kind) if kind else article.names[min(start + 1, end - 1)]
