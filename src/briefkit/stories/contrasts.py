"""A figure that an article sets against its own: "higher than the 1.2 million reported"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.stories.numbers import NUMERAL, numbers, tokens

# "The" tells that it is a figure known from elsewhere; "up from" would be a count of another time.
_AGAINST = re.compile(
    r"\b(?:not|rather than|instead of|compared (?:to|with)|(?:fewer|higher|larger|less|lower|more"
    r"|smaller) than) the (?:(?:earlier|first|initial|original) )?(?:figure of )?$",
    re.IGNORECASE,
)
_FIGURE_OF = re.compile(r"\b(?:an?|the) (?:[a-z]+ )?figure of $", re.IGNORECASE)
_REPORTED = re.compile(
    r" ?(?:[a-z]+ )?(?:claimed|given|mentioned|named|printed|published|put about|reported)\b",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"(?:not|than|instead of|compared (?:to|with)) the (?:earlier |first |initial |original |figure"
    rf" of )*{NUMERAL}|figure of {NUMERAL}",
    re.IGNORECASE,
)


def contrasts(text: str) -> Iterator[tuple[float, int]]:
    """The values that a text sets against others, and where each stands."""
    if not _HINT.search(text):  # most texts need no closer look
        return
    read = tokens(text)
    for number in numbers(read):
        start, end = read[number.first][1], read[number.end - 1][2]
        told = _FIGURE_OF.search(text[:start]) and _REPORTED.match(text[end:])
        if told or _AGAINST.search(text[:start]):
            yield number.value, start
