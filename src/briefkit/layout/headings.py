"""Which bare lines of a plain text are its headline and its headings.

A heading taken for a paragraph does little harm; a sentence taken for a heading is lost.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefkit.layout.blocks import BlockKind
from briefkit.layout.words import UPPER

_MOST_TITLE_WORDS = 30
_LOOKED_AT = 12  # lines; a live page has bylines, times and key points before its first sentence
_LONGEST = 100
_MOST_WORDS = 16
# U+FFFD is what is left of a mark that was cut in two.
_CLOSED = re.compile(r"[.!,;:…][\"'”’)\]\ufffd]*\Z|[-–—]\Z")
_STARTS = re.compile(r"[\"'“‘(¿]?[^\W_]")
# A question that heads a section, and not one that a speaker or the writer asks.
_QUESTION = re.compile(
    r"(?:why|how|what|who|whose|when|where|is|are|was|will|can|does|do)\b", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:you|your|yours|i|we|me|us|my|our|he|she|then|else)\b|,", re.IGNORECASE)
_TWO_SENTENCES = re.compile(r"[a-z][.!?][\"'”’]? +[\"“‘']?[A-Z(]")
_ADDRESS = re.compile(r"\S+@\S+|https?://|www\.")
_SPOKEN = re.compile(rf"[\"“‘'].*[\"”’']\s+\w+.*|[{UPPER}][{UPPER} .'’-]{{1,30}}: |[QA]: ")
# Words that have a capital letter in titles alone.
_IN_NO_NAME = frozenset({
    "about", "are", "at", "be", "can", "for", "from", "has", "have", "he", "her", "his", "how",
    "in", "is", "it", "its", "more", "not", "on", "she", "that", "their", "they", "this", "to",
    "was", "what", "when", "who", "why", "will", "with", "you", "your",
})  # fmt: skip
_LEAST_CASED = 5  # words
_LONGEST_LOOSE = 140
_ENDS = re.compile(r"(?:[.!?,;:…*]|[-–—]) ?[\"'”’)\]\ufffd]*\Z|[)\]]\Z")
# What headlines leave out, and sentences that have lost their stop do not.
_IN_SENTENCES = re.compile(r"\b(?:an?|had|said|the|was|were)\b")
_LEAST_SENTENCE = 10  # words
_SAYS = ("-", "–", "—", "((", "“", "‘", '"')  # who said it, or what
_LEAST_PROSE = 3
_TELLING = 7  # words of a line over the text
_LONGEST_RUN = 2  # heading above heading; more are a table, a poem, a list of results


def is_title_like(words: Sequence[str]) -> bool:
    """Whether the first of these lines reads as the headline of the others."""
    line = words[0]
    rest = [
        other for other in words[1:_LOOKED_AT] if len(other) > len(line) or _CLOSED.search(other)
    ]
    return (
        bool(rest)
        and (not _CLOSED.search(line[-8:]) or is_title_case(line))
        and bool(_STARTS.match(line))
        and 1 < len(line.split()) <= _MOST_TITLE_WORDS
        and not line.startswith(("Q: ", "A: "))
    )


def is_title_case(line: str) -> bool:
    """Whether a line Is Written Like This, with words that are in no name."""
    words = re.findall(r"[^\W\d_][\w'’]*", line)
    # of two sentences "said" must have a capital as well
    long = [word for word in words if len(word) > (3 if _TWO_SENTENCES.search(line) else 4)]
    small = any(word[0].isupper() and word.lower() in _IN_NO_NAME for word in words[1:])
    return small and len(words) >= _LEAST_CASED and all(word[0].isupper() for word in long)


def find_headings(words: Sequence[str], kinds: Sequence[BlockKind]) -> list[int]:
    """The places of the pieces that are headings by their looks."""
    likely = [
        kind == "paragraph" and _looks_like_one(line)
        for line, kind in zip(words, kinds, strict=True)
    ]
    found: list[int] = []
    for start, end in runs(likely):
        if end - start <= _LONGEST_RUN and end < len(likely):
            longer = len(words[end]) > len(words[end - 1])
            if kinds[end] == "item" or (kinds[end] == "paragraph" and longer):
                found += range(start, end)
    return found


def find_loose(words: Sequence[str], kinds: Sequence[BlockKind]) -> list[int]:
    """The places of short lines that end no sentence among paragraphs that do: buttons, teasers of
    other stories, captions. Many in a row are a table or a poem, unless they stand over the text;
    longer ones there tell what the article is about. Those behind a colon are a list.
    """
    prose = [i for i, kind in enumerate(kinds) if kind == "paragraph"]
    closed = [i for i in prose if _ENDS.search(words[i][-8:])]
    # What goes on below an empty line is a sentence that was cut in two.
    cut = {i for i in prose if words[i][:1].islower()}
    loose = {i for i in prose if _is_loose(words[i]) and cut.isdisjoint((i, i + 1))}
    if len(closed) < _LEAST_PROSE or len(loose) > len(closed):
        return []
    found: list[int] = []
    for start, end in runs(i in loose for i in range(len(kinds))):
        before = bisect_left(closed, start)
        if not before:
            found += (i for i in range(start, end) if len(words[i].split()) < _TELLING)
        elif end - start <= _LONGEST_RUN and not words[closed[before - 1]].endswith(":"):
            found += range(start, end)
    return found


def _is_loose(line: str) -> bool:
    told = line.startswith(_SAYS) or ";" in line or _TWO_SENTENCES.search(line)
    sentence = len(line.split()) >= _LEAST_SENTENCE and len(_IN_SENTENCES.findall(line)) > 1
    loose = not told and not sentence and not _ENDS.search(line[-8:])
    return loose and len(line) <= _LONGEST_LOOSE


def runs(flags: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch of flags that are set."""
    end = 0
    for held, group in groupby(flags):
        start, end = end, end + len(list(group))
        if held:
            yield start, end


def _looks_like_one(line: str) -> bool:
    count = len(line.split())
    if (
        len(line) > _LONGEST
        or count > _MOST_WORDS
        or not _STARTS.match(line)
        or line[:1].islower()
        or (_CLOSED.search(line[-8:]) and not is_title_case(line))
        or _ADDRESS.search(line)
        or _SPOKEN.match(line)
        or _TWO_SENTENCES.search(line)
    ):
        return False
    if line.rstrip("\"'”’").endswith("?"):
        return count <= 9 and bool(_QUESTION.match(line)) and not _ASKED.search(line)
    return True
