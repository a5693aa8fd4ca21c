"""What speaks for and against a bullet: one number a feature."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from math import exp, log
from typing import NamedTuple

from briefkit.components.glance.candidates import Candidate
from briefkit.components.glance.lexicon import content, stem
from briefkit.components.glance.lexicon import words as listed
from briefkit.components.glance.resolve import Cast, lead, substitution
from briefkit.components.glance.sentence import Sentence, Table
from briefkit.components.glance.shorten import Short

# Sentences after which the weight of the position has fallen to a third.
PACE = 6
_FIRST = frozenset({"i", "we", "my", "our", "me", "us", "i'm", "we're"})
_SECOND = frozenset({"you", "your"})
_POINTING = frozenset(
    [
        "others",
        "another",
        "this",
        "that",
        "these",
        "those",
        "such",
        "it",
        "they",
        "he",
        "she",
        "here",
        "there",
        "then",
        "both",
    ]
)
_BACK = frozenset({"another", "latter", "others", "same", "then"})
_OF_THESE = (["of", "these"], ["of", "those"], ["of", "them"])
_PERSONAL = frozenset({"he", "she", "they", "his", "her", "their", "him", "them", "its", "it"})


class Features(NamedTuple):
    """All about between 0 and 1; WEIGHTS in `select` has one for each."""

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
    words: float  # ten words count 1
    lost: float  # what the savings cost, ten counts 1
    short: float


@dataclass(frozen=True, slots=True)
class Story:
    """What the features of all candidates of an article share."""

    weights: dict[str, float]  # of a stem, by how often it comes
    cover: dict[str, float]  # of a stem, by how many sentences have it, the early ones first
    lede: frozenset[str]
    headline: frozenset[str]
    content: frozenset[str]  # every stem of the article
    cast: Cast

    def promise(self, candidate: Candidate) -> float:
        """How much a sentence can hope for before it is shortened."""
        own = frozenset(candidate.stems)
        central = sum(self.weights.get(word, 0.0) for word in own) / max(1, len(own))
        early = exp(-candidate.order / PACE)
        heard = len(own & self.headline) / max(1, len(self.headline))
        opening = candidate.sentence.lower[candidate.first : candidate.first + 3]
        return 2 * central + early + heard - candidate.quoted - points(opening)

    def known(self, text: str) -> frozenset[str]:
        """The stems of a text without a parse, where they are the article's as well."""
        found = {stem(word.strip(".,:;'\"“”‘’?!()")) for word in text.lower().split()}
        return frozenset(found & self.content)


def make_story(table: Table, candidates: list[Candidate], headline: str, cast: Cast) -> Story:
    """Counts over the article. Words of one place only say nothing of the whole."""
    counts: Counter[str] = Counter()
    for (word, tag), n in Counter(zip(table.lower, table.tags, strict=True)).items():
        own = content(word, tag)
        if own:
            counts[own] += n
    top = log(1 + max(counts.values(), default=1))
    weights = {word: log(n) / top for word, n in counts.items() if n > 1}
    lede = candidates[0].stems if candidates else []
    story = Story(
        weights=weights,
        cover=_cover(candidates),
        lede=frozenset(lede) - {""},
        headline=frozenset(),
        content=frozenset(counts),
        cast=cast,
    )
    return replace(story, headline=story.known(headline))


def _cover(candidates: list[Candidate]) -> dict[str, float]:
    """What it is worth that the bullets tell of a stem; 1 for the stem that matters most."""
    worth: dict[str, float] = {}
    for candidate in candidates:
        value = exp(-candidate.order / 10) + 0.2
        for word in frozenset(candidate.stems):
            if word:
                worth[word] = worth.get(word, 0.0) + value
    top = max(worth.values(), default=1.0)
    return {word: value / top for word, value in worth.items()}


def measure(
    candidate: Candidate, short: Short, size: int, story: Story
) -> tuple[Features, frozenset[str]]:
    """The features of a candidate as shortened to `size` words, and its stems."""
    s = short.sentence
    kept = short.kept
    lower = [s.lower[i] for i in kept]
    own = frozenset([candidate.stems[i] for i in kept]) - {""}
    many = max(1, len(own))
    resolved = substitution(short, story.cast, set())
    begin = lead(short)
    mine = candidate.quoted == 0 and not (_FIRST.isdisjoint(lower) and _SECOND.isdisjoint(lower))
    return Features(
        first=float(candidate.order == 0),
        position=exp(-candidate.order / PACE),
        opens=float(candidate.opens),
        central=sum(story.weights.get(word, 0.0) for word in own) / many,
        lede=len(own & story.lede) / many if candidate.order else 0.0,
        headline=len(own & story.headline) / max(1, len(story.headline)),
        actors=_salience(s, kept, story.cast),
        number=float(any(s.tags[i] == "CD" for i in kept)),
        quoted=candidate.quoted,
        personal=float(mine),
        pointing=float(
            resolved is None
            and s.tags[begin] not in ("EX", "IN")
            and points(s.lower[begin : begin + 3])
        ),
        loose=float(
            (resolved is None and (_loose(s, kept) or _subject(s, kept))) or _unnamed(s, kept)
        ),
        words=size / 10,
        lost=sum(cut.cost for cut in short.cuts) / 10,
        short=float(size < 7),
    ), own


def points(opening: list[str]) -> bool:
    """Whether the first words lean on the sentence before: "Her coach", "Until then"."""
    alone = opening[0] not in _POINTING and opening[0] not in _PERSONAL
    return not alone or not _BACK.isdisjoint(opening[1:2]) or opening[1:] in _OF_THESE


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


def _unnamed(s: Sentence, kept: tuple[int, ...]) -> bool:
    """Whether a pronoun speaks behind its words: "..., he said"."""
    for before, i, after in zip(kept, kept[1:], kept[2:], strict=False):
        speaks = s.lower[i] in ("he", "she", "they") and s.lower[after] in listed("says")
        if speaks and not s.words[before][0].isalnum():
            return True
    return False


def _subject(s: Sentence, kept: tuple[int, ...]) -> bool:
    """Whether the subject only points, and no name stands before it: "By then, that had"."""
    i = s.kid(s.root, "nsubj", "nsubjpass")
    if i is None or i not in kept or s.lower[i] not in _POINTING or s.tags[i] not in ("PRP", "DT"):
        return False
    named = any(s.tags[k] in ("NNP", "NNPS") and s.ents[k] != "DATE" for k in kept if k < i)
    return s.lower[i] not in ("he", "she", "they") or not named
