"""Words as they are compared across articles: folded, stemmed, weighed by how rare they are."""

from __future__ import annotations

import math
import re
import unicodedata
import zlib
from array import array
from collections.abc import Iterable
from functools import lru_cache

from briefkit import lexicon

WORD = re.compile(r"[^\W_]+(?:[.'’\-‐‑][^\W_]+)*")
# Letters that no decomposition takes their stroke from.
_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i",
    "‐": "-",  # a non-breaking hyphen is decomposed to this one
})  # fmt: skip
_BUCKETS = 1 << 18
CAPITAL = f"[{''.join(filter(str.isupper, map(chr, range(0x250))))}]"
"""A capital letter of Latin script, in patterns."""


def fold_letters(text: str) -> str:
    """`text` in small letters without accents: "Šešelj" is "seselj"."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(char for char in parts if not unicodedata.combining(char))
        return text.translate(_LETTERS)
    return text.lower()


@lru_cache(1 << 12)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded, without the possessive ending."""
    found = WORD.findall(fold_letters(text).replace("’", "'"))
    return tuple([word.removesuffix("'s").removesuffix("'") for word in found])


@lru_cache(1 << 14)
def stem(word: str) -> str:
    """A word without its ending: enough to meet "kills", "killed" and "killing"."""
    if len(word) < 4 or not word.isalpha():
        return word
    for ending, least in (("ies", 2), ("ing", 4), ("ied", 2), ("ed", 4), ("es", 4), ("s", 3)):
        root = word.removesuffix(ending)
        if root != word and len(root) >= least and not (ending == "s" and root[-1] in "su"):
            if ending in ("ies", "ied"):
                return root + "i"
            return root[:-1] if len(root) > 3 and root[-1] == root[-2] != "l" else _open(root)
    return _open(word)


def _open(root: str) -> str:
    """The root without the vowel that comes and goes before an ending."""
    return root[:-1] + "i" if root[-1] == "y" else root[:-1] if root[-1] == "e" else root


@lru_cache(1 << 12)
def content(text: str) -> tuple[str, ...]:
    """The stems of the words that carry a text's meaning."""
    function_words = lexicon.words("stories", "function_words.txt")
    return tuple([stem(word) for word in words(text) if word not in function_words])


def number_of(*parts: object) -> int:
    """A number that stands for these parts in an index, the same in every run."""
    data = "\0".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return zlib.crc32(data) << 31 | zlib.adler32(data) >> 1


class Rarity:
    """In how many texts a word stands, counted in a table whose size never grows.

    Two words may share a counter, and are then both taken for more common than they are.
    """

    def __init__(self) -> None:
        self._counts = array("L", bytes(array("L").itemsize * _BUCKETS))
        self._texts = 0

    def add(self, stems: Iterable[str]) -> None:
        """Count the words of one text."""
        self._texts += 1
        for word in set(stems):
            self._counts[bucket(word, _BUCKETS)] += 1

    def weight(self, word: str) -> float:
        """The inverse document frequency of a word, always above zero."""
        return math.log(1 + (self._texts + 1) / (1 + self._counts[bucket(word, _BUCKETS)]))

    def share(self, word: str) -> float:
        """The share of the texts in which a word stands: 0 to 1; there has to be a text."""
        return self._counts[bucket(word, _BUCKETS)] / self._texts

    def rarest(self, stems: Iterable[str], most: int) -> list[str]:
        """The rarest words; of equally rare ones the first in the alphabet."""
        return sorted(set(stems), key=lambda word: (-self.weight(word), word))[:most]

    def alike(self, one: Iterable[str], other: Iterable[str]) -> float:
        """The cosine of two sets of words, each with its weight: 0 to 1."""
        first, second = set(one), set(other)
        shared = self._norm(first & second)
        return shared / math.sqrt(self._norm(first) * self._norm(second)) if shared else 0.0

    def held(self, part: Iterable[str], whole: Iterable[str]) -> float:
        """How much of the weight of `part`, which is not empty, stands in `whole`: 0 to 1."""
        wanted = set(part)
        return self._norm(wanted & set(whole)) / self._norm(wanted)

    def _norm(self, stems: set[str]) -> float:
        return math.fsum(self.weight(word) ** 2 for word in stems)


@lru_cache(1 << 14)
def bucket(word: str, buckets: int) -> int:
    """The one of so many counters or columns that a word has, the same in every run."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) % buckets
