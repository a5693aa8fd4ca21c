"""Takes the capitals off words that have them only because a headline is In Title Case."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

# Of the longer words of such a line, all but so many in a hundred begin with a capital ...
LOWER = 20
LONGER = 4  # letters
# ... and so many of its words have none elsewhere.
FEWEST = 2


def truecased(words: Sequence[str], sentence_starts: Sequence[int]) -> Sequence[str]:
    """`words`; in lines In Title Case, those small that have a capital nowhere else in the text."""
    lines = [
        span for span in pairwise([*sentence_starts, len(words)]) if _titled(words[slice(*span)])
    ]
    if not lines:
        return words
    text = list(words)
    for start, end in lines:
        text[start:end] = [""] * (end - start)
    first = {text[i] for i in sentence_starts}
    for i in sentence_starts:
        text[i] = ""
    known = set(text)
    known |= {word for word in first if word.lower() not in known}
    out = list(words)
    for start, end in lines:
        title = [i for i in range(start, end) if words[i].istitle() and words[i] not in known]
        elsewhere = sum(words[i].lower() in known for i in title)
        if elsewhere >= FEWEST and 2 * elsewhere >= len(title):
            for i in title:
                out[i] = words[i].lower()
    return out


def _titled(words: Sequence[str]) -> bool:
    longer = [word for word in words if len(word) >= LONGER and word.isalpha()]
    lower = sum(word.islower() for word in longer)
    return len(longer) >= FEWEST and 100 * lower <= LOWER * len(longer)
