"""A text as the tokens that time expressions are read from.

One linear pass, apart from spaCy's tokens, which cut "2019-20", "10-year" and "7.30pm" in ways
that differ from text to text.
"""

from __future__ import annotations

import re
from itertools import accumulate

from briefkit.components.dates.lexicon import starters, vocabulary

# No alternative can match the same characters in two ways, so that no text makes it slow.
_TOKEN = re.compile(
    r"(?<!\w)(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\."
    r"|[ap]\.[^\S\n]?m\.?(?![^\W\d_])|[^\W\d_]+|[0-9]+(?:[.,][0-9]+)*|'s(?!\w)|\S|\n"
)
DASHES = frozenset("-–—‑")
_PAD = 12  # more than the longest look ahead of one step
_NOTHING = ("", "")


class Stream:
    """Parallel lists over the tokens of `text`; reading past either end gives empty tokens.

    `words` are in lower case, `kinds` and `values` come from the vocabulary; digits have the kind
    "digits" (up to four, value their int) or "figure" (with commas, a point, or longer).
    """

    def __init__(self, text: str) -> None:
        self.text = text
        lower = text.lower()
        if len(lower) != len(text):  # a few letters grow in lower case
            lower = "".join([c.lower() if len(c.lower()) == 1 else c for c in text])
        lower = lower.replace("’", "'")
        spans = [match.span() for match in _TOKEN.finditer(lower)]
        self.size = len(spans)
        self.words = [lower[start:end] for start, end in spans]
        known = vocabulary()
        pairs = [known.get(word, _NOTHING) for word in self.words]
        # Words that an expression can start with; most of a text is none of them.
        triggers = starters()
        self.starters = [
            i for i, word in enumerate(self.words) if word in triggers or "0" <= word < ":"
        ]
        for i in self.starters:
            word = self.words[i]
            if "0" <= word < ":":
                plain = len(word) <= 4 and word.isdigit()
                pairs[i] = ("digits" if plain else "figure", word)
        end = len(text) + 1
        self.kinds = [kind for kind, _ in pairs] + [""] * _PAD
        self.values = [value for _, value in pairs] + [""] * _PAD
        self.starts = [start for start, _ in spans] + [end] * _PAD
        self.ends = [stop for _, stop in spans] + [end] * _PAD
        self.words += [""] * _PAD
        self.line, self.places = self._written()

    def _written(self) -> tuple[str, list[int]]:
        """The tokens as one line for `patterns`, and where each begins in it."""
        text, starts = self.text + "\n\n", self.starts
        upper = {char for char in set(text) if char.isupper()}
        glued = ["", *["~" if a == b else "" for a, b in zip(self.ends, starts[1:], strict=False)]]
        words = [word if word > "\n" else "¶" for word in self.words]
        columns = glued, starts, words, self.kinds, self.values
        parts = [
            f"\x1c{near}{'^' if text[start] in upper else ''}{word}\x1d{kind}\x1e{value}"
            for near, start, word, kind, value in zip(*columns, strict=True)
        ]
        return "".join(parts) + "\x1c", list(accumulate(map(len, parts[:-1]), initial=0))

    def glued(self, i: int) -> bool:
        """Whether no white space lies between tokens `i - 1` and `i`."""
        return i > 0 and self.starts[i] == self.ends[i - 1]

    def capital(self, i: int) -> bool:
        """Whether token `i` starts with a capital letter."""
        return 0 <= i < self.size and self.text[self.starts[i]].isupper()

    def number(self, i: int) -> int:
        """The int of a token of kind "digits", else -1."""
        return int(self.words[i]) if self.kinds[i] == "digits" else -1
