"""What speaks for and against a bullet: one number a feature."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp, log
from typing import NamedTuple

from briefkit.components.glance.candidates import Candidate
from briefkit.components.glance.lexicon import words as listed
from briefkit.components.glance.resolve import Cast, lead, substitution
from briefkit.components.glance.sentence import Sentence, Table
from briefkit.components.glance.shorten import Short

_CONTENT = frozenset(
    ["NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "CD"]
)
_FIRST = frozenset({"i", "we", "my", "our", "me", "us", "i'm", "we're"})
_SECOND = frozenset({"you", "your"})
_POINTING = frozenset(
    ["this", "that", "these", "those", "such", "it", "they", "he", "she", "here", "there", "then"]
)
_PERSONAL = frozenset({"he", "she", "they", "his", "her", "their", "him", "them", "its", "it"})


class Features(NamedTuple):
    """All between 0 and 1; WEIGHTS in `select` has one for each."""

    first: float  # the lede
    position: float  # early in the story
    opens: float  # begins its paragraph
    central: float  # its words come often in the article
    lede: float  # its words come in the lede
    headline: float  # its words come in the headline
    actors: float  # the most salient actors are in it
    number: float  # figures or dates
    quoted: float  # share between quotation marks
    personal: float  # "I", "we", "you" outside of quotes
    pointing: float  # begins with a word that points to the sentence before
    loose: float  # a pronoun without a name before it
    long: float
    short: float


@dataclass(frozen=True, slots=True)
class Story:
    """What the features of all candidates of an article share."""

    weights: dict[str, float]  # of a stem, by how often it comes
    lede: frozenset[str]
    headline: frozenset[str]
    content: frozenset[str]  # every stem of the article
    cast: Cast

    def known(self, text: str) -> frozenset[str]:
        """The stems of a text without a parse, where they are the article's as well."""
        found = {stem(word.strip(".,:;'\"“”‘’?!()")) for word in text.lower().split()}
        return frozenset(found & self.content)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The beginning that the forms of a word share, roughly."""
    return word[:6] if len(word) > 6 else word.rstrip("s") if len(word) > 3 else word


def stems(words: list[str], tags: list[str]) -> list[str]:
    """The stems of the words that carry content."""
    light = listed("light")
    return [
        stem(word)
        for word, tag in zip(words, tags, strict=True)
        if tag in _CONTENT and word not in light
    ]


def make_story(table: Table, candidates: list[Candidate], headline: str, cast: Cast) -> Story:
    """Counts over the article. Words of one place only say nothing of the whole."""
    counts: Counter[str] = Counter()
    light = listed("light")
    for (word, tag), n in Counter(zip(table.lower, table.tags, strict=True)).items():
        if tag in _CONTENT and word not in light:
            counts[stem(word)] += n
    top = log(1 + max(counts.values(), default=1))
    weights = {word: log(n) / top for word, n in counts.items() if n > 1}
    lede = candidates[0].sentence if candidates else None
    story = Story(
        weights=weights,
        lede=frozenset(stems(lede.lower, lede.tags)) if lede else frozenset(),
        headline=frozenset(),
        content=frozenset(counts),
        cast=cast,
    )
    return replace(story, headline=story.known(headline))


def measure(candidate: Candidate, short: Short, story: Story) -> tuple[Features, frozenset[str]]:
    """The features of a candidate as shortened, and its stems."""
    s = short.sentence
    kept = short.kept
    lower = [s.lower[i] for i in kept]
    own = frozenset(stems(lower, [s.tags[i] for i in kept]))
    size = max(1, len(own))
    words = sum(word[0].isalnum() for word in lower)
    resolved = substitution(short, story.cast, set())
    begin = lead(short)
    return Features(
        first=float(candidate.order == 0),
        position=exp(-candidate.order / 6),
        opens=float(candidate.opens),
        central=sum(story.weights.get(word, 0.0) for word in own) / size,
        lede=len(own & story.lede) / size if candidate.order else 0.0,
        headline=len(own & story.headline) / max(1, len(story.headline)),
        actors=_salience(s, kept, story.cast),
        number=float(any(s.tags[i] == "CD" for i in kept)),
        quoted=candidate.quoted,
        personal=float(
            any(word in _FIRST or word in _SECOND for word in lower) and candidate.quoted == 0
        ),
        pointing=float(
            resolved is None and s.tags[begin] != "EX" and points(s.lower[begin : begin + 2])
        ),
        loose=float(resolved is None and _loose(s, kept)),
        long=max(0.0, (words - 14) / 10),
        short=float(words < 7),
    ), own


def points(opening: list[str]) -> bool:
    """Whether the first words lean on the sentence before: "Her coach", "Until then"."""
    return opening[0] in _POINTING or opening[0] in _PERSONAL or opening[-1] == "then"


def _salience(s: Sentence, kept: tuple[int, ...], cast: Cast) -> float:
    seen: dict[str, float] = {}
    starts = s.table.starts
    for i in kept:
        found = cast.by_start.get(starts[s.start + i])
        if found is not None:
            seen[found[0].id] = found[0].salience
    return min(1.0, sum(seen.values()) / 2)


def _loose(s: Sentence, kept: tuple[int, ...]) -> bool:
    """Whether a third-person pronoun stands before anything that it could mean."""
    for i in kept:
        if (
            s.tags[i].startswith("NN")
            and s.deps[i] != "compound"
            and s.ents[i] not in ("DATE", "TIME")
        ):
            return False
        if s.lower[i] in _PERSONAL and s.tags[i] in ("PRP", "PRP$"):
            return True
    return False
