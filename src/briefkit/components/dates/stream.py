"""A text as the tokens that time expressions are read from.

One linear pass, apart from spaCy's tokens, which cut "2019-20", "10-year" and "7.30pm" in ways
that differ from text to text.
"""

from __future__ import annotations

import re

from briefkit.components.dates.lexicon import vocabulary

# No alternative can match the same characters in two ways, so that no text makes it slow.
_TOKEN = re.compile(
    r"[ap]\.[^\S\n]?m\.?(?![^\W\d_])|[^\W\d_]+|[0-9]+(?:[.,][0-9]+)*|['’]s(?!\w)|\S|\n", re.I
)
_PAD = 12  # more than the longest look ahead of one step
_NOTHING = ("", "")


class Stream:
    """Parallel lists over the tokens of `text`; reading past the end gives empty tokens.

    `words` are in lower case, `kinds` and `values` come from the vocabulary; digits have the kind
    "digits" (up to four, value their int) or "figure" (with commas, a point, or longer).
    """

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_TOKEN.finditer(text))
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.words = [match.group().lower().replace("’", "'") for match in found]
        self.size = len(found)
        known = vocabulary()
        self.kinds: list[str] = []
        self.values: list[str] = []
        for word in self.words:
            kind, value = known.get(word, _NOTHING)
            if not kind and "0" <= word[0] <= "9":
                kind, value = ("digits" if len(word) <= 4 and word.isdigit() else "figure"), word
            self.kinds.append(kind)
            self.values.append(value)
        self.words += [""] * _PAD
        self.kinds += [""] * _PAD
        self.values += [""] * _PAD
        end = len(text) + 1
        self.starts += [end] * _PAD
        self.ends += [end] * _PAD

    def glued(self, i: int) -> bool:
        """Whether no white space lies between tokens `i - 1` and `i`."""
        return i > 0 and self.starts[i] == self.ends[i - 1]

    def capital(self, i: int) -> bool:
        """Whether token `i` starts with a capital letter."""
        return i < self.size and self.text[self.starts[i]].isupper()

    def raw(self, i: int) -> str:
        """Token `i` as it is written."""
        return self.text[self.starts[i] : self.ends[i]]

    def number(self, i: int) -> int:
        """The int of a token of kind "digits", else -1."""
        return int(self.words[i]) if self.kinds[i] == "digits" else -1
